import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askFirst, askNightly, askPrediction } from '../../src/flows/predictions/ask-prediction.ts';
import { predictAsOf, runPrediction } from '../../src/flows/predictions/predict-customers.ts';
import { readAtRisk } from '../../src/flows/predictions/read-prediction.ts';
import { readPredictionInput } from '../../src/flows/predictions/read-prediction-input.ts';
import { predictionRunner } from '../../src/jobs/prediction-runner.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import type { FinishedRun } from '../../src/store/desk/prediction-runs.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { order, type PredictionWorld, predictionWorld, shopOrders } from './prediction-world.ts';

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
  });
  afterAll(() => database.close());

  test('counts order days: what came on one day is one order, refunds, cancelled and later ones are none', async () => {
    const one = (orderId: string, day: number, facts = {}) =>
      order({ orderId, customer: 'Anna', day: asOf - day, ...facts });
    await world.addOrders([
      one('first', 100),
      one('second', 90, { amountMinor: 2000 }),
      one('same-day', 90, { amountMinor: 3000 }),
      one('free', 80, { amountMinor: 0 }),
      one('refund', 70, { amountMinor: -2000 }),
      one('cancelled', 60, { status: 'cancelled' }),
      one('foreign', 50, { currency: 'NOK' }),
      one('newest', 20, { amountMinor: 7000 }),
      one('on-the-day', 0),
      order({ orderId: 'other', customer: 'Bo', day: asOf - 95 }),
      order({ orderId: 'ahead', customer: 'Carla', day: asOf + 3 }),
    ]);
    const of = { asOf, currency: 'DKK', activeDays: 365 };
    const { ids, input, amountsLeftOut } = await readPredictionInput(world.store, of, async () => undefined);
    expect(ids).toHaveLength(2);
    expect(input.histories).toEqual({
      repeats: Int32Array.of(4, 0),
      recencyDays: Int32Array.of(80, 0),
      ageDays: Int32Array.of(99, 94),
    });
    expect(input.spending).toEqual({ counts: Int32Array.of(2, 0), sums: Float64Array.of(12_000, 0) });
    expect(amountsLeftOut).toBe(1);
    expect(input.heldOut).toEqual({
      days: 33,
      histories: {
        repeats: Int32Array.of(3, 0),
        recencyDays: Int32Array.of(50, 0),
        ageDays: Int32Array.of(66, 61),
      },
      orders: Int32Array.of(1, 0),
    });
  });

  test('keeps of every customer what the models expect, and of the run what they found', async () => {
    await world.addOrders(shopOrders(400, asOf));
    const run = await runOnce();
    const now = await predictAsOf(world.context, asOf, 'DKK');
    expect(run.facts).toEqual(JSON.parse(JSON.stringify(now.facts)));
    expect(run.facts.bgNbd.kind).toBe('fitted');
    expect(run.facts.backTest.kind).toBe('tested');
    expect(now.ids).toHaveLength(400);
    for (const [i, id] of now.ids.entries()) {
      expect(await world.store.predictions.find(run.id, id)).toEqual({
        customerId: id,
        expectedOrders: now.customers?.expectedOrders[i],
        churnRisk: now.customers?.churnRisk[i],
        orderValueMinor: now.customers?.orderValue[i],
        valueMinor: now.customers?.value[i],
        stakeMinor: now.customers?.stake[i],
        valueLostMinor: now.customers?.valueLost[i],
        winnableMinor: now.customers?.winnable[i],
      });
    }
  });

  test('the first orders bring a prediction at once, and later ones wait for the night', async () => {
    const now = new Date('2026-03-10T08:00:00Z');
    await world.addOrders([order({ orderId: 'only', customer: 'Anna', day: asOf - 10 })]);
    await askFirst(world.store, 'import:1', now);
    await runPrediction(world.context, () => false);
    expect((await world.store.predictionRuns.newest())?.facts.bgNbd.kind).toBe('degenerate');
    await world.addOrders(shopOrders(400, asOf));
    await askFirst(world.store, 'import:2', now);
    expect(await world.store.predictionRuns.atWork()).toMatchObject({ asOf, memberId: null });
    await runPrediction(world.context, () => false);
    expect((await world.store.predictionRuns.newest())?.facts.bgNbd.kind).toBe('fitted');
    await askFirst(world.store, 'import:3', now);
    expect(await world.store.predictionRuns.atWork()).toBeNull();
  });

  test('lists who is at risk by what can still be won, without those who have ordered since', async () => {
    await world.addOrders(shopOrders(400, asOf));
    const run = await runOnce();
    const settings = await world.store.settings.read();
    const { customers: first } = await readAtRisk({ store: world.store, settings }, run, 10);
    expect(first).toHaveLength(10);
    const winnable = first.map(({ winnableMinor }) => winnableMinor);
    expect([...winnable].sort((a, b) => b - a)).toEqual(winnable);
    for (const { churnRisk, stakeMinor, lastOrderDay } of first) {
      expect(churnRisk).toBeGreaterThan(run.facts.terms.atRiskFrom);
      expect(stakeMinor).toBeGreaterThanOrEqual(Math.floor(run.facts.expected?.medianStake ?? 0));
      expect(lastOrderDay).toBeLessThan(asOf);
    }
    await world.addOrders([order({ orderId: 'back', customer: first[0]?.externalId ?? '', day: asOf })]);
    const { customers: then } = await readAtRisk({ store: world.store, settings }, run, 10);
    expect(then.map(({ id }) => id).slice(0, 9)).toEqual(first.slice(1).map(({ id }) => id));
  });

  test('a new run takes the place of the one before, which then leaves nothing behind', async () => {
    await world.addOrders(shopOrders(120, asOf));
    const before = await runOnce('before');
    const after = await runOnce('after');
    expect((await world.store.predictionRuns.newest())?.id).toBe(after.id);
    expect(await predictionsOf(before.id)).toBe(0);
    expect(await predictionsOf(after.id)).toBe(120);
  });

  test('where no drop-out can be told it keeps plain figures and expects nothing of anybody', async () => {
    await world.addOrders(
      Array.from({ length: 80 }, (_, i) => order({ orderId: `${i}`, customer: `${i}`, day: asOf - i - 1 })),
    );
    const run = await runOnce();
    expect(run.facts).toMatchObject({
      bgNbd: { kind: 'degenerate', why: 'no-repeats' },
      plain: { customers: 80, repeaters: 0 },
      expected: null,
    });
    expect(await predictionsOf(run.id)).toBe(0);
  });

  test('of several processes that look at once, one makes the night’s prediction', async () => {
    await world.addOrders(shopOrders(120, asOf));
    world.at('2026-03-11T01:30:00Z');
    await askNightly(world.deps);
    expect(await runs()).toEqual([]);
    world.at('2026-03-11T02:00:00Z');
    const ask = () => Promise.all([1, 2, 3].map(() => askNightly(world.deps)));
    await ask();
    const processes = [world.context, world.anotherProcess(), world.anotherProcess()];
    const outcomes = await Promise.all(processes.map((context) => runPrediction(context, () => false)));
    expect(outcomes.sort()).toEqual(['done', 'nothing', 'nothing']);
    world.at('2026-03-11T22:59:00Z');
    await ask();
    expect(await runs()).toEqual([{ key: 'night:2026-03-11', status: 'finished' }]);
    expect((await world.store.predictionRuns.newest())?.asOf).toBe(asOf + 1);
    world.at('2026-03-12T08:00:00Z');
    await askNightly(world.deps);
    expect(await runs()).toHaveLength(2);
    expect(world.faults).toEqual([]);
  });

  test('a look in the night makes the prediction, later looks nothing more, and after a stop none begins', async () => {
    await world.addOrders(shopOrders(60, asOf));
    const runner = predictionRunner(world.deps);
    world.at('2026-03-11T02:00:00Z');
    await Promise.all([runner.run(), runner.run()]);
    await runner.run();
    expect(await runs()).toEqual([{ key: 'night:2026-03-11', status: 'finished' }]);
    await runner.stop();
    world.at('2026-03-12T02:00:00Z');
    await runner.run();
    expect(await runs()).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });

  test('an empty workspace is not predicted', async () => {
    world.at('2026-03-11T05:00:00Z');
    await askNightly(world.deps);
    expect(await runs()).toEqual([]);
  });

  test('a run that was cut off is begun anew when its lease is over, and what it had written is nobody’s', async () => {
    await world.addOrders(shopOrders(120, asOf));
    const id = await ask('cut');
    const dead = {
      ...world.context,
      predict: () => {
        throw new Error('the process died');
      },
    };
    expect(await runPrediction(dead, () => false)).toBe('done');
    expect(world.faults).toMatchObject([{ event: 'fault', predictionRunId: id }]);
    expect(await runPrediction(world.context, () => false)).toBe('nothing');
    expect(await world.store.predictionRuns.newest()).toBeNull();
    world.at('2026-03-10T11:03:00Z');
    expect(await runPrediction(world.context, () => false)).toBe('done');
    expect((await world.store.predictionRuns.newest())?.id).toBe(id);
  });

  test('who knows that there is no other process begins a run that was cut off anew at once', async () => {
    await world.addOrders(shopOrders(60, asOf));
    const id = await ask('alone');
    await world.store.predictionRuns.take(world.deps.now(), new Date(world.deps.now().getTime() + 30_000));
    await world.store.predictionRuns.freeAll();
    expect(await runPrediction(world.context, () => false)).toBe('done');
    expect((await world.store.predictionRuns.newest())?.id).toBe(id);
  });

  test('a process that lost its lease finishes nothing', async () => {
    await world.addOrders(shopOrders(120, asOf));
    const id = await ask('slow');
    const slow = {
      ...world.context,
      predict: async (input: Parameters<typeof world.deps.predict>[0]) => {
        const answer = await world.deps.predict(input);
        world.at('2026-03-10T11:10:00Z');
        expect(await runPrediction(world.anotherProcess(), () => false)).toBe('done');
        return answer;
      },
    };
    await runPrediction(slow, () => false);
    expect(world.faults).toMatchObject([{ predictionRunId: id }]);
    expect(await runs()).toEqual([{ key: 'asked:slow', status: 'finished' }]);
    expect(await predictionsOf(id)).toBe(120);
  });

  test('a stop amid a run leaves it to the next start', async () => {
    await world.addOrders(shopOrders(60, asOf));
    await ask('stopped');
    expect(await runPrediction(world.context, () => true)).toBe('stopped');
    expect(await runs()).toEqual([{ key: 'asked:stopped', status: 'waiting' }]);
    expect(await runPrediction(world.context, () => false)).toBe('done');
  });

  test('who asks while one is at work is told so; a repeated request asks once', async () => {
    await world.addOrders(shopOrders(60, asOf));
    const asked = { asOf, memberId: 'UASKS', locale: 'da' as const, channelId: 'D0ASKS', requestKey: 'one' };
    expect(await askPrediction(world.context, asked)).toBe('asked');
    expect(await askPrediction(world.context, asked)).toBe('asked');
    expect(await askPrediction(world.context, { ...asked, requestKey: 'two' })).toBe('at-work');
    await runPrediction(world.context, () => false);
    expect(await askPrediction(world.context, { ...asked, requestKey: 'two' })).toBe('asked');
    expect(await runs()).toEqual([
      { key: 'asked:one', status: 'finished' },
      { key: 'asked:two', status: 'waiting' },
    ]);
    const { rows } = await world.pool.query<{ kind: string; channel_id: string }>(
      `SELECT DISTINCT kind, channel_id FROM outbox WHERE workspace_id = $1 AND announcement->>'kind' = 'prediction' ORDER BY kind`,
      [world.workspaceId],
    );
    expect(rows).toEqual([
      { kind: 'post', channel_id: 'D0ASKS' },
      { kind: 'update', channel_id: 'D0ASKS' },
    ]);
  });

  async function ask(key: string): Promise<number> {
    const id = await world.store.predictionRuns.ask({
      key: `asked:${key}`,
      asOf,
      currency: 'DKK',
      memberId: null,
      locale: null,
      at: world.deps.now(),
    });
    if (id === null) throw new Error('One is at work');
    return id;
  }

  async function runOnce(key = 'once'): Promise<FinishedRun> {
    await ask(key);
    expect(await runPrediction(world.context, () => false)).toBe('done');
    expect(world.faults).toEqual([]);
    const run = await world.store.predictionRuns.newest();
    if (!run) throw new Error('It is not finished');
    return run;
  }

  async function runs(): Promise<{ key: string; status: string }[]> {
    const { rows } = await world.pool.query<{ key: string; status: string }>(
      'SELECT key, status FROM prediction_runs WHERE workspace_id = $1 ORDER BY id',
      [world.workspaceId],
    );
    return rows;
  }

  async function predictionsOf(runId: number): Promise<number> {
    const { rows } = await world.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM predictions WHERE workspace_id = $1 AND run_id = $2',
      [world.workspaceId, runId],
    );
    return rows[0]?.count ?? 0;
  }
});
