import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database/database.ts';
import { sqlOn } from '../../src/store/database/sql.ts';
import { outboxStore } from '../../src/store/desk/outbox.ts';
import { cutOff, deliver, outbox, rows, settled, startClock, workspaceId } from '../outbox/support.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';

const childFile = new URL('./delivery-child.mjs', import.meta.url);

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.setChaos({ seed: 0, rates: {} }));

let channelsMade = 0;
async function newChannel(): Promise<string> {
  channelsMade += 1;
  const name = `crash-${channelsMade}`;
  const { id = '' } = await sandbox.act({ do: 'create-channel', as: nordlys.astrid, name, isPrivate: false });
  await sandbox.act({ do: 'invite', as: nordlys.astrid, channel: id, user: nordlys.bot });
  return id;
}

async function textsIn(channel: string, threadTs?: string): Promise<readonly string[]> {
  const messages = await sandbox.messages(nordlys.astrid, channel, threadTs);
  return messages.filter((one) => one.isApp && one.ts !== threadTs).map((one) => one.text);
}

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterEach(() => database.empty());
  afterAll(() => database.close());

  const settings = { settleMs: 60_000, lookAgainMs: 180_000, leaseMs: 45_000, pollMs: 10 };

  describe.each(['before', 'after'] as const)('a process that is cut off %s a statement is carried out', (when) => {
    test('leaves everything there once, at whichever statement it was', async () => {
      const clock = await startClock(sandbox, 0);
      let statement = 0;
      for (let finished = false; !finished; ) {
        statement += 1;
        const channel = await newChannel();
        const subject = `s:${statement}`;
        const announcement = { text: 'card' };
        await outbox(database).add({ channelId: channel, subject, key: subject, announcement }, clock.now());
        await outbox(database).addReply({ subject, key: `${subject}:r`, announcement: { text: 'reply' } }, clock.now());
        await outbox(database).addUpdate({ subject, announcement: { text: 'card, edited' } }, clock.now());

        const sql = cutOff(sqlOn(database.pool), statement, when);
        const first = deliver(database, sandbox, { name: `first ${statement}`, sql, now: clock.now, settings });
        await until(async () => sql.isCut() || (await isDone(database)));
        await first.stop();
        finished = !sql.isCut();

        await clock.advance(61_000);
        const second = deliver(database, sandbox, { name: `second ${statement}`, now: clock.now, settings });
        await until(async () => {
          await clock.advance(5000);
          return isDone(database);
        });
        await second.stop();
        const ts = (await outbox(database).findPost(subject))?.ts;
        expect([statement, await textsIn(channel), await textsIn(channel, ts)]).toEqual([
          statement,
          ['card, edited'],
          ['reply'],
        ]);
        // Not sent twice and tidied up either: what Slack has is found.
        const calls = await sandbox.calls('chat.postMessage');
        expect(calls.filter((call) => call.arguments.channel === channel)).toHaveLength(2);
      }
      expect(statement).toBeGreaterThan(20);
    });
  });

  test('a process that was away too long finds that another has taken care', async () => {
    const clock = await startClock(sandbox, 0);
    const channel = await newChannel();
    await outbox(database).add(
      { channelId: channel, subject: 's', key: 's', announcement: { text: 'once' } },
      clock.now(),
    );
    await sandbox.setChaos({ seed: 1, rates: {}, holdAnswers: ['chat.postMessage'] });
    const first = deliver(database, sandbox, { name: 'first', now: clock.now, settings });
    await until(async () => (await textsIn(channel)).length === 1);
    await clock.advance(61_000);
    const second = deliver(database, sandbox, { name: 'second', now: clock.now, settings });
    const [row] = await settled(database);
    await sandbox.setChaos({ seed: 1, rates: {} });
    await first.stop();
    await second.stop();
    expect(await rows(database)).toEqual([row]);
    expect(row).toMatchObject({ status: 'sent', attempts: 1 });
    expect(await textsIn(channel)).toEqual(['once']);
  });

  test('a process that wakes up after its channel was taken does not send any more', async () => {
    const clock = await startClock(sandbox, 0);
    const channel = await newChannel();
    await outbox(database).add(
      { channelId: channel, subject: 's', key: 's', announcement: { text: 'once' } },
      clock.now(),
    );
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let phrasing = false;
    const phrase = async () => {
      phrasing = true;
      await asleep;
      return { text: 'once' };
    };
    const first = deliver(database, sandbox, { name: 'first', now: clock.now, settings, phrase });
    await until(() => phrasing);
    await clock.advance(61_000);
    const second = deliver(database, sandbox, { name: 'second', now: clock.now, settings });
    await until(async () => (await rows(database))[0]?.status === 'sent');
    wake();
    await first.stop();
    await clock.advance(200_000);
    await settled(database);
    await second.stop();
    expect(await textsIn(channel)).toEqual(['once']);
    expect((await sandbox.calls('chat.postMessage')).filter((call) => call.arguments.channel === channel)).toHaveLength(
      1,
    );
  });

  test('stopping lets the call on its way end, and gives the channel back', async () => {
    const channel = await newChannel();
    for (const text of ['one', 'two']) {
      await outbox(database).add({ channelId: channel, subject: text, key: text, announcement: { text } }, new Date());
    }
    await sandbox.setChaos({ seed: 1, rates: {}, holdAnswers: ['chat.postMessage'] });
    const delivery = deliver(database, sandbox);
    await until(async () => (await textsIn(channel)).length === 1);
    const stopped = delivery.stop();
    await sandbox.setChaos({ seed: 1, rates: {} });
    await stopped;
    expect((await rows(database)).map((row) => row.status)).toEqual(['sent', 'waiting']);
    const lanes = await database.pool.query<{ lease_by: string | null }>('SELECT lease_by FROM lanes');
    expect(lanes.rows).toEqual([{ lease_by: null }]);
  });
});

