import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPrediction } from '../../src/flows/predictions/predict-customers.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { migrationsFolder } from '../../src/store/database/database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { predictionWorld, shopOrders } from '../jobs/prediction-world.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

const migration = '20261130083729_what_can_be_won';
const asOf = dayFromIso('2026-03-10');

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
    await database.empty();
  });
  afterAll(() => database.close());

  test('a run of an earlier release tells those at risk by what can still be won, as its own risks say', async () => {
    const world = await predictionWorld(kind, database);
    await world.addOrders(shopOrders(300, asOf));
    const asked = { key: 'one', asOf, currency: 'DKK', memberId: null, locale: null };
    await world.store.predictionRuns.ask({ ...asked, at: world.context.now() });
    expect(await runPrediction(world.context, () => false)).toBe('done');
    const run = await world.store.predictionRuns.newest();

    await world.pool.query('ALTER TABLE predictions DROP COLUMN winnable_minor');
    await world.pool.query('CREATE INDEX predictions_at_risk ON predictions (workspace_id) WHERE at_risk');
    await world.pool.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [migration]);
    expect(await migrate(world.pool, migrationsFolder)).toEqual([migration]);

    const told = await world.store.predictions.atRisk(run?.id ?? 0, 20);
    expect(told.length).toBeGreaterThan(5);
    for (const { winnableMinor, churnRisk, stakeMinor } of told) {
      expect(winnableMinor).toBeCloseTo((1 - churnRisk) * stakeMinor, 6);
    }
    const winnable = told.map(({ winnableMinor }) => winnableMinor);
    expect([...winnable].sort((a, b) => b - a)).toEqual(winnable);
  });
});
