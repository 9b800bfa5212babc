import type { Sql } from './sql.ts';
import { countTable, grownTables } from './statistics.sql.ts';

/**
 * Lets PostgreSQL count again what grew tenfold since it last did. Without that, while a first file comes in, it takes its
 * tables for empty, and reads the whole of one for every few customers. A table that another import has counted at this
 * moment is left out.
 */
export async function countAnew(sql: Sql): Promise<void> {
  for (const { name } of await sql.rows(grownTables, [Object.keys(countTable)])) await sql.run(countTable[name], []);
}
