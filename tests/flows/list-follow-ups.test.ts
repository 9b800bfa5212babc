import { expect, test } from 'vitest';
import { listFollowUps } from '../../src/flows/follow-ups/list-follow-ups.ts';
import { readMostUrgent } from '../../src/flows/follow-ups/read-most-urgent.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import type { FollowUpPlace } from '../../src/loyalty/follow-up.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

const today = 20_000;

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('those past their day come first, of both the dearest, of equals those due first, and those of nobody last', async () => {
    await buys([
      ['late and small', 100],
      ['late and dear', 900],
      ['dear', 5_000],
      ['small, due first', 200],
      ['small, due later', 200],
    ]);
    await opens('small, due later', today + 3);
    await opens('dear', today + 4);
    await opens('late and small', today - 9);
    await opens('small, due first', today);
    await opens('late and dear', today - 1);
    await opens(null, today + 1);
    const inOrder = ['late and dear', 'late and small', 'dear', 'small, due first', 'small, due later', null];
    expect(await shown('all')).toEqual(inOrder);
    expect(await shown('open')).toEqual(inOrder);
    expect(await shown('overdue')).toEqual(inOrder.slice(0, 2));
  });

  test('a list, page by page, the Home and a digest have the same order', async () => {
    const amounts = Array.from({ length: 23 }, (_, n) => [`K${n}`, ((n * 7) % 5) * 100] as const);
    await buys(amounts);
    for (const [n, [customer]] of amounts.entries()) await opens(customer, today - 3 + (n % 6));
    const whole = await shown('open', 100);
    const paged: (string | null)[] = [];
    for (let after: FollowUpPlace | null = null; ; ) {
      const page = await list('open', 5, after);
      expect(page.total).toBe(23);
      paged.push(...namesOf(page));
      after = page.next;
      if (after === null) break;
    }
    expect(paged).toEqual(whole);
    const settings = await world.context.store.settings.read();
    const request = { store: world.context.store, settings, today, now: world.context.now() };
    const window = { from: today - 6, to: today + 1 };
    const digest = await readMostUrgent({ ...request, window }, 3);
    expect(digest.list.map(({ customer }) => customer?.externalId)).toEqual(whole.slice(0, 3));
  });

  test('whoever claims one from a page moves no other to where it was seen already', async () => {
    const customers = ['A', 'B', 'C', 'D', 'E'].map((name, n) => [name, 500 - n] as const);
    await buys(customers);
    const ids = new Map<string, number>();
    for (const [name] of customers) ids.set(name, await opens(name, today + 2));
    const first = await list('open', 2);
    await world.context.store.followUps.claim(ids.get('A') ?? 0, 'U0ANNA', world.context.now());
    expect(namesOf(await list('open', 2, first.next))).toEqual(['C', 'D']);
  });

  async function list(filter: 'all' | 'open' | 'overdue', limit = 10, after: FollowUpPlace | null = null) {
    const { store, now } = world.context;
    const settings = await store.settings.read();
    return listFollowUps({ store, settings }, { kind: filter }, { limit, after }, now());
  }

  const shown = async (filter: 'all' | 'open' | 'overdue', limit?: number) => namesOf(await list(filter, limit));

  function namesOf({ followUps }: Awaited<ReturnType<typeof list>>) {
    return followUps.map(({ customer }) => customer?.externalId ?? null);
  }

  async function opens(customer: string | null, dueDay: number): Promise<number> {
    const { store, now } = world.context;
    const [known] = customer === null ? [] : await store.customers.findByExternalId([customer]);
    return (await store.followUps.openFor(known?.id ?? null, dueDay, now())).id;
  }

  async function buys(amounts: readonly (readonly [customer: string, amountMinor: number])[]) {
    const { context } = world;
    await context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(context, tx, ladderRules, asTheyCome);
      await recorder.take(
        amounts.map(([customer, amountMinor]) => ({
          shop: '',
          orderId: `order of ${customer}`,
          customer,
          day: today - 40,
          at: null,
          amountMinor,
          currency: 'DKK',
          status: 'completed',
        })),
      );
      await recorder.settle();
    });
  }
});
