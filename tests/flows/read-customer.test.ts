import { expect, test } from 'vitest';
import type { CustomerCard } from '../../src/facts/customer.ts';
import { readCustomerCard } from '../../src/flows/customers/read-customer.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { saveSegment } from '../../src/flows/segments/save-segment.ts';
import { settleStandings } from '../../src/flows/upkeep/settle-standings.ts';
import { countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { allCustomers } from '../../src/loyalty/customer-query.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('a card as of a past day knows nothing of what came later', async () => {
    await ordered(19_000, 19_010);
    expect(await cardAsOf(19_010)).toMatchObject({
      placement: { rung: 'customer', orderDays: 1 },
      endsOn: null,
      orderCount: 1,
      value: [{ currency: 'DKK', amountMinor: 100 }],
      orders: [{ day: 19_000 }],
    });
    expect(await cardAsOf(19_011)).toMatchObject({
      placement: { rung: 'repeat' },
      since: { day: 19_010, reason: 'repeat-order' },
      endsOn: 19_375,
      orderCount: 2,
      value: [{ currency: 'DKK', amountMinor: 200 }],
    });
    expect(await cardAsOf(19_376)).toMatchObject({ placement: { rung: 'customer' }, since: { reason: 'lapsed' } });
  });

  test('an order that is still to come neither counts nor ends a rung', async () => {
    await ordered(20_400);
    expect(await cardAsOf(20_001)).toMatchObject({
      placement: { rung: 'prospect' },
      endsOn: null,
      orderCount: 0,
      value: [],
    });
  });

  test('a card names the segments by rule whose rule holds, apart from the tags', async () => {
    await ordered(19_000, 19_010);
    await tagged('VIP');
    const rule = (orders: number) => ({ ...allCustomers, orders: { least: orders, most: null } });
    await saveSegment(world.context, 'Bought twice', rule(2), 'U1');
    await saveSegment(world.context, 'Bought often', rule(10), 'U1');
    expect(await cardAsOf(20_001)).toMatchObject({ segments: ['VIP'], segmentsByRule: ['Bought twice'] });
  });

  async function tagged(tag: string): Promise<void> {
    await world.context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const [customer] = await tx.customers.findByExternalId(['K1']);
      const id = customer?.id ?? 0;
      await tx.segments.set(new Map([[id, [tag]]]));
      await settleStandings(tx, ladderRules, new Map([[id, 'read-anew']]), countSheet());
    });
  }

  async function ordered(...days: readonly number[]): Promise<void> {
    const { context } = world;
    await context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(context, tx, ladderRules, asTheyCome);
      await recorder.take(
        days.map((day) => ({
          shop: '',
          orderId: String(day),
          customer: 'K1',
          day,
          at: null,
          amountMinor: 100,
          currency: 'DKK',
          status: 'completed',
        })),
      );
      await recorder.settle();
    });
  }

  async function cardAsOf(asOf: number): Promise<CustomerCard> {
    const store = world.context.store;
    const [customer] = await store.customers.findByExternalId(['K1']);
    if (!customer) throw new Error('The customer was not made.');
    return readCustomerCard({ store, settings: await store.settings.read() }, customer, asOf, false);
  }
});
