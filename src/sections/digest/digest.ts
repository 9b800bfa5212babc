import type { DigestFacts } from '../../facts/report.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import type { Message } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { formatDays } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { drawReport, lateWords } from '../draw-report.ts';
import { digestSections } from './index.ts';

const words = defineText({
  en: {
    title: (days: string) => `Customers, ${days}`,
    quiet: 'Nothing new this time: no answers, no movement, no open follow-ups.',
    late: (at: string) => `This digest is late: it was due ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' One earlier digest is left out.' : ` ${count} earlier digests are left out.`,
  },
  da: {
    title: (days: string) => `Kunderne, ${days}`,
    quiet: 'Intet nyt denne gang: ingen svar, ingen bevægelse, ingen åbne opfølgninger.',
    late: (at: string) => `Opsummeringen er forsinket: Den skulle være kommet ${at}.`,
    skipped: (count: number) =>
      count === 1
        ? ' Én tidligere opsummering er sprunget over.'
        : ` ${count} tidligere opsummeringer er sprunget over.`,
  },
  nb: {
    title: (days: string) => `Kundene, ${days}`,
    quiet: 'Ingenting nytt denne gangen: ingen svar, ingen bevegelse, ingen åpne oppfølginger.',
    late: (at: string) => `Oppsummeringen er forsinket: Den skulle ha kommet ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' Én tidligere oppsummering er hoppet over.' : ` ${count} tidligere oppsummeringer er hoppet over.`,
  },
});

/** How a digest that was asked for is told. */
export const digestReply: Presenter<'digest'> = {
  draw: ({ digest }, locale, context) => drawDigest(digest, locale, context),
  json: ({ digest }) => withIsoDays(digest),
};

/** What happened since the last digest. An empty section is left out; a window without news says so in one line. */
export function drawDigest(digest: DigestFacts, locale: Locale, context: Pick<DrawContext, 'docsUrl'>): Message {
  const text = words(locale);
  const drawn = digestSections
    .filter(({ name }) => digest.sections.includes(name))
    .map((section) => section.draw(digest, locale, context))
    .filter(({ blocks }) => blocks.length > 0);
  const summaries = drawn.flatMap(({ summary }) => summary ?? []);
  return drawReport(drawn, {
    title: text.title(formatDays(locale, digest.window.from, digest.window.to)),
    summaries: summaries.length > 0 ? summaries : [text.quiet],
    late: lateWords(digest.late, locale, text),
    quiet: text.quiet,
  });
}
