import type { ChaosKind } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { deliveryClient } from '../../src/delivery/call.ts';
import { sqlOn } from '../../src/store/database/sql.ts';
import { outboxStore } from '../../src/store/desk/outbox.ts';
import { outbox, rows, settled, workspaceId } from '../outbox/support.ts';
import { useWorld } from '../outbox/world.ts';
import { withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';

const numbered = (count: number, name = 'message') => Array.from({ length: count }, (_, n) => `${name} ${n + 1}`);

withDatabases((kind) => {
  const world = useWorld(kind);
  const { add, start, clockAt, said, textsIn, newChannel } = world;

  const kinds = [
    'delay',
    'rate-limit',
    'server-error',
    'dropped-connection',
    'accepted-then-dropped',
    'accepted-but-late-visible',
  ] as const satisfies readonly ChaosKind[];

  test.each([11, 12])('every fault of seed %i leaves each message there once, in its order', async (seed) => {
    const clock = await clockAt(20);
    const other = await newChannel();
    const expected = numbered(12);
    for (const text of expected) {
      await add(text, { at: clock.now() });
      await add(`${text} elsewhere`, { channelId: other, at: clock.now() });
    }
    const replies = numbered(4, 'reply');
    for (const text of replies) {
      await outbox(world.database).addReply({ subject: 'message 2', key: text, announcement: { text } }, clock.now());
    }
    await outbox(world.database).addUpdate({ subject: 'message 1', announcement: { text: 'edited' } }, clock.now());
    await world.sandbox.setChaos({ seed, rates: Object.fromEntries(kinds.map((one) => [one, 0.12])) });
    const settings = {
      settleMs: 10_000,
      lookAgainMs: 15_000,
      leaseMs: 60_000,
      firstRetryMs: 500,
      triesInTheWay: 1000,
    };
    const first = start({ name: 'one', now: clock.now, settings });
    const second = start({ name: 'two', sql: sqlOn(world.database.anotherPool()), now: clock.now, settings });
    await settled(world.database);
    const occurred = await world.sandbox.occurred();
    await world.sandbox.setChaos({ seed, rates: {} });
    expect(kinds.filter((one) => occurred[one] === 0)).toEqual([]);
    await clock.advance(60_000);
    expect(await textsIn()).toEqual(['edited', ...expected.slice(1)]);
    expect(await textsIn(other)).toEqual(expected.map((text) => `${text} elsewhere`));
    const parent = await outbox(world.database).findPost('message 2');
    expect(await textsIn(world.channel, parent?.ts)).toEqual(replies);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  test('a message shown later than anybody waits is taken away again', async () => {
    const clock = await clockAt(1);
    await add('late', { at: clock.now() });
    await world.sandbox.setChaos({ seed: 1, rates: { 'accepted-but-late-visible': 1, 'accepted-then-dropped': 1 } });
    start({ now: clock.now, settings: { settleMs: 200, lookAgainMs: 4000 } });
    await until(async () => (await world.sandbox.occurred())['accepted-but-late-visible'] === 1);
    await world.sandbox.setChaos({ seed: 1, rates: {} });
    const [noted] = await until(
      () => rows(world.database),
      ([row]) => row?.status === 'sent',
    );
    expect(noted?.look_at).not.toBeNull();
    await clock.advance(6000);
    await settled(world.database);
    expect((await said()).map((one) => [one.text, one.ts])).toEqual([['late', noted?.ts]]);
    expect(
      (await world.sandbox.calls('chat.delete')).filter((call) => call.arguments.channel === world.channel),
    ).toHaveLength(1);
  });

  test('so is a reply', async () => {
    const clock = await clockAt(1);
    await add('card', { subject: 's', at: clock.now() });
    start({ now: clock.now, settings: { settleMs: 200, lookAgainMs: 4000 } });
    await settled(world.database);
    await world.sandbox.setChaos({ seed: 1, rates: { 'accepted-but-late-visible': 1, 'accepted-then-dropped': 1 } });
    await outbox(world.database).addReply({ subject: 's', key: 'r', announcement: { text: 'late' } }, clock.now());
    await until(async () => (await world.sandbox.occurred())['accepted-but-late-visible'] === 1);
    await world.sandbox.setChaos({ seed: 1, rates: {} });
    const [post, noted] = await until(
      () => rows(world.database),
      ([, row]) => row?.status === 'sent',
    );
    await clock.advance(6000);
    await settled(world.database);
    expect((await said(world.channel, post?.ts ?? '')).map((one) => one.ts)).toEqual([noted?.ts]);
  });

  test('a workspace without the app waits, and the others go on', async () => {
    const elsewhere = outboxStore(sqlOn(world.database.pool), 2);
    const post = { channelId: 'C0FSGENERAL', subject: 's', key: 's', announcement: { text: 'hei' } };
    await elsewhere.add(post, new Date());
    await add('hello');
    const client = deliveryClient(world.sandbox.botToken, { apiUrl: world.sandbox.apiUrl });
    const delivery = start({ clientOf: async (workspace) => (workspace === workspaceId ? client : null) });
    await until(async () => (await textsIn()).length === 1 && delivery.errors.length > 0);
    expect(delivery.errors).toMatchObject([
      { event: 'delivery-rests', facts: { workspaceId: 2, why: 'not installed' } },
    ]);
    expect(await elsewhere.findPost('s')).toBeNull();
    expect((await rows(world.database)).map((row) => row.status)).toContain('waiting');
  });

  test('429 is obeyed to the second, in every channel of the workspace', async () => {
    const clock = await clockAt(0);
    const other = await newChannel();
    await add('first', { at: clock.now() });
    await world.sandbox.setChaos({ seed: 1, rates: { 'rate-limit': 1 } });
    let looks = 0;
    const now = () => {
      looks += 1;
      return clock.now();
    };
    start({ now });
    await until(async () => (await world.sandbox.occurred())['rate-limit'] === 1);
    await world.sandbox.setChaos({ seed: 1, rates: {} });
    await until(async () => (await rows(world.database))[0]?.status === 'waiting');
    await add('second', { channelId: other, at: clock.now() });
    await clock.advance(999);
    const seen = looks;
    await until(() => looks >= seen + 5);
    expect([await textsIn(), await textsIn(other)]).toEqual([[], []]);
    await clock.advance(1);
    await settled(world.database);
    expect([await textsIn(), await textsIn(other)]).toEqual([['first'], ['second']]);
  });

  test('messages of a channel keep their distance', async () => {
    const other = await newChannel();
    for (const text of numbered(4)) {
      await add(text);
      await add(`${text} elsewhere`, { channelId: other });
    }
    await outbox(world.database).addUpdate({ subject: 'message 1', announcement: { text: 'edited' } }, new Date());
    const clock = await clockAt(1);
    start({ name: 'one', now: clock.now, settings: { paceMs: 200 } });
    start({ name: 'two', sql: sqlOn(world.database.anotherPool()), now: clock.now, settings: { paceMs: 200 } });
    await settled(world.database);
    const calls = [...(await world.sandbox.calls('chat.postMessage')), ...(await world.sandbox.calls('chat.update'))];
    for (const [one, count] of [
      [world.channel, 5],
      [other, 4],
    ] as const) {
      const times = calls
        .filter((call) => call.arguments.channel === one)
        .map((call) => Date.parse(call.at))
        .sort();
      const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
      expect(gaps).toHaveLength(count - 1);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    }
  });

  test('what Slack does not take as it is comes in its words alone', async () => {
    await add('poison', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }] });
    await outbox(world.database).addReply({ subject: 'poison', key: 'r', announcement: { text: 'reply' } }, new Date());
    await add('good');
    const delivery = start();
    const all = await settled(world.database);
    expect(all.map((row) => row.status)).toEqual(['sent', 'sent', 'sent']);
    expect(await textsIn()).toEqual(['poison', 'good']);
    expect(delivery.errors).toEqual([
      {
        event: 'message-simplified',
        facts: expect.objectContaining({ subject: 'poison', why: expect.stringMatching(/^invalid_blocks/) }),
      },
    ]);
  });

  test('a channel that is not there is told loudly, and holds up nothing else', async () => {
    await add('lost', { channelId: 'C0NOWHERE01' });
    await add('found');
    const delivery = start();
    await until(async () => (await textsIn()).length === 1 && delivery.errors.length > 0);
    expect(await textsIn()).toEqual(['found']);
    expect(delivery.errors).toMatchObject([
      { event: 'message-waits', facts: { subject: 'lost', why: 'channel_not_found' } },
    ]);
    expect((await rows(world.database)).map((row) => row.status)).toEqual(['waiting', 'sent']);
    expect(delivery.givenUp).toEqual([]);
  });

  test('what cannot be put into words steps aside after some tries, without what hangs from it', async () => {
    await add('mute', { subject: 's' });
    await outbox(world.database).addReply({ subject: 's', key: 'r', announcement: { text: 'reply' } }, new Date());
    await add('good');
    const clock = await clockAt(20);
    const phrase = async (row: { subject: string; announcement: unknown }) => {
      if (row.subject === 's') throw new Error('a fault in the words');
      return row.announcement as { text: string };
    };
    start({ now: clock.now, phrase, settings: { triesInTheWay: 3 } });
    await until(async () => (await rows(world.database))[2]?.status === 'sent');
    expect((await rows(world.database)).map((row) => row.status)).toEqual([
      expect.stringMatching(/waiting|sending/),
      'waiting',
      'sent',
    ]);
  });

  test('after a day it is given up loudly, and the channel goes on', async () => {
    const clock = await clockAt(0);
    await add('never', { at: clock.now() });
    await world.sandbox.setChaos({ seed: 1, rates: { 'server-error': 1 }, methods: ['chat.postMessage'] });
    const delivery = start({ now: clock.now, settings: { triesInTheWay: 4, settleMs: 60_000 } });
    await until(async () => {
      await clock.advance(61_000);
      return ((await rows(world.database))[0]?.attempts ?? 0) >= 4;
    });
    expect((await rows(world.database))[0]?.status).not.toBe('failed');
    await clock.advance(24 * 3_600_000);
    await until(async () => {
      await clock.advance(61_000);
      return (await rows(world.database))[0]?.status === 'failed';
    });
    expect(delivery.givenUp.map((one) => one.subject)).toEqual(['never']);
    await world.sandbox.setChaos({ seed: 1, rates: {} });
    await add('next', { at: clock.now() });
    // A step that the clock jumped over gives its turn back, and takes the next one a moment later.
    await until(async () => {
      await clock.advance(1000);
      return (await textsIn()).includes('next');
    });
    expect(await textsIn()).toEqual(['next']);
  });

  test.each(['account_inactive', 'token_revoked', 'team_access_not_granted'])(
    'what was written days ago is kept while Slack refuses the token (%s)',
    async (error) => {
      const clock = await clockAt(0);
      await add('alert', { at: new Date(clock.now().getTime() - 5 * 86_400_000) });
      await world.sandbox.refuse({ method: 'chat.postMessage', error });
      const delivery = start({ now: clock.now });
      await until(async () => (await world.sandbox.calls('chat.postMessage')).length > 0);
      await world.sandbox.refuse();
      await until(async () => {
        await clock.advance(1000);
        return (await textsIn()).length === 1;
      });
      expect(delivery.givenUp).toEqual([]);
    },
  );

  test('what was written is kept while there is no way to Slack, for days', async () => {
    const clock = await clockAt(0);
    await add('alert', { at: clock.now() });
    const [near, far] = [world.sandbox.apiUrl, 'http://127.0.0.1:65533/api/'].map((apiUrl) =>
      deliveryClient(world.sandbox.botToken, { apiUrl }),
    );
    let client = far ?? null;
    const delivery = start({ now: clock.now, clientOf: async () => client, settings: { triesInTheWay: 3 } });
    const attempts = async () => (await rows(world.database))[0]?.attempts ?? 0;
    // Time passes between tries, not within one: a call that takes long has its lease taken away.
    const timePasses = async (ms: number) => {
      if ((await rows(world.database))[0]?.status === 'waiting') await clock.advance(ms);
    };
    for (const days of [0, 2, 2]) {
      await clock.advance(days * 86_400_000);
      const before = await attempts();
      await until(async () => {
        await timePasses(500);
        return (await attempts()) > before + 1;
      });
    }
    client = near ?? null;
    await until(async () => {
      await timePasses(500);
      return (await textsIn()).length === 1;
    });
    expect(delivery.givenUp).toEqual([]);
  });

  test('a workspace whose token is refused rests, and goes on with a new one', async () => {
    let token = 'xoxb-stolen';
    let asked = 0;
    await add('first');
    await add('second');
    const delivery = start({
      clientOf: async () => {
        asked += 1;
        return asked === 3 ? null : deliveryClient(token, { apiUrl: world.sandbox.apiUrl });
      },
    });
    await until(() => asked >= 4);
    expect((await rows(world.database)).map((row) => row.status)).not.toContain('failed');
    token = world.sandbox.botToken;
    await settled(world.database);
    expect(await textsIn()).toEqual(['first', 'second']);
    expect(delivery.givenUp).toEqual([]);
    expect(delivery.errors.map(({ event, facts }) => [event, facts.why])).toEqual(
      expect.arrayContaining([['delivery-rests', 'invalid_auth']]),
    );
    expect(delivery.errors.length).toBeLessThan(asked);
  });
});
