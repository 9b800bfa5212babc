import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AtRiskCustomer } from '../../src/facts/prediction.ts';
import { claimFollowUp, closeFollowUp } from '../../src/flows/follow-ups/claim-follow-up.ts';
import { openFollowUp } from '../../src/flows/follow-ups/open-follow-up.ts';
import { readFollowUps } from '../../src/flows/follow-ups/read-follow-ups.ts';
import { runPrediction } from '../../src/flows/predictions/predict-customers.ts';
import { readAtRisk } from '../../src/flows/predictions/read-prediction.ts';
import { tellRisk } from '../../src/loyalty/prediction/told-risk.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { type PredictionWorld, predictionWorld, shopOrders } from '../jobs/prediction-world.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';

const asOf = dayFromIso('2026-03-10');

withDatabases((kind) => {
  let database: TestDatabase;
  let world: PredictionWorld;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    await database.empty();
    world = await predictionWorld(kind, database);
    await world.addOrders(shopOrders(300, asOf));
    const { context, store } = world;
    await store.predictionRuns.ask({
      key: 'one',
      asOf,
      currency: 'DKK',
      memberId: null,
      locale: null,
      at: context.now(),
    });
    expect(await runPrediction(context, () => false)).toBe('done');
  });
  afterAll(() => database.close());

  test('of two who press at once, one opens the follow-up and the other learns that there is one', async () => {
    const [first] = await atRisk();
    const processes = [world.context, world.anotherProcess()];
    const outcomes = await Promise.all(
      processes.map((context, i) => openFollowUp(context, first?.id ?? 0, `UPRESS${i}`)),
    );
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['at-work', 'opened']);
    expect((await atRisk())[0]?.followUp).toMatchObject({ status: 'open', stewardId: null });
  });

  test('its card in the alert channel says why: the risk and what can still be won', async () => {
    const [first] = await atRisk();
    expect(await openFollowUp(world.context, first?.id ?? 0, 'UPRESS')).toEqual({
      kind: 'opened',
      announced: true,
    });
    const followUp = await world.store.followUps.atWorkFor(first?.id ?? 0);
    const settings = await world.store.settings.read();
    const [card] = await readFollowUps({ store: world.store, settings }, followUp ? [followUp] : [], world.deps.now());
    const test = (await world.store.predictionRuns.newest())?.facts.backTest;
    expect(card).toMatchObject({
      customer: { id: first?.id },
      voices: [],
      reason: {
        kind: 'at-risk',
        churnRisk: first?.churnRisk,
        riskDays: 180,
        valueLostMinor: first?.valueLostMinor,
        told: test && tellRisk(test, first?.churnRisk ?? 0),
        winnableMinor: first?.winnableMinor,
        currency: 'DKK',
      },
    });
    const { rows } = await world.pool.query<{ channel_id: string }>(
      `SELECT channel_id FROM outbox WHERE workspace_id = $1 AND announcement->>'kind' = 'follow-up'`,
      [world.workspaceId],
    );
    expect(rows).toEqual([{ channel_id: 'C0ALERTS' }]);
  });

  test('who has it is told; once it is closed another one can be opened', async () => {
    const id = (await atRisk())[0]?.id ?? 0;
    await openFollowUp(world.context, id, 'UPRESS');
    const followUpId = (await world.store.followUps.atWorkFor(id))?.id ?? 0;
    await claimFollowUp(world.context, followUpId, 'UCLAIMS');
    expect(await openFollowUp(world.context, id, 'UPRESS')).toEqual({
      kind: 'at-work',
      stewardId: 'UCLAIMS',
    });
    await closeFollowUp(
      world.context,
      followUpId,
      { memberId: 'UCLAIMS', role: 'member', seenWith: null },
      { cause: 'other', outcome: 'Ringet op' },
    );
    expect(await openFollowUp(world.context, id, 'UPRESS')).toMatchObject({ kind: 'opened' });
  });

  test('of a customer who is gone none is opened', async () => {
    expect(await openFollowUp(world.context, 999_999, 'UPRESS')).toEqual({ kind: 'gone' });
  });

  async function atRisk(): Promise<AtRiskCustomer[]> {
    const run = await world.store.predictionRuns.newest();
    if (!run) throw new Error('It is not finished');
    return (await readAtRisk({ store: world.store, settings: await world.store.settings.read() }, run, 10)).customers;
  }
});
