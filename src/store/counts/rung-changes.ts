import type { Rung, RungReason } from '../../loyalty/ladder/ladder.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export interface RecordedChange {
  readonly customerId: number;
  readonly day: Day;
  readonly from: Rung | null;
  readonly rung: Rung;
  readonly reason: RungReason;
}

export function rungChangesStore(sql: Sql, workspaceId: number) {
  return {
    /** The newest changes in a window between these pairs of rungs: of each pair its newest are looked at, and no more. */
    async inWindow(
      window: Window,
      pairs: readonly { readonly from: Rung; readonly to: Rung }[],
      limit: number,
    ): Promise<RecordedChange[]> {
      const rows = await sql.prepared<ChangeRow>(
        `SELECT ${columns} FROM unnest(${textColumn(4)}::"Rung"[], ${textColumn(5)}::"Rung"[]) AS pair(source, target), LATERAL (
           SELECT * FROM rung_changes
           WHERE workspace_id = $1 AND from_rung = source AND to_rung = target
             AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
           ORDER BY day DESC, customer_id LIMIT $6
         ) AS newest ORDER BY newest.day DESC, customer_id LIMIT $6`,
        [
          workspaceId,
          window.from,
          window.to,
          textArray(pairs.map(({ from }) => from)),
          textArray(pairs.map(({ to }) => to)),
          limit,
        ],
      );
      return rows.map(toChange);
    },

    /** The rung of each of these customers as of a day. */
    async rungsAsOf(customerIds: readonly number[], asOf: Day): Promise<Map<number, Rung>> {
      const rows = await sql.prepared<{ customer_id: number; to_rung: Rung }>(
        `SELECT DISTINCT ON (customer_id) customer_id, to_rung FROM rung_changes
         WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND day < ${epochDay} + $3::int
         ORDER BY customer_id, day DESC`,
        [workspaceId, numberArray(customerIds), asOf],
      );
      return new Map(rows.map((row) => [row.customer_id, row.to_rung]));
    },
  };
}

const columns = `customer_id, day - ${epochDay} AS day, from_rung, to_rung, reason`;

interface ChangeRow {
  readonly customer_id: number;
  readonly day: number;
  readonly from_rung: Rung | null;
  readonly to_rung: Rung;
  readonly reason: RungReason;
}

function toChange(row: ChangeRow): RecordedChange {
  return { customerId: row.customer_id, day: row.day, from: row.from_rung, rung: row.to_rung, reason: row.reason };
}
