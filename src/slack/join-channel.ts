import { outcomeOf } from '../delivery/call-outcome.ts';
import { UserError } from '../errors.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import type { Incoming } from './identify-member.ts';
import { tryAgain } from './try-again.ts';

/** Why the app cannot be in a channel as things are, by what can be done about it. */
export type NotJoined = 'uninvited' | 'archived' | 'conversation-of-two' | 'group-conversation' | 'not-allowed';

/**
 * Makes sure that the app is in a channel before something is to be posted there: a public one is joined, into a private
 * one the app must have been invited. Of the conversations of two it is in those with itself alone.
 *
 * @param name Slack's name of the channel, where it is known: that of a group conversation tells what it is
 * @returns why it is not in; null: it is
 */
export async function joinChannel(
  { client, memberId }: Pick<Incoming, 'client' | 'memberId'>,
  channel: string,
  name = '',
): Promise<NotJoined | null> {
  try {
    if (channel.startsWith('D')) {
      const own = (await client.conversations.open({ users: memberId })).channel?.id === channel;
      return own ? null : 'conversation-of-two';
    }
    const { channel: found } = await tryAgain(() => client.conversations.info({ channel }), 0);
    if (found?.is_archived) return 'archived';
    if (found?.is_member) return null;
    if (found?.is_mpim) return 'group-conversation';
    if (found?.is_private) return 'uninvited';
    await client.conversations.join({ channel });
    return null;
  } catch (cause) {
    const outcome = outcomeOf(cause);
    // What Slack failed at for a moment says nothing of the channel.
    if (outcome.kind !== 'refused') throw cause;
    return notJoined(outcome.code, channel, name);
  }
}

/** Slack does not find what the app is not in, and tells nothing of it. */
function notJoined(refusal: string, channel: string, name: string): NotJoined {
  if (channel.startsWith('D')) return 'conversation-of-two';
  if (refusal === 'is_archived') return 'archived';
  if (name.startsWith('mpdm-') || refusal === 'method_not_supported_for_channel_type') return 'group-conversation';
  return refusal === 'channel_not_found' || refusal === 'not_in_channel' ? 'uninvited' : 'not-allowed';
}

/** @throws UserError where the app is not in the channel and cannot join it */
export async function mustJoinChannel(
  incoming: Pick<Incoming, 'client' | 'memberId'>,
  channel: string,
  name = '',
): Promise<void> {
  const refused = await joinChannel(incoming, channel, name);
  if (refused) throw new UserError('not-in-channel', (locale) => notJoinedWords(locale, refused));
}

const words = defineText({
  en: {
    uninvited: 'Loyalty Ladder is not in this channel. Type /invite @Loyalty Ladder there and try again.',
    archived: 'This channel is archived. Take it up again in Slack, or choose another one.',
    'conversation-of-two':
      'Loyalty Ladder cannot post in a conversation of two people. Do it in a channel, or in your conversation with the app.',
    'group-conversation':
      'Loyalty Ladder is not in this group conversation, and cannot be added to it. Do it in a channel instead.',
    'not-allowed':
      'Slack does not let Loyalty Ladder into this channel. Ask whoever runs your Slack workspace, or choose another one.',
  },
  da: {
    uninvited: 'Loyalty Ladder er ikke med i kanalen. Skriv /invite @Loyalty Ladder i den, og prøv igen.',
    archived: 'Kanalen er arkiveret. Genåbn den i Slack, eller vælg en anden.',
    'conversation-of-two':
      'Loyalty Ladder kan ikke skrive i en samtale mellem to personer. Gør det i en kanal eller i din samtale med appen.',
    'group-conversation':
      'Loyalty Ladder er ikke med i gruppesamtalen og kan ikke føjes til den. Gør det i en kanal i stedet.',
    'not-allowed':
      'Slack lukker ikke Loyalty Ladder ind i kanalen. Spørg den, der administrerer jeres Slack, eller vælg en anden.',
  },
  nb: {
    uninvited: 'Loyalty Ladder er ikke med i kanalen. Skriv /invite @Loyalty Ladder i den, og prøv på nytt.',
    archived: 'Kanalen er arkivert. Gjenåpne den i Slack, eller velg en annen.',
    'conversation-of-two':
      'Loyalty Ladder kan ikke skrive i en samtale mellom to personer. Gjør det i en kanal eller i samtalen din med appen.',
    'group-conversation':
      'Loyalty Ladder er ikke med i gruppesamtalen og kan ikke legges til i den. Gjør det i en kanal i stedet.',
    'not-allowed':
      'Slack slipper ikke Loyalty Ladder inn i kanalen. Spør den som administrerer Slack hos dere, eller velg en annen.',
  },
});

/** What to do when the app is not in a channel and cannot join it: what fits the place. */
export function notJoinedWords(locale: Locale, refused: NotJoined): string {
  return words(locale)[refused];
}
