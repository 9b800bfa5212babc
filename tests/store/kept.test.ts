import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, contextOf } from '../../src/context.ts';
import { removeRate, setRate } from '../../src/flows/acquisition/keep-rates.ts';
import { pinCustomer, unpinCustomer } from '../../src/flows/customers/pin-customer.ts';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import { keepSegments } from '../../src/flows/segments/keep-segments.ts';
import { removeSegment, renameSegment, saveSegment } from '../../src/flows/segments/save-segment.ts';
import { saveSettings } from '../../src/flows/settings/save-settings.ts';
import { recount } from '../../src/flows/upkeep/recount.ts';
import { type Concern, settleStandings } from '../../src/flows/upkeep/settle-standings.ts';
import { countAnonymous } from '../../src/loyalty/counts/contribution.ts';
import { countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { allCustomers, type CustomerQuery } from '../../src/loyalty/customer-query.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import type { NewCustomer } from '../../src/loyalty/facts/customer.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import { rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import { addOrderLine, type OrderLines } from '../../src/loyalty/ladder/standing.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import type { Database } from '../../src/store/database/database.ts';
import { openStore } from '../../src/store/store.ts';
import { anyOrder } from '../support/any-order.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { inconsistencies, readKept } from './consistency.ts';

const firstDay = dayFromIso('2024-01-01');
const today = '2026-03-10T12:00:00Z';

const customer = fc.integer({ min: 1, max: 6 }).map(String);
const day = fc
  .oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(0, 1, 29, 30, 90, 364, 365, 366))
  .map((n) => firstDay + n);
const orderId = fc.integer({ min: 1, max: 15 }).map(String);

const order = anyOrder(orderId, customer, day);

const answer = fc
  .record({
    answerId: fc.integer({ min: 1, max: 20 }).map(String),
    customer: fc.option(customer, { freq: 5 }),
    who: fc.constantFrom(null, null, 'anna', 'bo'),
    kind: fc.constantFrom('nps', 'nps', 'nps', 'csat', 'csat', 'cli', 'review'),
    day,
    source: fc.constantFrom(null, null, 'web', 'shop, "Århus" {1}'),
    part: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 5 }),
    at: fc.option(fc.constantFrom(1, 2)),
    score: fc.integer({ min: 0, max: 10 }),
    public: fc.boolean(),
  })
  .map(({ part, who, ...one }): NewAnswer => {
    const isCli = one.kind === 'cli';
    return {
      ...one,
      respondent: who === null || one.customer === null ? null : { key: who, name: who, email: null },
      at: one.at === null ? null : (one.day * 24 + one.at) * 3_600_000,
      kind: one.kind as NewAnswer['kind'],
      score: isCli ? null : one.kind === 'nps' ? one.score : 1 + (one.score % 5),
      recommend: isCli ? part : null,
      again: isCli ? 2 : null,
      other: isCli ? 1 + (one.score % 6) : null,
      comment: null,
      markedNegative: null,
    };
  });

const known = fc.record<NewCustomer>({
  customer,
  name: fc.constantFrom(null, 'Astrid Holm', 'Søren Ågård'),
  email: fc.constant(null),
  language: fc.constant(null),
  country: fc.constantFrom(null, 'DK', 'NO'),
  sinceDay: fc.option(day),
  costMinor: fc.constant(null),
  costCurrency: fc.constant(null),
  recommendedBy: fc.option(customer),
  source: fc.constantFrom(null, 'fair', 'web'),
  relationshipYears: fc.constantFrom(null, 2.5, 7, 0.125, 2.333),
  segments: fc.constantFrom(null, [], ['vip'], ['vip', 'cafés']),
  rewardMinor: fc.constant(null),
  rewardCurrency: fc.constant(null),
});

const segmentName = fc.constantFrom('Good', 'Near', 'Gone');
const upTo = (most: number) =>
  fc.option(
    fc.record({
      least: fc.option(fc.integer({ min: 0, max: most })),
      most: fc.option(fc.integer({ min: 0, max: most })),
    }),
    { freq: 1 },
  );
const segmentRule = fc
  .record<CustomerQuery>({
    rung: fc.option(fc.constantFrom(...rungs), { freq: 1 }),
    country: fc.constantFrom(null, null, 'DK', ''),
    segment: fc.constantFrom(null, null, 'vip', 'club'),
    source: fc.constantFrom(null, null, 'web'),
    owner: fc.constant(null),
    lapsed: fc.boolean(),
    value: upTo(3_000),
    orders: upTo(3),
    last: upTo(800),
    nps: upTo(10),
    knownFor: upTo(800),
    known: fc.option(fc.constant({ from: firstDay, to: firstDay + 300 }), { freq: 1 }),
    campaign: fc.constant(null),
  })
  .chain((rule) =>
    fc
      .subarray(Object.keys(rule) as (keyof CustomerQuery)[], { maxLength: 3 })
      .map((asked) => Object.assign({ ...allCustomers }, Object.fromEntries(asked.map((name) => [name, rule[name]])))),
  );

