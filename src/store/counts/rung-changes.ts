import type { Rung, RungChange } from '../../loyalty/ladder/rung-rules.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { changesInWindow, rungsAsOf } from './rung-changes.sql.ts';

export interface RecordedChange extends RungChange {
  readonly customerId: number;
}

export function rungChangesStore(sql: Sql, workspaceId: number) {
  return {
    /** The newest changes in a window between these pairs of rungs. */
    inWindow: (
      { from, to }: Window,
      pairs: readonly { readonly from: Rung; readonly to: Rung }[],
      limit: number,
    ): Promise<RecordedChange[]> => {
      const rungs = [textArray(pairs.map((pair) => pair.from)), textArray(pairs.map((pair) => pair.to))] as const;
      return sql.prepared(changesInWindow, [workspaceId, from, to, ...rungs, limit]);
    },

    /** The rung of each of these customers as of a day. */
    async rungsAsOf(customerIds: readonly number[], asOf: Day): Promise<Map<number, Rung>> {
      const rows = await sql.prepared(rungsAsOf, [workspaceId, numberArray(customerIds), asOf]);
      return new Map(rows.map((row) => [row.customer_id, row.to_rung]));
    },
  };
}
