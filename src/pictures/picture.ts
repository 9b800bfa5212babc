import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { Locale } from '../text/define-text.ts';
import type { Unit } from '../text/unit.ts';

/** What a picture shows. Words are words already, in the reader's language; numbers are unrounded. */
export type Picture = TrendPicture | LadderPicture | HeatPicture;

/** Lines over time. */
export interface TrendPicture extends Named {
  readonly kind: 'trend';
  readonly unit: Unit;
  /** What stands under the axis, oldest first. */
  readonly periods: readonly { readonly label: string; readonly running: boolean }[];
  /** One or several; each has a value for every period. */
  readonly lines: readonly TrendLine[];
  readonly target: { readonly value: number; readonly label: string } | null;
  /** What the marks mean: the period that is not over, gaps, the band. */
  readonly notes: readonly string[];
}

export interface TrendLine {
  readonly name: string;
  /** Null: not enough data, a gap. */
  readonly values: readonly (number | null)[];
  /** The interval around each value; null: none is drawn. */
  readonly band: readonly (readonly [low: number, high: number] | null)[] | null;
}

/** The loyalty ladder: how many stand where, and how many moved. */
export interface LadderPicture extends Named {
  readonly kind: 'ladder';
  /** The top one first. */
  readonly rungs: readonly LadderRung[];
  readonly notes: readonly string[];
}

export interface LadderRung {
  readonly rung: Rung;
  readonly name: string;
  readonly count: number;
  /** How many came past the space below this rung, upwards and downwards. */
  readonly upFromBelow: number;
  readonly downToBelow: number;
  /** Who became known on this rung, in words ("12 new"); null: nobody. */
  readonly fresh: string | null;
}

/** A table of shares as a heat map: cohorts below each other, ages beside each other. */
export interface HeatPicture extends Named {
  readonly kind: 'heat';
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** Small, beside the label: how many there are. */
    readonly size: string;
    /** 0 to 1; null: nothing to measure, or still to come. */
    readonly cells: readonly { readonly share: number | null; readonly running: boolean }[];
  }[];
  readonly notes: readonly string[];
}

interface Named {
  readonly title: string;
  /** Smaller, below the title. */
  readonly subtitle: string;
  /** Says the finding, for who does not see the picture; at most 2000 characters are kept. */
  readonly alt: string;
  readonly locale: Locale;
}
