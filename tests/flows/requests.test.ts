import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { illustrator } from '../../src/delivery/illustrate.ts';
import { keepRequest } from '../../src/flows/requests/keep-request.ts';
import type { Connection } from '../../src/slack/identify-member.ts';
import { requestRunner } from '../../src/slack/said/request-runner.ts';
import type { NewRequest } from '../../src/store/desk/requests.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type FlowWorld, flowWorld } from './flow-world.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let world: FlowWorld;
  let now: Date;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    world = await flowWorld(kind, database);
    now = world.deps.now();
  });
  afterAll(() => database.close());

  const connection = (findPerson?: () => Promise<never>): Connection => ({
    ...world.context,
    now: () => now,
    client: new WebClient(),
    apiUrl: '',
    people: { find: findPerson ?? (async () => member), forget: () => undefined },
    illustrator: illustrator({
      ...world.deps,
      memberPictures: { inAnswer: () => null, show: async () => undefined },
      uploads: { find: async () => null, forget: () => undefined },
    }),
    firstAdmin: null,
    nudgeImports: () => undefined,
    nudgeRequests: () => undefined,
    nudgePredictions: () => undefined,
    nudgeObstacles: () => undefined,
  });
  const ask = (words: string, facts: Partial<NewRequest> = {}) =>
    keepRequest(world.context, { ...asked, words, ...facts });
  const answer = async (by = connection(), patienceMs?: number) => {
    const runner = requestRunner(by, patienceMs);
    await runner.run();
    await runner.stop();
  };
  const outbox = async () => {
    const { rows } = await database.pool.query<OutboxRow>(
      `SELECT channel_id, kind, thread_ts, visible_to, announcement->'answer'->>'kind' AS answer FROM outbox
       WHERE workspace_id = $1 ORDER BY id`,
      [world.workspaceId],
    );
    return rows;
  };
  const toAll: OutboxRow = { channel_id: 'C1', kind: 'post', thread_ts: '1.0001', visible_to: null, answer: 'reply' };
  const toOne: OutboxRow = { ...toAll, thread_ts: null, visible_to: 'U0ANNA', answer: 'reply' };

  test('what may be shared is answered in the thread of the message, for all', async () => {
    await ask('nps');
    await answer();
    expect(await outbox()).toEqual([toAll]);
  });

  test('a message that comes again is answered once', async () => {
    await ask('nps');
    await answer();
    await ask('nps');
    await ask('nps edited meanwhile');
    await answer();
    expect(await outbox()).toEqual([toAll]);
  });

  test('a customer, a refusal and a word that is none are answered to who asked alone', async () => {
    await ask('customer nobody');
    await ask('nps 17', { ts: '2.0', threadTs: '1.5' });
    await ask('laddr', { ts: '3.0' });
    await answer();
    expect(await outbox()).toEqual([toOne, { ...toOne, thread_ts: '1.5', answer: 'problem' }, toOne]);
  });

  test('in direct messages everything is answered where it was said', async () => {
    await ask('customer nobody', { channelId: 'D1' });
    await ask('feedback add', { channelId: 'D1', ts: '2.0', threadTs: '1.0' });
    await answer();
    const direct = { ...toAll, channel_id: 'D1', thread_ts: null };
    expect(await outbox()).toEqual([direct, { ...direct, thread_ts: '1.0', answer: 'opens' }]);
  });

  test('of two processes that look at once, one answers', async () => {
    await ask('nps');
    await Promise.all([answer(), answer()]);
    expect(await outbox()).toEqual([toAll]);
  });

  test('what a process had taken when it ended is answered by the next, once its time is over', async () => {
    await ask('nps');
    const { requests } = world.context.store;
    expect(await requests.take(now, new Date(now.getTime() + 20_000))).toMatchObject({ words: 'nps', attempts: 1 });
    await answer();
    expect(await outbox()).toEqual([]);
    now = new Date(now.getTime() + 20_000);
    await answer();
    expect(await outbox()).toEqual([toAll]);
  });

  test('who knows that there is no other process need not wait', async () => {
    await ask('nps');
    const { requests } = world.context.store;
    await requests.take(now, new Date(now.getTime() + 20_000));
    await requests.freeAll();
    await answer();
    expect(await outbox()).toEqual([toAll]);
  });

  test('of two that answer the same one after all, the first to write does', async () => {
    await ask('nps');
    const slow = requestRunner(connection());
    const both = [slow.run()];
    now = new Date(now.getTime() + 20_000);
    both.push(answer());
    await Promise.all(both);
    await slow.stop();
    expect(await outbox()).toEqual([toAll]);
  });

  test('what ended three processes is told to be too much, and not tried again', async () => {
    await ask('nps');
    const { requests } = world.context.store;
    for (let n = 0; n < 3; n += 1) {
      await requests.take(now, new Date(now.getTime() + 20_000));
      now = new Date(now.getTime() + 20_000);
    }
    await answer();
    expect(await outbox()).toEqual([{ ...toOne, answer: 'gave-up' }]);
  });

  test('a fault is answered with words, and the next question is answered', async () => {
    const broken = connection(() => Promise.reject(new Error('Slack is down')));
    await ask('nps');
    await answer(broken);
    expect(await outbox()).toEqual([{ ...toOne, answer: 'problem' }]);
    await ask('nps', { ts: '2.0' });
    await answer();
    expect(await outbox()).toHaveLength(2);
  });

  describe('an answer that takes long', () => {
    /** Fails once patience was asked for. */
    const slowly = () =>
      connection(async () => {
        await expect.poll(outbox).toMatchObject([{ answer: 'waiting' }]);
        throw new Error('late');
      });

    test('is asked patience for; the answer comes to the place of that', async () => {
      await ask('nps', { channelId: 'D1' });
      await answer(slowly(), 20);
      const direct = { ...toAll, channel_id: 'D1', thread_ts: null };
      expect(await outbox()).toEqual([
        { ...direct, answer: 'waiting' },
        { ...direct, kind: 'update', answer: 'problem' },
      ]);
    });

    test('and is not for all is told to who asked, and the channel reads that it was', async () => {
      await ask('nps');
      await answer(slowly(), 20);
      expect(await outbox()).toEqual([
        { ...toAll, answer: 'waiting' },
        { ...toOne, answer: 'problem' },
        { ...toAll, kind: 'update', thread_ts: null, answer: 'told-alone' },
      ]);
    });

    test('does not keep others waiting', async () => {
      await ask('nps');
      await ask('csat', { ts: '2.0', memberId: 'U0BO' });
      let letGo = () => {};
      const held = new Promise<typeof member>((resolve) => {
        letGo = () => resolve(member);
      });
      const find = (id: string) => (id === 'U0ANNA' ? held : Promise.resolve(member));
      const runner = requestRunner({ ...connection(), people: { find, forget: () => undefined } }, 400);
      const running = runner.run();
      const answers = async () => (await outbox()).map((row) => row.answer);
      await expect.poll(answers).toContain('reply');
      // On a slow machine the second, too, may be asked patience for.
      expect(await answers()).toContain('waiting');
      letGo();
      await running;
      await runner.stop();
      expect((await answers()).filter((one) => one !== 'waiting')).toEqual(['reply', 'reply']);
    });
  });

  test('what was answered is forgotten after a while, what was not is kept', async () => {
    const { requests } = world.context.store;
    await ask('nps');
    await answer();
    await ask('csat', { ts: '2.0' });
    await requests.forget(new Date(now.getTime() + 1), 100);
    const { rows } = await database.pool.query('SELECT words FROM requests WHERE workspace_id = $1', [
      world.workspaceId,
    ]);
    expect(rows).toEqual([{ words: 'csat' }]);
  });
});

const asked: NewRequest = { channelId: 'C1', ts: '1.0001', threadTs: null, memberId: 'U0ANNA', words: 'nps' };

const member = { name: null, slackLocale: 'da', isOutsider: false, runsWorkspace: false };

interface OutboxRow {
  readonly channel_id: string;
  readonly kind: string;
  readonly thread_ts: string | null;
  readonly visible_to: string | null;
  readonly answer: string;
}
