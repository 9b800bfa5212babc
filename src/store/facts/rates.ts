import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export function ratesStore(sql: Sql, workspaceId: number) {
  return {
    /** All that are kept, per currency and base the oldest first. */
    async list(): Promise<CurrencyRate[]> {
      return sql.prepared<CurrencyRate & Record<string, unknown>>(
        `SELECT currency, base, day - ${epochDay} AS day, rate::float8 AS rate FROM currency_rates
         WHERE workspace_id = $1 ORDER BY base, currency, day`,
        [workspaceId],
      );
    },

    /** Writes rates, each currency, base and day once, over those that are there. */
    async upsert(rates: readonly CurrencyRate[]): Promise<void> {
      if (rates.length === 0) return;
      await sql.run(
        `INSERT INTO currency_rates (workspace_id, currency, base, day, rate)
         SELECT $1, currency, base, ${epochDay} + day, rate
         FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], $5::numeric[]) AS n(currency, base, day, rate)
         ON CONFLICT (workspace_id, base, currency, day) DO UPDATE SET rate = excluded.rate`,
        [
          workspaceId,
          textArray(rates.map(({ currency }) => currency)),
          textArray(rates.map(({ base }) => base)),
          numberArray(rates.map(({ day }) => day)),
          numberArray(rates.map(({ rate }) => rate)),
        ],
      );
    },

    /** @returns whether it was there */
    async remove({ currency, base, day }: Omit<CurrencyRate, 'rate'>): Promise<boolean> {
      const removed = await sql.run(
        `DELETE FROM currency_rates WHERE workspace_id = $1 AND base = $2 AND currency = $3 AND day = ${epochDay} + $4::int`,
        [workspaceId, base, currency, day],
      );
      return removed === 1;
    },
  };
}
