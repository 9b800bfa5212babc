import { limits, readText } from './cells.ts';
import { type ContentHash, hashContent } from './content-key.ts';
import type { ColumnMap } from './header.ts';
import { readId } from './ids.ts';
import { createKeyCounter, type KeyCounter } from './key-counter.ts';
import type { OpenFile } from './open-file.ts';
import { toShop } from './orders.ts';
import type { ReadPlan } from './read-plan.ts';
import { isRow, readRecords } from './read-records.ts';
import { cellsIn } from './record-shape.ts';

/** What tells which order a row speaks of. */
export interface NumberRules extends Pick<ReadPlan, 'columns' | 'damaged' | 'wholeNumbers'> {
  readonly shop: string | null | undefined;
}

/** The shop and the number that a row says of its order; null where it has none that can be read. */
export function orderNumberOf(
  cells: readonly string[],
  rules: NumberRules,
): readonly [shop: string, number: string] | null {
  const { at } = rules.columns;
  const wholeNumbers = rules.wholeNumbers.includes('order');
  const number = readId(cells[at.order ?? -1] ?? '', { damaged: rules.damaged, wholeNumbers, guests: false });
  if (typeof number !== 'string') return null;
  const shop = at.shop === undefined ? null : readText(cells[at.shop] ?? '', limits.shop, rules.damaged);
  return [toShop(typeof shop === 'string' ? shop : (rules.shop ?? null)), number];
}

/** Whether any number comes twice in a file. */
export interface OrderNumberSurvey {
  see(cells: readonly string[]): void;
  isRepeated(): boolean;
}

export function surveyOrderNumbers(columns: ColumnMap): OrderNumberSurvey {
  const counter = createKeyCounter();
  // Whether 7.0 is 7 is not known yet: whoever looks again decides.
  const rules = { columns, damaged: false, wholeNumbers: ['order'], shop: null };
  let isRepeated = false;
  return {
    see(cells) {
      if (isRepeated || columns.kind !== 'orders' || columns.at.order === undefined) return;
      const number = orderNumberOf(cells, rules);
      if (number && counter.next(hashNumber(number)) > 1) isRepeated = true;
    },
    isRepeated: () => isRepeated,
  };
}

/** How many rows of the file speak of each order. */
export async function countOrderNumbers(open: OpenFile, plan: ReadPlan): Promise<KeyCounter> {
  const counter = createKeyCounter();
  for await (const records of readRecords(open, plan)) {
    for (const record of records) {
      const number = isRow(record, plan) ? orderNumberOf(cellsIn(record, plan.columns), plan) : null;
      if (number) counter.next(hashNumber(number));
    }
  }
  return counter;
}

export function hashNumber(number: readonly [shop: string, number: string]): ContentHash {
  return hashContent(number);
}
