import type { Reply } from '../../facts/reply.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import type { Message } from '../kit/message.ts';
import { drawFigureWith } from './figure.ts';
import { baseWords, isShown } from './figure-words.ts';
import { averageAmountWords } from './score-words.ts';

const words = defineText({
  en: {
    simple: (cost: string, won: string, left: string) =>
      `Less what it cost to win a customer, ${cost} (${won}): ${left}`,
    noCost: 'What it costs to win a customer is not known, so it is not taken off',
  },
  da: {
    simple: (cost: string, won: string, left: string) => `Minus det, en ny kunde har kostet, ${cost} (${won}): ${left}`,
    noCost: 'Hvad det koster at få en ny kunde, vides ikke, så det er ikke trukket fra',
  },
  nb: {
    simple: (cost: string, won: string, left: string) => `Minus det en ny kunde har kostet, ${cost} (${won}): ${left}`,
    noCost: 'Hva det koster å få en ny kunde, er ikke kjent, så det er ikke trukket fra',
  },
});

/** The average lifetime value, what a point of retention is worth, and the value after the cost of winning a customer. */
export function drawClv(
  { report, cost }: Extract<Reply, { kind: 'clv' }>,
  locale: Locale,
  context: DrawContext,
): Message {
  if (!isShown(report) || report.value === null) return drawFigureWith(report, [], locale, context);
  const currency = report.currency ?? '';
  const simple =
    cost.value === null
      ? words(locale).noCost
      : words(locale).simple(
          averageAmountWords(locale, cost.value, currency),
          baseWords(locale, cost),
          averageAmountWords(locale, report.value - cost.value, currency),
        );
  return drawFigureWith(report, [simple], locale, context);
}
