import type { Pool } from 'pg';
import { CopyIn } from './copy-in.ts';
import type { SharedPool, SqlConnection, Typed } from './prisma.ts';
import type { Queryable } from './reader.ts';
import type { Given, SqlType, SqlTypes, Statement, Taken } from './statement.ts';

/** Statements and Prisma's client, each on a connection of its own or all in one transaction. */
export interface Sql {
  rows<Takes extends readonly SqlType[], Gives extends SqlTypes>(
    statement: Statement<Takes, Gives>,
    parameters: Taken<Takes>,
  ): Promise<Given<Gives>[]>;
  /** @returns how many rows were written */
  run<Takes extends readonly SqlType[]>(statement: Statement<Takes>, parameters: Taken<Takes>): Promise<number>;
  /** Hands new rows over to a `COPY … FROM STDIN`, a line each, in a transaction: cheaper than to insert them. */
  copy(statement: Statement<readonly []>, lines: string): Promise<void>;
  /** The same as `rows`, planned once per connection: for what is asked many times a second. */
  prepared<Takes extends readonly SqlType[], Gives extends SqlTypes>(
    statement: Statement<Takes, Gives>,
    parameters: Taken<Takes>,
  ): Promise<Given<Gives>[]>;
  /** The same as `rows`, some rows at a time, so that of however many there are few are held; in a transaction. */
  slices<Takes extends readonly SqlType[], Gives extends SqlTypes>(
    statement: Statement<Takes, Gives>,
    parameters: Taken<Takes>,
    size: number,
  ): AsyncGenerator<readonly Given<Gives>[], void, undefined>;
  /** Asks through Prisma's client: for whatever it can say. */
  typed<T>(ask: (client: Typed) => Promise<T>): Promise<T>;
}

/** @param reader answers what is prepared */
export function sqlOn(pool: Pool, reader: Queryable = pool): Sql {
  return ask(pool, reader, async () => (await shared(pool)).typed);
}

const names = new Map<string, string>();
let cursors = 0;

function ask(connection: SqlConnection, reader: Queryable, typed: () => Promise<Typed>): Sql {
  return {
    rows: async (statement, parameters) =>
      given(statement, (await connection.query(statement.text, [...parameters])).rows),
    run: async ({ text }, parameters) => (await connection.query(text, [...parameters])).rowCount ?? 0,
    copy: async ({ text }, lines) => {
      const copying = new CopyIn(text, lines);
      connection.query(copying);
      await copying.done;
    },
    prepared: async (statement, parameters) => {
      const { text } = statement;
      const name = names.get(text) ?? `loyalty_${names.size}`;
      names.set(text, name);
      return given(statement, (await reader.query({ name, text, values: [...parameters] })).rows);
    },
    slices: (statement, parameters, size) => inSlices(connection, statement, parameters, size),
    typed: async (question) => question(await typed()),
  };
}

/** What a statement says that it gives is held against the database by a test. */
function given<Gives extends SqlTypes>(_: Statement<readonly SqlType[], Gives>, rows: unknown[]): Given<Gives>[] {
  return rows as Given<Gives>[];
}

/** By a cursor. While a slice is dealt with, the database already reads the next. */
async function* inSlices<Gives extends SqlTypes>(
  connection: SqlConnection,
  statement: Statement<readonly SqlType[], Gives>,
  parameters: readonly unknown[],
  size: number,
): AsyncGenerator<readonly Given<Gives>[], void, undefined> {
  cursors += 1;
  const cursor = `slices_${cursors}`;
  await connection.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement.text}`, [...parameters]);
  const fetch = () => {
    const asked = connection.query(`FETCH ${size} FROM ${cursor}`);
    // That it failed is found out where it is awaited.
    asked.catch(() => undefined);
    return asked;
  };
  for (let asked = fetch(); ; ) {
    const { rows } = await asked;
    if (rows.length === 0) break;
    asked = fetch();
    yield given(statement, rows);
  }
  await connection.query(`CLOSE ${cursor}`);
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
