import { describe, expect, test } from 'vitest';
import { outbox, rows, settled } from '../outbox/support.ts';
import { useWorld } from '../outbox/world.ts';
import { withDatabases } from '../support/database.ts';
import { nordlys, until } from '../support/sandbox.ts';

withDatabases((kind) => {
  const world = useWorld(kind);
  const { add, start, clockAt, said, textsIn } = world;

  const loseNextAnswer = () => world.sandbox.refuse({ method: 'chat.postMessage', answerLost: true, times: 1 });
  const refuseNext = () => world.sandbox.refuse({ method: 'chat.postMessage', status: 503, times: 1 });
  /** People talk in the channel. */
  const talk = async (count: number) => {
    for (let n = 1; n <= count; n += 1) {
      await world.sandbox.act({ do: 'say', as: nordlys.astrid, channel: world.channel, text: `talk ${n}` });
    }
  };
  const looks = async () => {
    const calls = await world.sandbox.calls('conversations.history');
    return calls.filter((call) => call.arguments.channel === world.channel && call.ok);
  };
  /** With the limits of an app that is distributed outside the Marketplace: once a minute, 15 messages. */
  const limited = () => world.sandbox.change({ rateLimited: true, historyLimited: true });
  const unlimited = () => world.sandbox.change({ rateLimited: false, historyLimited: false });
  const passMinutes = (clock: { advance(ms: number): Promise<void> }) => async () => {
    await clock.advance(5000);
    return (await rows(world.database)).every((row) => row.status === 'sent' && row.look_at === null);
  };

  describe('history once a minute, 15 messages at a time', () => {
    const settings = { settleMs: 60_000, lookAgainMs: 180_000, paceMs: 1000, leaseMs: 45_000, longestPauseMs: 1000 };

    test('40 newer messages cost nothing: what was sent is found at the first look', async () => {
      const clock = await clockAt(0);
      await add('before', { at: clock.now() });
      const first = start({ now: clock.now, settings });
      await until(passMinutes(clock));
      await loseNextAnswer();
      await add('alert', { at: clock.now() });
      await until(async () => {
        await clock.advance(1000);
        return (await textsIn()).length === 2;
      });
      await first.stop();
      await clock.advance(20_000);
      await talk(40);
      await limited();
      start({ now: clock.now, settings });
      await until(passMinutes(clock));
      await unlimited();
      expect(await textsIn()).toEqual(['before', 'alert']);
      expect(await looks()).toHaveLength(1);
    });

    test('what was never taken is sent once, after all that may hold it was read', async () => {
      const clock = await clockAt(0);
      await add('before', { at: clock.now() });
      const first = start({ now: clock.now, settings });
      await until(passMinutes(clock));
      await refuseNext();
      await add('alert', { at: clock.now() });
      await until(async () => {
        await clock.advance(1000);
        return (await world.sandbox.refusals()).some(({ met }) => met > 0);
      });
      await first.stop();
      await clock.advance(20_000);
      await talk(40);
      await limited();
      start({ now: clock.now, settings });
      await until(async () => {
        await clock.advance(5000);
        return (await textsIn()).includes('alert');
      });
      // One around the sending, and three pages of what came after.
      expect(await looks()).toHaveLength(4);
      await until(passMinutes(clock));
      await unlimited();
      expect(await textsIn()).toEqual(['before', 'alert']);
    });

    test('where people write within the same second, a look goes on from its cursor, also in another process', async () => {
      const clock = await clockAt(0);
      await loseNextAnswer();
      await add('alert', { at: clock.now() });
      const first = start({ now: clock.now, settings });
      await until(async () => (await textsIn()).length === 1);
      await talk(40);
      await limited();
      await until(async () => {
        await clock.advance(5000);
        return (await looks()).length === 2;
      });
      await first.stop();
      start({ name: 'two', now: clock.now, settings });
      await until(passMinutes(clock));
      await unlimited();
      expect(await textsIn()).toEqual(['alert']);
      expect(await looks()).toHaveLength(3);
    });

    test('a limit rests the look alone: other channels and edits go on', async () => {
      const clock = await clockAt(0);
      const other = await world.newChannel();
      await add('card', { subject: 's', at: clock.now() });
      start({ now: clock.now, settings });
      await until(passMinutes(clock));
      await loseNextAnswer();
      await add('alert', { at: clock.now() });
      await until(async () => {
        await clock.advance(1000);
        return (await textsIn()).length === 2;
      });
      const rule = { method: 'conversations.history', status: 429, retryAfterSeconds: 600 } as const;
      await world.sandbox.refuse(rule);
      await until(async () => {
        await clock.advance(5000);
        return (await world.sandbox.refusals()).some(({ met }) => met === 1);
      });
      await add('elsewhere', { channelId: other, at: clock.now() });
      await outbox(world.database).addUpdate({ subject: 's', announcement: { text: 'card, claimed' } }, clock.now());
      await until(async () => {
        await clock.advance(1000);
        return (await textsIn(other)).length === 1 && (await textsIn()).includes('card, claimed');
      });
      expect((await world.sandbox.refusals()).map(({ met }) => met)).toEqual([1]);
      await world.sandbox.refuse();
      await until(passMinutes(clock));
      expect(await textsIn()).toEqual(['card, claimed', 'alert']);
    });
  });

  describe('a clock that is wrong', () => {
    const hour = 3_600_000;

    test.each([5 * hour, -5 * hour, 30 * 60_000, 30 * 24 * hour])(
      'by %i ms for one message does not mute the channel',
      async (wrongMs) => {
        let offMs = wrongMs;
        const now = () => new Date(Date.now() + offMs);
        await add('one', { at: now() });
        start({ now, settings: { paceMs: 50 } });
        await until(async () => (await textsIn()).length === 1);
        offMs = 0;
        await add('two', { at: now() });
        await until(async () => (await textsIn()).length === 2);
        expect(await textsIn()).toEqual(['one', 'two']);
      },
    );

    test.each([
      ['five minutes ahead of Slack’s', 300_000],
      ['five hours ahead of Slack’s', 5 * hour],
      ['five minutes behind Slack’s', -300_000],
      ['five hours behind Slack’s', -5 * hour],
    ])('%s leaves one copy after a lost answer, of the first message and of a later one', async (_, offMs) => {
      const now = () => new Date(Date.now() + offMs);
      for (const text of ['first', 'later']) {
        await loseNextAnswer();
        await add(text, { at: now() });
        if (text === 'first') start({ now });
        await settled(world.database);
      }
      expect((await said()).map(({ text }) => text)).toEqual(['first', 'later']);
    });

    test('that jumps between a call and the look leaves one copy', async () => {
      let offMs = 0;
      const now = () => new Date(Date.now() + offMs);
      await add('before', { at: now() });
      start({ now });
      await settled(world.database);
      offMs = 5 * hour;
      await loseNextAnswer();
      await add('alert', { at: now() });
      await until(async () => (await textsIn()).length === 2);
      offMs = 0;
      await settled(world.database);
      expect(await textsIn()).toEqual(['before', 'alert']);
    });
  });

  test('among 90 alerts, an edit of the first card and a note in its thread do not wait for the others', async () => {
    const clock = await clockAt(0);
    for (let n = 1; n <= 90; n += 1) await add(`alert ${n}`, { subject: `s:${n}`, at: clock.now() });
    start({ now: clock.now, settings: { paceMs: 1000 } });
    await until(async () => (await textsIn()).length === 1);
    await outbox(world.database).addReply({ subject: 's:1', key: 'r', announcement: { text: 'note' } }, clock.now());
    await outbox(world.database).addUpdate({ subject: 's:1', announcement: { text: 'claimed' } }, clock.now());
    const post = await outbox(world.database).findPost('s:1');
    await until(async () => {
      await clock.advance(1000);
      return (await textsIn(world.channel, post?.ts)).length === 1;
    });
    const shown = await textsIn();
    expect(shown[0]).toBe('claimed');
    expect(shown.length).toBeLessThan(6);
  });
});
