import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { PrismaClient } from '../generated/client.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  beforeAll(async () => {
    database = await kind.open();
    prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) });
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await database.close();
  });

  test('what the store writes is what Prisma reads by prisma/schema.prisma', async () => {
    const store = openStore({
      kind: kind.name === 'embedded' ? 'embedded' : 'server',
      pool: database.pool,
      durable: false,
      lock: null,
      dump: null,
      close: async () => undefined,
    });
    const workspace = await store.workspaces.ensure('T1', 'Nordlys', true);
    const scoped = store.of(workspace.id);
    await scoped.customers.makeMissing(['K1'], 20_000);
    const customerId = (await scoped.customers.idsOf(['K1'])).get('K1') ?? 0;
    const at = Date.UTC(2026, 2, 1, 12, 0, 0, 123);
    await scoped.orders.upsert([
      { orderId: 'O1', customerId, day: 20_513, at, amountMinor: 12_345, currency: 'DKK', status: 'completed' },
    ]);
    await scoped.pins.add({
      key: 'a',
      customerId,
      rung: 'partner',
      fromDay: 20_513,
      untilDay: null,
      reason: 'Aftale',
      authorId: 'U1',
      at: new Date(at),
    });

    const customer = await prisma.customer.findUniqueOrThrow({
      where: { workspaceId_externalId: { workspaceId: workspace.id, externalId: 'K1' } },
      include: { orders: true, pins: true, standing: true },
    });
    expect(customer).toMatchObject({
      id: customerId,
      createdDay: new Date('2024-10-04T00:00:00Z'),
      orders: [{ externalId: 'O1', day: new Date('2026-03-01T00:00:00Z'), at: new Date(at), amountMinor: 12_345n }],
      pins: [{ rung: 'partner', fromDay: new Date('2026-03-01T00:00:00Z'), untilDay: null }],
      standing: { hasPins: true, orderDays: [] },
    });
  });
});
