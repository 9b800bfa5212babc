import { describe, expect, test } from 'vitest';
import type { CustomerValue } from '../../src/facts/customer.ts';
import { readCustomerValue } from '../../src/flows/figures/read-clv.ts';
import { customerRecorder } from '../../src/flows/imports/record-customers.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

const asOf = 20_001;

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('50 × 7 × 5 are 1 750, and not the 350 of one year', async () => {
    await ordered('K1', 7, { amountMinor: 5000 });
    await enter('K1', { relationship_years: 5 });
    expect(await worthOf('K1')).toMatchObject({
      orders: 7,
      averageOrderMinor: 5000,
      years: 5,
      yearsEntered: true,
      valueMinor: 175_000,
      currency: 'DKK',
    });
  });

  test('only the 365 days before count, cancelled orders don’t, and refunds are taken off', async () => {
    await ordered('K1', 1, { day: asOf - 366, amountMinor: 99_900 });
    await ordered('K1', 1, { day: asOf, amountMinor: 99_900 });
    await ordered('K1', 1, { amountMinor: 99_900, status: 'cancelled' });
    await ordered('K1', 2, { day: asOf - 365, amountMinor: 10_000 });
    await ordered('K1', 1, { amountMinor: -5000 });
    await enter('K1', { relationship_years: 2 });
    expect(await worthOf('K1')).toMatchObject({ orders: 2, revenueMinor: 15_000, valueMinor: 30_000 });
  });

  test('without entered years and without churn the value is unknown, and 0 for who bought nothing', async () => {
    await ordered('K1', 1, { amountMinor: 5000 });
    await customer('K2', null);
    expect(await worthOf('K1')).toMatchObject({ years: null, valueMinor: null, withRecommendationsMinor: null });
    expect(await worthOf('K2')).toMatchObject({ averageOrderMinor: null, valueMinor: 0 });
  });

  test('an unknown acquisition cost is unknown, a known one is taken off', async () => {
    await ordered('K1', 1, { amountMinor: 250_000 });
    await enter('K1', { relationship_years: 7 });
    expect(await worthOf('K1')).toMatchObject({ costMinor: null, simpleMinor: null });
    await enter('K1', { cost_minor: 300_000, cost_currency: 'DKK' });
    expect(await worthOf('K1')).toMatchObject({ costMinor: 300_000, simpleMinor: 1_450_000 });
    await enter('K1', { relationship_years: 0 });
    expect(await worthOf('K1')).toMatchObject({ valueMinor: 0, simpleMinor: -300_000 });
  });

  test('an amount in a currency without a rate is refused by name, never taken 1:1', async () => {
    await ordered('K1', 1, { amountMinor: 5000 });
    await ordered('K1', 1, { amountMinor: 7000, currency: 'EUR' });
    await enter('K1', { relationship_years: 1 });
    await expect(worthOf('K1')).rejects.toThrow(/no rate from EUR into DKK/);
  });

  describe('with recommendations', () => {
    test('A won B and C, B won D, and 50 were paid for each', async () => {
      await family({ B: 'A', C: 'A', D: 'B' });
      expect(await together('A')).toBe(170_000);
      expect(await together('B')).toBe(65_000);
      expect(await together('C')).toBe(30_000);
      expect(await together('D')).toBe(20_000);
      expect(await worthOf('A')).toMatchObject({ won: { count: 2, valueMinor: 80_000, rewardMinor: 10_000 } });
    });

    test('a circle ends: who recommended each other are credited with the other’s own value', async () => {
      await family({ A: 'B', B: 'A' });
      expect(await together('A')).toBe(145_000);
      expect(await together('B')).toBe(145_000);
    });

    test('a recommendation is won at the first order, not before', async () => {
      await family({});
      await customer('E', 'A');
      expect(await worthOf('A')).toMatchObject({ won: { count: 0 }, withRecommendationsMinor: 100_000 });
      await ordered('E', 1, { day: asOf, amountMinor: 100 });
      expect(await worthOf('A')).toMatchObject({ won: { count: 0 } });
      await ordered('E', 1, { amountMinor: 0 });
      expect(await worthOf('A')).toMatchObject({ won: { count: 1 } });
    });
  });

  /** A, B, C and D, worth 1 000, 500, 300 and 200 alone; who recommended them, and a reward of 50 for each. */
  async function family(recommenders: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, amountMinor] of Object.entries({ A: 100_000, B: 50_000, C: 30_000, D: 20_000 })) {
      await ordered(name, 1, { amountMinor });
      await enter(name, { relationship_years: 1 });
    }
    for (const [name, recommender] of Object.entries(recommenders)) {
      await customer(name, recommender);
      await enter(name, { reward_minor: 5000, reward_currency: 'DKK' });
    }
  }

  async function together(name: string): Promise<number | null> {
    return (await worthOf(name)).withRecommendationsMinor;
  }

  async function worthOf(name: string): Promise<CustomerValue> {
    const store = world.context.store;
    const [found] = await store.customers.findByExternalId([name]);
    if (!found) throw new Error(`There is no ${name}.`);
    return readCustomerValue({ store, settings: await store.settings.read() }, found, asOf);
  }

  async function customer(name: string, recommendedBy: string | null): Promise<void> {
    const { context } = world;
    await context.transaction(async (tx) => {
      const recorder = customerRecorder(context, tx, (await tx.settings.hold()).ladderRules);
      const unknown = { name: null, email: null, language: null, country: null, sinceDay: null, source: null };
      const more = { relationshipYears: null, segments: null, rewardMinor: null, rewardCurrency: null };
      await recorder.take([
        { customer: name, ...unknown, ...more, costMinor: null, costCurrency: null, recommendedBy },
      ]);
      await recorder.settle();
    });
  }

  let orders = 0;
  async function ordered(
    name: string,
    count: number,
    order: { amountMinor: number; day?: number; currency?: string; status?: 'completed' | 'cancelled' },
  ): Promise<void> {
    const { context } = world;
    await context.transaction(async (tx) => {
      const recorder = orderRecorder(context, tx, (await tx.settings.hold()).ladderRules, asTheyCome);
      await recorder.take(
        Array.from({ length: count }, (_, i) => {
          orders += 1;
          const usual = { day: asOf - 1 - i, currency: 'DKK', status: 'completed' as const };
          return { shop: '', orderId: `o${orders}`, customer: name, at: null, ...usual, ...order };
        }),
      );
      await recorder.settle();
    });
  }

  async function enter(name: string, columns: Readonly<Record<string, number | string>>): Promise<void> {
    const set = Object.keys(columns).map((column, i) => `${column} = $${i + 3}`);
    await world.database.pool.query(
      `UPDATE customers SET ${set.join(', ')} WHERE workspace_id = $1 AND external_id = $2`,
      [world.workspaceId, name, ...Object.values(columns)],
    );
  }
});
