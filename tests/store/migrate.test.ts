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

  let shared: pg.Pool | undefined;
  /** The same one each time, emptied. */
  async function one(): Promise<pg.Pool> {
    shared ??= (await empty())[0];
    if (!shared) throw new Error('There is no pool');
    await shared.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    return shared;
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

  const bad = {
    '29990101000000_good': 'CREATE TABLE good (a int);',
    '29990102000000_bad': 'CREATE TABLE half (a int);\nSELECT 1 / 0;',
    '29990103000000_later': 'CREATE TABLE later (a int);',
  };
  const mended = { ...bad, '29990102000000_bad': 'CREATE TABLE half (a int);' };
  const whichOf = (pool: pg.Pool) =>
    pool.query(
      `SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') IS NOT NULL AS half, to_regclass('later') IS NOT NULL AS later`,
    );

  test('that fail leave nothing, say why, and are done by the next start that can', async () => {
    const pool = await one();
    for (let start = 0; start < 2; start += 1) {
      await expect(migrate(pool, withMore(bad))).rejects.toThrow(
        'Migration 29990102000000_bad failed, and nothing of it stayed: division by zero',
      );
    }
    expect((await whichOf(pool)).rows).toEqual([{ good: true, half: false, later: false }]);
    expect(await migrate(pool, withMore(mended))).toEqual(['29990102000000_bad', '29990103000000_later']);
    expect((await whichOf(pool)).rows).toEqual([{ good: true, half: true, later: true }]);
  });

  test.skipIf(kind !== 'PostgreSQL')('cut short at any of their statements are done by the next start', async () => {
    const names = readMigrations(migrationsFolder).map(({ name }) => name);
    const folder = upTo(names[2] ?? '', true);
    let cuts = 0;
    for (let at = 1; ; at += 1) {
      const pool = await one();
      const cut = await migrate(cutAt(pool, at), folder).then(
        () => false,
        () => true,
      );
      await migrate(pool, folder);
      expect(await migrate(pool, folder)).toEqual([]);
      const { rows } = await pool.query(
        'SELECT count(*)::int AS rows FROM _prisma_migrations WHERE finished_at IS NOT NULL',
      );
      expect(rows).toEqual([{ rows: 3 }]);
      if (!cut) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(10);
  });

  test('that an earlier version left without their mark are finished: those in the tables, and those not', async () => {
    const whole = await one();
    await migrate(whole, migrationsFolder);
    const right = await tablesOf(whole);
    for (const { name } of readMigrations(migrationsFolder).filter((one) => one.name < '20261130')) {
      for (const isIn of [true, false]) {
        const pool = await one();
        await migrate(pool, upTo(name, isIn));
        const noMark =
          'UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = $1';
        const noFile = `INSERT INTO _prisma_migrations (id, checksum, migration_name) SELECT 'left', $2, $1`;
        const checksum = readMigrations(migrationsFolder).find((one) => one.name === name)?.checksum;
        await (isIn ? pool.query(noMark, [name]) : pool.query(noFile, [name, checksum]));
        expect((await migrate(pool, migrationsFolder))[0]).toBe(name);
        expect(await migrate(pool, migrationsFolder)).toEqual([]);
        expect(await tablesOf(pool)).toEqual(right);
      }
    }
  });

  test('that an earlier version noted as failed are done by the next start', async () => {
    const pool = await one();
    await migrate(pool, withMore({ '29990101000000_good': bad['29990101000000_good'] }));
    await pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs)
       VALUES ('left', 'of another file', '29990102000000_bad', 'division by zero')`,
    );
    await expect(migrate(pool, withMore(bad))).rejects.toThrow('division by zero');
    expect(await migrate(pool, withMore(mended))).toEqual(['29990102000000_bad', '29990103000000_later']);
  });

  test('of a newer version, and files that were changed, are refused with what to do, and nothing is done', async () => {
    const pool = await one();
    await migrate(pool, withMore({ '29990101000000_good': 'CREATE TABLE good (a int);' }));
    await expect(migrate(pool, migrationsFolder)).rejects.toThrow(
      /newer than this version .* 29990101000000_good.* Start the newer version/,
    );
    const changed = withMore({
      '29990101000000_good': 'CREATE TABLE good (b int);',
      '29990103000000_later': 'CREATE TABLE later (a int);',
    });
    await expect(migrate(pool, changed)).rejects.toThrow(
      /29990101000000_good is not the one .* Install this version anew/,
    );
    expect((await whichOf(pool)).rows).toEqual([{ good: true, half: false, later: false }]);
  });

  test('are the same files where a checkout ends their lines in another way', async () => {
    const pool = await one();
    await migrate(pool, withMore({ '29990101000000_good': 'CREATE TABLE good (a int);\n' }));
    expect(await migrate(pool, withMore({ '29990101000000_good': 'CREATE TABLE good (a int);\r\n' }))).toEqual([]);
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

/** A pool whose connection breaks once a statement has been sent, before its answer. */
function cutAt(pool: pg.Pool, at: number): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    let sent = 0;
    const ask = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
    const query = (...question: unknown[]) => {
      sent += 1;
      const answer = ask(...question);
      if (sent === at) (client as unknown as { connection: pg.Connection }).connection.stream.destroy();
      return answer;
    };
    client.on('error', () => undefined);
    return Object.assign(client, { query });
  };
  return { connect } as unknown as pg.Pool;
}

async function tablesOf(pool: pg.Pool): Promise<unknown> {
  const columns = `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' ORDER BY 1, 2`;
  const indexes = `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;
  return [(await pool.query(columns)).rows, (await pool.query(indexes)).rows];
}

/** The project's migrations up to one. */
function upTo(name: string, included: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-migrations-'));
  for (const { name: other } of readMigrations(migrationsFolder)) {
    if (other < name || (included && other === name)) {
      cpSync(join(migrationsFolder, other), join(folder, other), { recursive: true });
    }
  }
  return folder;
}

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
