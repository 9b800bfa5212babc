import type { SpreadMoney } from '../../loyalty/facts/rates.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { Window } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export function spendStore(sql: Sql, workspaceId: number) {
  return {
    /**
     * What was spent in each window, of one source or (null) of all; the empty source is what none is known of. A row
     * that lies only partly in a window gives it the share of its days. Rows of the same days and currency are one part.
     *
     * @returns per window in the order asked for: amounts in unrounded minor units, spread evenly over their days, for
     * `convert` of loyalty/rates.ts
     */
    async inWindow(windows: readonly Window[], source: string | null): Promise<SpreadMoney[][]> {
      const rows = await sql.prepared<{ place: number; currency: string; from: number; to: number; amount: number }>(
        `SELECT w.place::int AS place, s.currency, parts.from_day AS "from", parts.to_day AS "to",
           sum(s.amount_minor::float8 * (parts.to_day - parts.from_day) / (s.to_day - s.from_day)) AS amount
         FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS w(from_day, to_day, place)
         JOIN acquisition_spend s ON s.workspace_id = $1 AND s.to_day > ${epochDay} + w.from_day
           AND s.from_day < ${epochDay} + w.to_day AND ($4::text IS NULL OR s.source = $4)
         CROSS JOIN LATERAL (SELECT greatest(s.from_day - ${epochDay}, w.from_day) AS from_day,
           least(s.to_day - ${epochDay}, w.to_day) AS to_day) AS parts
         GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
        [workspaceId, numberArray(windows.map(({ from }) => from)), numberArray(windows.map(({ to }) => to)), source],
      );
      const parts = windows.map((): SpreadMoney[] => []);
      for (const { place, currency, from, to, amount } of rows) {
        parts[place - 1]?.push({ currency, from, to, amountMinor: amount });
      }
      return parts;
    },

    /** The sources that spend is noted for; empty: none is known. */
    async sources(): Promise<string[]> {
      const rows = await sql.rows<{ source: string }>(
        'SELECT DISTINCT source FROM acquisition_spend WHERE workspace_id = $1 ORDER BY 1',
        [workspaceId],
      );
      return rows.map(({ source }) => source);
    },

    /** Those with these ids. */
    async findByExternalId(ids: readonly string[]): Promise<NewSpend[]> {
      const rows = await sql.rows<SpendRow>(
        `SELECT ${columns} FROM acquisition_spend WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(ids)],
      );
      return rows.map(toSpend);
    },

    /** What ended last, first. */
    async newest(limit: number): Promise<NewSpend[]> {
      const rows = await sql.rows<SpendRow>(
        `SELECT ${columns} FROM acquisition_spend WHERE workspace_id = $1 ORDER BY to_day DESC, external_id LIMIT $2`,
        [workspaceId, limit],
      );
      return rows.map(toSpend);
    },

    /** Writes rows, each id once, over those with the same id. */
    async upsert(spend: readonly NewSpend[]): Promise<void> {
      if (spend.length === 0) return;
      await sql.run(
        `INSERT INTO acquisition_spend (workspace_id, external_id, from_day, to_day, source, amount_minor, currency)
         SELECT $1, id, ${epochDay} + from_day, ${epochDay} + to_day, coalesce(source, ''), amount_minor, currency
         FROM unnest(${textColumn(2)}, $3::int[], $4::int[], ${textColumn(5)}, $6::int8[], ${textColumn(7)})
           AS n(id, from_day, to_day, source, amount_minor, currency)
         ON CONFLICT (workspace_id, external_id) DO UPDATE
         SET from_day = excluded.from_day, to_day = excluded.to_day, source = excluded.source,
             amount_minor = excluded.amount_minor, currency = excluded.currency`,
        [
          workspaceId,
          textArray(spend.map(({ spendId }) => spendId)),
          numberArray(spend.map(({ from }) => from)),
          numberArray(spend.map(({ to }) => to)),
          textArray(spend.map(({ source }) => source ?? '')),
          numberArray(spend.map(({ amountMinor }) => amountMinor)),
          textArray(spend.map(({ currency }) => currency)),
        ],
      );
    },

    /** @returns whether it was there */
    async remove(spendId: string): Promise<boolean> {
      const sent = [workspaceId, spendId];
      return (await sql.run(`DELETE FROM acquisition_spend WHERE workspace_id = $1 AND external_id = $2`, sent)) === 1;
    },
  };
}

const columns = `external_id, from_day - ${epochDay} AS from_day, to_day - ${epochDay} AS to_day, source, amount_minor, currency`;

interface SpendRow {
  readonly external_id: string;
  readonly from_day: number;
  readonly to_day: number;
  readonly source: string;
  readonly amount_minor: string;
  readonly currency: string;
}

function toSpend(row: SpendRow): NewSpend {
  return {
    spendId: row.external_id,
    from: row.from_day,
    to: row.to_day,
    source: row.source === '' ? null : row.source,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
  };
}
