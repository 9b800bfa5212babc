import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { newFolder, placeKinds, runApp, runShell } from '../support/life.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = newFolder();
  folders.push(made);
  return made;
}

test('every bad setting is told by its name, all at once, before anything starts', async () => {
  const data = join(folder(), 'not-made');
  const { code, out, err } = await runApp(
    { env: { LOYALTY_DATA: data } },
    {
      args: ['--empty', '--sample', '--smaple'],
      env: {
        PORT: '70000',
        DATABASE_URL: 'mysql://example',
        DATABASE_CONNECTIONS: 'many',
        LOYALTY_ADMIN: 'astrid',
        LOYALTY_TIME_ZONE: 'Copenhagen',
        LOYALTY_CURRENCY: 'kroner',
        LOYALTY_LANGUAGE: 'sv',
        DOCS_URL: 'ftp://example.com/docs',
        PUBLIC_URL: 'loyalty',
        SMTP_URL: 'smtp.example.com',
        MAIL_FROM: 'Nordlys Kaffe',
        SLACK_APP_TOKEN: 'app',
        SLACK_SIGNING_SECRET: 'short',
        SLACK_API_URL: 'https://example.com/api/',
      },
    },
  );
  expect(code).toBe(2);
  expect(out).toBe('');
  const told = err.split('\n').flatMap((line) => /^ {2}(\S+) /.exec(line)?.[1] ?? []);
  expect(new Set(told)).toEqual(
    new Set([
      'PORT',
      'DATABASE_URL',
      'DATABASE_CONNECTIONS',
      'LOYALTY_ADMIN',
      'LOYALTY_TIME_ZONE',
      'LOYALTY_CURRENCY',
      'LOYALTY_LANGUAGE',
      'DOCS_URL',
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_API_URL',
      'SLACK_BOT_TOKEN',
      '--smaple',
      '--empty',
    ]),
  );
  expect(existsSync(data)).toBe(false);
});

test('a bot token alone is told what is missing beside it', async () => {
  const { code, err } = await runApp({ env: { LOYALTY_DATA: folder() } }, { env: { SLACK_BOT_TOKEN: 'xoxb-1' } });
  expect(code).toBe(2);
  expect(err).toContain('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)');
});

test('an address of a database that is none is a bad setting, told without its password', async () => {
  const url = 'postgresql://loyalty:s3cret@127.0.0.1:port/loyalty';
  const { code, err } = await runApp({ env: { LOYALTY_DATA: folder(), DATABASE_URL: url } });
  expect(code).toBe(2);
  expect(err).toContain('DATABASE_URL must be an address');
  expect(err).not.toContain('s3cret');
});

test('settings may stand in .env of the folder in which it is started; the environment comes first', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, '.env'), 'PORT=abc\nLOYALTY_CURRENCY=kroner\n');
  const { code, err } = await runApp({ env: { LOYALTY_DATA: folder() } }, { cwd, env: { PORT: '0' } });
  expect(code).toBe(2);
  expect(err).toContain('LOYALTY_CURRENCY');
  expect(err).not.toContain('PORT');
});

test('with NODE_ENV=production and no tokens it says so and starts nothing; the shell needs no tokens', async () => {
  const data = join(folder(), 'not-made');
  const place = { env: { LOYALTY_DATA: data, NODE_ENV: 'production' } };
  const { code, out, err } = await runApp(place);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('NODE_ENV');
  expect(err).toContain('SLACK_BOT_TOKEN');
  expect(existsSync(data)).toBe(false);
  const ready = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  folders.push(ready.folder);
  const ladder = await runShell({ env: { ...ready.env, NODE_ENV: 'production' } }, ['ladder']);
  expect(ladder).toMatchObject({ code: 0, err: '' });
  expect(existsSync(join(ready.folder, 'sandbox'))).toBe(false);
});

test('a workspace that a call of the shell makes begins with the settings of the environment, too', async () => {
  const ready = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  folders.push(ready.folder);
  const env = { LOYALTY_TIME_ZONE: 'Europe/Oslo', LOYALTY_CURRENCY: 'NOK', LOYALTY_LANGUAGE: 'nb' };
  expect(await runShell({ env: { ...ready.env, ...env } }, ['settings'])).toMatchObject({ code: 0, err: '' });
  const later = await runShell({ env: { ...ready.env, LOYALTY_CURRENCY: 'SEK' } }, ['settings', '--json']);
  expect(JSON.parse(later.out)).toMatchObject({ timeZone: 'Europe/Oslo', currency: 'NOK', locale: 'nb' });
});

