import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDate } from '../database/typed-values.ts';
import { allRates, newestRates, upsertRates } from './rates.sql.ts';

export function ratesStore(sql: Sql, workspaceId: number) {
  return {
    /** All that are kept, per currency and base the oldest first. */
    list: (): Promise<CurrencyRate[]> => sql.prepared(allRates, [workspaceId]),

    /** Into a currency, of each other one the newest. */
    newest: (base: string): Promise<CurrencyRate[]> => sql.prepared(newestRates, [workspaceId, base]),

    /** Writes rates, each currency, base and day once, over those that are there. */
    async upsert(rates: readonly CurrencyRate[]): Promise<void> {
      if (rates.length === 0) return;
      await sql.run(upsertRates, [
        workspaceId,
        textArray(rates.map(({ currency }) => currency)),
        textArray(rates.map(({ base }) => base)),
        numberArray(rates.map(({ day }) => day)),
        numberArray(rates.map(({ rate }) => rate)),
      ]);
    },

    /** @returns whether it was there */
    async remove({ currency, base, day }: Omit<CurrencyRate, 'rate'>): Promise<boolean> {
      const where = { workspaceId, base, currency, day: toDate(day) };
      return (await sql.typed(({ currencyRate }) => currencyRate.deleteMany({ where }))).count === 1;
    },
  };
}
