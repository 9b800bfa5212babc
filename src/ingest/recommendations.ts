import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import { cellsOf, type Fault, isReason, limits, readNeeded, readText } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import { readPaid } from './money.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';
import { toWon } from './words.ts';

/** Turns the cells of one record into a recommendation, or says what is wrong with it. Keeps count of those alike. */
export function createRecommendationReader(rules: RowRules): (cells: readonly string[]) => NewRecommendation | Fault {
  const cell = cellsOf(rules.columns);
  const { damaged } = rules;
  const counter = createKeyCounter();

  return (cells) => {
    const id = readText(cell(cells, 'recommendation'), { limit: limits.id, damaged });
    if (isReason(id)) return { column: 'recommendation', reason: id };
    const recommender = readNeeded(cell(cells, 'recommender'), { limit: limits.id, damaged });
    if (isReason(recommender)) return { column: 'recommender', reason: recommender };
    const recommended = readText(cell(cells, 'recommended'), { limit: limits.id, damaged });
    if (isReason(recommended)) return { column: 'recommended', reason: recommended };
    if (recommended === recommender) return { column: 'recommended', reason: { code: 'self-recommendation' } };
    const outcome = cell(cells, 'outcome').trim();
    const won = toWon(outcome);
    if (won === null) {
      return { column: 'outcome', reason: { code: outcome === '' ? 'missing' : 'unknown-outcome' } };
    }
    const date = readWhen('date', cell(cells, 'date'), rules);
    if ('reason' in date) return date;
    const value = readPaid('value', cell(cells, 'value'), cell(cells, 'currency'), rules);
    if (value && 'reason' in value) return value;
    const reward = readPaid('reward', cell(cells, 'reward'), cell(cells, 'currency'), rules);
    if (reward && 'reason' in reward) return reward;
    const note = readText(cell(cells, 'comment'), { limit: limits.comment, multiline: true, damaged });
    if (isReason(note)) return { column: 'comment', reason: note };
    const { day } = toMoment(date, rules.zone);

    if (won) {
      if (recommended === null) return { column: 'recommended', reason: { code: 'missing' } };
      // One customer is won once: that is its key.
      const recommendationId = id ?? `won:${recommended}`;
      const paid = { rewardMinor: reward?.minor ?? null, rewardCurrency: reward?.currency ?? null };
      return { outcome: 'won', recommendationId, recommender, customer: recommended, day, ...paid };
    }
    if (reward) return { column: 'reward', reason: { code: 'only-for-won' } };
    const moment = [date.day, date.timeMs, date.offset];
    const hash = hashContent(['lost', recommender, recommended, ...moment, value?.written ?? null, note]);
    return {
      outcome: 'lost',
      recommendationId: id ?? contentKey(hash, counter.next(hash)),
      recommender,
      customer: null,
      day,
      valueMinor: value?.minor ?? null,
      valueCurrency: value?.currency ?? null,
      note,
    };
  };
}
