import { eachOf, statement, textOf, texts } from './statement.ts';

const tables = ['customers', 'customer_standings', 'rung_changes', 'orders', 'answers'] as const;

/**
 * What of these tables has grown tenfold since it was counted. Customers count from the first: by whichever index is
 * found best for a table of none, each of their orders looks for its customer until they are counted.
 */
export const grownTables = statement(
  `SELECT relname::text AS name FROM pg_class
   WHERE oid = ANY($1::text[]::regclass[])
     AND pg_relation_size(oid) > CASE relname WHEN 'customers' THEN 0 ELSE 100 END * current_setting('block_size')::int
     AND (pg_relation_size(oid) > 10 * relpages * current_setting('block_size')::int8
       OR NOT EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = relname))`,
  [texts],
  { name: textOf<(typeof tables)[number]>() },
);

export const countTable = eachOf(tables, (table) => statement(`ANALYZE (SKIP_LOCKED) ${table}`, []));
