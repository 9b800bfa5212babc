import type { SameNumber } from '../facts/import.ts';
import type { FileRefusal, NumberClash } from '../facts/refusal.ts';
import type { TimeZone } from './dates.ts';
import { foldHeader } from './header.ts';
import type { OpenFile } from './open-file.ts';
import { createOrderGroups } from './order-groups.ts';
import { type OrderLines, type OrderRow, readOrderLines } from './order-lines.ts';
import { countOrderNumbers } from './order-number.ts';
import { createOrderReader } from './orders.ts';
import type { LineAmounts, ReadPlan } from './read-plan.ts';
import { isRow, readRecords } from './read-records.ts';
import { cellsIn, shapeFault } from './record-shape.ts';

/**
 * Says how rows of a file of orders go together that have the same number, or why nobody can say: what they might mean
 * would make other figures.
 */
export async function settleSameNumbers(
  open: OpenFile,
  plan: ReadPlan,
  zone: TimeZone,
): Promise<LineAmounts | null | FileRefusal> {
  const seen = await readRepeated(open, plan, zone);
  if (seen.clash && plan.sameNumber === null) return seen.clash;
  if (seen.different + seen.same.count === 0) return seen.isRepeated ? 'added' : null;
  const amounts = amountsOf(seen, scopeOf(plan), plan.sameNumber);
  if (amounts === 'unclear' && plan.sameNumber === null && seen.same.first) {
    return { ...seen.same.first, numbers: seen.same.count };
  }
  return amounts;
}

type SameNumberRefusal = Extract<FileRefusal, { readonly code: 'same-number' }>;

interface Repeated {
  /** Whether any number comes with more than one content. */
  readonly isRepeated: boolean;
  readonly clash: SameNumberRefusal | null;
  /** Orders whose rows each have another amount, and those whose rows all have the same. */
  readonly different: number;
  readonly same: { readonly count: number; readonly first: SameNumberRefusal | null };
}

async function readRepeated(open: OpenFile, plan: ReadPlan, zone: TimeZone): Promise<Repeated> {
  const groups = createOrderGroups(plan, await countOrderNumbers(open, plan));
  const read = createOrderReader({ ...plan, damaged: plan.damaged || plan.columns.mended, zone });
  const scope = scopeOf(plan);
  const seen = { isRepeated: false, different: 0, same: 0, clashes: 0 };
  const firsts: { clash: SameNumberRefusal | null; same: SameNumberRefusal | null } = { clash: null, same: null };

  function see(rows: readonly OrderRow[]): void {
    const found = readOrderLines(rows, read, plan.columns, plan.sameNumber);
    seen.isRepeated ||= found.kind !== 'alike';
    const why = clashOf(found, scope);
    if (why) {
      seen.clashes++;
      firsts.clash ??= refusalOf(why.clash, why.rows, plan);
    } else if (found.kind === 'lines' && found.lines.length > 1) {
      seen[found.sameAmount ? 'same' : 'different']++;
      const [a, b] = found.lines;
      if (found.sameAmount && a && b) firsts.same ??= refusalOf('amount', [a.row, b.row], plan);
    }
  }

  for await (const records of readRecords(open, plan)) {
    for (const record of records) {
      if (!isRow(record, plan)) continue;
      const fault = shapeFault(record, plan.columns);
      const rows = groups.take({ line: record.line, cells: cellsIn(record, plan.columns), fault });
      if (typeof rows !== 'string') see(rows);
    }
  }
  const { isRepeated, different, same, clashes } = seen;
  const clash = firsts.clash && { ...firsts.clash, numbers: clashes };
  return { isRepeated, clash, different, same: { count: same, first: firsts.same } };
}

type Scope = 'line' | 'order' | null;

function clashOf(found: OrderLines, scope: Scope): { clash: NumberClash; rows: readonly [OrderRow, OrderRow] } | null {
  if (found.kind === 'clash') return found;
  if (found.kind !== 'lines' || found.sameAmount || scope !== 'order') return null;
  const [a] = found.lines;
  const b = found.lines.find(({ order }) => order.amountMinor !== a?.order.amountMinor);
  return a && b ? { clash: 'total', rows: [a.row, b.row] } : null;
}

/** What a person said settles it, else the header, else what most of the orders show. */
function amountsOf({ different, same }: Repeated, scope: Scope, choice: SameNumber | null): LineAmounts {
  if (scope === 'order') return different > 0 && choice === 'lines' ? 'added' : 'repeated';
  if (scope === 'line' || choice === 'lines') return 'added';
  return same.count > different ? 'unclear' : 'added';
}

/** What the header of the amount says it is of. */
function scopeOf({ columns: { header, at }, headerLine }: ReadPlan): Scope {
  const name = headerLine === null ? '' : foldHeader(header[at.amount ?? -1] ?? '');
  if (/^(?:line|item|linje|vare|product|produkt|rad|ordrelinje|orderline|split)/.test(name)) return 'line';
  return /total|^(?:order|ordre|faktura|invoice|samlet|ialt)|ialt$/.test(name) ? 'order' : null;
}

const columnOf: Readonly<Record<NumberClash, string>> = {
  customer: 'customer',
  day: 'date',
  currency: 'currency',
  total: 'amount',
  amount: 'amount',
};

function refusalOf(
  clash: NumberClash,
  [a, b]: readonly [OrderRow, OrderRow],
  { columns: { at } }: ReadPlan,
): SameNumberRefusal {
  const cell = ({ cells }: OrderRow, column: string) => (cells[at[column] ?? -1] ?? '').trim();
  const value = (row: OrderRow) => cell(row, columnOf[clash]);
  const number = cell(a, 'order');
  return { code: 'same-number', clash, number, lines: [a.line, b.line], values: [value(a), value(b)], numbers: 1 };
}
