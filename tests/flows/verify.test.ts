import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pinCustomer } from '../../src/flows/customers/pin-customer.ts';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import { repair, verify } from '../../src/flows/upkeep/verify.ts';
import { differenceCount, type KeptKind, keptKinds, type Verification } from '../../src/loyalty/counts/verification.ts';
import type { AnswerKind, NewAnswer } from '../../src/loyalty/facts/answer.ts';
import { anyOrder } from '../support/any-order.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type FlowWorld, flowWorld } from './flow-world.ts';

const today = 20_000;
const customer = fc.integer({ min: 1, max: 8 }).map((n) => `C${n}`);
const day = fc.integer({ min: today - 900, max: today });

const order = anyOrder(fc.integer({ min: 1, max: 30 }).map(String), customer, day);

const answer = fc
  .record({
    answerId: fc.integer({ min: 1, max: 60 }).map(String),
    customer: fc.option(customer, { freq: 5 }),
    kind: fc.constantFrom<AnswerKind>('nps', 'nps', 'csat', 'cli', 'review', 'remark'),
    day,
    at: fc.option(fc.integer({ min: 1, max: 23 })),
    score: fc.integer({ min: 0, max: 10 }),
    source: fc.constantFrom(null, 'mail', 'shop, "north"'),
    public: fc.boolean(),
  })
  .map(
    (one): NewAnswer => ({
      ...one,
      at: one.at === null ? null : (one.day * 24 + one.at) * 3_600_000,
      score: one.kind === 'nps' ? one.score : one.kind === 'cli' || one.kind === 'remark' ? null : 1 + (one.score % 5),
      ...(one.kind === 'cli'
        ? { recommend: 1 + (one.score % 6), again: 2, other: 3 }
        : { recommend: null, again: null, other: null }),
      comment: one.kind === 'remark' ? 'Too late' : null,
      markedNegative: null,
    }),
  );

const facts = fc.record({
  orders: fc.array(order, { minLength: 5, maxLength: 40 }),
  answers: fc.array(answer, { minLength: 5, maxLength: 40 }),
  later: fc.array(order, { maxLength: 20 }),
});

