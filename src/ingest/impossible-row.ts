import type { RefusedRow } from './refusal.ts';

/** The column at fault of a row that could be read and turned out to be impossible beside what is known. */
const columns = {
  'unknown-customer': 'customer',
  'self-recommendation': 'recommended_by',
  'in-future': 'date',
} as const;

/** Gives such a row back with its reason. */
export function impossibleRow(
  {
    line,
    cells,
    row,
  }: { readonly line: number; readonly cells: readonly string[]; readonly row: { readonly customer: string | null } },
  code: keyof typeof columns,
): RefusedRow {
  const value = code === 'unknown-customer' ? row.customer : null;
  return { line, column: columns[code], value, reason: { code }, cells };
}
