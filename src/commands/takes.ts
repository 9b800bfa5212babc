import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import type { Series } from '../loyalty/figures/series.ts';
import type { Window } from '../loyalty/time/period.ts';
import type { Condition, conditionsOf } from './condition-words.ts';
import type { OptionName } from './option-words.ts';

/** What may stand after a command's word. Whatever else stands there is refused by its name. */
export interface Takes {
  readonly period?: true;
  /** What it can be narrowed to, a part of each. */
  readonly parts?: readonly Dimension[];
  readonly by?: readonly Dimension[];
  /** Period by period. */
  readonly trend?: true;
  /** What has to hold of customers, or of what they said, and a rung by its name alone. */
  readonly conditions?: keyof typeof conditionsOf;
  /** Each stands alone. */
  readonly options?: readonly OptionName[];
  /** Names, numbers and whatever else is the command's own to read, and so to refuse. */
  readonly text?: true;
  /** With text: it reads by itself a window that was given apart. */
  readonly window?: true;
}

/** What was typed after a command's word, understood. */
export interface Understood {
  /** As it was typed, for commands that take text. */
  readonly words: readonly string[];
  readonly option: OptionName | null;
  readonly period: SaidWindow | null;
  /** As they were typed: see find-parts.ts. */
  readonly parts: readonly Part[];
  readonly conditions: readonly Condition[];
  readonly by: Dimension | null;
  /** The parts of it that are to be seen side by side; empty: all. */
  readonly among: readonly Part[];
  readonly trend: boolean;
  readonly step: Series['step'] | null;
}

/** A period as it was typed, and the days it names; "2026-Q1" all of them, whatever of it lies ahead. */
export interface SaidWindow {
  readonly typed: string;
  readonly window: Window;
}
