import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { addTags, removeTags, tagsOfCustomers } from './segments.sql.ts';

export function segmentsStore(sql: Sql, workspaceId: number) {
  return {
    /** The segments of those of the customers that have any, in the order of the alphabet. */
    async ofCustomers(ids: readonly number[]): Promise<Map<number, string[]>> {
      if (ids.length === 0) return new Map();
      const rows = await sql.rows(tagsOfCustomers, [workspaceId, numberArray(ids)]);
      return new Map(rows.map(({ customer_id, tags }) => [customer_id, tags]));
    },

    /** Puts customers into these segments and no others. */
    async set(segments: ReadonlyMap<number, readonly string[]>): Promise<void> {
      if (segments.size === 0) return;
      const rows = [...segments].flatMap(([id, tags]) => tags.map((tag) => ({ id, tag })));
      await sql.run(removeTags, [workspaceId, numberArray([...segments.keys()])]);
      const [tags, ids] = [textArray(rows.map(({ tag }) => tag)), numberArray(rows.map(({ id }) => id))];
      await sql.run(addTags, [workspaceId, tags, ids]);
    },
  };
}
