import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsFolder } from '../../src/store/database/database.ts';
import { openEmbedded } from '../../src/store/database/embedded.ts';
import { migrate, readMigrations } from '../../src/store/database/migrate.ts';

const server = process.env.TEST_DATABASE_URL;
const kinds = ['embedded', ...(server ? ['PostgreSQL'] : [])];

describe.each(kinds)('migrations on the %s database', (kind) => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  let number = 0;
  /** An empty database, and pools on it as several processes have them. */
  async function empty(pools = 1): Promise<pg.Pool[]> {
    if (kind === 'embedded' || !server) {
      const database = await openEmbedded({});
      closing.push(() => database.close());
      return [database.pool];
    }
    number += 1;
    const name = `loyalty_migrate_${process.pid}_${number}`;
    const admin = new pg.Pool({ connectionString: server, max: 1 });
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    const all = Array.from(
      { length: pools },
      () => new pg.Pool({ connectionString: url.href, options: '-c timezone=UTC' }),
    );
    // A connection that is cut when its database goes is no failure.
    for (const pool of all) pool.on('error', () => undefined);
    closing.push(async () => {
      for (const pool of all) await pool.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    });
    return all;
  }

  async function one(): Promise<pg.Pool> {
    const [pool] = await empty();
    if (!pool) throw new Error('There is no pool');
    return pool;
  }

  test('are applied once, and noted as Prisma notes them', async () => {
    const pool = await one();
    const names = readMigrations(migrationsFolder).map(({ name }) => name);
    expect(await migrate(pool, migrationsFolder)).toEqual(names);
    expect(await migrate(pool, migrationsFolder)).toEqual([]);
    const { rows } = await pool.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations',
    );
    expect(rows).toEqual(
      readMigrations(migrationsFolder).map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        finished: true,
        applied_steps_count: 1,
      })),
    );
  });

  test('of five starters at once are applied by one', async () => {
    const pools = await empty(5);
    const applied = await Promise.all(
      Array.from({ length: 5 }, (_, i) => migrate(pools[i % pools.length] as pg.Pool, migrationsFolder)),
    );
    expect(applied.flat()).toEqual(readMigrations(migrationsFolder).map(({ name }) => name));
  });

  test('that fail are noted with their reason, leave nothing half done and block what comes after', async () => {
    const pool = await one();
    const folder = withMore({
      '29990101000000_good': 'CREATE TABLE good (a int);',
      '29990102000000_bad': 'CREATE TABLE half (a int);\nSELECT 1 / 0;',
      '29990103000000_later': 'CREATE TABLE later (a int);',
    });
    await expect(migrate(pool, folder)).rejects.toThrow('Migration 29990102000000_bad failed: division by zero');
    await expect(migrate(pool, folder)).rejects.toThrow(/29990102000000_bad failed earlier .*division by zero/);
    const { rows } = await pool.query(
      `SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') IS NOT NULL AS half, to_regclass('later') IS NOT NULL AS later`,
    );
    expect(rows).toEqual([{ good: true, half: false, later: false }]);
  });

  test('refuse a database that holds the tables of something else', async () => {
    const pool = await one();
    await pool.query('CREATE TABLE invoices (a int)');
    await expect(migrate(pool, migrationsFolder)).rejects.toThrow('tables that Loyalty Ladder did not make');
  });
});

describe('the migrations', () => {
  let folder = '';
  beforeAll(() => {
    folder = withMore({});
  });

  test('are read in the order of their names', () => {
    const names = readMigrations(folder).map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names.length).toBeGreaterThan(0);
  });
});

/** The project's migrations and some more. */
function withMore(more: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}
