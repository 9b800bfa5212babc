import type { ReadAs } from '../facts/import.ts';
import type { TimeZone } from './dates.ts';
import type { ReadPlan } from './read-plan.ts';

/** All that is settled before the first row is read. */
export interface RowRules
  extends Omit<
    ReadPlan,
    | 'kind'
    | 'encoding'
    | 'dialect'
    | 'linesAbove'
    | 'headerLine'
    | 'notes'
    | 'spellings'
    | 'similarNumbers'
    | 'knownRows'
    | 'knownOrders'
  > {
  readonly zone: TimeZone;
  /** Left out: each number is its own. */
  readonly readAs?: ReadAs | undefined;
}
