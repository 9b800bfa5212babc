import type { SameNumber } from '../facts/import.ts';
import type { ImportNote } from '../facts/import-note.ts';
import type { FileRefusal, NumberClash } from '../facts/refusal.ts';
import type { TimeZone } from './dates.ts';
import { foldHeader } from './fold-header.ts';
import type { OpenFile } from './open-file.ts';
import { createOrderGroups } from './order-groups.ts';
import { type OrderRow, type RowsOfOrder, readOrderLines } from './order-lines.ts';
import { countOrderNumbers } from './order-number.ts';
import { createOrderReader } from './orders.ts';
import type { LineAmounts, ReadPlan } from './read-plan.ts';
import { isRow, readRecords } from './read-records.ts';
import { cellsIn, shapeFault } from './record-shape.ts';

/** How rows of one order go together. */
export interface SettledNumbers {
  readonly lineAmounts: LineAmounts | null;
  readonly notes: readonly ImportNote[];
}

/**
 * Says how rows of a file of orders go together that have the same number, or why nobody can say: what they might mean
 * would make other figures.
 */
export async function settleSameNumbers(
  open: OpenFile,
  plan: ReadPlan,
  zone: TimeZone,
): Promise<SettledNumbers | FileRefusal> {
  const seen = await readRepeated(open, plan, zone);
  if (seen.clash && plan.sameNumber === null) return seen.clash;
  if (!seen.first) return { lineAmounts: null, notes: [] };
  const lineAmounts = amountsOf(seen, scopeOf(plan), plan.sameNumber);
  if (lineAmounts === 'unclear' && plan.sameNumber === null && seen.unclear) {
    return { ...seen.unclear, numbers: seen.same };
  }
  const amounts = plan.sameNumber === 'correct' ? 'corrected' : lineAmounts === 'repeated' ? 'repeated' : 'added';
  const { orders, rows, alike, first } = seen;
  return { lineAmounts, notes: [{ code: 'order-lines', orders, rows, alike, first, amounts }] };
}

type SameNumberRefusal = Extract<FileRefusal, { readonly code: 'same-number' }>;

/** What a file says of orders that several rows speak of, with more than one content. */
interface Repeated {
  orders: number;
  rows: number;
  alike: number;
  first: string | null;
  /** Of how many the rows do not go together, and the first of these. */
  clashes: number;
  clash: SameNumberRefusal | null;
  /** Of how many the rows have each another amount. */
  different: number;
  /** Of how many they have all the same, and the first of these. */
  same: number;
  unclear: SameNumberRefusal | null;
}

async function readRepeated(open: OpenFile, plan: ReadPlan, zone: TimeZone): Promise<Readonly<Repeated>> {
  const groups = createOrderGroups(plan, await countOrderNumbers(open, plan));
  const read = createOrderReader({ ...plan, damaged: plan.damaged || plan.columns.mended, zone });
  const seen: Repeated = { ...nothingRepeated };
  for await (const records of readRecords(open, plan)) {
    for (const record of records) {
      if (!isRow(record, plan)) continue;
      const fault = shapeFault(record, plan.columns);
      const rows = groups.take({ line: record.line, cells: cellsIn(record, plan.columns), fault });
      if (typeof rows !== 'string')
        noteOrder(seen, rows, readOrderLines(rows, read, plan.columns, plan.sameNumber), plan);
    }
  }
  return { ...seen, clash: seen.clash && { ...seen.clash, numbers: seen.clashes } };
}

const nothingRepeated: Repeated = {
  orders: 0,
  rows: 0,
  alike: 0,
  first: null,
  clashes: 0,
  clash: null,
  different: 0,
  same: 0,
  unclear: null,
};

function noteOrder(seen: Repeated, rows: readonly OrderRow[], found: RowsOfOrder, plan: ReadPlan): void {
  if (found.kind === 'alike') return;
  seen.orders += 1;
  seen.rows += rows.length;
  seen.first ??= (rows[0]?.cells[plan.columns.at.order ?? -1] ?? '').trim();
  const why = clashOf(found, scopeOf(plan));
  // Somebody who says that they are lines says that their amounts add up.
  if (why && !(why.clash === 'total' && plan.sameNumber === 'lines')) {
    seen.clashes += 1;
    seen.clash ??= refusalOf(why.clash, why.rows, plan);
  } else if (found.kind === 'lines') {
    seen.alike += found.alike;
    const [a, b] = found.lines;
    if (!a || !b) return;
    seen[found.sameAmount ? 'same' : 'different'] += 1;
    if (found.sameAmount) seen.unclear ??= refusalOf('amount', [a.row, b.row], plan);
  }
}

type Scope = 'line' | 'order' | null;

function clashOf(found: RowsOfOrder, scope: Scope): { clash: NumberClash; rows: readonly [OrderRow, OrderRow] } | null {
  if (found.kind === 'clash') return found;
  if (found.kind !== 'lines' || found.sameAmount || scope !== 'order') return null;
  const [a] = found.lines;
  const b = found.lines.find(({ order }) => order.amountMinor !== a?.order.amountMinor);
  return a && b ? { clash: 'total', rows: [a.row, b.row] } : null;
}

/** What a person said settles it, else the header, else what most of the orders show. */
function amountsOf({ different, same }: Readonly<Repeated>, scope: Scope, choice: SameNumber | null): LineAmounts {
  if (scope === 'order') return different > 0 && choice === 'lines' ? 'added' : 'repeated';
  if (scope === 'line' || choice === 'lines') return 'added';
  return same > different ? 'unclear' : 'added';
}

/** What the header of the amount says it is of. */
function scopeOf({ columns: { header, at, known }, headerLine }: ReadPlan): Scope {
  if (known?.amountOf) return known.amountOf;
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
