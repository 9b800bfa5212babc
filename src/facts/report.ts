import type { DigestSection } from '../loyalty/digest.ts';
import type { FigureReport, Part } from '../loyalty/figures/figure.ts';
import type { FollowUpCause } from '../loyalty/follow-up.ts';
import type { Target } from '../loyalty/target.ts';
import type { Window } from '../loyalty/time/period.ts';
import type { FollowUpFacts, Voice } from './customer.ts';
import type { LadderFacts } from './ladder.ts';

/** A target and how far it is: what digests, the Home, alerts and the list of targets tell alike. */
export interface TargetFacts extends Omit<Target, 'alertedDay' | 'createdAt' | 'changedAt'> {
  /** ISO 4217, of targets that are amounts. */
  readonly currency: string;
  /** The figure as it stands, over the target's own window. */
  readonly report: FigureReport;
  /** How far it still has to go, unrounded, in the figure's unit: 0 or less where it is met. Null: no value. */
  readonly distance: number | null;
  /** 0 on its last day, negative after it. */
  readonly daysLeft: number;
}

/** Why the alert channel is told of a figure. */
export interface FigureAlertFacts {
  readonly kind: 'reached' | 'left' | 'wrong-way';
  readonly part: Part | null;
  readonly report: FigureReport;
  /** Null where it is not about a target. */
  readonly target: TargetFacts | null;
}

export interface DigestFacts {
  readonly window: Window;
  readonly sections: readonly DigestSection[];
  readonly figures: readonly FigureReport[];
  /** Left out in what was written before there were targets. */
  readonly targets?: readonly TargetFacts[];
  readonly ladder: LadderFacts;
  readonly goodVoices: readonly Voice[];
  readonly badVoices: readonly Voice[];
  readonly followUps: {
    readonly open: number;
    readonly claimed: number;
    readonly overdue: number;
    readonly list: readonly FollowUpFacts[];
  };
  /** Set when it comes late: when it was due, and how many earlier ones are left out. Instants in ISO 8601. */
  readonly late: { readonly dueAt: string; readonly timeZone: string; readonly skipped: number } | null;
}

/** A quarter looked back on. */
export interface ReviewFacts {
  readonly window: Window;
  /** Each against the quarter before. */
  readonly figures: readonly FigureReport[];
  /** Those that held in the quarter, each against its value in it. */
  readonly targets: readonly TargetFacts[];
  readonly ladder: LadderFacts;
  /** Of the follow-ups that were closed: where the fault was found, the most frequent first. */
  readonly causes: {
    readonly closed: number;
    readonly closedBefore: number;
    readonly byCause: readonly { readonly cause: FollowUpCause; readonly count: number }[];
  };
  /** What losing one percentage point less of the customers a year would be worth, unrounded; null: not known. */
  readonly worth: {
    readonly active: number;
    readonly averageMinor: number;
    readonly worthMinor: number;
    readonly currency: string;
  } | null;
  /** As in a digest. */
  readonly late: DigestFacts['late'];
}
