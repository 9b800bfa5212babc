import type { SpreadMoney } from '../../loyalty/facts/rates.ts';
import type { NewSpend } from '../../loyalty/facts/spend.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDay } from '../database/typed-values.ts';
import { spendByExternalId, spendInWindows, spendSources, spendUntil, upsertSpend } from './spend.sql.ts';

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
      const days = [numberArray(windows.map(({ from }) => from)), numberArray(windows.map(({ to }) => to))] as const;
      const rows = await sql.prepared(spendInWindows, [workspaceId, ...days, source]);
      const parts = windows.map((): SpreadMoney[] => []);
      for (const { place, ...part } of rows) parts[place - 1]?.push(part);
      return parts;
    },

    /** The sources that spend is noted for; empty: none is known. */
    async sources(): Promise<string[]> {
      const rows = await sql.rows(spendSources, [workspaceId]);
      return rows.map(({ source }) => source);
    },

    /** Those with these ids. */
    findByExternalId: (ids: readonly string[]): Promise<NewSpend[]> =>
      sql.rows(spendByExternalId, [workspaceId, textArray(ids)]),

    /**
     * What was spent until these days (the first after each).
     *
     * @param importId an import whose own are left out; 0: none
     */
    until: async (days: readonly Day[], importId: number): Promise<NewSpend[]> =>
      days.length === 0 ? [] : sql.rows(spendUntil, [workspaceId, numberArray(days), importId]),

    /** What ended last, first. */
    async newest(limit: number): Promise<NewSpend[]> {
      const rows = await sql.typed(({ acquisitionSpend }) =>
        acquisitionSpend.findMany({
          where: { workspaceId },
          orderBy: [{ toDay: 'desc' }, { externalId: 'asc' }],
          take: limit,
        }),
      );
      return rows.map((row) => ({
        spendId: row.externalId,
        from: toDay(row.fromDay),
        to: toDay(row.toDay),
        source: row.source === '' ? null : row.source,
        amountMinor: Number(row.amountMinor),
        currency: row.currency,
      }));
    },

    /** Writes rows, each id once, over those with the same id. */
    async upsert(spend: readonly NewSpend[]): Promise<void> {
      if (spend.length === 0) return;
      await sql.run(upsertSpend, [
        workspaceId,
        textArray(spend.map(({ spendId }) => spendId)),
        numberArray(spend.map(({ from }) => from)),
        numberArray(spend.map(({ to }) => to)),
        textArray(spend.map(({ source }) => source ?? '')),
        numberArray(spend.map(({ amountMinor }) => amountMinor)),
        textArray(spend.map(({ currency }) => currency)),
      ]);
    },

    /** @returns whether it was there */
    async remove(spendId: string): Promise<boolean> {
      const where = { workspaceId, externalId: spendId };
      return (await sql.typed(({ acquisitionSpend }) => acquisitionSpend.deleteMany({ where }))).count === 1;
    },
  };
}
