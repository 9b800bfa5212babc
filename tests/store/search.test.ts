import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerRecorder } from '../../src/flows/imports/record-customers.ts';
import { asTheyCome, orderRecorder } from '../../src/flows/imports/record-orders.ts';
import { type FlowWorld, flowWorld } from '../flows/flow-world.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let world: FlowWorld;
  beforeAll(async () => {
    database = await kind.open();
    world = await flowWorld(kind, database);
    await world.context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = customerRecorder(world.context, tx, ladderRules);
      await recorder.take([
        named('K1', 'Søren Østergård', 'soren@example.com'),
        named('K2', 'Sofie Hansen'),
        named('K3', 'Hans Sofienlund'),
        named('Hansen', 'A company'),
        ...Array.from({ length: 300 }, (_, i) => named(`X${i}`, `Zulu ${i}`)),
      ]);
      await recorder.settle();
    });
  });
  afterAll(() => database.close());

  test.each([
    ['sore', ['K1']],
    ['ØSTERGAARD', ['K1']],
    ['soeren', ['K1']],
    ['ostergard', ['K1']],
    ['soren@', ['K1']],
    ['hans sof', ['K3', 'K2']],
    ['sof hans', ['K3', 'K2']],
    ['hans zulu', []],
    ['Hansen', ['Hansen']],
    ['hansen', ['Hansen', 'K2']],
    ['%', []],
    ['zulu 299', ['X299']],
    ['x29', ['X29']],
  ])('“%s” finds %j', async (typed, expected) => {
    expect(await search(typed)).toEqual(expected);
  });

  test('of very many who answer to a letter there are as many as asked for', async () => {
    expect(await search('z')).toHaveLength(11);
  });

  test.each(['ORD-77', 'ord-77', 'ord'])('“%s” finds a customer whom only orders name', async (typed) => {
    await world.context.transaction(async (tx) => {
      const { ladderRules } = await tx.settings.hold();
      const recorder = orderRecorder(world.context, tx, ladderRules, asTheyCome);
      const paid = { day: 20_000, at: null, amountMinor: 100, currency: 'DKK', status: 'completed' } as const;
      await recorder.take([{ shop: '', orderId: 'O1', customer: 'ORD-77', ...paid }]);
      await recorder.settle();
    });
    expect(await search(typed)).toEqual(['ORD-77']);
  });

  async function search(typed: string): Promise<string[]> {
    const found = await world.context.store.customers.search(typed, 11);
    return found.map(({ externalId }) => externalId);
  }
});

function named(customer: string, name: string, email: string | null = null) {
  return {
    customer,
    name,
    email,
    language: null,
    country: null,
    sinceDay: null,
    costMinor: null,
    costCurrency: null,
    source: null,
    relationshipYears: null,
    segments: null,
    recommendedBy: null,
    rewardMinor: null,
    rewardCurrency: null,
  };
}
