import type { ReviewFacts } from '../../facts/report.ts';
import { withDefinition } from '../../messages/kit/docs-link.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import type { Message } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { windowWords } from '../../messages/words/window-words.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { drawReport, lateWords } from '../draw-report.ts';
import { reviewSections } from './index.ts';

const words = defineText({
  en: {
    title: (quarter: string) => `Quarterly review: ${quarter}`,
    quiet: 'Nothing was counted in this quarter: no answers, no orders, no movement, no closed follow-ups.',
    late: (at: string) => `This review is late: it was due ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' One earlier review is left out.' : ` ${count} earlier reviews are left out.`,
  },
  da: {
    title: (quarter: string) => `Kvartalsgennemgang: ${quarter}`,
    quiet: 'Der er intet at tælle i kvartalet: ingen svar, ingen ordrer, ingen bevægelse, ingen lukkede opfølgninger.',
    late: (at: string) => `Gennemgangen er forsinket: Den skulle være kommet ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' Én tidligere gennemgang er sprunget over.' : ` ${count} tidligere gennemgange er sprunget over.`,
  },
  nb: {
    title: (quarter: string) => `Kvartalsgjennomgang: ${quarter}`,
    quiet:
      'Det er ingenting å telle i kvartalet: ingen svar, ingen ordrer, ingen bevegelse, ingen lukkede oppfølginger.',
    late: (at: string) => `Gjennomgangen er forsinket: Den skulle ha kommet ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' Én tidligere gjennomgang er hoppet over.' : ` ${count} tidligere gjennomganger er hoppet over.`,
  },
});

/** How a review that was asked for is told. */
export const reviewReply: Presenter<'review'> = {
  draw: ({ review }, locale, context) =>
    withDefinition(drawReview(review, locale, context), locale, context.docsUrl, null),
  json: ({ review }) => withIsoDays(review),
};

/** A quarter looked back on. An empty section is left out. */
export function drawReview(review: ReviewFacts, locale: Locale, context: Pick<DrawContext, 'docsUrl'>): Message {
  const text = words(locale);
  const drawn = reviewSections
    .map((section) => section.draw(review, locale, context))
    .filter(({ blocks }) => blocks.length > 0);
  return drawReport(drawn, {
    title: text.title(windowWords(locale, review.window)),
    summaries: drawn.length > 0 ? drawn.flatMap(({ summary }) => summary ?? []) : [text.quiet],
    late: lateWords(review.late, locale, text),
    quiet: text.quiet,
  });
}
