import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFollowUps } from '../../src/flows/follow-ups/read-follow-ups.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type FlowWorld, flowWorld } from './flow-world.ts';

const today = 20_000;

withDatabases((kind) => {
  let database: TestDatabase;
  let world: FlowWorld;
  beforeAll(async () => {
    database = await kind.open();
    world = await flowWorld(kind, database);
  });
  afterAll(() => database.close());

  test('what a customer is worth and bought last includes today, and neither orders nor refunds that are still to come', async () => {
    const { context } = world;
    await order('K1', [today - 40, 300], [today, 200], [today + 1, 5000], [today + 30, -100]);
    await order('K2', [today - 1, 700]);
    const store = context.store;
    const customers = await store.customers.findByExternalId(['K1', 'K2']);
    for (const { id } of customers) await store.followUps.openFor(id, today + 2, context.now());
    const { followUps } = await store.followUps.list({ kind: 'open' }, today, { limit: 10 });
    const facts = await readFollowUps({ store, settings: await store.settings.read() }, followUps, context.now());
    const shown = facts.map(({ customer, value, lastOrderDay }) => [customer?.externalId, value, lastOrderDay]);
    expect(shown.sort()).toEqual([
      ['K1', [{ currency: 'DKK', amountMinor: 500 }], today],
      ['K2', [{ currency: 'DKK', amountMinor: 700 }], today - 1],
    ]);
  });

  async function order(customer: string, ...orders: readonly (readonly [day: number, amountMinor: number])[]) {
    const { context } = world;
    await context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(context, tx, ladderRules, asTheyCome);
      await recorder.take(
        orders.map(([day, amountMinor]) => ({
          shop: '',
          orderId: `${customer}-${day}`,
          customer,
          day,
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
