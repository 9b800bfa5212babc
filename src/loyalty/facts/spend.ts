import type { Day } from '../time/period.ts';

/** What was spent to win customers, as it came in: on a day, or spread evenly over a period. */
export interface NewSpend {
  /** Its own id, or a key made of its content. */
  readonly spendId: string;
  /** What it was known by before, where it has no id of its own; null or left out: the same. */
  readonly formerIds?: readonly string[] | null;
  readonly from: Day;
  /** The first day after it: `from` + 1 for a single day. */
  readonly to: Day;
  /** As customers' source; null: not known. */
  readonly source: string | null;
  /** Minor units, 0 or more. */
  readonly amountMinor: number;
  readonly currency: string;
}
