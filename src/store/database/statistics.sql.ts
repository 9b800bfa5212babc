import { eachOf, statement, textOf, texts } from './statement.ts';

const tables = ['customers', 'customer_words', 'customer_standings', 'rung_changes', 'orders', 'answers'] as const;

/**
 * What of these tables has grown tenfold since it was counted. Customers are counted from the first, and while they are few
 * whenever they have doubled: in the way that is found best for none, or for a handful, each of their orders looks for
 * its customer until they are counted again.
 */
export const grownTables = statement(
  `SELECT relname::text AS name FROM pg_class
   WHERE oid = ANY($1::text[]::regclass[])
     AND pg_relation_size(oid) > CASE relname WHEN 'customers' THEN 0 ELSE 8 END * current_setting('block_size')::int
     AND (pg_relation_size(oid) >= CASE WHEN relname = 'customers' AND relpages < 100 THEN 2 ELSE 10 END
         * relpages * current_setting('block_size')::int8
       OR NOT EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = relname))`,
  [texts],
  { name: textOf<(typeof tables)[number]>() },
);

export const countTable = eachOf(tables, (table) => statement(`ANALYZE (SKIP_LOCKED) ${table}`, []));
