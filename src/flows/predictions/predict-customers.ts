import type { Context } from '../../context.ts';
import { explain, logFault, UserError } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { StoredFacts } from '../../loyalty/prediction/facts.ts';
import type { PredictedCustomers } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { PredictionRun } from '../../store/desk/prediction-runs.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { predictionSubject } from './ask-prediction.ts';
import { readPredictionInput, slice } from './read-prediction-input.ts';

/** Longer than a slice, or the fit of a million customers, takes. */
const leaseMs = 30_000;
const giveUpMs = 6 * 3_600_000;

/** What is expected as of a day; nothing is written. */
export async function predictAsOf(context: Context, asOf: Day, currency: string): Promise<PredictedNow> {
  const { store } = context;
  const activeDays = (await store.settings.read()).ladderRules.activeWindowDays;
  const of = { asOf, currency, activeDays };
  const { ids, input, amountsLeftOut } = await readPredictionInput(store, of, async () => undefined);
  const { prediction } = await context.predict(input);
  return { asOf, currency, facts: { ...prediction.facts, amountsLeftOut }, ids, customers: prediction.customers };
}

/** A prediction that is not kept, and whom each place in its columns stands for. */
export interface PredictedNow {
  readonly asOf: Day;
  readonly currency: string;
  readonly facts: StoredFacts;
  readonly ids: Int32Array;
  readonly customers: PredictedCustomers | null;
}

/**
 * Works off the run that is asked for in a workspace, if there is one that nobody works on. What it writes holds only
 * once the run is finished, so a stop or a crash leaves what the run before said.
 */
export async function runPrediction(
  context: Context,
  isStopped: () => boolean,
): Promise<'done' | 'stopped' | 'nothing'> {
  const { store } = context;
  const now = context.now();
  const taken = await store.predictionRuns.take(now, leaseEnd(now));
  if (!taken) return 'nothing';
  try {
    const finished = await work(context, taken, isStopped);
    if (!finished) await store.predictionRuns.giveBack(taken.id);
    return finished ? 'done' : 'stopped';
  } catch (thrown) {
    const tooOld = context.now().getTime() - taken.createdAt.getTime() > giveUpMs;
    if (thrown instanceof UserError || tooOld) await fail(context, taken, thrown);
    // Else the lease runs out and a later look begins anew.
    else logFault(thrown, context.log, { predictionRunId: taken.id });
    return 'done';
  }
}

/** @returns whether it came to its end */
async function work(context: Context, taken: PredictionRun, isStopped: () => boolean): Promise<boolean> {
  const { store } = context;
  let lease = taken.leaseUntil ?? leaseEnd(context.now());
  const advance = async (customers: number) => {
    if (isStopped()) throw new Stopped();
    // No two leases are the same: what another process holds is not taken for this one's.
    const next = new Date(Math.max(leaseEnd(context.now()).getTime(), lease.getTime() + 1));
    await store.predictionRuns.advance(taken.id, lease, next, customers);
    lease = next;
    await announce(context, taken);
  };
  try {
    await announce(context, taken);
    const activeDays = (await store.settings.read()).ladderRules.activeWindowDays;
    const read = await readPredictionInput(store, { ...taken, activeDays }, advance);
    const { prediction } = await context.predict(read.input);
    if (prediction.customers) {
      for (let from = 0; from < read.ids.length; from += slice) {
        await store.predictions.write(taken.id, sliceOf(read.ids, prediction.customers, from));
        await advance(read.ids.length);
      }
    }
    const facts: StoredFacts = { ...prediction.facts, amountsLeftOut: read.amountsLeftOut };
    if (await store.predictionRuns.finish(taken.id, lease, facts, context.now())) {
      await announce(context, taken);
      await clearBefore(store, taken.id);
    }
    return true;
  } catch (thrown) {
    if (thrown instanceof Stopped) return false;
    throw thrown;
  }
}

class Stopped extends Error {}

async function fail(context: Context, taken: PredictionRun, thrown: unknown): Promise<void> {
  const { store } = context;
  await store.predictionRuns.fail(taken.id, explain(thrown, taken.locale ?? 'en', context.log), context.now());
  await announce(context, taken);
}

/** Who asked for it sees how far it is, and at its end what came of it. */
async function announce(context: Context, { id, memberId }: PredictionRun): Promise<void> {
  if (memberId === null) return;
  const announcement: Announcement = { kind: 'prediction', runId: id };
  await context.store.outbox.addUpdate({ subject: predictionSubject(id), announcement }, context.now());
  context.nudgeDelivery();
}

async function clearBefore(store: WorkspaceStore, runId: number): Promise<void> {
  let after = 0;
  for (;;) {
    const last = await store.predictions.endOfSlice(after, slice);
    if (last === null) return;
    await store.predictions.clearBefore(runId, after, last);
    after = last;
  }
}

function sliceOf(ids: Int32Array, customers: PredictedCustomers, from: number) {
  const part = <Column extends Float64Array | Uint8Array | Int32Array>(column: Column) =>
    column.subarray(from, from + slice) as Column;
  return {
    ids: part(ids),
    expectedOrders: part(customers.expectedOrders),
    churnRisk: part(customers.churnRisk),
    orderValue: part(customers.orderValue),
    value: part(customers.value),
    stake: part(customers.stake),
    valueLost: part(customers.valueLost),
    winnable: part(customers.winnable),
    atRisk: part(customers.atRisk),
  };
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
