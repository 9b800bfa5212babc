import { type FigureUnit, firmBase, isFirm, type Part } from './figures/figure.ts';
import { type FigureName, figures } from './figures/index.ts';
import type { FigureReport } from './figures/report.ts';
import { calendarWindow } from './time/calendar.ts';
import { type Calendar, type Day, type Window, windowBefore } from './time/period.ts';

/** What a figure is to reach, and by when. */
export interface Target {
  readonly id: number;
  readonly figure: FigureName;
  /** Null: all customers. */
  readonly part: Part | null;
  readonly comparison: Comparison;
  /** Unrounded, in the figure's own unit. */
  readonly value: number;
  /** The last day on which it counts. */
  readonly untilDay: Day;
  readonly span: TargetSpan;
  readonly state: TargetState;
  /** The day of its newest alert. */
  readonly alertedDay: Day | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** What of it is chosen. */
export type TargetChoice = Pick<Target, 'figure' | 'part' | 'value' | 'untilDay' | 'span'>;

export type Comparison = 'at-least' | 'at-most';

/** As of the newest firm measurement; unknown: there was none yet. */
export type TargetState = 'unknown' | 'met' | 'missed';

/** Over how many days a figure is measured, or over which running month, quarter or year. */
export const targetSpans = [30, 90, 365, 'month', 'quarter', 'year'] as const;
export type TargetSpan = (typeof targetSpans)[number];
export const defaultSpan: TargetSpan = 90;

/** The window that a span comes to, for facts before `asOf`. */
export function spanWindow(span: TargetSpan, asOf: Day): Window {
  if (typeof span === 'number') return windowBefore(asOf, span);
  return { ...calendarWindow(span satisfies Calendar, asOf - 1), to: asOf };
}

/** At least for figures of which more is better, at most for the others. */
export function comparisonOf(figure: FigureName): Comparison {
  return figures[figure].better === 'higher' ? 'at-least' : 'at-most';
}

/** How far a value still has to go, in the figure's unit: 0 or less where the target is met. */
export function distanceTo({ comparison, value }: Pick<Target, 'comparison' | 'value'>, current: number): number {
  return comparison === 'at-least' ? value - current : current - value;
}

/** Whether a figure can have this value at all. Amounts have no upper end. */
export function isPossible(figure: FigureName, value: number): boolean {
  const [least, most] = ranges[figures[figure].unit];
  return value >= least && value <= most;
}

/** The values that a figure of each unit can have. */
export const ranges: Readonly<Record<FigureUnit, readonly [least: number, most: number]>> = {
  score: [-100, 100],
  share: [0, 1],
  index: [0, 100],
  money: [0, Number.MAX_SAFE_INTEGER],
};

export interface TargetDecision {
  readonly state: TargetState;
  readonly alert: 'reached' | 'left' | null;
}

/**
 * How a target stands. Null: without a value, or on a base below 30, nothing is known. What is summed up over a month, quarter
 * or year is not missed: more may come in.
 */
export function standingOf(
  target: Pick<Target, 'figure' | 'comparison' | 'value' | 'span'>,
  { value, base }: Pick<FigureReport, 'value' | 'base'>,
): TargetState | null {
  const figure = figures[target.figure];
  if (value === null || !isFirm(figure, base)) return null;
  if (distanceTo(target, value) <= 0) return 'met';
  return figure.isTotal && typeof target.span !== 'number' ? 'unknown' : 'missed';
}

/**
 * What a measurement means for a target. Without a value or on a base below 30 nothing changes. A target whose first firm
 * measurement misses it was not left. Within a week of an alert the state turns back only by a whole step (a point of a
 * score, 1 % of an amount), so that a figure on the edge is not told of every day. Past its last day nothing changes.
 */
export function decideTarget(
  target: Pick<Target, 'figure' | 'comparison' | 'value' | 'span' | 'untilDay' | 'state' | 'alertedDay'>,
  report: Pick<FigureReport, 'value' | 'base'>,
  today: Day,
): TargetDecision {
  const same: TargetDecision = { state: target.state, alert: null };
  const state = standingOf(target, report);
  if (report.value === null || state === null || state === target.state || today > target.untilDay) return same;
  const isFresh = target.alertedDay !== null && today - target.alertedDay < restDays;
  if (isFresh && Math.abs(distanceTo(target, report.value)) < stepOf(target)) return same;
  if (state === 'met') return { state, alert: 'reached' };
  return { state, alert: state === 'missed' && target.state === 'met' ? 'left' : null };
}

const restDays = 7;

function stepOf({ figure, value }: Pick<Target, 'figure' | 'value'>): number {
  const steps: Record<FigureUnit, number> = { score: 1, share: 0.01, index: 1, money: Math.abs(value) / 100 };
  return steps[figures[figure].unit];
}

/** Whether a figure has been said to move the wrong way. */
export interface FigureWatch {
  readonly state: 'steady' | 'told';
  /** The day it was told on; null while steady. */
  readonly toldDay: Day | null;
}

export interface WatchDecision extends FigureWatch {
  readonly alert: boolean;
}

/**
 * What a measurement means for a figure that is watched: whether it moved the wrong way against the window before by more
 * than its noise. It is told once, and again only after it recovered or after the window moved on by a whole length. The
 * first look at a figure takes things as they are.
 *
 * @param watch null: the figure was never looked at
 */
export function decideWatch(
  watch: FigureWatch | null,
  report: Pick<FigureReport, 'figure' | 'value' | 'base' | 'window' | 'previous' | 'change'>,
  today: Day,
): WatchDecision {
  const told: WatchDecision = { state: 'told', toldDay: today, alert: true };
  const movement = movementOf(report);
  if (watch === null) return movement === 'wrong' ? { ...told, alert: false } : steady;
  if (watch.state === 'steady') return movement === 'wrong' ? told : { ...watch, alert: false };
  if (movement === 'recovered') return steady;
  const length = report.window.to - report.window.from;
  const movedOn = watch.toldDay !== null && today - watch.toldDay >= length;
  return movement === 'wrong' && movedOn ? told : { ...watch, alert: false };
}

const steady: WatchDecision = { state: 'steady', toldDay: null, alert: false };

/** Above this a change is no sign of anything any more: a figure at the edge of proof is not told of again and again. */
const recoveredP = 0.2;

function movementOf({
  figure,
  value,
  base,
  previous,
  change,
}: Pick<FigureReport, 'figure' | 'value' | 'base' | 'previous' | 'change'>): 'wrong' | 'recovered' | 'unclear' {
  const isFirm = value !== null && base >= firmBase && previous.value !== null && previous.base >= firmBase;
  if (!isFirm || !change) return 'unclear';
  const isWorse = figures[figure].better === 'higher' ? change.value < 0 : change.value > 0;
  if (isWorse && change.proven) return 'wrong';
  return !isWorse || change.p === null || change.p >= recoveredP ? 'recovered' : 'unclear';
}
