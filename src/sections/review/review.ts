import type { ReviewFacts } from '../../facts/report.ts';
import { isoFromDay, type Window } from '../../loyalty/time/period.ts';
import { customerMenuElements } from '../../messages/customers/list-elements.ts';
import { actions, header, context as smallPrint } from '../../messages/kit/blocks.ts';
import { withDefinition } from '../../messages/kit/docs-link.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import { type Message, toMessage } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { type Said, shareElements } from '../../messages/kit/share-button.ts';
import { moversElements, moversIn } from '../../messages/ladder/ladder.ts';
import { shareToElement } from '../../messages/modals/share-to-form.ts';
import { windowWords } from '../../messages/words/window-words.ts';
import type { Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { lateWords } from '../late-words.ts';
import { canvasElement } from './canvas-button.ts';
import { reviewSections } from './index.ts';
import { findingOf, reviewWords } from './review-words.ts';

/** How a review that was asked for is told. */
export const reviewReply: Presenter<'review'> = {
  draw: ({ review }, locale, context) =>
    withDefinition(drawReview(review, locale, context, context.said), locale, context.docsUrl, null),
  json: ({ review }) => withIsoDays(review),
};

/**
 * A quarter looked back on: what changed beyond chance first. An empty section is left out.
 *
 * @param said shares it; null: it stands in a channel
 */
export function drawReview(
  review: ReviewFacts,
  locale: Locale,
  context: Pick<DrawContext, 'docsUrl' | 'canvasUrl'>,
  said: Said | null = null,
): Message {
  const text = reviewWords(locale);
  const drawn = reviewSections
    .map((section) => section.draw(review, locale, context))
    .filter(({ blocks, headline }) => blocks.length > 0 || headline);
  const quarter = text.title(windowWords(locale, review.window));
  const late = lateWords(review.late, locale, text);
  const small = [quarter, ...(late ? [late] : [])].join(' · ');
  const canvas = context.canvasUrl ? [canvasElement(locale, context.canvasUrl)] : [];
  if (drawn.length === 0) {
    const parts = [header(quarter), smallPrint(text.quiet), ...(canvas.length > 0 ? [actions(...canvas)] : [])];
    return toMessage(sentences(quarter, text.quiet), parts);
  }
  const finding = findingOf(drawn);
  const title = finding ? capital(finding) : quarter;
  const { ladder } = review;
  const asked = { words: `review ${quarterTyped(review.window)}`, asOf: review.window.to };
  const buttons = [
    ...canvas,
    ...(ladder ? [...moversElements(locale, ladder), ...customerMenuElements(locale, moversIn(ladder))] : []),
    ...(said ? shareElements(locale, said) : [shareToElement(locale, asked)]),
  ];
  const summaries = drawn.flatMap(({ summary }) => summary ?? []);
  return toMessage(sentences(...(finding ? [title] : []), quarter, ...summaries), [
    header(title),
    smallPrint(small),
    ...drawn.flatMap(({ blocks }) => blocks),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

/** "2026-Q3", as every language types it. */
function quarterTyped({ from }: Window): string {
  const [year, month] = isoFromDay(from).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}
