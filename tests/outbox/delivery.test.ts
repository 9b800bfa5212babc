import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { transaction } from '../../src/store/database/sql.ts';
import { outboxStore } from '../../src/store/desk/outbox.ts';
import { withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';
import { outbox, rows, settled, workspaceId } from './support.ts';
import { useWorld } from './world.ts';

withDatabases((kind) => {
  const world = useWorld(kind);
  const { add, start, clockAt, said, textsIn } = world;

  test('what was written with its cause is posted once, and its ts noted', async () => {
    expect(await add('hello')).toBe(true);
    expect(await add('hello')).toBe(false);
    start();
    const [row] = await settled(world.database);
    expect((await said()).map((one) => [one.text, one.ts])).toEqual([['hello', row?.ts]]);
  });

  test('what was rolled back with its cause is never said', async () => {
    const failing = transaction(world.database.pool, async (sql) => {
      const post = { channelId: world.channel, subject: 'gone', key: 'gone', announcement: { text: 'gone' } };
      await outboxStore(sql, workspaceId).add(post, new Date());
      throw new Error('the cause failed');
    });
    await expect(failing).rejects.toThrow('the cause failed');
    await add('stays');
    start();
    await settled(world.database);
    expect(await textsIn()).toEqual(['stays']);
  });

  test('a nudge after the commit is enough; nothing waits for the next look', async () => {
    await add('first');
    const delivery = start({ settings: { pollMs: 3_600_000 } });
    await settled(world.database);
    await add('second');
    delivery.nudge();
    expect((await settled(world.database)).map((row) => row.status)).toEqual(['sent', 'sent']);
  });

  test('what must find nothing on its way waits for what is, and holds the rest until it is done', async () => {
    let phrased = () => {};
    const isPhrased = new Promise<void>((resolve) => {
      phrased = resolve;
    });
    let goOn = () => {};
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await add('on its way');
    const delivery = start({
      phrase: async (row) => {
        phrased();
        await mayGoOn;
        return row.announcement as { text: string };
      },
    });
    await isPhrased;
    const still = delivery.whileStill(async () => {
      await add('written meanwhile');
      delivery.nudge();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return textsIn();
    });
    goOn();
    expect(await still).toEqual(['on its way']);
    await settled(world.database);
    expect(await textsIn()).toEqual(expect.arrayContaining(['on its way', 'written meanwhile']));
  });

  test('replies go into the thread of their post, an edit changes it, a removal takes it away', async () => {
    await add('card', { subject: 's' });
    await outbox(world.database).addReply({ subject: 's', key: 'r1', announcement: { text: 'claimed' } }, new Date());
    await outbox(world.database).addUpdate({ subject: 's', announcement: { text: 'card, claimed' } }, new Date());
    start();
    await settled(world.database);
    const post = await outbox(world.database).findPost('s');
    expect(await textsIn(world.channel, post?.ts)).toEqual(['claimed']);
    expect(await textsIn()).toContain('card, claimed');
    expect(await outbox(world.database).addDelete({ subject: 's', key: 'd' }, new Date())).toBe(true);
    await settled(world.database);
    expect(await textsIn()).not.toContain('card, claimed');
  });

  test('nothing can follow a post that was never made', async () => {
    const follow = { subject: 'nobody', key: 'r', announcement: { text: 'x' } };
    expect(await outbox(world.database).addReply(follow, new Date())).toBe(false);
    expect(await outbox(world.database).addUpdate(follow, new Date())).toBe(false);
    expect(await outbox(world.database).addDelete(follow, new Date())).toBe(false);
    expect(await rows(world.database)).toEqual([]);
  });

  describe('edits', () => {
    test('of a card at most one waits, and it shows the state at the time of sending', async () => {
      let state = 'open';
      await add('card', { subject: 's' });
      for (const next of ['claimed', 'handed back', 'claimed again']) {
        await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
        state = next;
      }
      const before = (await world.sandbox.calls('chat.update')).length;
      start({ phrase: async () => ({ text: state }) });
      await settled(world.database);
      expect(await textsIn()).toEqual(['claimed again']);
      expect((await world.sandbox.calls('chat.update')).length - before).toBe(1);
    });

    test('a change made while an edit is on its way gets an edit of its own', async () => {
      let state = 'first';
      await add('card', { subject: 's' });
      await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await world.sandbox.setChaos({ seed: 1, rates: {}, holdAnswers: ['chat.update'] });
      start({ phrase: async () => ({ text: state }) });
      await until(
        async () => (await textsIn()).includes('first') && (await rows(world.database))[1]?.status === 'sending',
      );
      state = 'second';
      await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await world.sandbox.setChaos({ seed: 1, rates: {} });
      const all = await settled(world.database);
      expect(await textsIn()).toEqual(['second']);
      expect(all.map((row) => row.status)).toEqual(['sent', 'sent', 'sent']);
    });

    test('an edit that fails gives way to a newer one', async () => {
      let state = 'first';
      await add('card', { subject: 's' });
      start({ phrase: async () => ({ text: state }), settings: { firstRetryMs: 20 } });
      await settled(world.database);
      await world.sandbox.setChaos({ seed: 1, rates: { 'accepted-then-dropped': 1 }, holdAnswers: ['chat.update'] });
      await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
      await until(async () => (await rows(world.database))[1]?.status === 'sending');
      await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
      state = 'second';
      await world.sandbox.setChaos({ seed: 1, rates: { 'server-error': 1 }, methods: ['chat.update'] });
      await until(async () => (await world.sandbox.occurred())['server-error'] > 0);
      await world.sandbox.setChaos({ seed: 1, rates: {} });
      await settled(world.database);
      expect(await textsIn()).toEqual(['second']);
    });

    test.skipIf(kind.name === 'embedded')('an edit waits for the change that is being made', async () => {
      let state = 'before';
      await add('card', { subject: 's' });
      await outbox(world.database).addUpdate({ subject: 's', announcement: {} }, new Date());
      const gate = { written: (): void => undefined, commit: (): void => undefined };
      const written = new Promise<void>((resolve) => {
        gate.written = resolve;
      });
      const changing = transaction(world.database.pool, async (sql) => {
        await outboxStore(sql, workspaceId).addUpdate({ subject: 's', announcement: {} }, new Date());
        await new Promise<void>((resolve) => {
          gate.commit = resolve;
          gate.written();
        });
      });
      await written;
      let looks = 0;
      const now = () => {
        looks += 1;
        return new Date();
      };
      start({ now, phrase: async () => ({ text: state }) });
      await until(async () => (await rows(world.database))[0]?.status === 'sent');
      const seen = looks;
      await until(() => looks >= seen + 10);
      expect((await rows(world.database))[1]?.status).toBe('waiting');
      state = 'after';
      gate.commit();
      await changing;
      const all = await settled(world.database);
      expect(all).toHaveLength(2);
      expect(await textsIn()).toEqual(['after']);
    });

    test('the edit of a message that somebody has removed is left out', async () => {
      await add('card', { subject: 's' });
      const delivery = start();
      await settled(world.database);
      await outbox(world.database).addDelete({ subject: 's', key: 'd' }, new Date());
      await settled(world.database);
      const clock = await clockAt(0);
      await clock.advance(3_600_000);
      await delivery.stop();
      await outbox(world.database).addUpdate({ subject: 's', announcement: { text: 'x' } }, clock.now());
      start({ now: clock.now });
      const all = await settled(world.database);
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
      await outbox(world.database).addReply(file, new Date());
    };
    const filesThere = async () => {
      const post = await outbox(world.database).findPost('import:7');
      // Slack posts a file a moment after it has taken it.
      const replies = await until(
        () => said(world.channel, post?.ts),
        (all) => all.some((one) => one.files.length > 0),
      );
      return replies.flatMap((one) => one.files.map((file) => ({ ...file, text: one.text })));
    };

    test('go with their words into the thread', async () => {
      await addFile();
      start({ phrase });
      await settled(world.database);
      const [file, ...more] = await filesThere();
      expect(more).toEqual([]);
      expect(file).toMatchObject({ name: 'orders-refused-7.csv', text: 'one row was refused' });
      const bytes = await fetch(`${world.sandbox.url}${file?.url}`, {
        headers: { authorization: `Bearer ${world.sandbox.botToken}` },
      });
      expect(await bytes.text()).toBe(refused);
    });

    test.each(['accepted-then-dropped', 'dropped-connection', 'server-error'] as const)(
      'are there once after: %s',
      async (fault) => {
        await addFile();
        await world.sandbox.setChaos({ seed: 1, rates: { [fault]: 1 }, methods: ['files.completeUploadExternal'] });
        start({ phrase });
        await until(async () => (await world.sandbox.occurred())[fault] > 0);
        await world.sandbox.setChaos({ seed: 1, rates: {} });
        await settled(world.database);
        expect((await filesThere()).map((file) => file.name)).toEqual(['orders-refused-7.csv']);
      },
    );
  });
});
