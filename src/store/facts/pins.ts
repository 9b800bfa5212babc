import type { Pin, Rung } from '../../loyalty/ladder/ladder.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export interface StoredPin extends Pin {
  readonly id: number;
  readonly reason: string;
  readonly authorId: string;
}

export function pinsStore(sql: Sql, workspaceId: number) {
  return {
    /** In the order in which they were made. */
    async ofCustomer(customerId: number): Promise<StoredPin[]> {
      return sql.rows<StoredPin & Record<string, unknown>>(
        `SELECT id, rung, from_day - ${epochDay} AS "fromDay", until_day - ${epochDay} AS "untilDay", reason, author_id AS "authorId"
         FROM pins WHERE workspace_id = $1 AND customer_id = $2 ORDER BY id`,
        [workspaceId, customerId],
      );
    },

    /** @returns false when this request made a pin already */
    async add(pin: {
      readonly key: string;
      readonly customerId: number;
      readonly rung: Rung;
      readonly fromDay: Day;
      readonly untilDay: Day | null;
      readonly reason: string;
      readonly authorId: string;
      readonly at: Date;
    }): Promise<boolean> {
      const written = await sql.run(
        `INSERT INTO pins (workspace_id, key, customer_id, rung, from_day, until_day, reason, author_id, created_at)
         VALUES ($1, $2, $3, $4, ${epochDay} + $5::int, ${epochDay} + $6::int, $7, $8, $9)
         ON CONFLICT (workspace_id, key) DO NOTHING`,
        [workspaceId, pin.key, pin.customerId, pin.rung, pin.fromDay, pin.untilDay, pin.reason, pin.authorId, pin.at],
      );
      if (written === 1) {
        await sql.run(`UPDATE customer_standings SET has_pins = true WHERE workspace_id = $1 AND customer_id = $2`, [
          workspaceId,
          pin.customerId,
        ]);
      }
      return written === 1;
    },

    /** Ends every pin that holds on a day, but the one of this request. @returns how many there were */
    async endOthers(customerId: number, day: Day, key: string): Promise<number> {
      return sql.run(
        `UPDATE pins SET until_day = ${epochDay} + $3::int
         WHERE workspace_id = $1 AND customer_id = $2 AND key <> $4 AND (until_day IS NULL OR until_day > ${epochDay} + $3::int)`,
        [workspaceId, customerId, day, key],
      );
    },
  };
}
