import type { Deps } from '../../deps.ts';
import { explain, logFault, UserError } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { StoredFacts } from '../../loyalty/prediction/facts.ts';
import type { PredictedCustomers, Prediction, PredictionInput } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { PredictionRun } from '../../store/desk/prediction-runs.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { predictionSubject } from './ask-prediction.ts';
import { readPredictionInput, slice } from './read-prediction-input.ts';

/** Predicts without holding up anybody; the columns of the input are handed over. */
export type Predictor = (input: PredictionInput) => Promise<{ readonly prediction: Prediction }>;

export interface PredictionDeps extends Deps {
  readonly predict: Predictor;
}

/** Longer than a slice, or the fit of a million customers, takes. */
const leaseMs = 30_000;
const giveUpMs = 6 * 3_600_000;

/** What is expected as of a day; nothing is written. */
export async function predictAsOf(
  deps: PredictionDeps,
  workspaceId: number,
  asOf: Day,
  currency: string,
): Promise<PredictedNow> {
  const store = deps.store.of(workspaceId);
  const activeDays = (await store.settings.read()).ladderRules.activeWindowDays;
  const of = { asOf, currency, activeDays };
  const { ids, input, amountsLeftOut } = await readPredictionInput(store, of, async () => undefined);
  const { prediction } = await deps.predict(input);
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
  deps: PredictionDeps,
  workspaceId: number,
  isStopped: () => boolean,
): Promise<'done' | 'stopped' | 'nothing'> {
  const store = deps.store.of(workspaceId);
  const now = deps.now();
  const taken = await store.predictionRuns.take(now, leaseEnd(now));
  if (!taken) return 'nothing';
  try {
    const finished = await work(deps, store, taken, isStopped);
    if (!finished) await store.predictionRuns.giveBack(taken.id);
    return finished ? 'done' : 'stopped';
  } catch (thrown) {
    const tooOld = deps.now().getTime() - taken.createdAt.getTime() > giveUpMs;
    if (thrown instanceof UserError || tooOld) await fail(deps, workspaceId, taken, thrown);
    // Else the lease runs out and a later look begins anew.
    else logFault(thrown, deps.log, { predictionRunId: taken.id });
    return 'done';
  }
}

/** @returns whether it came to its end */
async function work(
  deps: PredictionDeps,
  store: WorkspaceStore,
  taken: PredictionRun,
  isStopped: () => boolean,
): Promise<boolean> {
  let lease = taken.leaseUntil ?? leaseEnd(deps.now());
  const advance = async (customers: number) => {
    if (isStopped()) throw new Stopped();
    // No two leases are the same: what another process holds is not taken for this one's.
    const next = new Date(Math.max(leaseEnd(deps.now()).getTime(), lease.getTime() + 1));
    await store.predictionRuns.advance(taken.id, lease, next, customers);
    lease = next;
    await announce(deps, store, taken);
  };
  try {
    await announce(deps, store, taken);
    const activeDays = (await store.settings.read()).ladderRules.activeWindowDays;
    const read = await readPredictionInput(store, { ...taken, activeDays }, advance);
    const { prediction } = await deps.predict(read.input);
    if (prediction.customers) {
      for (let from = 0; from < read.ids.length; from += slice) {
        await store.predictions.write(taken.id, sliceOf(read.ids, prediction.customers, from));
        await advance(read.ids.length);
      }
    }
    const facts: StoredFacts = { ...prediction.facts, amountsLeftOut: read.amountsLeftOut };
    if (await store.predictionRuns.finish(taken.id, lease, facts, deps.now())) {
      await announce(deps, store, taken);
      await clearBefore(store, taken.id);
    }
    return true;
  } catch (thrown) {
    if (thrown instanceof Stopped) return false;
    throw thrown;
  }
}

class Stopped extends Error {}

async function fail(deps: Deps, workspaceId: number, taken: PredictionRun, thrown: unknown): Promise<void> {
  const store = deps.store.of(workspaceId);
  await store.predictionRuns.fail(taken.id, explain(thrown, taken.locale ?? 'en', deps.log), deps.now());
  await announce(deps, store, taken);
}

/** Who asked for it sees how far it is, and at its end what came of it. */
async function announce(deps: Deps, store: WorkspaceStore, { id, memberId }: PredictionRun): Promise<void> {
  if (memberId === null) return;
  const announcement: Announcement = { kind: 'prediction', runId: id };
  await store.outbox.addUpdate({ subject: predictionSubject(id), announcement }, deps.now());
  deps.nudgeDelivery();
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
    atRisk: part(customers.atRisk),
  };
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
