import type { Money } from '../loyalty/facts/money.ts';
import type { FigureReport } from '../loyalty/figures/report.ts';
import type { HomeView } from '../loyalty/home-view.ts';
import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { CustomerName, FollowUpFacts } from './customer.ts';
import type { LadderFacts } from './ladder.ts';
import type { FurtherTargets, TargetFacts } from './report.ts';

/** What the sections of one member's Home tell. */
export interface HomeFacts {
  /** What is told at length. */
  readonly view?: HomeView;
  readonly memberId?: string;
  readonly today?: Day;
  /** Customers in all. */
  readonly customers?: number;
  readonly ladder?: LadderFacts;
  readonly figures?: readonly HomeFigure[];
  readonly targets?: readonly TargetFacts[];
  readonly furtherTargets?: FurtherTargets;
  /** Where the project's `docs` folder can be read; left out: nowhere. */
  readonly docsUrl?: string | null;
  /** Claimed by this member, the most urgent first. */
  readonly mine?: FollowUpList;
  /** Those that nobody has. */
  readonly open?: FollowUpList;
  /** Of the other view's line: how many nobody has and somebody has, how many of both are past their day, since when the oldest waits. */
  readonly waiting?: {
    readonly open: number;
    readonly claimed: number;
    readonly overdue: number;
    readonly oldestDay: Day | null;
  };
  /** Of the other view's line. */
  readonly inBrief?: readonly FigureReport[];
  /** Whose follow-ups this member took, the newest first. */
  readonly myCustomers?: readonly HomeCustomer[];
  /** What is still to be set up; null for those who may not, and once all is done. */
  readonly checklist?: Checklist | null;
  /** May import and change what applies to the workspace. */
  readonly mayManage?: boolean;
  /** Messages of the last seven days that Slack did not take; told to those who may change settings. */
  readonly undelivered?: number;
}

export interface HomeFigure {
  readonly report: FigureReport;
  /** The figure period by period, oldest first, the last one running; empty: not known. */
  readonly sparkline: readonly (number | null)[];
}

export interface FollowUpList {
  readonly list: readonly FollowUpFacts[];
  /** How many there are, when `list` holds only the first. */
  readonly total: number;
}

export interface HomeCustomer extends CustomerName {
  readonly rung: Rung | null;
  readonly value: readonly Money[];
  /** The day on which this member took the newest follow-up. */
  readonly takenDay: Day;
  /** It is not done yet. */
  readonly atWork: boolean;
}

/** Whether each step of the first days is done. */
export interface Checklist {
  readonly imported: boolean;
  readonly alertChannel: boolean;
  readonly digest: boolean;
  readonly targets: boolean;
}
