import type { ReviewFacts } from '../../facts/report.ts';
import { bold, heading, paragraph } from '../../messages/kit/canvas-markdown.ts';
import { windowWords } from '../../messages/words/window-words.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { lateWords } from '../late-words.ts';
import { reviewSections } from './index.ts';
import { findingOf, reviewWords } from './review-words.ts';

const words = defineText({
  en: { title: 'Quarterly review', next: 'The next review replaces all of this, also what you write here.' },
  da: { title: 'Kvartalsgennemgang', next: 'Næste gennemgang erstatter det hele, også det, I selv skriver her.' },
  nb: { title: 'Kvartalsgjennomgang', next: 'Neste gjennomgang erstatter alt dette, også det dere selv skriver her.' },
});

/**
 * A quarter looked back on as a canvas, with all figures, rungs and causes where the message names a few. The title stays the
 * same from quarter to quarter, as the canvas does.
 */
export function writeReview(
  review: ReviewFacts,
  locale: Locale,
): { readonly title: string; readonly markdown: string } {
  const text = reviewWords(locale);
  const parts = reviewSections.flatMap((section) => section.write(review, locale));
  const finding = findingOf(reviewSections.map((section) => section.draw(review, locale, {})));
  const late = lateWords(review.late, locale, text);
  const { title, next } = words(locale);
  const markdown = [
    heading(1, capital(windowWords(locale, review.window))),
    ...(finding ? [bold(capital(finding))] : []),
    ...(late ? [paragraph(late)] : []),
    ...(parts.length > 0 ? parts : [text.quiet]),
    '---',
    next,
  ].join('\n\n');
  return { title, markdown: `${markdown}\n` };
}
