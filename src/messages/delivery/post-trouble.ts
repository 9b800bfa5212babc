import type { CardState } from '../../loyalty/follow-up.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { channelMention } from '../words/names.ts';
import { refusalWords } from './refusal-words.ts';

const words = defineText({
  en: {
    refused: (channel: string, why: string) =>
      `${channel} does not take it yet: ${why}. It waits, and goes out by itself as soon as Slack takes it.`,
    none: (channel: string) => `Slack did not take it in ${channel}. Try again, or choose another channel.`,
  },
  da: {
    refused: (channel: string, why: string) =>
      `${channel} tager ikke imod det endnu: ${why}. Det venter og bliver sendt af sig selv, så snart Slack tager imod det.`,
    none: (channel: string) => `Slack tog ikke imod det i ${channel}. Prøv igen, eller vælg en anden kanal.`,
  },
  nb: {
    refused: (channel: string, why: string) =>
      `${channel} tar ikke imot det ennå: ${why}. Det venter, og sendes av seg selv så snart Slack tar imot det.`,
    none: (channel: string) => `Slack tok ikke imot det i ${channel}. Prøv på nytt, eller velg en annen kanal.`,
  },
});

/** Why what somebody wanted posted is not in the channel; null: it is, or will be in a moment. */
export function postTrouble(locale: Locale, channelId: string, posted: CardState | undefined): string | null {
  const channel = channelMention(channelId);
  if (posted?.kind === 'refused') return words(locale).refused(channel, refusalWords(locale, posted.reason).why);
  return posted?.kind === 'none' ? words(locale).none(channel) : null;
}
