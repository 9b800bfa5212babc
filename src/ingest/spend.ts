import type { NewSpend } from '../loyalty/facts/spend.ts';
import { cellsOf, type Fault, isReason, limits, readText } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import { readPaid } from './money.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';

/** Turns the cells of one record into what was spent, or says what is wrong with it. Keeps count of rows alike. */
export function createSpendReader(rules: RowRules): (cells: readonly string[]) => NewSpend | Fault {
  const cell = cellsOf(rules.columns);
  const { damaged } = rules;
  const counter = createKeyCounter();

  return (cells) => {
    const id = readText(cell(cells, 'spend'), { limit: limits.id, damaged });
    if (isReason(id)) return { column: 'spend', reason: id };
    const date = readWhen('date', cell(cells, 'date'), rules);
    if ('reason' in date) return date;
    const last = cell(cells, 'until').trim() === '' ? date : readWhen('until', cell(cells, 'until'), rules);
    if ('reason' in last) return last;
    const [from, lastDay] = [toMoment(date, rules.zone).day, toMoment(last, rules.zone).day];
    if (lastDay < from) return { column: 'until', reason: { code: 'ends-before' } };
    const source = readText(cell(cells, 'source'), { limit: limits.source, damaged });
    if (isReason(source)) return { column: 'source', reason: source };
    const amount = readPaid('amount', cell(cells, 'amount'), cell(cells, 'currency'), rules);
    if (amount === null) return { column: 'amount', reason: { code: 'missing' } };
    if ('reason' in amount) return amount;
    const hash = hashContent(['spend', date.day, date.timeMs, date.offset, last.day, source, amount.written]);
    return {
      spendId: id ?? contentKey(hash, counter.next(hash)),
      from,
      to: lastDay + 1,
      source,
      amountMinor: amount.minor,
      currency: amount.currency,
    };
  };
}
