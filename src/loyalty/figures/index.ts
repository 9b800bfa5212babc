import type { Window } from '../period.ts';
import { csat } from './csat.ts';
import type { Figure, FigureCounts, FigureName, FigureReport } from './figure.ts';
import { nps } from './nps.ts';
import { repeatPurchase } from './repeat-purchase.ts';

/** The figures, in the order in which they are told. */
export const figures: Readonly<Record<FigureName, Figure>> = { nps, csat, repeat: repeatPurchase };

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
