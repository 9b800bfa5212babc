import type { TargetFacts } from '../../facts/report.ts';
import { figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { windowJson } from '../kit/json.ts';

/** A figure as programs read it. */
export function figureJson(report: FigureReport): object {
  const { figure, part, within, window, currency, missingRate, value, missing, base, counts, interval } = report;
  const { previous, change, scales, currencies } = report;
  return {
    figure,
    ...(part && { part }),
    ...(within && { within }),
    window: windowJson(window),
    // Amounts are minor units.
    ...(currency !== undefined && { currency }),
    value,
    ...(missing && { missing }),
    ...(missingRate && { missingRate: { ...missingRate, day: isoFromDay(missingRate.day) } }),
    base,
    counts,
    interval,
    previous: { ...previous, window: windowJson(previous.window) },
    change,
    ...(currencies && { currencies }),
    ...(scales ? { scales } : figures[figure].more?.(counts)),
  };
}

/** A target, with the figure as it stands. */
export function targetJson({ untilDay, report, ...target }: TargetFacts): object {
  return { ...target, until: isoFromDay(untilDay), report: figureJson(report) };
}
