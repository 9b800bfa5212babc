import type { RefusedRow, RowReason } from './refusal.ts';

/** The column at fault of a row that could be read and turned out to be impossible beside what is known. */
const faults = {
  'unknown-customer': { column: 'customer', code: 'unknown-customer' },
  'unknown-recommender': { column: 'recommender', code: 'unknown-customer' },
  'unknown-recommended': { column: 'recommended', code: 'unknown-customer' },
  'self-recommendation': { column: 'recommended_by', code: 'self-recommendation' },
  'other-recommender': { column: 'recommender', code: 'other-recommender' },
  'other-variant': { column: 'variant', code: 'other-variant' },
  'in-future': { column: 'date', code: 'in-future' },
  'contact-in-future': { column: 'contacted', code: 'in-future' },
  'response-in-future': { column: 'responded', code: 'in-future' },
} as const satisfies Record<string, { readonly column: string; readonly code: RowReason['code'] }>;

/** What a row may say of whom and what it is about. */
interface Telling {
  readonly customer?: string | null;
  readonly recommender?: string;
  readonly variant?: string;
}

/** Gives such a row back with its reason. */
export function impossibleRow(
  { line, cells, row }: { readonly line: number; readonly cells: readonly string[]; readonly row: object },
  why: keyof typeof faults,
): RefusedRow {
  const { column, code } = faults[why];
  return { line, column, value: quotedIn(row as Telling, why), reason: { code }, cells };
}

function quotedIn(row: Telling, why: keyof typeof faults): string | null {
  switch (why) {
    case 'unknown-customer':
    case 'unknown-recommended':
      return row.customer ?? null;
    case 'unknown-recommender':
    case 'other-recommender':
      return row.recommender ?? null;
    case 'other-variant':
      return row.variant ?? null;
    default:
      return null;
  }
}
