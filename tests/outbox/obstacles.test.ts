import { beforeEach, describe, expect, test } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { deliveryClient } from '../../src/delivery/call.ts';
import { phraser } from '../../src/delivery/phrase.ts';
import type { Phrasing } from '../../src/delivery/row.ts';
import { replaceChannel, tryChannelNow } from '../../src/flows/obstacles/mend-obstacle.ts';
import { tellObstacles } from '../../src/flows/obstacles/tell-obstacles.ts';
import type { OutboxRow } from '../../src/store/desk/outbox-lanes.ts';
import { withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { nordlys, until } from '../support/sandbox.ts';
import { outbox, rows, workspaceId } from './support.ts';
import { useWorld } from './world.ts';

withDatabases((kind) => {
  const world = useWorld(kind);
  const { add, start, clockAt, textsIn } = world;
  const context = () => contextOf(depsOn(kind, world.database.pool), workspaceId);
  const admins = [nordlys.astrid, nordlys.jonas];

  beforeEach(() => context().store.members.setRoles(admins, []));

  const client = () => deliveryClient(world.sandbox.botToken, { apiUrl: world.sandbox.apiUrl });
  const conversationWith = async (users: string) => (await client().conversations.open({ users })).channel?.id ?? '';
  const tell = () => tellObstacles(context(), conversationWith);
  const inDm = async (member: string) => {
    const messages = await world.sandbox.messages(member, await conversationWith(member));
    return messages.filter(({ text }) => text.includes(world.channel)).map(({ text }) => text);
  };
  /** What tells of an obstacle is put into words as the app does, everything else as the test has it. */
  const phrase = async (row: OutboxRow) => {
    const isObstacle = (row.announcement as { kind?: string }).kind === 'obstacle';
    return isObstacle ? phraser(depsOn(kind, world.database.pool))(row) : (row.announcement as Phrasing);
  };
  const waiting = async () => {
    const { rows: held } = await world.database.pool.query<{ subject: string; waits_for: string }>(
      `SELECT subject, waits_for FROM outbox WHERE waits_for IS NOT NULL ORDER BY id`,
    );
    return held;
  };
  const leave = () =>
    world.sandbox.act({ do: 'remove', as: nordlys.astrid, channel: world.channel, user: nordlys.bot });
  const comeBack = () =>
    world.sandbox.act({ do: 'invite', as: nordlys.astrid, channel: world.channel, user: nordlys.bot });
  const archive = (isArchived: boolean) => world.sandbox.change({ archived: isArchived ? [world.channel] : [] });

  test('what a channel refuses waits, its admins are told once each, and it goes in order when the app is back', async () => {
    await leave();
    await add('one');
    await add('two');
    start({ phrase });
    await until(async () => (await waiting()).length === 1);
    expect(await waiting()).toEqual([{ subject: 'one', waits_for: 'not_in_channel' }]);
    await tell();
    await tell();
    for (const admin of admins) await until(async () => (await inDm(admin)).length > 0);
    expect(await inDm(nordlys.astrid)).toEqual([
      `2 messages to <#${world.channel}> are waiting: the app is not in the channel (not_in_channel). ` +
        'Type `/invite @Loyalty Ladder` in the channel, or press the button if it is public.',
    ]);
    expect(await inDm(nordlys.jonas)).toHaveLength(1);
    expect(await inDm(nordlys.emily)).toEqual([]);

    await comeBack();
    expect(await tryChannelNow(context(), world.channel)).toBe(1);
    await until(async () => (await textsIn()).length === 2);
    expect(await textsIn()).toEqual(['one', 'two']);
    expect(await waiting()).toEqual([]);
    await tell();
    const told = `<#${world.channel}> takes messages again. What was waiting has been sent.`;
    for (const admin of admins) await until(async () => (await inDm(admin)).includes(told));
    expect(await inDm(nordlys.astrid)).toEqual([told]);
  });

  test('a second time is told anew', async () => {
    start({ phrase });
    for (const text of ['one', 'two']) {
      await archive(true);
      await add(text);
      await until(async () => (await waiting()).length === 1);
      await tell();
      await archive(false);
      await tryChannelNow(context(), world.channel);
      await until(async () => (await textsIn()).includes(text));
      await tell();
    }
    await until(async () => (await rows(world.database)).every(({ status }) => status === 'sent'));
    expect(await inDm(nordlys.astrid)).toHaveLength(2);
  });

  describe.each([
    ['an archived channel', () => archive(true), 'is_archived'],
    [
      'one in which only some may post',
      () => world.sandbox.change({ restricted: [world.channel] }),
      'restricted_action',
    ],
    ...(
      [
        'channel_not_found',
        'user_is_restricted',
        'no_permission',
        'ekm_access_denied',
        'missing_scope',
        'msg_too_long',
        'metadata_too_large',
        'new_word',
      ] as const
    ).map(
      (error) =>
        [
          error,
          () => world.sandbox.refuse({ method: 'chat.postMessage', channel: world.channel, error }),
          error,
        ] as const,
    ),
  ] as const)('%s', (_, refuse, reason) => {
    test('keeps an alert for 30 days and takes it at a sparse look once the cause is gone', async () => {
      const clock = await clockAt(0);
      await refuse();
      await add('alert', { at: clock.now() });
      const delivery = start({ now: clock.now, phrase, settings: { reasonRetryMs: 600_000 } });
      await until(async () => (await waiting()).length === 1);
      expect(await waiting()).toEqual([{ subject: 'alert', waits_for: reason }]);
      await clock.advance(29 * 86_400_000);
      const calls = (await world.sandbox.calls('chat.postMessage')).length;
      await until(async () => (await world.sandbox.calls('chat.postMessage')).length > calls);
      expect(delivery.givenUp).toEqual([]);
      await archive(false);
      await world.sandbox.change({ restricted: [] });
      await world.sandbox.refuse();
      await until(async () => {
        await clock.advance(600_000);
        return (await textsIn()).length === 1;
      });
      expect(await textsIn()).toEqual(['alert']);
      expect(delivery.errors.map(({ event }) => event)).toEqual(['message-waits']);
    });
  });

  test('an alert that Slack never takes keeps no other waiting', async () => {
    await world.sandbox.refuse({ method: 'chat.postMessage', error: 'msg_too_long', times: 1 });
    await add('long');
    const { errors } = start({ phrase });
    await until(async () => (await waiting()).length === 1);
    await add('next');
    await until(async () => (await textsIn()).includes('next'));
    expect(errors).toMatchObject([{ event: 'message-waits', facts: { why: 'msg_too_long' } }]);
  });

  test('after 30 days it is given up, loudly', async () => {
    const clock = await clockAt(0);
    await archive(true);
    await add('alert', { at: clock.now() });
    const delivery = start({ now: clock.now, phrase });
    await until(async () => (await waiting()).length === 1);
    await clock.advance(31 * 86_400_000);
    await until(async () => {
      await clock.advance(5000);
      return delivery.givenUp.length > 0;
    });
    expect(delivery.givenUp).toEqual([{ subject: 'alert', why: 'is_archived' }]);
  });

  test('an edit that a channel refuses waits as well, and what hangs from the card with it', async () => {
    let state = 'card';
    await add('card', { subject: 's' });
    start({ phrase: async () => ({ text: state }) });
    await until(async () => (await textsIn()).length === 1);
    await archive(true);
    await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
    await until(async () => (await waiting()).length === 1);
    expect(await outbox(world.database).stateOf('s')).toEqual({ kind: 'refused', reason: 'is_archived' });
    state = 'card, claimed';
    await archive(false);
    await tryChannelNow(context(), world.channel);
    await until(async () => (await textsIn()).includes('card, claimed'));
    expect(await outbox(world.database).stateOf('s')).toEqual({ kind: 'shown' });
  });

  test.each(['edit_window_closed', 'cant_update_message', 'msg_too_long'])(
    'a card that Slack takes no change of (%s) is known to be as it was, and its thread goes on',
    async (error) => {
      await add('card', { subject: 's' });
      start();
      await until(async () => (await textsIn()).length === 1);
      await world.sandbox.refuse({ method: 'chat.update', error });
      await outbox(world.database).addUpdate({ subject: 's', announcement: { text: 'claimed' } }, new Date());
      await outbox(world.database).addReply({ subject: 's', key: 'r', announcement: { text: 'taken' } }, new Date());
      await until(async () => (await rows(world.database)).every(({ status }) => status !== 'waiting'));
      expect(await outbox(world.database).stateOf('s')).toEqual({ kind: 'given-up', reason: error });
      const post = await outbox(world.database).findPost('s');
      await until(async () => (await textsIn(world.channel, post?.ts)).length === 1);
    },
  );

  test.each([
    ['an archived channel', () => archive(true)],
    ['a channel that the app was taken out of', leave],
  ])('of %s the admins are told once, whether posts or edits wait', async (_, refuse) => {
    let state = 'card';
    await add('card', { subject: 's' });
    start({ phrase: async (row) => (row.subject === 's' && row.kind !== 'reply' ? { text: state } : phrase(row)) });
    await until(async () => (await textsIn()).length === 1);
    await refuse();
    state = 'card, claimed';
    await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
    await add('next');
    await until(async () => (await waiting()).length === 2);
    await tell();
    await tell();
    for (const admin of admins) await until(async () => (await inDm(admin)).length > 0);
    await until(async () =>
      (await rows(world.database)).every(({ subject, status }) => !subject.startsWith('obstacle') || status === 'sent'),
    );
    expect(await waiting()).toHaveLength(2);
    for (const admin of admins) expect(await inDm(admin)).toHaveLength(1);
  });

  test('what waits goes to the channel that takes its place', async () => {
    const other = await world.newChannel();
    await archive(true);
    await add('one', { subject: 's' });
    await outbox(world.database).addReply({ subject: 's', key: 'r', announcement: { text: 'reply' } }, new Date());
    await add('two');
    start({ phrase });
    await until(async () => (await waiting()).length === 1);
    expect(await replaceChannel(context(), { from: world.channel, to: other }, nordlys.astrid)).toBe(2);
    await until(async () => (await rows(world.database)).every(({ status }) => status === 'sent'));
    expect(await textsIn(other)).toEqual(['one', 'two']);
    const post = await outbox(world.database).findPost('s');
    expect(await textsIn(other, post?.ts)).toEqual(['reply']);
  });

  test('where nothing at all may be sent, the admins’ own messages are no obstacles to tell of', async () => {
    await world.sandbox.refuse({ method: 'chat.postMessage', error: 'missing_scope' });
    await add('alert');
    start({ phrase, settings: { reasonRetryMs: 60_000 } });
    await until(async () => (await waiting()).length === 1);
    await tell();
    await until(async () => (await waiting()).length === 3);
    await tell();
    expect((await rows(world.database)).filter(({ subject }) => subject.startsWith('obstacle:'))).toHaveLength(2);
  });

  test('a message whose fate is open waits, where Slack does not let us look, and is there once', async () => {
    await world.sandbox.refuse(
      { method: 'chat.postMessage', answerLost: true, times: 1 },
      {
        method: 'conversations.history',
        error: 'missing_scope',
      },
    );
    await add('once');
    start({ phrase });
    await until(async () => (await waiting()).length === 1);
    await add('next');
    await until(async () => (await textsIn()).includes('next'));
    await world.sandbox.refuse();
    await tryChannelNow(context(), world.channel);
    await until(async () => (await rows(world.database)).every(({ status }) => status === 'sent'));
    expect((await textsIn()).toSorted()).toEqual(['next', 'once']);
  });
});
