import { eachOf, statement, textOf, texts } from './statement.ts';

const tables = ['customers', 'customer_words', 'customer_standings', 'rung_changes', 'orders', 'answers'] as const;

/** What of these tables has grown tenfold since it was counted. */
export const grownTables = statement(
  `SELECT relname::text AS name FROM pg_class
   WHERE oid = ANY($1::text[]::regclass[]) AND pg_relation_size(oid) > 100 * current_setting('block_size')::int
     AND (pg_relation_size(oid) > 10 * relpages * current_setting('block_size')::int8
       OR NOT EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = relname))`,
  [texts],
  { name: textOf<(typeof tables)[number]>() },
);

export const countTable = eachOf(tables, (table) => statement(`ANALYZE (SKIP_LOCKED) ${table}`, []));
