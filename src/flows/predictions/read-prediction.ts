import type { ReadContext } from '../../context.ts';
import type { AtRiskCustomer, ToldPrediction } from '../../facts/prediction.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import type { PredictedCustomers } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { FinishedRun } from '../../store/desk/prediction-runs.ts';
import type { PredictedCustomer } from '../../store/desk/predictions.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readNames } from '../customers/read-names.ts';

/** What the newest finished run of a workspace said, and whether a new one is at work. */
export async function readNewestRun(
  store: WorkspaceStore,
): Promise<{ readonly run: FinishedRun | null; readonly atWork: boolean }> {
  const [run, atWork] = await Promise.all([store.predictionRuns.newest(), store.predictionRuns.atWork()]);
  return { run, atWork: atWork !== null };
}

export function toToldPrediction({ asOf, currency, facts }: FinishedRun): ToldPrediction {
  return { asOf, currency, facts };
}

/** So many more are looked at than told, as some may have ordered since. */
const lookedAt = 30;

/** Some customers, and how many there are. */
interface AtRisk {
  readonly customers: AtRiskCustomer[];
  readonly total: number;
}

/**
 * Those at risk by a finished run, of whom most can still be won first, without those who have ordered since.
 *
 * @param parts all of which hold of everybody who is told
 */
export async function readAtRisk(
  context: ReadContext,
  run: FinishedRun,
  limit: number,
  parts: readonly Part[] = [],
): Promise<AtRisk> {
  const { predictions } = context.store;
  const predicted = await predictions.atRisk(run.id, limit + lookedAt, parts);
  const total = parts.length > 0 ? await predictions.countAtRisk(run.id, parts) : (run.facts.expected?.atRisk ?? 0);
  return {
    customers: await tellAtRisk(context, predicted, { asOf: run.asOf, limit, mayHaveOrderedSince: true }),
    total,
  };
}

/** The same by a prediction that was not kept. */
export async function readAtRiskOf(
  context: ReadContext,
  {
    ids,
    customers,
    asOf,
  }: { readonly ids: Int32Array; readonly customers: PredictedCustomers | null; readonly asOf: Day },
  limit: number,
  parts: readonly Part[] = [],
): Promise<AtRisk> {
  const among = parts.length > 0 ? new Set(await context.store.figures.customersOf(parts, asOf)) : null;
  const places = customers ? placesAtRisk(ids, customers, among) : [];
  const predicted = customers ? foremost(ids, customers, places).slice(0, limit) : [];
  const told = await tellAtRisk(context, predicted, { asOf, limit, mayHaveOrderedSince: false });
  return { customers: told, total: places.length };
}

function placesAtRisk(ids: Int32Array, { atRisk }: PredictedCustomers, among: ReadonlySet<number> | null): number[] {
  const places: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    if (atRisk[i] === 1 && (among === null || among.has(ids[i] ?? 0))) places.push(i);
  }
  return places;
}

function foremost(ids: Int32Array, customers: PredictedCustomers, places: number[]): PredictedCustomer[] {
  const minor = (column: Float64Array, i: number) => column[i] ?? 0;
  return places
    .sort((i, j) => minor(customers.winnable, j) - minor(customers.winnable, i) || i - j)
    .map((i) => ({
      customerId: ids[i] ?? 0,
      expectedOrders: customers.expectedOrders[i] ?? 0,
      churnRisk: customers.churnRisk[i] ?? 0,
      orderValueMinor: minor(customers.orderValue, i),
      valueMinor: minor(customers.value, i),
      stakeMinor: minor(customers.stake, i),
      valueLostMinor: minor(customers.valueLost, i),
      winnableMinor: minor(customers.winnable, i),
    }));
}

async function tellAtRisk(
  { store, settings }: ReadContext,
  predicted: readonly PredictedCustomer[],
  { asOf, limit, mayHaveOrderedSince }: { asOf: Day; limit: number; mayHaveOrderedSince: boolean },
): Promise<AtRiskCustomer[]> {
  const ids = predicted.map(({ customerId }) => customerId);
  if (ids.length === 0) return [];
  const standings = new Map((await store.standings.read(ids)).map((standing) => [standing.customerId, standing]));
  const hasOrdered = (id: number) => (standings.get(id)?.orderDays.at(-1) ?? 0) >= asOf;
  const told = predicted.filter(({ customerId }) => !mayHaveOrderedSince || !hasOrdered(customerId)).slice(0, limit);
  const toldIds = told.map(({ customerId }) => customerId);
  const [names, rungs, followUps] = await Promise.all([
    readNames(store, toldIds, settings.nameStyle),
    store.rungChanges.rungsAsOf(toldIds, asOf),
    store.followUps.atWorkForAll(toldIds),
  ]);
  return told.flatMap((one) => {
    const name = names.get(one.customerId);
    if (!name) return [];
    const days = (standings.get(one.customerId)?.orderDays ?? []).filter((day) => day < asOf);
    const followUp = followUps.get(one.customerId);
    const { customerId, ...expected } = one;
    return [
      {
        ...name,
        ...expected,
        rung: rungs.get(customerId) ?? null,
        lastOrderDay: days.at(-1) ?? null,
        usualGapDays: usualGapDays(days),
        followUp: followUp ? { id: followUp.id, status: followUp.status, stewardId: followUp.stewardId } : null,
      },
    ];
  });
}

/** The middle of the gaps between order days; null where there is none. */
export function usualGapDays(days: readonly Day[]): number | null {
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  const sorted = gaps.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
