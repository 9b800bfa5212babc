import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { DateOrder, TimeZone } from './dates.ts';
import type { ColumnMap } from './header.ts';
import type { NumberStyle } from './numbers.ts';

/** All that is settled before the first row is read. */
export interface RowRules {
  readonly columns: ColumnMap;
  readonly numberStyle: NumberStyle;
  readonly dateOrder: DateOrder;
  /** The file has bytes that are no text in its encoding. */
  readonly damaged: boolean;
  /** For amounts that say nothing of a currency. */
  readonly defaultCurrency: string | null;
  /** For feedback files without a column for the kind. */
  readonly defaultFeedbackKind: AnswerKind | null;
  readonly zone: TimeZone;
}
