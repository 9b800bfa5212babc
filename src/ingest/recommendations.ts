import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import { limits } from './cells.ts';
import { toMoment } from './dates.ts';
import { idWritten } from './email.ts';
import { createRowKeys, momentMeant, momentWritten } from './row-keys.ts';
import { type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toWon } from './words.ts';

/** Turns the cells of one record into a recommendation, or says what is wrong with it. Keeps count of those alike. */
export function createRecommendationReader(rules: RowRules) {
  const keyOf = createRowKeys(rules);

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
    const written = [
      idWritten(row, 'recommender', recommender),
      recommended === null ? null : idWritten(row, 'recommended', recommended),
    ];
    // Words that were edited later make no second one.
    const key = keyOf(
      ['lost', recommender, recommended, ...momentMeant(date), value?.meant ?? null],
      ['lost', recommender, recommended, ...momentMeant(date), value?.meant ?? null, note],
      ['lost', ...written, ...momentWritten(date), value?.written ?? null, note],
    );
    const known = id === null ? { recommendationId: key.id, formerIds: key.formerIds } : { recommendationId: id };
    const lost = { valueMinor: value?.minor ?? null, valueCurrency: value?.currency ?? null };
    return { outcome: 'lost', ...known, recommender, customer: null, day, ...lost, note };
  });
}

function readOutcome(row: RowCells): boolean {
  const outcome = row.cell('outcome');
  return toWon(outcome) ?? refuse('outcome', { code: outcome === '' ? 'missing' : 'unknown-outcome' });
}
