import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChaosKind } from '../../src/sandbox/page-api.ts';
import { outboxStore } from '../../src/store/outbox.ts';
import { sqlOn, transaction } from '../../src/store/sql.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';
import {
  deliver,
  outbox,
  rows,
  settled,
  startClock,
  type TestClock,
  type TestDelivery,
  workspaceId,
} from './support.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let sandbox: RunningSandbox;
  let channel: string;
  let deliveries: TestDelivery[] = [];
  let clocks: TestClock[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(async () => {
    database = await kind.open();
    channel = await newChannel();
  });
  afterEach(async () => {
    await sandbox.setChaos({ seed: 0, rates: {} });
    await Promise.all(deliveries.map((delivery) => delivery.stop()));
    await Promise.all(clocks.map((clock) => clock.stop()));
    deliveries = [];
    clocks = [];
    await database.close();
  });

  let channelsMade = 0;
  async function newChannel(): Promise<string> {
    channelsMade += 1;
    const name = `room-${channelsMade}`;
    const { id = '' } = await sandbox.act({ do: 'create-channel', as: nordlys.astrid, name, isPrivate: false });
    await sandbox.act({ do: 'invite', as: nordlys.astrid, channel: id, user: nordlys.bot });
    return id;
  }

  const add = (text: string, facts: { subject?: string; channelId?: string; blocks?: unknown; at?: Date } = {}) =>
    outbox(database).add(
      {
        channelId: facts.channelId ?? channel,
        subject: facts.subject ?? text,
        key: text,
        announcement: { text, ...(facts.blocks ? { blocks: facts.blocks } : {}) },
      },
      facts.at ?? new Date(),
    );
  const start = (options: Parameters<typeof deliver>[2] = {}) => {
    const delivery = deliver(database, sandbox, options);
    deliveries.push(delivery);
    return delivery;
  };
  const clockAt = async (speed: number) => {
    const clock = await startClock(sandbox, speed);
    clocks.push(clock);
    return clock;
  };
  /** What the app said there, oldest first. */
  const said = async (channelId = channel, threadTs?: string) => {
    const messages = await sandbox.messages(nordlys.astrid, channelId, threadTs);
    return messages.filter((one) => one.isApp && one.ts !== threadTs);
  };
  const textsIn = async (channelId = channel, threadTs?: string) =>
    (await said(channelId, threadTs)).map((one) => one.text);
  const numbered = (count: number, name = 'message') => Array.from({ length: count }, (_, n) => `${name} ${n + 1}`);

  test('what was written with its cause is posted once, and its ts noted', async () => {
    expect(await add('hello')).toBe(true);
    expect(await add('hello')).toBe(false);
    start();
    const [row] = await settled(database);
    expect((await said()).map((one) => [one.text, one.ts])).toEqual([['hello', row?.ts]]);
  });

  test('what was rolled back with its cause is never said', async () => {
    const failing = transaction(database.pool, async (sql) => {
      const post = { channelId: channel, subject: 'gone', key: 'gone', announcement: { text: 'gone' } };
      await outboxStore(sql, workspaceId).add(post, new Date());
      throw new Error('the cause failed');
    });
    await expect(failing).rejects.toThrow('the cause failed');
    await add('stays');
    start();
    await settled(database);
    expect(await textsIn()).toEqual(['stays']);
  });

  test('a nudge after the commit is enough; nothing waits for the next look', async () => {
    await add('first');
    const delivery = start({ settings: { pollMs: 3_600_000 } });
    await settled(database);
    await add('second');
    delivery.nudge();
    expect((await settled(database)).map((row) => row.status)).toEqual(['sent', 'sent']);
  });

  test('replies go into the thread of their post, an edit changes it, a removal takes it away', async () => {
    await add('card', { subject: 's' });
    await outbox(database).addReply({ subject: 's', key: 'r1', announcement: { text: 'claimed' } }, new Date());
    await outbox(database).addUpdate({ subject: 's', announcement: { text: 'card, claimed' } }, new Date());
    start();
    await settled(database);
    const post = await outbox(database).findPost('s');
    expect(await textsIn(channel, post?.ts)).toEqual(['claimed']);
    expect(await textsIn()).toContain('card, claimed');
    expect(await outbox(database).addDelete({ subject: 's', key: 'd' }, new Date())).toBe(true);
    await settled(database);
    expect(await textsIn()).not.toContain('card, claimed');
  });

  test('nothing can follow a post that was never made', async () => {
    const follow = { subject: 'nobody', key: 'r', announcement: { text: 'x' } };
    expect(await outbox(database).addReply(follow, new Date())).toBe(false);
    expect(await outbox(database).addUpdate(follow, new Date())).toBe(false);
    expect(await outbox(database).addDelete(follow, new Date())).toBe(false);
    expect(await rows(database)).toEqual([]);
  });

  describe('edits', () => {
    test('of a card at most one waits, and it shows the state at the time of sending', async () => {
      let state = 'open';
      await add('card', { subject: 's' });
      for (const next of ['claimed', 'handed back', 'claimed again']) {
        await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
        state = next;
      }
      const before = (await sandbox.calls('chat.update')).length;
      start({ phrase: async () => ({ text: state }) });
      await settled(database);
      expect(await textsIn()).toEqual(['claimed again']);
      expect((await sandbox.calls('chat.update')).length - before).toBe(1);
    });

    test('a change made while an edit is on its way gets an edit of its own', async () => {
      let state = 'first';
      await add('card', { subject: 's' });
      await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await sandbox.setChaos({ seed: 1, rates: {}, holdAnswers: ['chat.update'] });
      start({ phrase: async () => ({ text: state }) });
      await until(async () => (await textsIn()).includes('first') && (await rows(database))[1]?.status === 'sending');
      state = 'second';
      await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await sandbox.setChaos({ seed: 1, rates: {} });
      const all = await settled(database);
      expect(await textsIn()).toEqual(['second']);
      expect(all.map((row) => row.status)).toEqual(['sent', 'sent', 'sent']);
    });

    test('an edit that fails gives way to a newer one', async () => {
      let state = 'first';
      await add('card', { subject: 's' });
      start({ phrase: async () => ({ text: state }), settings: { firstRetryMs: 20 } });
      await settled(database);
      await sandbox.setChaos({ seed: 1, rates: { 'accepted-then-dropped': 1 }, holdAnswers: ['chat.update'] });
      await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await until(async () => (await rows(database))[1]?.status === 'sending');
      await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
      state = 'second';
      await sandbox.setChaos({ seed: 1, rates: { 'server-error': 1 }, methods: ['chat.update'] });
      await until(async () => (await sandbox.occurred())['server-error'] > 0);
      await sandbox.setChaos({ seed: 1, rates: {} });
      await settled(database);
      expect(await textsIn()).toEqual(['second']);
    });

    test.skipIf(kind.name === 'embedded')('an edit waits for the change that is being made', async () => {
      let state = 'before';
      await add('card', { subject: 's' });
      await outbox(database).addUpdate({ subject: 's', announcement: {} }, new Date());
      const client = await database.pool.connect();
      await client.query('BEGIN');
      await outboxStore(sqlOn(client), workspaceId).addUpdate({ subject: 's', announcement: {} }, new Date());
      let looks = 0;
      const now = () => {
        looks += 1;
        return new Date();
      };
      start({ now, phrase: async () => ({ text: state }) });
      await until(async () => (await rows(database))[0]?.status === 'sent');
      const seen = looks;
      await until(() => looks >= seen + 10);
      expect((await rows(database))[1]?.status).toBe('waiting');
      state = 'after';
      await client.query('COMMIT');
      client.release();
      const all = await settled(database);
      expect(all).toHaveLength(2);
      expect(await textsIn()).toEqual(['after']);
    });

    test('the edit of a message that somebody has removed is left out', async () => {
      await add('card', { subject: 's' });
      const delivery = start();
      await settled(database);
      await outbox(database).addDelete({ subject: 's', key: 'd' }, new Date());
      await settled(database);
      const clock = await clockAt(0);
      await clock.advance(3_600_000);
      await delivery.stop();
      await outbox(database).addUpdate({ subject: 's', announcement: { text: 'x' } }, clock.now());
      start({ now: clock.now });
      const all = await settled(database);
      expect(all.map((row) => row.status)).toEqual(['sent', 'sent', 'dropped']);
    });
  });

  describe('files', () => {
    const refused = 'line;reason\n2;æøå\n';
    const phrase = async (row: { kind: string; announcement: unknown }) => {
      const { text } = row.announcement as { text: string };
      if (row.kind === 'post') return { text };
      return { text, file: { name: 'orders-refused-7.csv', open: () => Readable.from([refused]) } };
    };
    const addFile = async () => {
      await add('import', { subject: 'import:7' });
      const file = { subject: 'import:7', key: 'import:7:refused', announcement: { text: 'one row was refused' } };
      await outbox(database).addReply(file, new Date());
    };
    const filesThere = async () => {
      const post = await outbox(database).findPost('import:7');
      return (await said(channel, post?.ts)).flatMap((one) => one.files.map((file) => ({ ...file, text: one.text })));
    };

    test('go with their words into the thread', async () => {
      await addFile();
      start({ phrase });
      await settled(database);
      const [file, ...more] = await filesThere();
      expect(more).toEqual([]);
      expect(file).toMatchObject({ name: 'orders-refused-7.csv', text: 'one row was refused' });
      const bytes = await fetch(`${sandbox.url}${file?.url}`, {
        headers: { authorization: `Bearer ${sandbox.botToken}` },
      });
      expect(await bytes.text()).toBe(refused);
    });

    test.each(['accepted-then-dropped', 'dropped-connection', 'server-error'] as const)(
      'are there once after: %s',
      async (fault) => {
        await addFile();
        await sandbox.setChaos({ seed: 1, rates: { [fault]: 1 }, methods: ['files.completeUploadExternal'] });
        start({ phrase });
        await until(async () => (await sandbox.occurred())[fault] > 0);
        await sandbox.setChaos({ seed: 1, rates: {} });
        await settled(database);
        expect((await filesThere()).map((file) => file.name)).toEqual(['orders-refused-7.csv']);
      },
    );
  });

  describe('what goes wrong', () => {
    const kinds = [
      'delay',
      'rate-limit',
      'server-error',
      'dropped-connection',
      'accepted-then-dropped',
      'accepted-but-late-visible',
    ] as const satisfies readonly ChaosKind[];

    test.each([11, 12])(
      'every fault of seed %i leaves each message there once, in its order',
      async (seed) => {
        const clock = await clockAt(20);
        const other = await newChannel();
        const expected = numbered(12);
        for (const text of expected) {
          await add(text, { at: clock.now() });
          await add(`${text} elsewhere`, { channelId: other, at: clock.now() });
        }
        const replies = numbered(4, 'reply');
        for (const text of replies) {
          await outbox(database).addReply({ subject: 'message 2', key: text, announcement: { text } }, clock.now());
        }
        await outbox(database).addUpdate({ subject: 'message 1', announcement: { text: 'edited' } }, clock.now());
        await sandbox.setChaos({ seed, rates: Object.fromEntries(kinds.map((one) => [one, 0.12])) });
        const settings = {
          settleMs: 10_000,
          lookAgainMs: 15_000,
          leaseMs: 60_000,
          firstRetryMs: 500,
          triesInTheWay: 1000,
        };
        const first = start({ name: 'one', now: clock.now, settings });
        const second = start({ name: 'two', now: clock.now, settings });
        await settled(database);
        const occurred = await sandbox.occurred();
        await sandbox.setChaos({ seed, rates: {} });
        expect(kinds.filter((one) => occurred[one] === 0)).toEqual([]);
        await clock.advance(60_000);
        expect(await textsIn()).toEqual(['edited', ...expected.slice(1)]);
        expect(await textsIn(other)).toEqual(expected.map((text) => `${text} elsewhere`));
        const parent = await outbox(database).findPost('message 2');
        expect(await textsIn(channel, parent?.ts)).toEqual(replies);
        expect([...first.errors, ...second.errors]).toEqual([]);
      },
      120_000,
    );

    test('a message shown later than anybody waits is taken away again', async () => {
      const clock = await clockAt(1);
      await add('late', { at: clock.now() });
      await sandbox.setChaos({ seed: 1, rates: { 'accepted-but-late-visible': 1, 'accepted-then-dropped': 1 } });
      start({ now: clock.now, settings: { settleMs: 200, lookAgainMs: 4000 } });
      await until(async () => (await sandbox.occurred())['accepted-but-late-visible'] === 1);
      await sandbox.setChaos({ seed: 1, rates: {} });
      const [noted] = await until(
        () => rows(database),
        ([row]) => row?.status === 'sent',
      );
      expect(noted?.look_at).not.toBeNull();
      await clock.advance(6000);
      await settled(database);
      expect((await said()).map((one) => [one.text, one.ts])).toEqual([['late', noted?.ts]]);
      expect((await sandbox.calls('chat.delete')).filter((call) => call.arguments.channel === channel)).toHaveLength(1);
    });

    test('429 is obeyed to the second, in every channel of the workspace', async () => {
      const clock = await clockAt(0);
      const other = await newChannel();
      await add('first', { at: clock.now() });
      await sandbox.setChaos({ seed: 1, rates: { 'rate-limit': 1 } });
      let looks = 0;
      const now = () => {
        looks += 1;
        return clock.now();
      };
      start({ now });
      await until(async () => (await sandbox.occurred())['rate-limit'] === 1);
      await sandbox.setChaos({ seed: 1, rates: {} });
      await until(async () => (await rows(database))[0]?.status === 'waiting');
      await add('second', { channelId: other, at: clock.now() });
      await clock.advance(999);
      const seen = looks;
      await until(() => looks >= seen + 5);
      expect([await textsIn(), await textsIn(other)]).toEqual([[], []]);
      await clock.advance(1);
      await settled(database);
      expect([await textsIn(), await textsIn(other)]).toEqual([['first'], ['second']]);
    });

    test('messages of a channel keep their distance', async () => {
      const other = await newChannel();
      for (const text of numbered(4)) {
        await add(text);
        await add(`${text} elsewhere`, { channelId: other });
      }
      await outbox(database).addUpdate({ subject: 'message 1', announcement: { text: 'edited' } }, new Date());
      const clock = await clockAt(1);
      start({ name: 'one', now: clock.now, settings: { paceMs: 200 } });
      start({ name: 'two', now: clock.now, settings: { paceMs: 200 } });
      await settled(database);
      const calls = [...(await sandbox.calls('chat.postMessage')), ...(await sandbox.calls('chat.update'))];
      for (const [one, count] of [
        [channel, 5],
        [other, 4],
      ] as const) {
        const times = calls.filter((call) => call.arguments.channel === one).map((call) => Date.parse(call.at));
        const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
        expect(gaps).toHaveLength(count - 1);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
      }
    });

    test('what Slack refuses is told at once, and the next goes on', async () => {
      await add('poison', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }] });
      await outbox(database).addReply({ subject: 'poison', key: 'r', announcement: { text: 'reply' } }, new Date());
      await add('good');
      const delivery = start();
      const all = await settled(database);
      expect(all.map((row) => row.status)).toEqual(['failed', 'dropped', 'sent']);
      expect(delivery.givenUp).toEqual([{ subject: 'poison', why: all[0]?.error }]);
      expect(all[0]?.error).toMatch(/^invalid_blocks/);
      expect(delivery.errors.map(({ event, facts }) => [event, facts.subject])).toEqual([
        ['message-given-up', 'poison'],
      ]);
      expect(await outbox(database).countUndelivered(new Date(0))).toBe(1);
    });

    test('a channel that is not there fails loudly and alone', async () => {
      await add('lost', { channelId: 'C0NOWHERE01' });
      await add('found');
      const delivery = start();
      await settled(database);
      expect(delivery.givenUp).toEqual([{ subject: 'lost', why: 'channel_not_found' }]);
      expect(await textsIn()).toEqual(['found']);
    });

    test('what cannot be put into words steps aside after some tries, without what hangs from it', async () => {
      await add('mute', { subject: 's' });
      await outbox(database).addReply({ subject: 's', key: 'r', announcement: { text: 'reply' } }, new Date());
      await add('good');
      const clock = await clockAt(20);
      const phrase = async (row: { subject: string; announcement: unknown }) => {
        if (row.subject === 's') throw new Error('a fault in the words');
        return row.announcement as { text: string };
      };
      start({ now: clock.now, phrase, settings: { triesInTheWay: 3 } });
      await until(async () => (await rows(database))[2]?.status === 'sent');
      expect((await rows(database)).map((row) => row.status)).toEqual([
        expect.stringMatching(/waiting|sending/),
        'waiting',
        'sent',
      ]);
    });

    test('after a day it is given up loudly, and the channel goes on', async () => {
      const clock = await clockAt(0);
      await add('never', { at: clock.now() });
      await sandbox.setChaos({ seed: 1, rates: { 'server-error': 1 }, methods: ['chat.postMessage'] });
      const delivery = start({ now: clock.now, settings: { triesInTheWay: 4, settleMs: 60_000 } });
      await until(async () => {
        await clock.advance(61_000);
        return ((await rows(database))[0]?.attempts ?? 0) >= 4;
      });
      expect((await rows(database))[0]?.status).not.toBe('failed');
      await clock.advance(24 * 3_600_000);
      await until(async () => {
        await clock.advance(61_000);
        return (await rows(database))[0]?.status === 'failed';
      });
      expect(delivery.givenUp.map((one) => one.subject)).toEqual(['never']);
      await sandbox.setChaos({ seed: 1, rates: {} });
      await add('next', { at: clock.now() });
      await clock.advance(61_000);
      await until(async () => (await textsIn()).includes('next'));
      expect(await textsIn()).toEqual(['next']);
    });

    test('a workspace whose token is refused rests, and goes on with a new one', async () => {
      const { deliveryClient } = await import('../../src/slack/deliver-call.ts');
      let token = 'xoxb-stolen';
      let asked = 0;
      await add('first');
      await add('second');
      const delivery = start({
        clientOf: async () => {
          asked += 1;
          return asked === 3 ? null : deliveryClient(token, { apiUrl: sandbox.apiUrl });
        },
      });
      await until(() => asked >= 4);
      expect((await rows(database)).map((row) => row.status)).not.toContain('failed');
      token = sandbox.botToken;
      await settled(database);
      expect(await textsIn()).toEqual(['first', 'second']);
      expect(delivery.givenUp).toEqual([]);
    });
  });
});
