import type { NewSpend } from '../loyalty/facts/spend.ts';
import { isMachineNothing, limits } from './cells.ts';
import { toMoment } from './dates.ts';
import { createRowKeys, momentMeant, momentWritten } from './row-keys.ts';
import { refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';

/** Turns the cells of one record into what was spent, or says what is wrong with it. Keeps count of rows alike. */
export function createSpendReader(rules: RowRules) {
  const keyOf = createRowKeys(rules);

  return rowReader<NewSpend>(rules, (row) => {
    const id = row.idIfAny('spend');
    const { first: date, last: end } = row.days('date');
    const last = row.cell('until') === '' ? end : row.days('until').last;
    const [from, lastDay] = [toMoment(date, rules.zone).day, toMoment(last, rules.zone).day];
    if (lastDay < from) refuse('until', { code: 'ends-before' });
    const source = row.optional('source', () => row.text('source', limits.source), isMachineNothing);
    const amount = row.paid('amount') ?? refuse('amount', { code: 'missing' });
    // A source is the same however its letters are.
    const key = keyOf(
      ['spend', ...momentMeant(date), last.day, source?.toLowerCase() ?? null, amount.meant],
      ['spend', ...momentMeant(date), last.day, source, amount.meant],
      ['spend', ...momentWritten(date), last.day, source, amount.written],
    );
    const known = id === null ? { spendId: key.id, formerIds: key.formerIds } : { spendId: id };
    return { ...known, from, to: lastDay + 1, source, amountMinor: amount.minor, currency: amount.currency };
  });
}
