import type { Rung, RungReason } from '../loyalty/ladder/rung-rules.ts';
import type { Day, Window } from '../loyalty/time/period.ts';
import type { CustomerName } from './customer.ts';

export type RungCounts = Readonly<Record<Rung, number>>;

/** How many went from one rung to another in a window; `from` null: newly known. */
export interface Movement {
  readonly from: Rung | null;
  readonly to: Rung;
  readonly count: number;
}

/** One customer's change of rung. */
export interface Mover extends CustomerName {
  readonly from: Rung | null;
  readonly to: Rung;
  readonly day: Day;
  readonly reason: RungReason;
}

export interface LadderFacts {
  /** The day the counts are as of (exclusive): facts before it count. */
  readonly asOf: Day;
  readonly window: Window;
  readonly counts: RungCounts;
  readonly movements: readonly Movement[];
  /** The newest, at most ten each; how many there are in all follows from `movements`. */
  readonly up: readonly Mover[];
  readonly down: readonly Mover[];
}
