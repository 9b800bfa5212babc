import type { RungChange } from '../../loyalty/ladder/ladder.ts';
import type { Standing } from '../../loyalty/ladder/standing.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { readByRange, slicesOfCustomers, type VerifiedCustomer } from './facts-by-range.ts';
import { differingParts, rungChangesText, standingText } from './standing-text.ts';

export type { VerifiedCustomer } from './facts-by-range.ts';

/** Rows of kept counts that are read at once. */
const slice = 10_000;

/** A row of kept counts, all stripes in one. */
export interface KeptCount {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
  readonly counts: readonly number[];
}

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
    differingParts(kept: string, counted: Standing): { part: string; kept: string; counted: string }[] {
      const text = standingText(counted);
      return kept === text ? [] : differingParts(kept, text);
    },

    /** As `keptChanges` of a verified customer tells them. */
    changesText: (changes: readonly RungChange[]): string => rungChangesText(changes),

    /** The kept tallies, those of a segment of a figure one after the other. */
    tallies(): AsyncGenerator<readonly KeptCount[], void, undefined> {
      return inSlices('tallies', `array_to_string(ARRAY[sum(first), sum(second), sum(third)], ',')`);
    },

    /** The kept counts of stays, likewise. */
    stays(): AsyncGenerator<readonly KeptCount[], void, undefined> {
      return inSlices('stay_counts', `string_agg(array_to_string(counts, ','), ' ')`);
    },

    /**
     * Before everything is counted anew: holds up whoever else changes standings, makes those that are missing, and forgets what
     * a recount takes as it is.
     */
    async prepareRepair(): Promise<void> {
      await sql.run('LOCK TABLE customer_standings IN EXCLUSIVE MODE');
      await sql.run(
        `INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
         SELECT workspace_id, id, 0, '{}', '{}', '{}' FROM customers WHERE workspace_id = $1 ON CONFLICT DO NOTHING`,
        [workspaceId],
      );
      // Recommenders learn from the order days of others that they have won somebody.
      await sql.run(
        `UPDATE customer_standings s SET changes = '[]',
           has_pins = EXISTS (SELECT FROM pins p WHERE p.workspace_id = s.workspace_id AND p.customer_id = s.customer_id),
           order_days = ARRAY(
             SELECT DISTINCT day - ${epochDay} FROM orders o WHERE o.workspace_id = s.workspace_id AND o.customer_id = s.customer_id
               AND status = 'completed' AND amount_minor >= 0 ORDER BY 1)
         WHERE workspace_id = $1`,
        [workspaceId],
      );
      await sql.run('DELETE FROM rung_changes WHERE workspace_id = $1', [workspaceId]);
    },
  };

  /** By a cursor, so that however many there are, few are held. */
  async function* inSlices(
    table: 'tallies' | 'stay_counts',
    counts: string,
  ): AsyncGenerator<readonly KeptCount[], void, undefined> {
    await sql.run(
      `DECLARE kept_${table} NO SCROLL CURSOR FOR
       SELECT figure, segment, day - ${epochDay} AS day, ${counts} AS counts FROM ${table}
       WHERE workspace_id = ${Math.trunc(workspaceId)} GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    );
    const fetch = () => {
      const asked = sql.rows<CountRow>(`FETCH ${slice} FROM kept_${table}`);
      asked.catch(() => undefined);
      return asked;
    };
    for (let asked = fetch(); ; ) {
      const rows = await asked;
      if (rows.length === 0) break;
      asked = fetch();
      yield rows.map((row) => ({ ...row, counts: sumOf(row.counts) }));
    }
    await sql.run(`CLOSE kept_${table}`);
  }
}

interface CountRow {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
  readonly counts: string;
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
