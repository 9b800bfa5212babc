import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { importRows } from '../../src/flows/import-rows.ts';
import { pinCustomer, unpinCustomer } from '../../src/flows/pin-customer.ts';
import type { NewAnswer } from '../../src/loyalty/answer.ts';
import type { NewContact } from '../../src/loyalty/campaign.ts';
import type { NewCustomer } from '../../src/loyalty/customer.ts';
import { rungs } from '../../src/loyalty/ladder.ts';
import type { NewOrder } from '../../src/loyalty/order.ts';
import { dayFromIso } from '../../src/loyalty/period.ts';
import type { NewRecommendation } from '../../src/loyalty/recommendation.ts';
import type { Database } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { inconsistencies } from './consistency.ts';

const firstDay = dayFromIso('2024-01-01');
const today = '2026-03-10T12:00:00Z';

const customer = fc.integer({ min: 1, max: 6 }).map(String);
const day = fc
  .oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(0, 1, 29, 30, 90, 364, 365, 366))
  .map((n) => firstDay + n);
const orderId = fc.integer({ min: 1, max: 15 }).map(String);

const order = fc.record<NewOrder>({
  orderId,
  customer,
  day,
  at: fc.constant(null),
  amountMinor: fc.constantFrom(0, 100, 25_000, -100),
  currency: fc.constantFrom('DKK', 'NOK'),
  status: fc.constantFrom('completed', 'completed', 'completed', 'cancelled'),
});

const answer = fc
  .record({
    answerId: fc.integer({ min: 1, max: 20 }).map(String),
    customer: fc.option(customer, { freq: 5 }),
    kind: fc.constantFrom('nps', 'nps', 'nps', 'csat', 'review'),
    day,
    at: fc.option(fc.constantFrom(1, 2)),
    score: fc.integer({ min: 0, max: 10 }),
    public: fc.boolean(),
  })
  .map(
    (one): NewAnswer => ({
      ...one,
      at: one.at === null ? null : (one.day * 24 + one.at) * 3_600_000,
      kind: one.kind as NewAnswer['kind'],
      score: one.kind === 'nps' ? one.score : 1 + (one.score % 5),
      recommend: null,
      again: null,
      other: null,
      comment: null,
      source: null,
      markedNegative: null,
    }),
  );

const known = fc.record<NewCustomer>({
  customer,
  name: fc.constantFrom(null, 'Astrid Holm', 'Søren Ågård'),
  email: fc.constant(null),
  language: fc.constant(null),
  country: fc.constant(null),
  sinceDay: fc.option(day),
  costMinor: fc.constant(null),
  costCurrency: fc.constant(null),
  source: fc.constantFrom(null, 'Messe', 'messe', 'Web'),
  relationshipYears: fc.constant(null),
  segments: fc.constantFrom(null, [], ['VIP'], ['vip', 'Kontor'], ['Kontor']),
  recommendedBy: fc.option(customer),
  rewardMinor: fc.constant(null),
  rewardCurrency: fc.constant(null),
});

const contact = fc
  .record({
    campaign: fc.constantFrom('Høst', 'høst', 'Vinter'),
    variant: fc.constantFrom('A', 'B'),
    customer,
    contactedDay: day,
    delivered: fc.boolean(),
    responded: fc.boolean(),
  })
  .map((one): NewContact => ({ ...one, responded: one.delivered && one.responded, respondedDay: null }));

const recommendation = fc.record({ recommender: customer, customer }).map(
  (one): NewRecommendation => ({
    ...one,
    outcome: 'won',
    recommendationId: `won:${one.customer}`,
    day: firstDay,
    rewardMinor: null,
    rewardCurrency: null,
  }),
);

