import { isNegative, type NewAnswer } from '../loyalty/facts/answer.ts';
import type { FollowUpCause } from '../loyalty/follow-up.ts';
import type { Day } from '../loyalty/time/period.ts';
import { type SampleLanguage, themeOf } from './comments/comment.ts';
import type { Theme } from './comments/phrases.ts';
import type { Random } from './random.ts';
import { sampleWords } from './words.ts';

/** A follow-up that somebody closed. */
export interface SampleClosed {
  readonly customer: string;
  readonly answerId: string;
  readonly openedDay: Day;
  readonly doneDay: Day;
  readonly cause: FollowUpCause;
  readonly outcome: string;
}

/** Those of half a year are over; those of the last week are still to do. */
const overFrom = 180;
const overUntil = 10;

const causeOf: Readonly<Record<Theme, FollowUpCause>> = {
  coffee: 'product',
  assortment: 'product',
  delivery: 'delivery',
  service: 'service',
  price: 'price',
};

/** What became of the complaints: most were dealt with within days, and what was done fits what was wrong. */
export function sampleClosed(
  random: Random,
  answers: readonly NewAnswer[],
  today: Day,
  language: SampleLanguage,
): SampleClosed[] {
  // A customer has one at a time.
  const doneBy = new Map<string, Day>();
  return answers.flatMap(({ customer, answerId, day, comment, ...answer }): SampleClosed[] => {
    const theme = comment === null || !isNegative(answer) ? null : themeOf(comment);
    if (customer === null || theme === null || day <= today - overFrom || day > today - overUntil) return [];
    if (day <= (doneBy.get(customer) ?? 0) || !random.chance(0.8)) return [];
    const cause = causeOf[theme];
    const doneDay = day + random.between(1, 4);
    doneBy.set(customer, doneDay);
    return [
      { customer, answerId, openedDay: day, doneDay, cause, outcome: random.pick(sampleWords[language].done[theme]) },
    ];
  });
}
