import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Context, contextOf } from '../../src/context.ts';
import { type ImportOptions, importRows } from '../../src/flows/imports/import-rows.ts';
import { keepSegments } from '../../src/flows/segments/keep-segments.ts';
import { refusedSegment, removeSegment, renameSegment, saveSegment } from '../../src/flows/segments/save-segment.ts';
import { verify } from '../../src/flows/upkeep/verify.ts';
import { differenceCount } from '../../src/loyalty/counts/verification.ts';
import { allCustomers, type CustomerQuery } from '../../src/loyalty/customer-query.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import { rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import { anyOrder } from '../support/any-order.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { flowWorld, useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('a segment by rule has the figures of those of whom its rule holds', async () => {
    await orders(['A', -400], ['A', -10], ['B', -300], ['C', -3]);
    await say(['A', 10], ['B', 2], ['C', 9]);
    expect(await save('Recent', { last: { least: null, most: 90 } })).toEqual({ kind: 'saved', name: 'Recent' });
    expect(await members('Recent')).toEqual(['A', 'C']);
    expect(await npsOf('Recent')).toEqual([2, 0, 0]);
  });

  test('a segment that is saved twice, as when a form is sent twice, is one; under its name no other rule is', async () => {
    const rule = { last: { least: null, most: 90 }, value: { least: 100, most: null } };
    const twice = await Promise.all([save('Recent', rule), save('Recent', rule)]);
    expect(twice).toEqual([saved('Recent'), saved('Recent')]);
    expect(await save('recent', rule)).toEqual(saved('Recent'));
    const taken = { kind: 'name-taken', name: 'Recent', by: 'rule' };
    expect(await save('Recent', { last: { least: null, most: 91 } })).toEqual(taken);
    const { store } = world.context;
    expect((await store.segmentRules.list()).rules).toHaveLength(1);
    const { rows } = await world.database.pool.query(
      `SELECT count(*)::int AS count FROM audit WHERE workspace_id = $1 AND action = 'segment.saved'`,
      [world.workspaceId],
    );
    expect(rows).toEqual([{ count: 1 }]);
    // Another currency makes another rule of the same amount.
    await store.settings.save({ ...(await store.settings.read()), currency: 'NOK' });
    expect(await save('Recent', rule)).toEqual(taken);
  });

  test('what a form would be refused for is known before anybody waits for it', async () => {
    await orders(['A', -10]);
    await save('Recent', { last: { least: null, most: 90 } });
    const refused = (name: string, rule: Partial<CustomerQuery> | null) =>
      refusedSegment(world.context.store, name, rule && { ...allCustomers, ...rule });
    expect(await refused('Recent', { last: { least: null, most: 90 } })).toBe(null);
    expect(await refused('Recent', { lapsed: true })).toMatchObject({ kind: 'name-taken' });
    expect(await refused('a; b', null)).toEqual({ kind: 'bad-name' });
    expect(await refused('Two', { segment: 'Recent' })).toEqual({ kind: 'of-a-rule', name: 'Recent' });
    expect(await refused('Two', { owner: '' })).toEqual({ kind: 'of-an-owner' });
    expect(await refused('Two', {})).toEqual({ kind: 'everybody' });
    // Which rule a ready one has is known later.
    expect(await refused('Recent', null)).toBe(null);
  });

  test('whoever orders comes into the segment in the same transaction, and whoever does no more leaves it with the day', async () => {
    await orders(['A', -10], ['B', -300]);
    await say(['A', 10], ['B', 2]);
    await save('Recent', { last: { least: null, most: 90 } });
    await orders(['B', -1]);
    expect(await members('Recent')).toEqual(['A', 'B']);
    expect(await npsOf('Recent')).toEqual([1, 0, 1]);
    await daysPass(81);
    expect(await members('Recent', 81)).toEqual(['B']);
    expect(await npsOf('Recent')).toEqual([0, 0, 1]);
    await daysPass(200);
    expect(await members('Recent', 200)).toEqual([]);
    expect(await differences()).toBe(0);
  });

  test('a segment is called anew with its targets, and taken away with them', async () => {
    await orders(['A', -10]);
    await say(['A', 10]);
    await save('Recent', { last: { least: null, most: 90 } });
    const { context } = world;
    await context.store.targets.save(
      { ...target, part: { dimension: 'segment', value: 'Recent' } },
      new Date('2026-01-01T12:00:00Z'),
    );
    const [rule] = (await context.store.segmentRules.list()).rules;
    expect(await renameSegment(context, rule?.id ?? 0, 'recent ones', null)).toMatchObject({ kind: 'renamed' });
    expect(await npsOf('recent ones')).toEqual([1, 0, 0]);
    expect(await npsOf('Recent')).toEqual(nobody);
    expect(await context.store.figures.valuesOf('segment')).toEqual(['recent ones']);
    expect((await context.store.targets.list()).map(({ part }) => part?.value)).toEqual(['recent ones']);
    expect(await removeSegment(context, rule?.id ?? 0, null)).toEqual({
      kind: 'removed',
      name: 'recent ones',
      targets: 1,
    });
    expect(await npsOf('recent ones')).toEqual(nobody);
    expect(await context.store.figures.valuesOf('segment')).toEqual([]);
    const { rows } = await world.database.pool.query(
      `SELECT DISTINCT figure FROM tallies WHERE workspace_id = $1 AND segment ILIKE '%recent%'`,
      [world.workspaceId],
    );
    expect(rows).toEqual([]);
    expect(await differences()).toBe(0);
  });

  test('a rule that is saved while an import runs holds of what that brings, whoever comes first', async () => {
    const rounds = kind.name === 'embedded' ? 1 : 4;
    for (let round = 1; round <= rounds; round += 1) {
      const names = Array.from({ length: 60 }, (_, i) => `N${(i * 7) % 60}`);
      await Promise.all([
        orders(...names.map((name, i) => [name, -round - i] as const)),
        save(`Many ${round}`, { orders: { least: round, most: null } }),
        save(`Recent ${round}`, { last: { least: null, most: 20 * round } }),
        say(...names.slice(0, 20).map((name, i) => [name, (i + round) % 11] as const)),
      ]);
      expect(await differences()).toBe(0);
    }
    expect((await members('Many 1')).length).toBe(60);
  });

  test('after any facts, rules and days, who is in a segment by rule is as worked out anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRule, { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        async (rules, steps) => {
          const { deps, workspaceId } = await flowWorld(kind, world.database);
          let now = deps.now();
          const context = contextOf({ ...deps, now: () => now }, workspaceId);
          await context.store.rates.upsert([kroner]);
          for (const [i, rule] of rules.entries()) await saveSegment(context, `Segment ${i}`, rule, null);
          for (const one of steps) {
            if (one.kind === 'days pass') {
              now = new Date(now.getTime() + one.days * 86_400_000);
              await keepSegments({ ...deps, now: () => now });
            } else if (one.kind === 'orders') await importRows(context, 'orders', batchesOf(one.rows), options);
            else await importRows(context, 'feedback', batchesOf(one.rows), options);
          }
          expect(differenceCount(await verify(context, () => undefined))).toBe(0);
          for (const [i, rule] of rules.entries()) {
            const { day } = await context.store.segmentRules.list();
            const listed = await idsOf(context, rule, day ?? 0);
            expect(await idsOf(context, { ...allCustomers, segment: `Segment ${i}` }, day ?? 0)).toEqual(listed);
          }
        },
      ),
      { numRuns: kind.name === 'embedded' ? 30 : 100 },
    );
  });

  const save = (name: string, rule: Partial<CustomerQuery>) =>
    saveSegment(world.context, name, { ...allCustomers, ...rule }, 'U1');
  const differences = async () => differenceCount(await verify(world.context, () => undefined));

  async function orders(...all: readonly (readonly [customer: string, ahead: number])[]) {
    const rows = all.map(([customer, ahead]) => ({
      ...order,
      orderId: `${customer} ${ahead}`,
      customer,
      day: today + ahead,
    }));
    await importRows(world.context, 'orders', batchesOf(rows), options);
  }

  async function say(...all: readonly (readonly [customer: string, score: number])[]) {
    const rows = all.map(([customer, score]) => ({ ...answer, answerId: `${customer} ${score}`, customer, score }));
    await importRows(world.context, 'feedback', batchesOf(rows), options);
  }

  async function daysPass(days: number) {
    await keepSegments({ ...world.deps, now: () => new Date(world.deps.now().getTime() + days * 86_400_000) });
  }

  async function members(segment: string, ahead = 0): Promise<string[]> {
    const ids = await idsOf(world.context, { ...allCustomers, segment }, today + ahead);
    return (await world.context.store.customers.find(ids)).map(({ externalId }) => externalId).sort();
  }

  async function npsOf(segment: string) {
    const { store } = world.context;
    const part = { dimension: 'segment', value: segment } as const;
    const window = { from: today - 89, to: today + 1 };
    const [counts] = await store.figures.counts('nps', [window], { part }, await store.settings.read());
    return counts?.get('') ?? [];
  }
});