const step = fc.oneof(
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
  fc.record({
    kind: fc.constant('segments' as const),
    customer,
    country: fc.constantFrom(null, 'DK', 'SE'),
    source: fc.constantFrom(null, 'web', 'Messe "Øst"'),
    years: fc.constantFrom(null, 0, 2.5, 7),
    tags: fc.subarray(['club', 'vip, "gold"', 'ærlig']),
  }),
  fc.record({
    kind: fc.constant('rules' as const),
    rules: fc.record({
      activeWindowDays: fc.constantFrom(365, 365, 60, 20, 400),
      repeatOrderDays: fc.constantFrom(2, 1, 3),
      ambassadorNps: fc.constantFrom(9, 10),
      reviewStars: fc.constantFrom(4, 5),
    }),
  }),
  fc.record({
    kind: fc.constant('keep' as const),
    name: segmentName,
    rule: segmentRule,
    ahead: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ kind: fc.constant('call' as const), name: segmentName, other: segmentName }),
  fc.record({ kind: fc.constant('forget' as const), name: segmentName }),
  fc.record({ kind: fc.constant('days pass' as const), ahead: fc.constantFrom(1, 3, 40, 200) }),
  fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom(1, 2, 3) }),
  fc.record({ kind: fc.constant('delete' as const), orderIds: fc.array(orderId), answerIds: fc.array(orderId) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const bought: NewOrder = {
  shop: '',
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

/** Norwegian kroner are worth a whole number, so that sums of parts and of all are rounded alike. */
const kroner = { currency: 'NOK', base: 'DKK', day: 0, rate: 2 };

const someone: NewCustomer = {
  customer: '1',
  name: null,
  email: null,
  language: null,
  country: null,
  sinceDay: null,
  costMinor: null,
  costCurrency: null,
  recommendedBy: null,
  source: null,
  relationshipYears: null,
  segments: null,
  rewardMinor: null,
  rewardCurrency: null,
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
    await store.of(id).rates.upsert([kroner]);
    const context = contextAt(database, id);
    await take(context, database, { kind: 'feedback', rows: [anonymous] }, '');
    await take(context, database, { kind: 'feedback', rows: [{ ...anonymous, customer: '7' }] }, '');
    expect(await inconsistencies(database.pool, id, 97)).toEqual([]);
  });

  test('two imports at once that name the same new customers in opposite orders both come in', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}TWO`, 'Any', false);
    await store.of(id).rates.upsert([kroner]);
    const context = contextAt(database, id);
    const names = Array.from({ length: 400 }, (_, i) => `N${i}`);
    const ordersOf = (prefix: string, customers: readonly string[]): NewOrder[] =>
      customers.map((name) => ({ ...bought, orderId: `${prefix}${name}`, customer: name }));
    const [one, other] = await Promise.all([
      importRows(context, 'orders', batchesOf(ordersOf('A', names)), { ...options, rowsPerTransaction: 1000 }),
      importRows(context, 'orders', batchesOf(ordersOf('B', names.toReversed())), {
        ...options,
        rowsPerTransaction: 1000,
      }),
    ]);
    expect([one.counts.imported, other.counts.imported]).toEqual([400, 400]);
    expect(one.counts.customersMade + other.counts.customersMade).toBe(400);
    expect(await inconsistencies(database.pool, id, 197)).toEqual([]);
  });

  test('imports, pins and segments at once leave all that is kept as a recount gives it', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}ALL`, 'Any', false);
    await store.of(id).rates.upsert([kroner]);
    const context = contextAt(database, id);
    const names = Array.from({ length: 60 }, (_, i) => `N${i}`);
    const ordersOn = (first: number): NewOrder[] =>
      names.map((name, i) => ({ ...bought, orderId: `${name} ${first}`, customer: name, day: firstDay + first + i }));
    const answersOf = (all: readonly string[]): NewAnswer[] =>
      all.map((name, i) => ({ ...anonymous, answerId: name, customer: i % 9 === 0 ? null : name, score: i % 11 }));
    const others: NewCustomer[] = names.map((name, i) => ({
      ...someone,
      customer: name,
      country: i % 2 === 0 ? 'DK' : 'NO',
      recommendedBy: `N${(i + 7) % 60}`,
    }));
    await take(context, database, { kind: 'orders', rows: ordersOn(0) }, '');
    await Promise.all([
      take(context, database, { kind: 'orders', rows: ordersOn(40) }, ''),
      take(context, database, { kind: 'customers', rows: others }, ''),
      take(context, database, { kind: 'feedback', rows: answersOf(names.toReversed()) }, ''),
      ...names.slice(0, 20).map((name) => {
        const where: Omit<StepOf<'segments'>, 'customer'> = {
          kind: 'segments',
          country: 'SE',
          source: 'web',
          years: 7,
          tags: ['club'],
        };
        return take(context, database, { ...where, customer: name }, name);
      }),
      ...names.slice(10, 30).map((name) => {
        const pin = { rung: 'partner', forDays: 40, ahead: 0 } as const;
        return take(context, database, { kind: 'pin', customer: name, ...pin }, name);
      }),
    ]);
    expect(await inconsistencies(database.pool, id, 197)).toEqual([]);
  });

  test('after any imports, corrections, late and deleted facts, pins, segments and rules, all that is kept is what a recount gives', async () => {
    const store = openStore(asDatabase(database));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        runs += 1;
        const workspace = await store.workspaces.ensure(`T${kind.name}${runs}`, 'Any', false);
        await store.of(workspace.id).rates.upsert([kroner]);
        let now = new Date(today);
        const context = contextAt(database, workspace.id, () => now);
        for (const [i, one] of steps.entries()) {
          if ('ahead' in one) now = new Date(now.getTime() + one.ahead * 86_400_000);
          await take(context, database, one, `${i}`);
        }
        expect(await inconsistencies(database.pool, workspace.id, 89)).toEqual([]);
        const kept = await readKept(database.pool, workspace.id);
        await store.transaction(workspace.id, async (tx) => recount(tx));
        expect(await readKept(database.pool, workspace.id)).toEqual(kept);
      }),
      { numRuns: kind.name === 'embedded' ? 10 : 25 },
    );
  });

  test('a refund in the same days as its order leaves nothing of a country but what lies in the window', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}REFUND`, 'Any', false);
    const context = contextAt(database, id);
    const refunded = { ...bought, orderId: '2', day: firstDay + 2, amountMinor: -100 };
    await take(context, database, { kind: 'orders', rows: [bought, refunded] }, '');
    const where: Omit<StepOf<'segments'>, 'customer'> = {
      kind: 'segments',
      country: 'DK',
      source: null,
      years: 7,
      tags: [],
    };
    await take(context, database, { ...where, customer: '1' }, '');
    const settings = await store.of(id).settings.read();
    const window = { from: firstDay + 1, to: firstDay + 366 };
    const [counts] = await store.of(id).figures.counts('clv', [window], { by: 'country' }, settings);
    expect(counts?.get('DK')).toEqual([0, -700, 0, 1, 1]);
    expect(await inconsistencies(database.pool, id, 97)).toEqual([]);
  });

  test('of one company, everything is as a plain count gives it as of many days', async () => {
    const store = openStore(asDatabase(database));
    const { id } = await store.workspaces.ensure(`T${kind.name}MANY`, 'Any', false);
    await store.of(id).rates.upsert([kroner]);
    const context = contextAt(database, id);
    const steps = fc.sample(fc.array(step, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed: 7 }).flat();
    for (const [i, one] of steps.entries()) await take(context, database, one, `${i}`);
    expect(await inconsistencies(database.pool, id, 11)).toEqual([]);
  });
});

function asDatabase({ pool }: TestDatabase): Database {
  return { kind: 'server', pool, durable: true, lock: null, dump: null, close: async () => undefined };
}

function contextAt(database: TestDatabase, id: number, now = () => new Date(today)): Context {
  return contextOf(depsOn({ name: 'PostgreSQL' }, database.pool, { now }), id);
}

async function take(context: Context, database: TestDatabase, one: Step, key: string): Promise<void> {
  switch (one.kind) {
    case 'pin':
    case 'unpin':
      return pin(context, one, key);
    case 'segments':
      return putIntoSegments(context, database, one);
    case 'rules':
      return changeRules(context, one.rules);
    case 'delete':
      return deleteFacts(context, database, one);
    case 'keep':
      await saveSegment(context, one.name, one.rule, null);
      return;
    case 'call':
    case 'forget':
      return changeSegment(context, one);
    case 'days pass':
      return keepSegments(depsOn({ name: 'PostgreSQL' }, database.pool, { now: context.now }));
    case 'rate':
      await removeRate(context, kroner, 'U1');
      return setRate(context, { ...kroner, rate: one.rate }, 'U1');
    case 'orders':
      await importRows(context, one.kind, batchesOf(one.rows), options);
      return;
    case 'feedback':
      await importRows(context, one.kind, batchesOf(one.rows), options);
      return;
    case 'customers':
      await importRows(context, one.kind, batchesOf(one.rows), options);
      return;
  }
}

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

async function pin(context: Context, one: StepOf<'pin' | 'unpin'>, key: string): Promise<void> {
  const ids = await context.store.customers.idsOf([one.customer]);
  const customerId = ids.get(one.customer);
  if (customerId === undefined) return;
  if (one.kind === 'unpin') return unpinCustomer(context, customerId, 'U1');
  const pinDay = Math.floor(context.now().getTime() / 86_400_000);
  const untilDay = one.forDays === null ? null : pinDay + one.forDays;
  const { rung } = one;
  return pinCustomer(context, { key, customerId, rung, untilDay, reason: 'Agreed', authorId: 'U1' });
}

async function putIntoSegments(
  context: Context,
  { pool }: TestDatabase,
  { customer: name, country, source, years, tags }: StepOf<'segments'>,
): Promise<void> {
  const id = (await context.store.customers.idsOf([name])).get(name);
  if (id === undefined) return;
  await pool.query(
    'UPDATE customers SET country = $3, source = $4, relationship_years = $5 WHERE workspace_id = $1 AND id = $2',
    [context.workspaceId, id, country, source, years],
  );
  await pool.query('DELETE FROM customer_tags WHERE workspace_id = $1 AND customer_id = $2', [context.workspaceId, id]);
  await pool.query(
    'INSERT INTO customer_tags (workspace_id, customer_id, tag) SELECT $1, $2, tag FROM unnest($3::text[]) AS n(tag)',
    [context.workspaceId, id, tags],
  );
  await settle(context, new Map([[id, 'read-anew']]));
}

async function changeRules(context: Context, ladderRules: StepOf<'rules'>['rules']): Promise<void> {
  const settings = await context.store.settings.read();
  const workspace = { ...settings, ladderRules, admins: [], stewards: [] };
  await saveSettings(context, 'U1', { ownLocale: null, workspace });
}

async function changeSegment(context: Context, one: StepOf<'call' | 'forget'>): Promise<void> {
  const { rules } = await context.store.segmentRules.list();
  const found = rules.find(({ name }) => name === one.name);
  if (!found) return;
  if (one.kind === 'forget') await removeSegment(context, found.id, null);
  else await renameSegment(context, found.id, one.other, null);
}

/** Orders go with their lines, answers of customers by reading those anew, anonymous ones by being counted less. */
async function deleteFacts(
  context: Context,
  { pool }: TestDatabase,
  { orderIds, answerIds }: StepOf<'delete'>,
): Promise<void> {
  const concerns = new Map<number, Concern>();
  const sheet = countSheet();
  const answers = await pool.query(
    `DELETE FROM answers WHERE workspace_id = $1 AND external_id = ANY($2::text[])
     RETURNING customer_id, kind, day - DATE '1970-01-01' AS day, score, 18 - recommend - again - other AS "cliSum", source`,
    [context.workspaceId, answerIds],
  );
  for (const { customer_id, source, ...answer } of answers.rows) {
    if (customer_id === null) countAnonymous(answer, source ?? '', -1, sheet);
    else concerns.set(customer_id, 'read-anew');
  }
  const orders = await pool.query(
    `DELETE FROM orders WHERE workspace_id = $1 AND external_id = ANY($2::text[])
     RETURNING customer_id, day - DATE '1970-01-01' AS day, amount_minor::float8 AS "amountMinor", currency, status`,
    [context.workspaceId, orderIds],
  );
  const linesOf = new Map<number, OrderLines>();
  for (const { customer_id, ...order } of orders.rows) {
    const lines = linesOf.get(customer_id) ?? {};
    addOrderLine(lines, order, -1);
    linesOf.set(customer_id, lines);
    concerns.set(customer_id, { lines, readAnew: true });
  }
  await settle(context, concerns, sheet);
}

async function settle(context: Context, concerns: Map<number, Concern>, sheet = countSheet()) {
  await context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    await settleStandings(tx, ladderRules, concerns, sheet);
  });
}

const options = {
  makeCustomers: true,
  followUps: 'recent' as const,
  rowsPerTransaction: 3,
  afterLine: 0,
  isStopped: () => false,
  beforeCommit: async () => undefined,
};
const batchesOf = async function* <T>(rows: readonly T[]) {
  for (const [i, row] of rows.entries()) yield { rows: [{ line: i + 2, cells: [], row }], refused: [] };
};
