import type { Part } from '../loyalty/figures/figure.ts';
import type { FigureReport } from '../loyalty/figures/report.ts';
import type { FollowUpCause } from '../loyalty/follow-up.ts';
import type { Target } from '../loyalty/target.ts';
import type { Day, Window } from '../loyalty/time/period.ts';
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

/** Targets that were not measured anew: how many, and how many of them were met when figures were last checked. */
export interface FurtherTargets {
  readonly count: number;
  readonly met: number;
}

/** Why the alert channel is told of a figure. */
export interface FigureAlertFacts {
  readonly kind: 'reached' | 'left' | 'wrong-way';
  readonly part: Part | null;
  readonly report: FigureReport;
  /** Null where it is not about a target. */
  readonly target: TargetFacts | null;
}

/** What sections of a digest tell. Left out: the section is off, or was not there when this was written. */
export interface DigestParts {
  readonly figures?: readonly FigureReport[];
  readonly targets?: readonly TargetFacts[];
  readonly ladder?: LadderFacts;
  readonly goodVoices?: readonly Voice[];
  readonly badVoices?: readonly Voice[];
  readonly followUps?: {
    readonly open: number;
    readonly claimed: number;
    readonly overdue: number;
    /** The workspace's day on which the oldest of the open ones was opened; null or left out: there is none, or not known. */
    readonly oldestDay?: Day | null;
    /** Open ones: those overdue first, of these the customers who bought for most. */
    readonly list: readonly FollowUpFacts[];
  };
}

/** A digest that stands in a channel: what a press there is about. */
export interface PostedDigest {
  /** What its post is found by. */
  readonly subject: string;
  /** When the channel's next one is due (ISO 8601); null: none comes. */
  readonly nextDueAt: string | null;
  /** Of the channel's schedule, in which that is told. */
  readonly timeZone: string;
}

/** What can be done with a channel's digest without changing what it is. */
export type DigestTurn = 'skip' | 'pause' | 'resume';

/** What came of that. */
export type DigestTurned =
  /** The channel gets no digest, or none that is switched on. */
  | { readonly kind: 'none' }
  /** The one that was to be skipped came, or was skipped, before. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly skipped: Date; readonly dueAt: Date; readonly timeZone: string }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed'; readonly dueAt: Date; readonly timeZone: string };

export interface DigestFacts extends DigestParts {
  readonly window: Window;
  /** The names of those that are on. */
  readonly sections: readonly string[];
  readonly late: Lateness | null;
}

/** Of what comes late: when it was due (ISO 8601), and how many earlier ones are left out. */
export interface Lateness {
  readonly dueAt: string;
  readonly timeZone: string;
  readonly skipped: number;
}

/** What sections of a quarterly review tell. */
export interface ReviewParts {
  /** Each against the quarter before. */
  readonly figures?: readonly FigureReport[];
  /** Those that held in the quarter, each against its value in it. */
  readonly targets?: readonly TargetFacts[];
  readonly ladder?: LadderFacts;
  /** Of the follow-ups that were closed: where the fault was found, the most frequent first. */
  readonly causes?: {
    readonly closed: number;
    readonly closedBefore: number;
    readonly byCause: readonly { readonly cause: FollowUpCause; readonly count: number }[];
  };
  /** What losing one percentage point less of the customers a year would be worth, unrounded; null: not known. */
  readonly worth?: {
    readonly active: number;
    readonly averageMinor: number;
    readonly worthMinor: number;
    readonly currency: string;
  } | null;
}

/** A quarter looked back on. */
export interface ReviewFacts extends ReviewParts {
  readonly window: Window;
  readonly late: Lateness | null;
}
