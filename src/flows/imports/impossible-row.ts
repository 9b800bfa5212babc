import type { FileRow } from '../../facts/import.ts';
import type { RefusedRow, RowReason } from '../../facts/refusal.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { NewCustomer } from '../../loyalty/facts/customer.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import { type Day, isoFromDay } from '../../loyalty/time/period.ts';
import type { CustomerFinder } from '../customers/find-customers.ts';

/** The column at fault of a row that could be read and turned out to be impossible beside what is known, and what it says there. */
const faults = {
  'unknown-customer': { column: 'customer', code: 'unknown-customer', says: 'customer' },
  'unknown-recommender': { column: 'recommender', code: 'unknown-customer', says: 'recommender' },
  'unknown-recommended': { column: 'recommended', code: 'unknown-customer', says: 'customer' },
  'self-recommendation': { column: 'recommended_by', code: 'self-recommendation', says: null },
  'segment-by-rule': { column: 'segments', code: 'segment-by-rule', says: null },
  'other-recommender': { column: 'recommender', code: 'other-recommender', says: 'recommender' },
  'other-variant': { column: 'variant', code: 'other-variant', says: 'variant' },
  'shared-address': { column: 'customer', code: 'shared-address', says: 'customer' },
  'other-words': { column: 'comment', code: 'other-words', says: 'comment' },
  'in-future': { column: 'date', code: 'in-future', says: null },
  'contact-in-future': { column: 'contacted', code: 'in-future', says: null },
  'response-in-future': { column: 'responded', code: 'in-future', says: null },
} as const satisfies Record<string, { column: string; code: RowReason['code']; says: keyof Telling | null }>;

/** What only shows beside what is known: whose row it is, and what day it is today. */
export type Impossible = keyof typeof faults | 'far-ahead' | 'known-response';

/** A row that was not taken: where it stands among those that were to be, and why. */
export interface NotTaken {
  readonly position: number;
  readonly why: Impossible;
  /** Who all have the address that stands for the customer. */
  readonly customers?: readonly string[];
  /** The segment of that name that keeps itself. */
  readonly segment?: string | null;
  /** The day of the known answer with the response's number. */
  readonly day?: Day;
}

/** Why somebody was not found whom a row names. */
export function whyUnknown(
  finder: CustomerFinder,
  name: string | null,
  unknown: 'unknown-customer' | 'unknown-recommender' | 'unknown-recommended' = 'unknown-customer',
): Omit<NotTaken, 'position'> {
  const customers = name === null ? null : finder.shared(name);
  return customers ? { why: 'shared-address', customers } : { why: unknown };
}

/** What a row may say of whom and what it is about. */
interface Telling {
  readonly customer?: string | null;
  readonly recommender?: string;
  readonly variant?: string;
  readonly comment?: string | null;
}

/** So far ahead is an order believed to be placed, or a rate to be told; further ahead its year is a slip. */
export const mostDaysAhead = 366;

function farAhead({ line, cells, row }: FileRow<object>): RefusedRow {
  const { day, from = day } = row as Partial<NewOrder & NewSpend>;
  const value = isoFromDay(from ?? 0);
  return { line, column: 'date', value, reason: { code: 'far-ahead', days: mostDaysAhead }, cells };
}

/** Orders that are placed ahead, told as such: they count from their day on. Nobody is a customer since a day to come: that is left out. */
export function toldAhead<Row extends object>(rows: readonly FileRow<Row>[], today: Day): FileRow<Row>[] {
  return rows.map((row) => {
    const { orderId, day, sinceDay } = row.row as Partial<NewOrder & NewCustomer>;
    if (sinceDay !== undefined && sinceDay !== null && sinceDay > today) {
      const first = { line: row.line, value: isoFromDay(sinceDay), reason: { code: 'in-future' } } as const;
      const note = { code: 'left-out', column: 'since', count: 1, first } as const;
      return { ...row, row: { ...row.row, sinceDay: null }, notes: [...(row.notes ?? []), note] };
    }
    if (orderId === undefined || day === undefined || day <= today) return row;
    const first = { line: row.line, value: isoFromDay(day), reason: { code: 'in-future' } } as const;
    return { ...row, notes: [...(row.notes ?? []), { code: 'ahead', column: 'date', count: 1, first }] };
  });
}

/** Gives such a row back with its reason. */
export function impossibleRow(
  { line, cells, row }: FileRow<object>,
  { why, customers = [], day = 0, segment = null }: Omit<NotTaken, 'position'>,
): RefusedRow {
  if (why === 'far-ahead') return farAhead({ line, cells, row });
  if (why === 'known-response') {
    const response = (row as NewAnswer).answerId.split(':').at(-1) ?? '';
    return { line, column: 'response_id', value: response, reason: { code: why, response, day }, cells };
  }
  const { column, code, says } = faults[why];
  const value = says === null ? segment : ((row as Telling)[says] ?? null);
  const reason = code === 'shared-address' ? { code, customers } : { code };
  return { line, column, value, reason, cells };
}
