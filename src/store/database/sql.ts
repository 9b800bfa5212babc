import type { Pool, QueryResultRow } from 'pg';
import type { SharedPool, SqlConnection, Typed } from './prisma.ts';
import type { Queryable } from './reader.ts';

/** SQL on a connection of its own or inside a transaction. Parameters only; values are never pasted into the text. */
export interface Sql {
  rows<Row extends QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** @returns how many rows were written */
  run(text: string, parameters?: readonly unknown[]): Promise<number>;
  /** The same as `rows`, planned once per connection: for what is asked many times a second. */
  prepared<Row extends QueryResultRow>(text: string, parameters: readonly unknown[]): Promise<Row[]>;
  /** Asks through Prisma's client, in the same transaction: for whatever it can say. */
  typed<T>(ask: (client: Typed) => Promise<T>): Promise<T>;
}

const names = new Map<string, string>();

/** SQL, and Prisma's client, on whichever connection of the pool is free. @param reader answers what is prepared */
export function sqlOn(pool: Pool, reader: Queryable = pool): Sql {
  return ask(pool, reader, async () => (await shared(pool)).typed);
}

function ask(connection: SqlConnection, reader: Queryable, typed: () => Promise<Typed>): Sql {
  return {
    rows: async <Row extends QueryResultRow>(text: string, parameters: readonly unknown[] = []) =>
      (await connection.query<Row>(text, parameters as unknown[])).rows,
    run: async (text, parameters = []) => (await connection.query(text, parameters as unknown[])).rowCount ?? 0,
    prepared: async <Row extends QueryResultRow>(text: string, parameters: readonly unknown[]) => {
      let name = names.get(text);
      if (!name) {
        name = `loyalty_${names.size}`;
        names.set(text, name);
      }
      return (await reader.query<Row>({ name, text, values: parameters as unknown[] })).rows;
    },
    typed: async (question) => question(await typed()),
  };
}

const sharedPools = new WeakMap<Pool, Promise<SharedPool>>();

/** Prisma costs a tenth of a second and some ten megabytes: it is loaded by the first who asks for it. */
function shared(pool: Pool): Promise<SharedPool> {
  const known = sharedPools.get(pool) ?? import('./prisma.ts').then(({ sharePool }) => sharePool(pool));
  sharedPools.set(pool, known);
  return known;
}

/**
 * Runs `work` in one transaction. When the database chose it as the loser of a conflict (serialization failure,
 * deadlock), it is run again from the start: `work` must do nothing outside of the database.
 */
export async function transaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>, tries = 6): Promise<T> {
  const { transaction: begin } = await shared(pool);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begin((typed, connection) => work(ask(connection, connection, async () => typed)));
    } catch (cause) {
      if (attempt >= tries || !isConflict(cause)) throw cause;
    }
  }
}

/**
 * Runs `work` on the database as it stands at one moment, whatever is written meanwhile. Nothing can be written by it.
 */
export async function snapshot<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const { transaction: begin } = await shared(pool);
  return begin(async (typed, connection) => {
    // It is for questions over all rows: with room to sort, and without compiling each of many alike.
    await connection.query(`SET TRANSACTION READ ONLY; SET LOCAL work_mem = '64MB'; SET LOCAL jit = off`);
    return work(ask(connection, connection, async () => typed));
  }, 'RepeatableRead');
}

/** A conflict has its code from SQL; from Prisma's client a name, or that of the driver's error within. */
function isConflict(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  if ('code' in cause && (cause.code === '40001' || cause.code === '40P01' || cause.code === 'P2034')) return true;
  if ('kind' in cause && cause.kind === 'TransactionWriteConflict') return true;
  const meta = 'meta' in cause && typeof cause.meta === 'object' ? cause.meta : null;
  if (meta && 'driverAdapterError' in meta && isConflict(meta.driverAdapterError)) return true;
  return 'cause' in cause && isConflict(cause.cause);
}

/** For columns that count days from 1970-01-01 in SQL. */
export const epochDay = `DATE '1970-01-01'`;
