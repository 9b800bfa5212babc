import type { ReviewFacts } from '../../facts/report.ts';
import { context, divider, header, section } from '../../messages/kit/blocks.ts';
import { type Message, toMessage } from '../../messages/kit/message.ts';
import { windowWords } from '../../messages/words/window-words.ts';
import { formatInstant } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { reviewDrawings } from './index.ts';

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

/** A quarter looked back on. An empty section is left out. */
export function drawReview(review: ReviewFacts, locale: Locale): Message {
  const text = words(locale);
  const title = text.title(windowWords(locale, review.window));
  const drawn = reviewDrawings.map(({ draw }) => draw(review, locale)).filter(({ blocks }) => blocks.length > 0);
  const summaries = drawn.flatMap(({ summary }) => (summary ? [summary] : []));
  const late = lateWords(review, locale);
  return toMessage(sentences(title, ...(drawn.length > 0 ? summaries : [text.quiet])), [
    header(title),
    ...(late ? [context(late)] : []),
    ...(drawn.length === 0 ? [section(text.quiet)] : []),
    ...drawn.flatMap(({ blocks }, i) => [...(i > 0 ? [divider()] : []), ...blocks]),
  ]);
}

function lateWords({ late }: ReviewFacts, locale: Locale): string | null {
  if (!late) return null;
  const text = words(locale);
  const at = formatInstant(locale, new Date(late.dueAt), late.timeZone);
  return text.late(at) + (late.skipped > 0 ? text.skipped(late.skipped) : '');
}
