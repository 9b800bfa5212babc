import type { FileRow } from '../../facts/import.ts';
import type { RefusedRow } from '../../facts/refusal.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { NewContact } from '../../loyalty/facts/campaign.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { type Impossible, impossibleRow, mostDaysAhead } from './impossible-row.ts';
import type { Recorder } from './recorder.ts';

/** Hands rows over to what records them. @returns the rows that were not taken, with the reason */
export async function takeRows<Row extends object>(
  recorder: Recorder<Row>,
  rows: readonly FileRow<Row>[],
  today: Day,
): Promise<RefusedRow[]> {
  const refused: RefusedRow[] = [];
  const possible = rows.filter((row) => {
    const early = aheadOf(today, row.row);
    if (early !== null) refused.push(impossibleRow(row, { why: early }));
    return early === null;
  });
  for (const { position, ...why } of await recorder.take(possible.map(({ row }) => row))) {
    const row = possible[position];
    if (row) refused.push(impossibleRow(row, why));
  }
  return refused;
}

/** Why something that is told as having happened cannot have: its day has not come. Orders may be placed ahead and budgets made, though not for years. */
function aheadOf(today: Day, row: object): Impossible | null {
  const {
    answerId,
    recommender,
    orderId,
    day = today,
    contactedDay,
    respondedDay,
    rate,
    from = day,
  } = row as Partial<NewAnswer & NewRecommendation & NewContact & NewOrder & NewSpend & CurrencyRate>;
  if ((answerId !== undefined || recommender !== undefined) && day > today) return 'in-future';
  const isTold = orderId !== undefined || rate !== undefined;
  if ((isTold && day > today + mostDaysAhead) || from > today + mostDaysAhead) return 'far-ahead';
  if (contactedDay !== undefined && contactedDay > today) return 'contact-in-future';
  return (respondedDay ?? today) > today ? 'response-in-future' : null;
}