/** Whom a list as of a day finds, which the database makes. */
async function idsOf({ store }: Context, query: CustomerQuery, day: number): Promise<number[]> {
  const list = await store.customerLists.open({ query, today: day, activeWindowDays: 365 });
  const found = await list.page(null, 1000);
  return found.map(({ id }) => id);
}

const today = 20_000;
const nobody = [0, 0, 0];
const saved = (name: string) => ({ kind: 'saved', name });
const target = {
  figure: 'nps',
  comparison: 'at-least',
  value: 40,
  untilDay: today + 100,
  span: 90,
  state: 'unknown',
  createdBy: 'U1',
} as const;
const order: NewOrder = {
  shop: '',
  orderId: '1',
  customer: 'A',
  day: today,
  at: null,
  amountMinor: 10_000,
  currency: 'DKK',
  status: 'completed',
};
const answer = npsAnswer({ customer: 'A', day: today - 1 });
const kroner = { currency: 'NOK', base: 'DKK', day: 0, rate: 2 };
const options: ImportOptions = {
  makeCustomers: true,
  followUps: 'none',
  rowsPerTransaction: 25,
  afterLine: 0,
  isStopped: () => false,
  beforeCommit: async () => undefined,
};

const customer = fc.integer({ min: 1, max: 6 }).map(String);
/** Facts may be dated ahead, too. */
const day = fc.oneof(fc.integer({ min: -70, max: 5 }), fc.integer({ min: -500, max: 60 })).map((n) => today + n);
const range = (most: number) => {
  const end = fc.option(fc.integer({ min: 0, max: most }));
  return fc.record({ least: end, most: end });
};
const anyRule = fc
  .record({
    rung: fc.constantFrom(...rungs),
    lapsed: fc.constant(true),
    value: range(60_000),
    orders: range(4),
    last: range(80),
    nps: range(10),
    knownFor: range(80),
    known: fc.constant({ from: today - 60, to: today + 20 }),
    source: fc.constantFrom('', 'web'),
  })
  .chain((all) =>
    fc
      .subarray(Object.entries(all), { minLength: 1, maxLength: 2 })
      .map((asked): CustomerQuery => ({ ...allCustomers, ...Object.fromEntries(asked) })),
  );
const step = fc.oneof(
  fc.record({
    kind: fc.constant('orders' as const),
    rows: fc.array(anyOrder(fc.integer({ min: 1, max: 15 }).map(String), customer, day), { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('feedback' as const),
    rows: fc.array(
      fc
        .record({
          answerId: fc.integer({ min: 1, max: 15 }).map(String),
          customer,
          day,
          score: fc.integer({ min: 0, max: 10 }),
        })
        .map((given): NewAnswer => ({ ...answer, ...given })),
      { maxLength: 8 },
    ),
  }),
  fc.record({ kind: fc.constant('days pass' as const), days: fc.constantFrom(1, 2, 30, 90, 400) }),
);

const batchesOf = async function* <T>(rows: readonly T[]) {
  yield { rows: rows.map((row, i) => ({ line: i + 2, cells: [], row })), refused: [] };
};
