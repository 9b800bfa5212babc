import { defineText, type Locale } from '../../text/define-text.ts';
import { channelMention } from '../words/names.ts';

const words = defineText({
  en: {
    tried: (channel: string) =>
      `What is waiting for ${channel} is being sent now. If Slack still refuses it, it keeps waiting.`,
    nothing: (channel: string) => `Nothing is waiting for ${channel} any more.`,
    replaced: (from: string, to: string) => `What was to be posted in ${from} goes to ${to} from now on.`,
  },
  da: {
    tried: (channel: string) =>
      `Det, der venter til ${channel}, bliver sendt nu. Afviser Slack det stadig, venter det videre.`,
    nothing: (channel: string) => `Der venter ikke længere noget til ${channel}.`,
    replaced: (from: string, to: string) => `Det, der skulle skrives i ${from}, går fra nu af til ${to}.`,
  },
  nb: {
    tried: (channel: string) =>
      `Det som venter til ${channel}, sendes nå. Avviser Slack det fortsatt, venter det videre.`,
    nothing: (channel: string) => `Ingenting venter til ${channel} lenger.`,
    replaced: (from: string, to: string) => `Det som skulle legges ut i ${from}, går fra nå av til ${to}.`,
  },
});

/** What came of trying a channel again. */
export function channelTriedWords(locale: Locale, channelId: string, waiting: boolean): string {
  return words(locale)[waiting ? 'tried' : 'nothing'](channelMention(channelId));
}

export function channelReplacedWords(locale: Locale, from: string, to: string): string {
  return words(locale).replaced(channelMention(from), channelMention(to));
}
