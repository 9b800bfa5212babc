import type { CountChange } from '../../loyalty/counts/count-sheet.ts';
import type { Factors } from '../../loyalty/facts/worth.ts';
import type { RungChange } from '../../loyalty/ladder/rung-rules.ts';
import type { Standing } from '../../loyalty/ladder/standing.ts';
import type { Sql } from '../database/sql.ts';
import type { HeldRules } from '../desk/workspaces.ts';
import { readByRange, slicesOfCustomers, type VerifiedCustomer } from './facts-by-range.ts';
import { differingParts, rungChangesText, standingText } from './standing-text.ts';
import { keptStays, keptTallies, makeMissingStandings, resetStandings } from './verification.sql.ts';

export type { VerifiedCustomer } from './facts-by-range.ts';

/** Rows of kept counts that are read at once. */
const slice = 10_000;

/** A row of kept counts, all stripes in one. */
export type KeptCount = CountChange<readonly number[]>;

/** Reads the facts and all that is kept of them, side by side, in a snapshot; and makes good for a recount what is damaged. */
export function verificationStore(sql: Sql, workspaceId: number) {
  return {
    /** How many customers there are, and all of them in the order of their ids, a few at a time. */
    async customers(reviewStars: number): Promise<{
      readonly count: number;
      readonly pieces: AsyncGenerator<readonly VerifiedCustomer[], void, undefined>;
    }> {
      const { ends, customers } = await slicesOfCustomers(sql, workspaceId);
      return { count: customers, pieces: readByRange(sql, workspaceId, ends, reviewStars) };
    },

    /** What of a kept standing is not as counted, by the names of its parts. */
    differingParts(
      kept: string,
      counted: Standing,
      factors: Factors,
    ): { part: string; kept: string; counted: string }[] {
      const text = standingText(counted, factors);
      return kept === text ? [] : differingParts(kept, text);
    },

    /** As `keptChanges` of a verified customer tells them. */
    changesText: (changes: readonly RungChange[]): string => rungChangesText(changes),

    /** The kept tallies, those of a segment of a figure one after the other. */
    tallies(): AsyncGenerator<readonly KeptCount[], void, undefined> {
      return inSlices(keptTallies);
    },

    /** The kept counts of stays, likewise. */
    stays(): AsyncGenerator<readonly KeptCount[], void, undefined> {
      return inSlices(keptStays);
    },

    /**
     * Before everything is counted anew: makes standings that are missing, and forgets what a recount takes as it is.
     *
     * @param _by held alone
     */
    async prepareRepair(_by: HeldRules): Promise<void> {
      await sql.run(makeMissingStandings, [workspaceId]);
      await sql.run(resetStandings, [workspaceId]);
      await sql.typed(({ rungChange }) => rungChange.deleteMany({ where: { workspaceId } }));
    },
  };

  async function* inSlices(statement: typeof keptTallies): AsyncGenerator<readonly KeptCount[], void, undefined> {
    for await (const rows of sql.slices(statement, [workspaceId], slice)) {
      yield rows.map((row) => ({ ...row, counts: sumOf(row.counts) }));
    }
  }
}

/** "1,2,3 4,5,6" → 5, 7, 9 */
function sumOf(text: string): number[] {
  const [first = '', ...others] = text.split(' ');
  const sum = first.split(',').map(Number);
  for (const other of others) {
    for (const [i, count] of other.split(',').entries()) sum[i] = (sum[i] ?? 0) + Number(count);
  }
  return sum;
}
