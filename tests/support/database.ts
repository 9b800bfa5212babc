import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import { openEmbedded } from '../../src/store/database/embedded.ts';
import { migrate, readMigrations } from '../../src/store/database/migrate.ts';

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

const migrationsFolder = 'prisma/migrations';

/** Changes with the migrations, so that what was made from older ones is left alone. */
function migrationsMark(): string {
  const hash = createHash('sha256');
  for (const { checksum } of readMigrations(migrationsFolder)) hash.update(checksum);
  return hash.digest('hex').slice(0, 12);
}

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const { pool, close } = await openEmbedded({ dump: await migratedDump() });
  return { pool, url: null, anotherPool: () => pool, empty: () => emptyTables(pool), close };
}

/** Migrating takes longer than starting from a dump, so the first test to come makes one for all. */
async function migratedDump(): Promise<Uint8Array> {
  const file = join(tmpdir(), `loyalty-ladder-test-${migrationsMark()}.tar.gz`);
  if (existsSync(file)) return readFileSync(file);
  const database = await openEmbedded({});
  await migrate(database.pool, migrationsFolder);
  const dump = await database.dump();
  await database.close();
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, dump);
  renameSync(draft, file);
  return dump;
}

async function openServerCopy(server: string): Promise<TestDatabase> {
  const template = `loyalty_template_${migrationsMark()}`;
  const name = `loyalty_test_${randomBytes(6).toString('hex')}`;
  const admin = poolOn(server);
  await onOneConnection(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(4701)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await makeTemplate(client, server, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await client.query('SELECT pg_advisory_unlock(4701)');
  });
  const url = urlOf(server, name);
  const pools = [poolOn(url)];
  const [pool] = pools;
  if (!pool) throw new Error('There is no pool.');
  return {
    pool,
    url,
    anotherPool() {
      const other = poolOn(url);
      pools.push(other);
      return other;
    },
    empty: () => emptyTables(pool),
    async close() {
      for (const one of pools) await one.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function emptyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await pool.query(`TRUNCATE ${rows[0]?.tables}`);
}

async function makeTemplate(client: pg.PoolClient, server: string, template: string): Promise<void> {
  const draft = `${template}_${randomBytes(4).toString('hex')}`;
  await client.query(`CREATE DATABASE ${draft}`);
  const pool = poolOn(urlOf(server, draft));
  await migrate(pool, migrationsFolder);
  await pool.end();
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function onOneConnection(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
  } finally {
    client.release(true);
  }
}

function poolOn(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 5, options: '-c timezone=UTC' });
  pool.on('error', () => undefined);
  return pool;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
