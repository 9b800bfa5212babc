import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { person, wordsOf } from '../journeys/person.ts';
import { heard, type Place, placeKinds, runShell, startApp, startShell } from '../support/life.ts';
import { nordlys, startSandbox, until } from '../support/sandbox.ts';

const server = placeKinds.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(!server)('while the server of the database is away', () => {
  test('the app goes on, tells each fault once in lines of JSON, and works when the server is back', async () => {
    const place = await opened();
    try {
      const app = await startApp(place, { args: ['--empty'] });
      await away(place, true);
      // At the full minute everything looks for work.
      for (const one of [
        '"during":"delivery"',
        '"job":"post-digests"',
        '"during":"imports"',
        '"during":"predictions"',
      ]) {
        expect(await heard(app, one)).toBe(true);
      }
      await away(place, false);
      await until(async () => (await runShell(place, ['ladder', '--json'])).code === 0);
      expect(app.process.exitCode).toBe(null);
      expect(await app.stop()).toBe(0);
      const lines = app
        .err()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const told = lines
        .filter(({ event }) => event === 'fault')
        .map(({ name, code, where, during, job, times = 0 }) =>
          JSON.stringify([name, code, where, during, job, times]),
        );
      expect(new Set(told).size).toBe(told.length);
    } finally {
      await place.close();
    }
  });

  test('that does not even say no, whoever asks hears that it takes long, and the app ends when it is told to', async () => {
    const place = await opened();
    const line = await lineTo(place);
    const sandbox = await startSandbox();
    const slack = {
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.app.appToken,
      SLACK_API_URL: sandbox.apiUrl,
    };
    try {
      const env = { ...place.env, ...slack, DATABASE_URL: line.url };
      const app = await startApp({ env }, { args: ['--empty'] });
      const emily = person(sandbox, nordlys.emily);
      expect(wordsOf(await emily.types('help'))).toContain('/loyalty');
      line.goSilent();
      expect(wordsOf(await emily.types('nps'))).toContain('takes longer than usual');
      expect(await app.stop()).toBe(1);
      expect(app.err()).toContain('"stop-too-late"');
    } finally {
      line.close();
      await sandbox.stop();
      await place.close();
    }
  }, 120_000);

  test('a first import that is cut says that nothing of it is in, as it was one transaction', async () => {
    const place = await opened();
    try {
      const file = join(place.folder, 'orders.csv');
      const rows = Array.from({ length: 150_000 }, (_, i) => `O${i},K${i % 5000},2025-0${1 + (i % 9)}-11,1.00`);
      writeFileSync(file, `order,customer,date,amount\n${rows.join('\n')}\n`);
      const importing = startShell(place, ['import', 'orders', file]);
      await heard(importing, '50000 / 150000');
      await away(place, true);
      expect(await importing.ended).toBe(1);
      expect(importing.err()).toContain('Nothing of the file is in');
      await away(place, false);
      expect(JSON.parse((await runShell(place, ['--json'])).out)).toMatchObject({ customers: 0, orders: 0 });
    } finally {
      await place.close();
    }
  });
});

async function opened(): Promise<Place> {
  if (!server) throw new Error('There is no server.');
  return server.open();
}

/** A way to the server on which everything gets lost from some moment on. */
async function lineTo(place: Place): Promise<{ readonly url: string; goSilent(): void; close(): void }> {
  const url = new URL(place.env.DATABASE_URL ?? '');
  const { port, hostname } = url;
  const ends = new Set<Socket>();
  let isSilent = false;
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => !isSilent && to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  url.port = String((proxy.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    goSilent() {
      isSilent = true;
    },
    close() {
      for (const end of ends) end.destroy();
      proxy.close();
    },
  };
}

/** Takes the database away from everybody, or gives it back. */
async function away(place: Place, isAway: boolean): Promise<void> {
  const url = new URL(place.env.DATABASE_URL ?? '');
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${!isAway}`);
  if (isAway) await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await admin.end();
}
