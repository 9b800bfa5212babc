import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { Queryable } from './reader.ts';

/** SQL on a connection of its own or inside a transaction. Parameters only; values are never pasted into the text. */
export interface Sql {
  rows<Row extends QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** @returns how many rows were written */
  run(text: string, parameters?: readonly unknown[]): Promise<number>;
  /** The same as `rows`, planned once per connection: for what is asked many times a second. */
  prepared<Row extends QueryResultRow>(text: string, parameters: readonly unknown[]): Promise<Row[]>;
}

const names = new Map<string, string>();

/** @param reader answers what is prepared; left out: the connection itself */
export function sqlOn(connection: Pick<Pool | PoolClient, 'query'>, reader: Queryable = connection): Sql {
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
  };
}

/**
 * Runs `work` in one transaction. When the database chose it as the loser of a conflict (serialization failure,
 * deadlock), it is run again from the start: `work` must do nothing outside of the database.
 */
export async function transaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>, tries = 6): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(sqlOn(client.pipeline ? client : oneAtATime(client)));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (cause) {
      const broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      client.release(broken);
      if (attempt >= tries || !isConflict(cause)) throw cause;
    }
  }
}

/**
 * Runs `work` on the database as it stands at one moment, whatever is written meanwhile. Nothing can be written by it.
 */
export async function snapshot<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // It is for questions over all rows: with room to sort, and without compiling each of many alike.
    await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL jit = off`);
    return await work(sqlOn(client.pipeline ? client : oneAtATime(client)));
  } finally {
    const broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(broken);
  }
}

/** A connection answers in turn; what is asked meanwhile waits here, so that work can be prepared ahead. */
function oneAtATime(client: PoolClient): Pick<PoolClient, 'query'> {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...question: unknown[]) => {
    const answer = last.then(() => (client.query as (...all: unknown[]) => Promise<unknown>)(...question));
    last = answer.catch(() => undefined);
    return answer;
  };
  return { query: query as PoolClient['query'] };
}

function isConflict(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === '40001' || code === '40P01';
}

/** For columns that count days from 1970-01-01 in SQL. */
export const epochDay = `DATE '1970-01-01'`;
