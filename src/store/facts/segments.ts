import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';

export function segmentsStore(sql: Sql, workspaceId: number) {
  return {
    /** The segments of those of the customers that have any, in the order of the alphabet. */
    async ofCustomers(ids: readonly number[]): Promise<Map<number, string[]>> {
      if (ids.length === 0) return new Map();
      const rows = await sql.rows<{ customer_id: number; tags: string[] }>(
        `SELECT customer_id, array_agg(tag ORDER BY tag COLLATE "C") AS tags FROM customer_tags
         WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY customer_id`,
        [workspaceId, numberArray(ids)],
      );
      return new Map(rows.map(({ customer_id, tags }) => [customer_id, tags]));
    },

    /** Puts customers into these segments and no others. */
    async set(segments: ReadonlyMap<number, readonly string[]>): Promise<void> {
      if (segments.size === 0) return;
      const rows = [...segments].flatMap(([id, tags]) => tags.map((tag) => ({ id, tag })));
      await sql.run(`DELETE FROM customer_tags WHERE workspace_id = $1 AND customer_id = ANY($2::int[])`, [
        workspaceId,
        numberArray([...segments.keys()]),
      ]);
      await sql.run(
        `INSERT INTO customer_tags (workspace_id, tag, customer_id)
         SELECT $1, tag, customer_id FROM unnest(${textColumn(2)}, $3::int[]) AS n(tag, customer_id)
         ON CONFLICT DO NOTHING`,
        [workspaceId, textArray(rows.map(({ tag }) => tag)), numberArray(rows.map(({ id }) => id))],
      );
    },
  };
}