async function isDone(database: TestDatabase): Promise<boolean> {
  return (await rows(database)).every((row) => row.status === 'sent' && row.look_at === null);
}

describe('kill -9', () => {
  const places = [
    { name: 'embedded' as const, open: async () => folderPlace() },
    ...(process.env.TEST_DATABASE_URL ? [{ name: 'PostgreSQL' as const, open: serverPlace }] : []),
  ];

  test.each(places)('between posting and noting it, on the $name database: it is there once', async ({ open }) => {
    const { place, close } = await open();
    const channel = await newChannel();
    await withDatabase(place, async (database) => {
      const store = outboxStore(sqlOn(database.pool), workspaceId);
      for (const text of ['one', 'two', 'three']) {
        await store.add({ channelId: channel, subject: text, key: text, announcement: { text } }, new Date());
      }
    });
    for (const posted of [1, 2]) {
      await sandbox.setChaos({ seed: 1, rates: {}, holdAnswers: ['chat.postMessage'] });
      const child = await startChild(place);
      await until(async () => (await textsIn(channel)).length === posted);
      const killed = once(child, 'exit');
      child.kill('SIGKILL');
      await killed;
      await sandbox.setChaos({ seed: 1, rates: {} });
      await withDatabase(place, async (database) => {
        const { rows: found } = await database.pool.query<{ status: string; ts: string | null }>(
          'SELECT status, ts FROM outbox WHERE subject = $1',
          [['one', 'two'][posted - 1]],
        );
        expect(found[0]).toEqual({ status: 'sending', ts: null });
      });
    }
    const last = await startChild(place);
    await until(async () => (await textsIn(channel)).includes('three'));
    const ended = once(last, 'exit');
    last.kill('SIGKILL');
    await ended;
    expect(await textsIn(channel)).toEqual(['one', 'two', 'three']);
    await close();
  });

  type Place = Parameters<typeof openDatabase>[0];

  async function withDatabase(place: Place, work: (database: Database) => Promise<void>): Promise<void> {
    const database = await openDatabase(place);
    try {
      await work(database);
    } finally {
      await database.close();
    }
  }

  function folderPlace() {
    const folder = mkdtempSync(join(tmpdir(), 'loyalty-crash-'));
    return { place: { kind: 'folder', folder } as const, close: async () => undefined };
  }

  async function serverPlace() {
    const { databaseKinds } = await import('../support/database.ts');
    const opened = await databaseKinds.find(({ name }) => name === 'PostgreSQL')?.open();
    if (!opened?.url) throw new Error('There is no server.');
    return { place: { kind: 'server', url: opened.url } as const, close: () => opened.close() };
  }

  async function startChild(place: Place) {
    const settings = { settleMs: 1500, lookAgainMs: 500, leaseMs: 1000, pollMs: 20, paceMs: 0 };
    const argument = JSON.stringify({ place, token: sandbox.botToken, apiUrl: sandbox.apiUrl, settings });
    const child = spawn(process.execPath, [fileURLToPath(childFile), argument], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }
});
