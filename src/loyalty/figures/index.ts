import type { Window } from '../time/period.ts';
import { cac } from './cac.ts';
import { churn } from './churn.ts';
import { cli } from './cli.ts';
import { clv } from './clv.ts';
import { csat } from './csat.ts';
import type { Figure, FigureCounts, FigureName, FigureReport } from './figure.ts';
import { nps } from './nps.ts';
import { referral } from './referral.ts';
import { repeatPurchase } from './repeat.ts';
import { retention } from './retention.ts';

/** Every figure by its name. */
export const figures: Readonly<Record<FigureName, Figure>> = {
  nps,
  csat,
  cli,
  repeat: repeatPurchase,
  retention,
  churn,
  referral,
  cac,
  clv,
};

/** A figure with its base, its interval, the window before and the change against it. */
export function toReport<Counts extends FigureCounts>(
  figure: Figure<Counts>,
  window: Window,
  counts: Counts,
  previousWindow: Window,
  previousCounts: Counts,
): FigureReport<Counts> {
  const previous = figure.measure(previousCounts);
  return {
    figure: figure.name,
    window,
    ...figure.measure(counts),
    previous: { window: previousWindow, value: previous.value, base: previous.base, counts: previousCounts },
    change: figure.change(counts, previousCounts),
  };
}
