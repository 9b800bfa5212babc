import { readFileSync, writeFileSync } from 'node:fs';
import type pg from 'pg';
import { describe, inject } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../src/store/database/embedded.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { dropDatabase, makeDatabase, poolOn } from './server.ts';
import { template } from './templates.ts';

export interface TestDatabase {
  readonly pool: pg.Pool;
  /** Where another process finds it; null: embedded, in this process alone. */
  readonly url: string | null;
  /** A second pool on the same database, as another process has one; of an embedded one the same. */
  anotherPool(): pg.Pool;
  /** Takes every row away: quicker than opening another one. Numbers go on from where they are. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A kind of database, and how to get one that is migrated, empty and nobody else's. */
export interface DatabaseKind {
  readonly name: 'embedded' | 'PostgreSQL';
  open(): Promise<TestDatabase>;
}

/**
 * Runs a suite on the embedded database and, where TEST_DATABASE_URL names a server, on PostgreSQL:
 *
 *   withDatabases((kind) => {
 *     let database: TestDatabase;
 *     beforeAll(async () => { database = await kind.open(); });
 *     afterEach(() => database.empty());
 *     afterAll(() => database.close());
 *     test(...)
 *   });
 */
export function withDatabases(suite: (kind: DatabaseKind) => void): void {
  for (const kind of databaseKinds) describe(`on the ${kind.name} database`, () => suite(kind));
}

const serverUrl = process.env.TEST_DATABASE_URL;
export const databaseKinds: readonly DatabaseKind[] = [
  { name: 'embedded', open: openEmbeddedCopy },
  ...(serverUrl ? [{ name: 'PostgreSQL' as const, open: () => openServerCopy(serverUrl) }] : []),
];

/** Starting one takes longer than emptying one: who is done leaves it to the next file of this process. */
const atRest: EmbeddedDatabase[] = [];

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const embedded = atRest.pop() ?? (await openEmbedded({ dump: readFileSync(await dumped()) }));
  const { pool } = embedded;
  return {
    pool,
    url: null,
    anotherPool: () => pool,
    empty: () => emptyTables(pool),
    async close() {
      await emptyTables(pool, 'RESTART IDENTITY');
      atRest.push(embedded);
    },
  };
}

const dumped = () => template('embedded-dump', makeMigratedDump);

/** Migrating takes longer than starting from a dump. */
async function makeMigratedDump(path: string): Promise<void> {
  const database = await openEmbedded({});
  await migrate(database.pool, 'prisma/migrations');
  writeFileSync(path, await database.dump());
  await database.close();
}

async function openServerCopy(server: string): Promise<TestDatabase> {
  const url = await makeDatabase(server, inject('run'));
  const pool = poolOn(url);
  const others: pg.Pool[] = [];
  return {
    pool,
    url,
    anotherPool() {
      const other = poolOn(url);
      others.push(other);
      return other;
    },
    empty: () => emptyTables(pool),
    async close() {
      for (const one of [pool, ...others]) await one.end();
      await dropDatabase(url);
    },
  };
}

async function emptyTables(pool: pg.Pool, identity = ''): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await pool.query(`TRUNCATE ${rows[0]?.tables} ${identity}`);
}
