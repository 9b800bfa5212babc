import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { person, wordsOf } from '../../journeys/person.ts';
import { type Halt, heard, type Place, runShell, startShell, withPlaces } from '../../support/life.ts';
import { nordlys, until } from '../../support/sandbox.ts';
import { openScene, type Scene } from './scene.ts';

/** What an import holds in the database while nobody works on it for so long is taken up again. */
const leaseMs = 121_000;

const rounds = [
  { statement: 'COPY orders', table: 'orders' },
  { statement: 'UPDATE customer_standings', table: 'rung_changes' },
  // In its second transaction: each sends its orders in two parts.
  { after: 'COPY orders', statement: 'INSERT INTO tallies', table: 'tallies', skip: 2 },
  { statement: 'INSERT INTO rung_changes', table: 'rung_changes' },
  { statement: 'INSERT INTO outbox', table: 'outbox' },
  { statement: 'INSERT INTO tallies', table: 'tallies' },
] as const;

withPlaces((kind) => {
  // Several transactions on each.
  const count = kind.name === 'embedded' ? 17_000 : 60_000;
  const file = `order,customer,date,amount\n${Array.from({ length: count }, (_, i) => orderLine(i)).join('\n')}\n`;

  test('an import started in Slack comes in whole and once, however often the app is killed', async () => {
    const scene = await openScene(kind, 'import');
    try {
      await playImports(scene, file, count);
    } finally {
      await scene.close();
    }
  });

  test('the alerts of an import that is killed are posted once', async () => {
    const scene = await openScene(kind, 'import with alerts');
    try {
      await playAlerts(scene);
    } finally {
      await scene.close();
    }
  });

  test('an import by the shell that is killed is completed by the same call', async () => {
    const place = await kind.open();
    try {
      const path = join(place.folder, 'orders.csv');
      writeFileSync(path, file);
      const cut = kind.name === 'embedded' ? cutShell(place, path) : cutShellOnServer(place, path);
      const phase = await cut;
      const found = await countOrders(place);
      expect(found % 5000).toBe(0);
      expect(found).toBeLessThan(count);
      const { code, out } = await runShell(place, ['import', 'orders', path, '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ imported: count - found, unchanged: found, refused: 0 });
      expect(await countOrders(place)).toBe(count);
      const again = JSON.parse((await runShell(place, ['import', 'orders', path, '--json'])).out);
      expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: count, customersMade: 0 });
      process.stdout.write(
        `shell import on ${kind.name}: ${phase}; last durable: ${found} orders; checked: all ${count} there once\n`,
      );
    } finally {
      await place.close();
    }
  });
});

async function playImports(scene: Scene, file: string, count: number): Promise<void> {
  let done = 0;
  for (const [i, round] of rounds.entries()) {
    const skip = 'skip' in round ? round.skip : 0;
    const phase = await scene.killInTransaction({
      ...round,
      happens: async () => {
        if (i === 0) await handOver(scene, 'orders.csv', file);
      },
      skipped: () => until(async () => (await look(scene)).rowsRead > done),
    });
    const found = await look(scene);
    const { rowsRead } = found;
    expect(found).toMatchObject({
      status: 'running',
      line: rowsRead && rowsRead + 1,
      imported: rowsRead,
      orders: rowsRead,
    });
    expect([rowsRead === done, rowsRead < count]).toEqual([skip === 0, true]);
    done = rowsRead;
    const durable = `line ${found.line} of the file, ${found.orders} orders, ${found.customers} customers`;
    await scene.pass(leaseMs);
    scene.tell(i + 1, phase, durable, 'the orders are those of whole transactions, and the import says so');
  }

  const app = await scene.start();
  const [message, ...others] = await until(
    () => progress(scene),
    ([one]) => one !== undefined && wordsOf(one).includes('Indlæst'),
  );
  expect(await app.stop()).toBe(0);
  expect(others).toEqual([]);
  expect(message && wordsOf(message)).toContain(count.toLocaleString('da-DK'));
  const whole = { rowsRead: count, imported: count, orders: count };
  expect(await look(scene)).toMatchObject({ ...whole, status: 'finished', customersMade: customers, customers });
  await scene.checkKept();
}

const alertRounds = [
  { statement: 'INSERT INTO follow_ups', table: 'follow_ups' },
  { statement: 'INSERT INTO follow_up_events', table: 'follow_up_events' },
  { statement: 'INSERT INTO outbox', table: 'outbox' },
] as const;

