import type { Day } from '../time/period.ts';
import { type DegenerateReason, fitGroups } from './bg-nbd.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { forecast } from './forecast.ts';
import { groupHistories, type Histories } from './histories.ts';
import { type Scores, scoreRisks } from './scores.ts';

/**
 * What the same model, fitted on what was known `days` earlier, said of the days since, and what came. `none`: the
 * company's history is too short to put part of it aside.
 */
export type BackTest =
  | ({
      readonly kind: 'tested';
      readonly days: number;
      readonly customers: number;
      readonly expectedOrders: number;
      readonly actualOrders: number;
      /** Customers by how often they had come back before; the last row holds all from there on. */
      readonly byRepeats: readonly RepeatsRow[];
      /** How the risk is put right by what came; null where that says too little. Left out in runs of earlier releases. */
      readonly correction?: Calibration | null;
    } & Scores)
  | { readonly kind: 'degenerate'; readonly why: DegenerateReason; readonly days: number }
  | { readonly kind: 'none' };

export interface RepeatsRow {
  readonly repeats: number;
  readonly customers: number;
  /** Orders of a customer, on average. */
  readonly expected: number;
  readonly actual: number;
}

/** Histories as they stood when the last days were still ahead, and what these brought. */
export interface HeldOut {
  readonly days: number;
  /** Of those who were customers then. */
  readonly histories: Histories;
  /** Distinct order days in the days since. */
  readonly orders: Int32Array;
}

const fewestHeldDays = 28;

/**
 * How many days a back-test puts aside: as many as churn risk is about, at most a third of what is known. 0: these would be
 * less than four weeks, so there is no back-test.
 *
 * @param first the day of the first order; null: there is none
 */
export function heldOutDays(first: Day | null, asOf: Day, riskDays: number): number {
  const days = Math.min(riskDays, Math.floor((asOf - (first ?? asOf)) / 3));
  return days < fewestHeldDays ? 0 : days;
}

const repeatsRows = 8;

export function backTest({ days, histories, orders }: HeldOut): BackTest {
  if (days <= 0) return { kind: 'none' };
  const groups = groupHistories(histories);
  const fit = fitGroups(groups);
  if (fit.kind === 'degenerate') return { kind: 'degenerate', why: fit.why, days };
  const forecasts = forecast(fit.model, groups, { riskDays: days, horizonDays: days, yearlyDiscount: 0 });
  const risks = new Float64Array(groups.customers);
  const stayedAway = new Uint8Array(groups.customers);
  const rows = Array.from({ length: repeatsRows }, () => ({ customers: 0, expected: 0, actual: 0 }));
  for (let i = 0; i < groups.customers; i += 1) {
    const [group = 0, actual = 0] = [groups.groupOf[i], orders[i]];
    risks[i] = forecasts.churnRisk[group] ?? 0;
    stayedAway[i] = actual === 0 ? 1 : 0;
    const row = rows[Math.min(repeatsRows - 1, groups.repeats[group] ?? 0)];
    if (!row) continue;
    row.customers += 1;
    row.expected += forecasts.orders[group] ?? 0;
    row.actual += actual;
  }
  return {
    kind: 'tested',
    days,
    customers: groups.customers,
    expectedOrders: rows.reduce((sum, { expected }) => sum + expected, 0),
    actualOrders: rows.reduce((sum, { actual }) => sum + actual, 0),
    byRepeats: rows.flatMap(({ customers, expected, actual }, repeats) =>
      customers === 0 ? [] : [{ repeats, customers, expected: expected / customers, actual: actual / customers }],
    ),
    correction: calibrate(risks, stayedAway),
    ...scoreRisks(risks, stayedAway),
  };
}
