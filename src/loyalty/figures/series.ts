import type { Window } from '../time/period.ts';
import type { FigureName } from './index.ts';
import type { FigureReport } from './report.ts';

/** A figure period by period, oldest first. */
export interface Series {
  readonly figure: FigureName;
  readonly step: 'day' | 'week' | 'month' | 'quarter';
  readonly points: readonly SeriesPoint[];
  /** Answers of all its windows that were given on another scale than the figure's own. Left out: none. */
  readonly scales?: NonNullable<FigureReport['scales']>;
}

export interface SeriesPoint {
  readonly window: Window;
  /** Unrounded; null: not enough data. */
  readonly value: number | null;
  readonly base: number;
  readonly interval: readonly [number, number] | null;
  /** The period is not over yet. */
  readonly running: boolean;
}
