import type { AnswerKind } from '../../loyalty/facts/answer.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { HeaderSays } from '../header-phrases.ts';

/** A file as a program exports it: how it is known, and what its columns mean. */
export interface KnownExport {
  /** What the program is called. */
  readonly system: string;
  readonly kind: ImportKind;
  /** Headers that stand in it, in any order, and together in no file of another program. */
  readonly signature: readonly string[];
  /**
   * Our columns by the headers that say them; of several the first that is there. Others of its headers are not read. What
   * no header of the program says, such as the question of a survey, is asked.
   */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** Whether the amount of a row is the order's or the line's, where an order has several rows. */
  readonly amountOf?: 'order' | 'line';
  readonly answers?: AnswerKind;
  /** What its columns are that their headers do not say. */
  readonly says?: Readonly<Record<string, HeaderSays>>;
  /** Which rows are sales or refunds: by the words that the column `entry` has for them. Others are refused. */
  readonly entries?: readonly string[];
  /** Below its header a second one stands, with the parts of its questions. */
  readonly hasSecondHeader?: boolean;
  /** Where its form is written down; null: only seen in files that people published. */
  readonly source: string | null;
}
