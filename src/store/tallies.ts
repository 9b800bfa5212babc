import type { TallyChange } from '../loyalty/standing.ts';
import { epochDay, type Sql } from './sql.ts';

export function talliesStore(sql: Sql, workspaceId: number) {
  return {
    /** Adds to the kept counts. Each connection writes rows of its own, in one order, so that writers seldom wait. */
    async add(changes: readonly TallyChange[]): Promise<void> {
      if (changes.length === 0) return;
      await sql.run(
        `INSERT INTO tallies (workspace_id, figure, segment, day, stripe, first, second, third)
         SELECT $1, figure, segment, ${epochDay} + day, pg_backend_pid() % 8, first, second, third
         FROM unnest($2::text[], $3::text[], $4::int[], $5::int8[], $6::int8[], $7::int8[])
           AS n(figure, segment, day, first, second, third)
         ORDER BY figure, segment, day
         ON CONFLICT (workspace_id, figure, segment, day, stripe) DO UPDATE
         SET first = tallies.first + excluded.first, second = tallies.second + excluded.second,
             third = tallies.third + excluded.third`,
        [
          workspaceId,
          changes.map((c) => c.figure),
          changes.map((c) => c.segment),
          changes.map((c) => c.day),
          changes.map((c) => c.first),
          changes.map((c) => c.second),
          changes.map((c) => c.third),
        ],
      );
    },
  };
}
