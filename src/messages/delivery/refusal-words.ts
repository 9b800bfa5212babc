import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';

const words = defineText({
  en: {
    outside: 'the app is not in the channel',
    missing: 'Slack does not find the channel. It was deleted, or it is private and the app is not in it',
    archived: 'the channel is archived',
    restricted: 'only some may post in the channel, and the app is not one of them',
    scope: 'the app lacks a permission that it asks for',
    forbidden: 'Slack does not let the app post there',
    content: 'Slack does not take the message as it is',
    other: 'Slack refuses it',
    invite: 'Type `/invite @Loyalty Ladder` in the channel, or press the button if it is public.',
    inviteOrChoose: 'If it is private, type `/invite @Loyalty Ladder` in it. If it is gone, choose another channel.',
    unarchive: 'Unarchive the channel in Slack, or choose another one.',
    allow: 'Let the app post in the channel’s settings, or choose another one.',
    reinstall: 'Install the app again with all its permissions (api.slack.com/apps, “Reinstall”).',
    tellOperator: 'The channel is not to blame. Tell whoever runs Loyalty Ladder the word in brackets.',
    askSlackAdmin: 'Ask whoever runs your Slack workspace to allow it, or choose another channel.',
  },
  da: {
    outside: 'appen er ikke med i kanalen',
    missing: 'Slack kan ikke finde kanalen. Den er slettet, eller den er privat, og appen er ikke med i den',
    archived: 'kanalen er arkiveret',
    restricted: 'kun nogle må skrive i kanalen, og det må appen ikke',
    scope: 'appen mangler en tilladelse, som den beder om',
    forbidden: 'Slack lader ikke appen skrive der',
    content: 'Slack tager ikke imod beskeden, som den er',
    other: 'Slack afviser det',
    invite: 'Skriv `/invite @Loyalty Ladder` i kanalen, eller tryk på knappen, hvis den er offentlig.',
    inviteOrChoose: 'Er den privat, så skriv `/invite @Loyalty Ladder` i den. Er den væk, så vælg en anden kanal.',
    unarchive: 'Genåbn kanalen i Slack, eller vælg en anden.',
    allow: 'Giv appen lov til det i kanalens indstillinger, eller vælg en anden kanal.',
    reinstall: 'Installer appen igen med alle dens tilladelser (api.slack.com/apps, “Reinstall”).',
    tellOperator: 'Det skyldes ikke kanalen. Giv ordet i parentes videre til den, der driver Loyalty Ladder hos jer.',
    askSlackAdmin: 'Bed den, der administrerer jeres Slack, om at tillade det, eller vælg en anden kanal.',
  },
  nb: {
    outside: 'appen er ikke med i kanalen',
    missing: 'Slack finner ikke kanalen. Den er slettet, eller den er privat og appen er ikke med i den',
    archived: 'kanalen er arkivert',
    restricted: 'bare noen kan skrive i kanalen, og appen er ikke blant dem',
    scope: 'appen mangler en tillatelse som den ber om',
    forbidden: 'Slack lar ikke appen skrive der',
    content: 'Slack tar ikke imot meldingen slik den er',
    other: 'Slack avviser det',
    invite: 'Skriv `/invite @Loyalty Ladder` i kanalen, eller trykk på knappen hvis den er offentlig.',
    inviteOrChoose: 'Er den privat, skriv `/invite @Loyalty Ladder` i den. Er den borte, velg en annen kanal.',
    unarchive: 'Gjenåpne kanalen i Slack, eller velg en annen.',
    allow: 'Gi appen lov til det i innstillingene for kanalen, eller velg en annen kanal.',
    reinstall: 'Installer appen på nytt med alle tillatelsene (api.slack.com/apps, “Reinstall”).',
    tellOperator: 'Det skyldes ikke kanalen. Gi ordet i parentes videre til den som drifter Loyalty Ladder hos dere.',
    askSlackAdmin: 'Be den som administrerer Slack hos dere, om å tillate det, eller velg en annen kanal.',
  },
});

type Family = 'outside' | 'missing' | 'archived' | 'restricted' | 'scope' | 'forbidden' | 'content' | 'other';

/** Slack's words by what a person can do about them. */
const families: readonly (readonly [RegExp, Family])[] = [
  [/^not_in_channel$/, 'outside'],
  [/^(channel_not_found|invalid_channel)$/, 'missing'],
  [/^(channel_)?is_(archived|inactive)$/, 'archived'],
  [/^(restricted_action|posting_to)/, 'restricted'],
  [/^(missing_scope|not_allowed_token_type)$/, 'scope'],
  [/^(user_is_restricted|no_permission|enterprise_is_restricted|accesslimited)$|_denied$/, 'forbidden'],
  [/^(invalid|msg|too_many|cant|duplicate)_|^(no_text|metadata_too_large)$/, 'content'],
];

const adviceOf = {
  outside: 'invite',
  missing: 'inviteOrChoose',
  archived: 'unarchive',
  restricted: 'allow',
  scope: 'reinstall',
  forbidden: 'askSlackAdmin',
  content: 'tellOperator',
  other: 'askSlackAdmin',
} as const satisfies Record<Family, string>;

/** Why Slack refuses a message, with Slack's own word, and what can be done about it. Nothing of a message is in it. */
export function refusalWords(locale: Locale, reason: string): { readonly why: string; readonly advice: string } {
  const text = words(locale);
  const family = families.find(([family]) => family.test(reason))?.[1] ?? 'other';
  return {
    why: `${text[family]} (${shortened(reason.replaceAll(/[^\w-]/g, ''), 60)})`,
    advice: text[adviceOf[family]],
  };
}