const step = fc.oneof(
  fc.record({ kind: fc.constant('campaign' as const), rows: fc.array(contact, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('recommendations' as const), rows: fc.array(recommendation, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('orders' as const), rows: fc.array(order, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('feedback' as const), rows: fc.array(answer, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('customers' as const), rows: fc.array(known, { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('pin' as const),
    customer,
    rung: fc.constantFrom(...rungs),
    forDays: fc.option(fc.constantFrom(0, 1, 40)),
    ahead: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ kind: fc.constant('unpin' as const), customer, ahead: fc.integer({ min: 0, max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const bought: NewOrder = {
  orderId: '1',
  customer: '1',
  day: firstDay,
  at: null,
  amountMinor: 100,
  currency: 'DKK',
  status: 'completed',
};

const anonymous: NewAnswer = {
  answerId: '1',
  customer: null,
  kind: 'nps',
  day: firstDay,
  at: null,
  score: 3,
  recommend: null,
  again: null,
  other: null,
  comment: null,
  source: null,
  public: false,
  markedNegative: null,
};

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  test('a customer whom only an answer names that is there already stands on the ladder, too', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}`, 'Any', false);
    const deps: Deps = { store, now: () => new Date(today), log: silent, nudgeDelivery: () => undefined };
    await take(deps, id, { kind: 'feedback', rows: [anonymous] }, '');
    await take(deps, id, { kind: 'feedback', rows: [{ ...anonymous, customer: '7' }] }, '');
    expect(await inconsistencies(database.pool, id)).toEqual([]);
  });

  test('two imports at once that name the same new customers in opposite orders both come in', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}TWO`, 'Any', false);
    const deps: Deps = { store, now: () => new Date(today), log: silent, nudgeDelivery: () => undefined };
    const names = Array.from({ length: 400 }, (_, i) => `N${i}`);
    const ordersOf = (prefix: string, customers: readonly string[]): NewOrder[] =>
      customers.map((name) => ({ ...bought, orderId: `${prefix}${name}`, customer: name }));
    const [one, other] = await Promise.all([
      importRows(deps, id, 'orders', batchesOf(ordersOf('A', names)), { ...options, rowsPerTransaction: 1000 }),
      importRows(deps, id, 'orders', batchesOf(ordersOf('B', names.toReversed())), {
        ...options,
        rowsPerTransaction: 1000,
      }),
    ]);
    expect([one.counts.imported, other.counts.imported]).toEqual([400, 400]);
    expect(one.counts.customersMade + other.counts.customersMade).toBe(400);
    expect(await inconsistencies(database.pool, id, 97)).toEqual([]);
  });

  test('after any imports, corrections, late facts and pins, all that is kept is what a recount gives', async () => {
    const store = openStore(asDatabase(database));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        runs += 1;
        const workspace = await store.workspaces.ensure(`T${kind.name}${runs}`, 'Any', false);
        let now = new Date(today);
        const deps: Deps = { store, now: () => now, log: silent, nudgeDelivery: () => undefined };
        for (const [i, one] of steps.entries()) {
          if ('ahead' in one) now = new Date(now.getTime() + one.ahead * 86_400_000);
          await take(deps, workspace.id, one, `${i}`);
        }
        expect(await inconsistencies(database.pool, workspace.id)).toEqual([]);
      }),
      { numRuns: kind.name === 'embedded' ? 25 : 60 },
    );
  }, 120_000);
});

function asDatabase({ pool }: TestDatabase): Database {
  return { kind: 'server', pool, durable: true, lock: null, dump: null, close: async () => undefined };
}

const silent = { info: () => undefined, error: () => undefined };

async function take(deps: Deps, workspaceId: number, one: Step, key: string): Promise<void> {
  if (one.kind === 'pin' || one.kind === 'unpin') {
    const ids = await deps.store.of(workspaceId).customers.idsOf([one.customer]);
    const customerId = ids.get(one.customer);
    if (customerId === undefined) return;
    if (one.kind === 'unpin') return unpinCustomer(deps, workspaceId, customerId, 'U1');
    const pinDay = Math.floor(deps.now().getTime() / 86_400_000);
    const untilDay = one.forDays === null ? null : pinDay + one.forDays;
    return pinCustomer(deps, workspaceId, {
      key,
      customerId,
      rung: one.rung,
      untilDay,
      reason: 'Agreed',
      authorId: 'U1',
    });
  }
  if (one.kind === 'orders') await importRows(deps, workspaceId, one.kind, batchesOf(one.rows), options);
  else if (one.kind === 'feedback') await importRows(deps, workspaceId, one.kind, batchesOf(one.rows), options);
  else if (one.kind === 'campaign') await importRows(deps, workspaceId, one.kind, batchesOf(one.rows), options);
  else if (one.kind === 'recommendations') await importRows(deps, workspaceId, one.kind, batchesOf(one.rows), options);
  else await importRows(deps, workspaceId, one.kind, batchesOf(one.rows), options);
}

const options = {
  makeCustomers: true,
  followUps: 'recent' as const,
  rowsPerTransaction: 3,
  afterLine: 0,
  refuse: (row: { line: number }) => row,
  isStopped: () => false,
  beforeCommit: async () => undefined,
};
const batchesOf = async function* <T>(rows: readonly T[]) {
  for (const [i, row] of rows.entries()) yield { rows: [{ line: i + 2, cells: [], row }], refused: [] };
};