async function playAlerts(scene: Scene): Promise<void> {
  const voices = Array.from({ length: 4 }, (_, i) => `V${i}`);
  const day = new Date().toISOString().slice(0, 10);
  const file = `customer,date,kind,score,comment\n${voices.map((voice) => `K${voice},${day},nps,${voice.slice(1)},${voice}.`).join('\n')}\n`;
  for (const [i, round] of alertRounds.entries()) {
    const phase = await scene.killInTransaction({
      ...round,
      happens: async () => {
        if (i === 0) await handOver(scene, 'voices.csv', file);
      },
    });
    const counts = await scene.look((rows) =>
      rows(`SELECT (SELECT count(*)::int FROM answers) AS answers, (SELECT count(*)::int FROM follow_ups) AS "followUps",
        (SELECT count(*)::int FROM outbox WHERE subject LIKE 'follow-up:%') AS alerts, (SELECT status FROM imports) AS status`),
    );
    expect(counts).toEqual([{ answers: 0, followUps: 0, alerts: 0, status: 'running' }]);
    await scene.pass(leaseMs);
    scene.tell(i + 1, phase, 'the import, at line 0', 'no answer, no follow-up and no alert without the others');
  }
  const app = await scene.start();
  const cards = async () =>
    (await scene.sandbox.messages(nordlys.astrid, nordlys.alarm)).filter(({ isApp, threadTs }) => isApp && !threadTs);
  await until(cards, (all) => all.length === voices.length);
  await until(
    () => progress(scene),
    ([one]) => one !== undefined && wordsOf(one).includes('Indlæst'),
  );
  expect(await app.stop()).toBe(0);
  const said = (await cards()).map(wordsOf);
  expect(voices.filter((voice) => said.filter((card) => card.includes(`${voice}.`)).length === 1)).toEqual(voices);
  expect(said).toHaveLength(voices.length);
  await scene.checkKept();
}

function look(scene: Scene) {
  return scene.look(async (rows) => {
    const [found] = await rows<{
      status: string;
      line: number;
      rowsRead: number;
      imported: number;
      orders: number;
      customers: number;
    }>(
      `SELECT status, line, rows_read AS "rowsRead", imported, customers_made AS "customersMade",
         (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM customers) AS customers FROM imports`,
    );
    if (!found) throw new Error('There is no import.');
    return found;
  });
}

/** Astrid hands a file over and starts its import. */
async function handOver({ sandbox }: Scene, name: string, text: string): Promise<void> {
  const astrid = person(sandbox, nordlys.astrid);
  const at = `${sandbox.url}/sandbox/files?workspace=${nordlys.id}&as=${nordlys.astrid}&name=${name}`;
  const { file_id: id } = (await (await fetch(at, { method: 'POST', body: text })).json()) as { file_id: string };
  await astrid.submits(await astrid.opens('import'), { file: [id] });
  const preview = await until(astrid.modal, (view) => view?.callbackId === 'import.start');
  if (preview) await astrid.submits(preview, {});
}

/** What the app says in Astrid's own messages. */
async function progress({ sandbox }: Scene): Promise<readonly SandboxMessage[]> {
  const [workspace] = await sandbox.describe();
  const im = workspace?.channels.find(({ kind, members }) => kind === 'im' && members.includes(nordlys.astrid));
  return im ? (await sandbox.messages(nordlys.astrid, im.id)).filter(({ threadTs }) => threadTs === null) : [];
}

const customers = 4000;

/** So that every transaction brings new days for somebody, and so changes of rung. */
function orderLine(i: number): string {
  const day = new Date(Date.UTC(2025, 0, 1) + ((i * 7919) % 601) * 86_400_000).toISOString().slice(0, 10);
  return `O${i},K${(i * 7) % customers},${day},${(i % 90) + 10}.00`;
}

async function cutShell(place: Place, path: string): Promise<string> {
  const halt: Halt = { at: ['INSERT INTO tallies'], skip: 2 };
  const run = startShell(place, ['import', 'orders', path], { halt });
  expect(await heard(run, 'halted')).toBe(true);
  expect(await run.stop('SIGKILL')).toBe(null);
  return 'killed in its second transaction, before "INSERT INTO tallies"';
}

async function cutShellOnServer(place: Place, path: string): Promise<string> {
  return place.use(async (pool) => {
    const holder = await pool.connect();
    await holder.query('BEGIN; LOCK TABLE tallies IN SHARE MODE');
    const run = startShell(place, ['import', 'orders', path]);
    const waiting = async () =>
      (
        await pool.query(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL AND wait_event_type = 'Lock'`,
        )
      ).rows;
    const [backend] = await until(waiting, (all) => all.length > 0);
    expect(await run.stop('SIGKILL')).toBe(null);
    await holder.query('ROLLBACK');
    await until(waiting, (all) => all.length === 0);
    holder.release(true);
    return `killed with backend ${backend?.pid} in a transaction, waiting for tallies`;
  });
}

function countOrders(place: Place): Promise<number> {
  return place.use(async (pool) => (await pool.query('SELECT count(*)::int AS count FROM orders')).rows[0]?.count);
}
