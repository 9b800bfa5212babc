import type { DigestTurned } from '../facts/report.ts';
import { formatInstant } from '../text/date.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { channelMention } from './words/names.ts';

const words = defineText({
  en: {
    none: (channel: string) => `${channel} gets no digest now. \`/loyalty digest settings\` sets one up.`,
    passed: 'That digest has already come, or is already skipped.',
    skipped: (at: string, next: string) => `The digest of ${at} is skipped. The next one comes ${next}.`,
    paused: (channel: string) => `The digest for ${channel} is paused. \`/loyalty digest resume\` starts it again.`,
    resumed: (channel: string, next: string) => `The digest for ${channel} goes on. The next one comes ${next}.`,
  },
  da: {
    none: (channel: string) =>
      `${channel} får ingen opsummering nu. \`/loyalty opsummering indstillinger\` sætter en op.`,
    passed: 'Den opsummering er kommet eller er allerede sprunget over.',
    skipped: (at: string, next: string) => `Opsummeringen ${at} er sprunget over. Den næste kommer ${next}.`,
    paused: (channel: string) =>
      `Opsummeringen til ${channel} er sat på pause. \`/loyalty opsummering genoptag\` starter den igen.`,
    resumed: (channel: string, next: string) =>
      `Opsummeringen til ${channel} er i gang igen. Den næste kommer ${next}.`,
  },
  nb: {
    none: (channel: string) =>
      `${channel} får ingen oppsummering nå. \`/loyalty oppsummering innstillinger\` setter opp en.`,
    passed: 'Den oppsummeringen har kommet eller er allerede hoppet over.',
    skipped: (at: string, next: string) => `Oppsummeringen ${at} er hoppet over. Den neste kommer ${next}.`,
    paused: (channel: string) =>
      `Oppsummeringen til ${channel} er satt på pause. \`/loyalty oppsummering gjenoppta\` starter den igjen.`,
    resumed: (channel: string, next: string) =>
      `Oppsummeringen til ${channel} er i gang igjen. Den neste kommer ${next}.`,
  },
});

/** What came of pausing a digest, resuming it or skipping the next. */
export function digestTurnedWords(locale: Locale, channelId: string, turned: DigestTurned): string {
  const text = words(locale);
  const channel = channelMention(channelId);
  const at = (instant: Date, timeZone: string) => formatInstant(locale, new Date(instant), timeZone);
  switch (turned.kind) {
    case 'none':
      return text.none(channel);
    case 'passed':
      return text.passed;
    case 'skipped':
      return text.skipped(at(turned.skipped, turned.timeZone), at(turned.dueAt, turned.timeZone));
    case 'paused':
      return text.paused(channel);
    case 'resumed':
      return text.resumed(channel, at(turned.dueAt, turned.timeZone));
  }
}
