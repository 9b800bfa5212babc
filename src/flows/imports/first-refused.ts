import type { RefusedRow } from '../../facts/refusal.ts';

type Refused = Pick<RefusedRow, 'line' | 'column' | 'reason'>;

/** Keeps of the rows that are refused the first of each reason, which are told first, and of the others as many as there is room for. */
export function firstRefused<Row extends Refused>(most: number) {
  const ofReasons = new Map<string, Row>();
  const others: Row[] = [];
  return {
    /** @param rows in the order of the file */
    add(rows: readonly Row[]): void {
      for (const row of rows) {
        const reason = `${row.column}:${row.reason.code}`;
        if (!ofReasons.has(reason)) ofReasons.set(reason, row);
        else if (others.length < most) others.push(row);
      }
    },
    told: (): readonly Row[] => [...ofReasons.values(), ...others].slice(0, most),
  };
}
