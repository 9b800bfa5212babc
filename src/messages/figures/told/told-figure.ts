import type { MissingPart } from '../../../loyalty/figures/figure.ts';
import type { FigureReport } from '../../../loyalty/figures/report.ts';
import type { Locale } from '../../../text/define-text.ts';
import type { BaseWords } from './base-words.ts';

/** All that is said of one figure and of no other. */
export interface ToldFigure {
  readonly words: (locale: Locale) => FigureWords;
  readonly base: (locale: Locale) => BaseWords;
  /** The words that ask for it besides its name, lower case, in any of the languages. */
  readonly command: readonly string[];
  /** The list of those who weigh the figure down; left out: there is none. */
  readonly list?: {
    /** What to type for it. */
    readonly words: string;
    /** Of the figure's period; else of today, and so of no period that is over. */
    readonly ofPeriod: boolean;
  };
  /**
   * What it is made of, in lines of mrkdwn: its groups as bars, or its totals. Asked for where the value is shown.
   *
   * @param cost what a customer cost to win, where that is told beside it
   */
  parts?(locale: Locale, report: FigureReport, cost?: FigureReport): string[];
  /** What is said in small print where the value is shown. */
  note?(locale: Locale, report: FigureReport): string | null;
  /** What can still be told where amounts of a currency have no rate. */
  withoutRate?(locale: Locale, report: FigureReport): string | null;
  /** The value with its scale. */
  onScale?(locale: Locale, value: string): string;
}

/** In one language. */
export interface FigureWords {
  /** For the middle of a sentence. */
  readonly name: string;
  /** The same where something is said of it: "the churn rate fell"; left out: the name. */
  readonly theName?: string;
  /** On the button of the Home; left out: the name. */
  readonly button?: string;
  /** On the button that opens its list. */
  readonly who?: string;
  /** What to type, and what comes of it. */
  readonly help: { readonly usage: string; readonly line: string };
  readonly definition: Definition;
  /** What is said in place of the value, and why, where a part of it is not known. */
  readonly missing?: Readonly<Partial<Record<MissingPart, { readonly value: string; readonly why: string }>>>;
}

/** What a term means, in sentences. */
export interface Definition {
  readonly title: string;
  readonly meaning: string;
  readonly formula: string;
  readonly base: string;
  readonly leftOut: string;
  readonly example: string;
}
