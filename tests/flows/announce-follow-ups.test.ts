import { describe, expect, test } from 'vitest';
import { phraser } from '../../src/delivery/phrase.ts';
import type { RefusedRow } from '../../src/facts/refusal.ts';
import { claimFollowUp, closeFollowUp } from '../../src/flows/follow-ups/claim-follow-up.ts';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import type { OutboxRow } from '../../src/store/desk/outbox-lanes.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

const hourMs = 3_600_000;

withDatabases((kind) => {
  const world = useFlowWorld(kind);
  let laterMs = 0;
  const context = () => ({ ...world.context, now: () => new Date(world.context.now().getTime() + laterMs) });

  const take = (
    kind: 'orders' | 'feedback',
    source: ReturnType<typeof inOne<NewOrder>> | ReturnType<typeof inOne<NewAnswer>>,
  ) =>
    importRows(context(), kind, source as never, {
      makeCustomers: true,
      followUps: 'recent',
      rowsPerTransaction: 100,
      afterLine: 0,
      isStopped: () => false,
      beforeCommit: async () => undefined,
    });

  /** So many unhappy customers at once. Customer n has bought for n hundred. */
  async function complain(from: number, to: number): Promise<void> {
    const numbers = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    await take('orders', inOne(numbers.map(order)));
    await take('feedback', inOne(numbers.map(answer)));
  }

  const posts = async () => {
    const { rows } = await world.database.pool.query<{ kind: string; subject: string; key: string }>(
      `SELECT kind, subject, key FROM outbox WHERE workspace_id = $1 ORDER BY id`,
      [world.workspaceId],
    );
    return rows;
  };
  const cards = async () =>
    (await posts()).filter(({ kind, subject }) => kind === 'post' && /^follow-up:/.test(subject));
  const shared = async () => (await posts()).filter(({ kind, subject }) => kind === 'post' && /^alerts:/.test(subject));
  const limit = async (alertsPerHour: number) => world.context.store.settings.limitAlerts(alertsPerHour);
  const words = async (subject: string) => {
    const row = { workspaceId: world.workspaceId, subject, announcement: { kind: 'alerts', subject } };
    const said = await phraser({ ...world.deps, now: context().now })(row as unknown as OutboxRow);
    return JSON.stringify(said);
  };

  test('90 alerts within an hour are 10 cards and one message, with those first who have bought for most', async () => {
    laterMs = 0;
    await complain(1, 90);
    expect(await cards()).toHaveLength(10);
    const [one, ...others] = await shared();
    expect(others).toEqual([]);
    const said = await words(one?.subject ?? '');
    expect(said).toContain('80 more follow-ups');
    // Each is named once in words, and once by the button that shows its card.
    const shownFirst = [...new Set([...said.matchAll(/Customer K(\d+)"/g)].map(([, n]) => Number(n)))];
    expect(shownFirst).toEqual([90, 89, 88]);
    expect(said).toContain('Show the open ones');
  });

  test('more alerts of the hour join the message, which is edited once; after an hour alerts have cards again', async () => {
    laterMs = 0;
    await limit(2);
    await complain(1, 3);
    laterMs = 30 * 60_000;
    await complain(4, 5);
    expect([(await cards()).length, (await shared()).length]).toEqual([2, 1]);
    expect((await posts()).filter(({ kind }) => kind === 'update')).toHaveLength(1);
    laterMs = hourMs + 60_000;
    await complain(6, 6);
    expect([(await cards()).length, (await shared()).length]).toEqual([3, 1]);
    laterMs = hourMs + 120_000;
    await complain(7, 9);
    expect([(await cards()).length, (await shared()).length]).toEqual([4, 2]);
  });

  test('what is done with one that shares a message shows there, and its thread says whom it is about', async () => {
    laterMs = 0;
    await limit(0);
    await complain(1, 2);
    const [message] = await shared();
    const subject = message?.subject ?? '';
    const alert = { kind: 'alert', subject, status: 'open' } as const;
    const { followUps } = await world.context.store.followUps.list(alert, 20_000, { limit: 10 });
    const [first] = followUps;
    const id = first?.id ?? 0;
    expect((await claimFollowUp(context(), id, 'U0ANNA')).kind).toBe('claimed');
    const notes = (await posts()).filter(({ kind }) => kind === 'reply');
    expect(notes).toMatchObject([{ subject, key: expect.stringMatching(`^follow-up:${id}:event:`) }]);
    const said = await words(subject);
    expect(said).toContain('1 open · 1 claimed · 0 done');
    await closeFollowUp(
      context(),
      id,
      { memberId: 'U0ANNA', role: 'member', seenWith: 'U0ANNA' },
      { cause: 'delivery', outcome: 'Sent anew' },
    );
    expect(await words(subject)).toContain('1 open · 0 claimed · 1 done');
    // More from a customer makes no note: it is what the channel is spared.
    await take('feedback', inOne([{ ...answer(2), answerId: 'again' }]));
    expect((await posts()).filter(({ kind }) => kind === 'reply')).toHaveLength(2);
  });

  describe('a clock that was ahead', () => {
    test('takes nothing away from the hour that is', async () => {
      laterMs = 5 * hourMs;
      await limit(2);
      await complain(1, 2);
      laterMs = 0;
      await complain(3, 4);
      expect([(await cards()).length, (await shared()).length]).toEqual([4, 0]);
    });
  });
});

async function* inOne<T>(values: readonly T[]) {
  yield { rows: values.map((row, i) => ({ line: i + 2, cells: [], row })), refused: [] as RefusedRow[] };
}

function order(n: number): NewOrder {
  const amount = { amountMinor: n * 10_000, currency: 'DKK' };
  return { orderId: `O${n}`, shop: '', customer: `K${n}`, day: 19_990, at: null, ...amount, status: 'completed' };
}

function answer(n: number): NewAnswer {
  return npsAnswer({ answerId: `A${n}`, customer: `K${n}`, day: 20_000, score: 2 });
}
