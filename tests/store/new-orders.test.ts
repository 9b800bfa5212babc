import { expect, test } from 'vitest';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { verify } from '../../src/flows/upkeep/verify.ts';
import { differenceCount } from '../../src/loyalty/counts/verification.ts';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import { useFlowWorld } from '../flows/flow-world.ts';
import { withDatabases } from '../support/database.ts';

/** Numbers that mean something else where rows are copied, unless they are written so that they do not. */
const numbers = ['\\N', '\\.', 'a\\tb', 'a\tb', 'a\nb', 'a\r\nb', '\\', 'C:\\new', '"', ' ', 'Ø–1', '🌱'];

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('new orders are taken with every character of their number', async () => {
    expect(await take(numbers.map((orderId) => order({ orderId })))).toMatchObject({ imported: numbers.length });
    const kept = await world.context.store.orders.findByExternalId(numbers);
    expect(kept.map(({ orderId }) => orderId).sort()).toEqual(numbers.toSorted());
    expect(await differences()).toBe(0);
  });

  test('new orders are taken with their shop, time of day, lines, refunds and days long ago', async () => {
    const orders = [
      order({ orderId: '1', shop: 'nord\\vest', at: 19_000 * 86_400_000 + 3_600_000, lines: 3 }),
      order({ orderId: '2', day: -25_567, amountMinor: -12_345, currency: 'NOK' }),
      order({ orderId: '3', day: 20_100, status: 'cancelled' }),
    ];
    expect(await take(orders)).toMatchObject({ imported: 3, customersMade: 1 });
    const kept = await world.context.store.orders.findByExternalId(['1', '2', '3']);
    const expected = orders.map(({ customer: _, ...one }) => ({ lines: 1, ...one }));
    expect(kept.toSorted((a, b) => Number(a.orderId) - Number(b.orderId))).toMatchObject(expected);
    expect(await differences()).toBe(0);
  });

  test('where one of many is known, all the others are new', async () => {
    await take([order({ orderId: '7' })]);
    const many = Array.from({ length: 3_000 }, (_, i) => order({ orderId: String(i), customer: `K${i % 700}` }));
    expect(await take(many)).toMatchObject({ imported: 2_999, updated: 1 });
    expect(await differences()).toBe(0);
  });

  test('a new order that was cancelled makes its customer known from its day on, and is no order', async () => {
    await take([order({ orderId: '1' })]);
    await take([order({ orderId: '2', day: 18_500, status: 'cancelled', currency: 'NOK' })]);
    const { customers, standings } = world.context.store;
    const [standing] = await standings.read([...(await customers.idsOf(['K1'])).values()]);
    expect(standing).toMatchObject({ knownDay: 18_500, orderDays: [19_000], orderCount: 1, revenue: { DKK: 10_000 } });
    expect(standing?.changes[0]).toMatchObject({ day: 18_500, rung: 'prospect' });
    expect(await differences()).toBe(0);
  });

  async function take(orders: readonly NewOrder[]) {
    const { context } = world;
    return context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(context, tx, ladderRules, asTheyCome);
      expect(await recorder.take(orders)).toEqual([]);
      return recorder.settle();
    });
  }

  const differences = async () => differenceCount(await verify(world.context, () => undefined));
});

function order(parts: Partial<NewOrder>): NewOrder {
  return {
    shop: '',
    orderId: '1',
    customer: 'K1',
    day: 19_000,
    at: null,
    amountMinor: 10_000,
    currency: 'DKK',
    status: 'completed',
    ...parts,
  };
}
