import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import { limits } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import { type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toWon } from './words.ts';

/** Turns the cells of one record into a recommendation, or says what is wrong with it. Keeps count of those alike. */
export function createRecommendationReader(rules: RowRules) {
  const counter = createKeyCounter();

  return rowReader<NewRecommendation>(rules, (row) => {
    const id = row.idIfAny('recommendation');
    const recommender = row.neededId('recommender');
    const recommended = row.idIfAny('recommended');
    if (recommended === recommender) refuse('recommended', { code: 'self-recommendation' });
    const won = readOutcome(row);
    const date = row.date('date');
    const value = row.optional('value', () => row.paid('value'));
    const reward = row.optional('reward', () => row.paid('reward'));
    const note = row.words('comment', limits.comment, true);
    const { day } = toMoment(date, rules.zone);

    if (won) {
      if (recommended === null) refuse('recommended', { code: 'missing' });
      // One customer is won once: that is its key.
      const recommendationId = id ?? `won:${recommended}`;
      const paid = { rewardMinor: reward?.minor ?? null, rewardCurrency: reward?.currency ?? null };
      return { outcome: 'won', recommendationId, recommender, customer: recommended, day, ...paid };
    }
    if (reward) refuse('reward', { code: 'only-for-won' });
    const moment = [date.day, date.timeMs, date.offset];
    const hash = hashContent(['lost', recommender, recommended, ...moment, value?.written ?? null, note]);
    const recommendationId = id ?? contentKey(hash, counter.next(hash));
    const lost = { valueMinor: value?.minor ?? null, valueCurrency: value?.currency ?? null };
    return { outcome: 'lost', recommendationId, recommender, customer: null, day, ...lost, note };
  });
}

function readOutcome(row: RowCells): boolean {
  const outcome = row.cell('outcome');
  return toWon(outcome) ?? refuse('outcome', { code: outcome === '' ? 'missing' : 'unknown-outcome' });
}
