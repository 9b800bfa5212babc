import type { Day } from '../loyalty/period.ts';
import { epochDay, type Sql } from './sql.ts';

export function customersStore(sql: Sql, workspaceId: number) {
  return {
    /** Makes customers of whom no more is known than their own number. Those who are known stay as they are. */
    async makeMissing(externalIds: readonly string[], today: Day): Promise<number> {
      return sql.run(
        `WITH made AS (
           INSERT INTO customers (workspace_id, external_id, created_day)
           SELECT $1, external_id, ${epochDay} + $3::int FROM unnest($2::text[]) AS n(external_id) ORDER BY external_id
           ON CONFLICT (workspace_id, external_id) DO NOTHING RETURNING id
         )
         INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
         SELECT $1, id, $3, '{}', '{}', '{}' FROM made`,
        [workspaceId, externalIds, today],
      );
    },
  };
}
