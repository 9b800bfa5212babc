import type { Sql } from './sql.ts';

const tables = ['customers', 'customer_standings', 'rung_changes', 'orders', 'answers'] as const;

/**
 * Lets PostgreSQL count again what grew tenfold since it last did. Without that, while a first file comes in, it takes its
 * tables for empty, and reads the whole of one for every few customers. A table that another import has counted at this
 * moment is left out.
 */
export async function countAnew(sql: Sql): Promise<void> {
  const grown = await sql.rows<{ name: (typeof tables)[number] }>(
    `SELECT relname AS name FROM pg_class
     WHERE oid = ANY($1::text[]::regclass[]) AND pg_relation_size(oid) > 100 * current_setting('block_size')::int
       AND (pg_relation_size(oid) > 10 * relpages * current_setting('block_size')::int8
         OR NOT EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = relname))`,
    [tables],
  );
  for (const { name } of grown) await sql.run(`ANALYZE (SKIP_LOCKED) ${name}`);
}