withDatabases((kind) => {
  let database: TestDatabase;
  let world: FlowWorld;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  const verified = () => verify(world.context, () => undefined);
  const run = (sql: string) => database.pool.query(sql, [world.workspaceId]);

  async function bringIn({ orders, answers, later }: typeof facts extends fc.Arbitrary<infer T> ? T : never) {
    const { context } = world;
    await importRows(context, 'orders', batchesOf(orders), options);
    await importRows(context, 'feedback', batchesOf(answers), options);
    await importRows(context, 'orders', batchesOf(later), options);
    const [first] = await context.store.customers.idsAfter(0, 1);
    if (first === undefined) return;
    const pin = {
      key: 'P1',
      customerId: first,
      rung: 'partner',
      untilDay: today + 3,
      reason: 'Agreed',
      authorId: 'U1',
    } as const;
    await pinCustomer(context, pin);
  }

  /** Segments and recommendations, as if they had been there when everything was counted. */
  async function bringInSegments() {
    await run(`UPDATE customers SET country = (ARRAY['DK', 'NO', NULL])[1 + id % 3], source = (ARRAY['fair', NULL])[1 + id % 2],
      relationship_years = CASE WHEN id % 2 = 0 THEN 2.5 END, name = 'Søren Ågård' WHERE workspace_id = $1`);
    await run(`UPDATE customers c SET recommended_by_id = (SELECT min(id) FROM customers WHERE workspace_id = $1)
      WHERE workspace_id = $1 AND id = (SELECT max(id) FROM customers WHERE workspace_id = $1)`);
    await run(`INSERT INTO customer_tags (workspace_id, tag, customer_id)
      SELECT workspace_id, t, id FROM customers, unnest(ARRAY['vip', 'b2b']) AS t WHERE workspace_id = $1`);
  }

  test('after any imports and corrections nothing differs, and after any facts a repair leaves nothing that does', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (some) => {
        world = await flowWorld(kind, database);
        await bringIn(some);
        const found = await verified();
        expect(found.differences).toEqual([]);
        expect(found.compared.standings).toBe(found.customers);
        await bringInSegments();
        await repair(world.context, 'U1', await verified());
        expect((await verified()).differences).toEqual([]);
      }),
      { numRuns: kind.name === 'embedded' ? 8 : 20 },
    );
  });

  test('an answer of another kind with the number of a known one is another answer, and is not taken', async () => {
    world = await flowWorld(kind, database);
    const [said] = fc.sample(answer, { numRuns: 1, seed: 1 });
    if (!said) throw new Error('There is no answer.');
    const nps = { ...said, customer: 'C5', kind: 'nps', score: 0, day: today, at: null } as const;
    const cli = { ...nps, kind: 'cli', score: null, recommend: 1, again: 2, other: 3 } as const;
    await importRows(world.context, 'feedback', batchesOf([nps]), options);
    const { counts } = await importRows(world.context, 'feedback', batchesOf([cli]), options);
    expect(counts).toMatchObject({ imported: 0, updated: 0, refused: 1 });
    expect((await verified()).differences).toEqual([]);
  });

  describe('of a workspace whose rows were damaged', () => {
    const [some] = fc.sample(facts, { numRuns: 1, seed: 11 });
    if (!some) throw new Error('There are no facts.');
    beforeEach(async () => {
      world = await flowWorld(kind, database);
      await bringIn(some);
      await bringInSegments();
      await repair(world.context, 'U1', await verified());
    });

    const newest =
      'customer_id = (SELECT max(customer_id) FROM customer_standings WHERE workspace_id = $1 AND order_count > 0)';
    test.each<[what: string, sql: string, kind: KeptKind, told: string]>([
      [
        'a number of orders',
        `UPDATE customer_standings SET order_count = 99 WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'orderCount',
      ],
      [
        'an order day',
        `UPDATE customer_standings SET order_days = order_days || 30000 WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'orderDays',
      ],
      [
        'amounts',
        `UPDATE customer_standings SET revenue = '{"SEK": 1}' WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'revenue',
      ],
      [
        'segments',
        `UPDATE customer_standings SET tags = '{b2b}' WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'tags',
      ],
      [
        'a mark of pins',
        `UPDATE customer_standings SET has_pins = NOT has_pins WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'hasPins',
      ],
      [
        'a missing standing',
        `DELETE FROM customer_standings WHERE workspace_id = $1 AND ${newest}`,
        'standings',
        'null',
      ],
      [
        'a reason',
        `UPDATE rung_changes SET reason = 'lapsed' WHERE workspace_id = $1 AND reason = 'first-order'`,
        'rung-changes',
        'lapsed',
      ],
      [
        'a missing change of rung',
        `DELETE FROM rung_changes WHERE workspace_id = $1 AND from_rung IS NULL`,
        'rung-changes',
        'null',
      ],
      [
        'an extra change of rung',
        `INSERT INTO rung_changes SELECT $1, max(customer_id), DATE '1999-01-01', NULL, 'partner', 'pinned' FROM customer_standings WHERE workspace_id = $1`,
        'rung-changes',
        'partner',
      ],
      [
        'a tally',
        `UPDATE tallies SET second = second + 1 WHERE workspace_id = $1 AND figure = 'orders' AND segment = 'DKK'`,
        'tallies',
        'orders',
      ],
      [
        'a tally of a block of days',
        `UPDATE tallies SET first = first + 1 WHERE workspace_id = $1 AND figure = 'active:256'`,
        'tallies',
        'active:256',
      ],
      [
        'missing tallies',
        `DELETE FROM tallies WHERE workspace_id = $1 AND figure = 'ladder:16'`,
        'tallies',
        'ladder:16',
      ],
      [
        'an extra tally',
        `INSERT INTO tallies (workspace_id, figure, segment, day, stripe, first) VALUES ($1, 'csat', 'nobody', '2024-01-01', 7, 1)`,
        'tallies',
        'nobody',
      ],
      [
        'a count of stays',
        `UPDATE stay_counts SET counts[1] = counts[1] + 1 WHERE workspace_id = $1 AND figure = 'repeat'`,
        'stay-counts',
        'repeat',
      ],
      [
        'missing counts of stays',
        `DELETE FROM stay_counts WHERE workspace_id = $1 AND figure = 'nps/country:16'`,
        'stay-counts',
        'nps/country:16',
      ],
      [
        'a missing word',
        `DELETE FROM customer_words WHERE workspace_id = $1 AND word = 'soren'`,
        'search-words',
        'null',
      ],
      [
        'an extra word',
        `INSERT INTO customer_words SELECT workspace_id, 'nobody', id FROM customers WHERE workspace_id = $1 LIMIT 1`,
        'search-words',
        'null',
      ],
    ])('%s is found and named, nothing else is, and a repair heals it', async (_, sql, damaged, told) => {
      expect((await run(sql)).rowCount).toBeGreaterThan(0);
      const found = await verified();
      expect(kindsOf(found)).toEqual([damaged]);
      expect(JSON.stringify(found.differences)).toContain(told);
      expect(JSON.stringify(found.differences)).not.toMatch(/Søren|soren|Too late/);
      await repair(world.context, 'U1', found);
      expect(differenceCount(await verified())).toBe(0);
      const audit = await run(
        `SELECT actor, details FROM audit WHERE workspace_id = $1 AND action = 'counts.repaired' ORDER BY id DESC LIMIT 1`,
      );
      expect(audit.rows).toEqual([{ actor: 'U1', details: { differing: found.differing } }]);
    });

    test('a row of zeros is as good as none, and the stripes of a row count as one', async () => {
      await run(
        `INSERT INTO tallies (workspace_id, figure, segment, day, stripe) VALUES ($1, 'csat', 'nobody', '2024-01-01', 7)`,
      );
      await run(
        `INSERT INTO tallies SELECT workspace_id, figure, segment, day, 8 + stripe, -3, 5, 0 FROM tallies WHERE workspace_id = $1`,
      );
      await run(`UPDATE tallies SET first = first + 3, second = second - 5 WHERE workspace_id = $1 AND stripe < 8`);
      expect(kindsOf(await verified())).toEqual([]);
    });

    test('of many differences the first are told, all are counted', async () => {
      await run('DELETE FROM tallies WHERE workspace_id = $1');
      const found = await verified();
      expect(found.differences).toHaveLength(20);
      expect(found.differing.tallies).toBe(found.compared.tallies);
      expect(found.differing.tallies).toBeGreaterThan(20);
    });

    test('whoever follows it can stop it', async () => {
      const stop = () => {
        throw new Error('Enough');
      };
      await expect(verify(world.context, stop)).rejects.toThrow('Enough');
      expect(kindsOf(await verified())).toEqual([]);
    });
  });
});

function kindsOf({ differing }: Verification): KeptKind[] {
  return keptKinds.filter((kind) => differing[kind] > 0);
}

const options = {
  makeCustomers: true,
  followUps: 'none' as const,
  rowsPerTransaction: 7,
  afterLine: 0,
  isStopped: () => false,
  beforeCommit: async () => undefined,
};

const batchesOf = async function* <T>(rows: readonly T[]) {
  for (const [i, row] of rows.entries()) yield { rows: [{ line: i + 2, cells: [], row }], refused: [] };
};