describe('a database that cannot be opened is told in words', () => {
  const server = process.env.TEST_DATABASE_URL;
  const secret = 's3cret%2Fpart';
  const urls: readonly (readonly [string, string])[] = [
    ['nobody listens there', `postgresql://loyalty:${secret}@127.0.0.1:1/loyalty`],
    ['there is no such machine', `postgresql://loyalty:${secret}@nowhere.invalid/loyalty`],
    ...(server ? [['there is no such database', withPassword(server, 'no_such_database')] as const] : []),
  ];

  test.each(urls)('%s, and the password is not shown', async (_, url) => {
    for (const run of [
      await runApp({ env: { LOYALTY_DATA: folder(), DATABASE_URL: url } }),
      await runShell({ env: { LOYALTY_DATA: folder(), DATABASE_URL: url } }, ['ladder']),
    ]) {
      expect(run.code).toBe(1);
      expect(run.out).toBe('');
      expect(run.err).toContain('DATABASE_URL');
      expect(run.err.trimEnd()).not.toContain('\n');
      expect(run.err).not.toContain('s3cret');
      expect(run.err).not.toContain('part');
    }
  });

  function withPassword(url: string, database: string): string {
    const other = new URL(url);
    other.password = 's3cret/part';
    other.pathname = `/${database}`;
    return other.href;
  }
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('a database that is not made for the app is told in words', () => {
  const name = `loyalty_other_${process.pid}`;
  const on = async (database: string, ...statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    await client.connect();
    for (const one of statements) await client.query(one);
    await client.end();
  };
  const urlOf = (database: string, user?: string) => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${database}`;
    if (user) [url.username, url.password] = [user, 'none'];
    return url.href;
  };
  const toldBy = async (user?: string) => {
    const { code, out, err } = await runApp({ env: { LOYALTY_DATA: folder(), DATABASE_URL: urlOf(name, user) } });
    expect([code, out]).toEqual([1, '']);
    return err.trimEnd();
  };
  afterEach(async () => {
    await on('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `DROP ROLE IF EXISTS ${name}`);
  });

  test('one that takes no writes, as a standby', async () => {
    await on('postgres', `CREATE DATABASE ${name}`, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await toldBy()).toMatch(/^The database of DATABASE_URL cannot be used: .*name the server that does\.$/);
    // One that was made before is found out where the app first writes.
    await on('postgres', `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await runShell({ env: { LOYALTY_DATA: folder(), DATABASE_URL: urlOf(name) } }, ['settings']);
    await on('postgres', `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await toldBy()).toMatch(/^The database of DATABASE_URL cannot be used: .*name the server that does\.$/);
  });

  test('one of whose user may make no tables', async () => {
    await on('postgres', `CREATE DATABASE ${name}`, `CREATE ROLE ${name} LOGIN PASSWORD 'none'`);
    await on(name, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    expect(await toldBy(name)).toMatch(/^The database of DATABASE_URL cannot be used: permission denied .*GRANT ALL/);
  });

  test('one that does not keep every letter', async () => {
    await on('postgres', `CREATE DATABASE ${name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
    expect(await toldBy()).toMatch(/^The database of DATABASE_URL keeps text as LATIN1, .*'UTF8'/);
  });
});

describe('a data folder that cannot be used is told with its name', () => {
  test('a file in its place', async () => {
    const data = join(folder(), 'data');
    writeFileSync(data, '');
    const { code, err } = await runApp({ env: { LOYALTY_DATA: data } });
    expect(code).toBe(1);
    expect(err.trimEnd()).not.toContain('\n');
    expect(err).toContain(data);
  });

  test.skipIf(process.getuid?.() === 0)('a place where nothing may be written', async () => {
    const closed = folder();
    chmodSync(closed, 0o500);
    const { code, err } = await runApp({ env: { LOYALTY_DATA: join(closed, 'data') } });
    chmodSync(closed, 0o700);
    expect(code).toBe(1);
    expect(err).toContain(closed);
  });

  test('a damaged database, with what to do', async () => {
    const data = folder();
    mkdirSync(join(data, 'postgres'));
    for (const name of ['PG_VERSION', 'postgresql.conf']) writeFileSync(join(data, 'postgres', name), '18\n');
    const { code, out, err } = await runApp({ env: { LOYALTY_DATA: data } });
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd()).not.toContain('\n');
    expect(err).toContain(data);
    expect(err).toContain('backup');
  });
});
