import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { NotTaken } from './impossible-row.ts';
import type { RecordCounts } from './record-orders.ts';

/** Takes currency rates into one transaction, batch by batch. */
export interface RateRecorder {
  take(rows: readonly CurrencyRate[]): Promise<NotTaken[]>;
  settle(): Promise<RecordCounts>;
}

export function rateRecorder(tx: WorkspaceStore): RateRecorder {
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  let reading: Promise<Map<string, number>> | null = null;
  return {
    async take(rows) {
      reading ??= tx.rates.list().then((all) => new Map(all.map((rate) => [keyOf(rate), rate.rate])));
      const known = await reading;
      const changed = new Map<string, CurrencyRate>();
      for (const row of rows) {
        const key = keyOf(row);
        const before = known.get(key);
        if (before === row.rate) {
          counts.unchanged += 1;
          continue;
        }
        if (before === undefined) counts.imported += 1;
        else counts.updated += 1;
        known.set(key, row.rate);
        changed.set(key, row);
      }
      await tx.rates.upsert([...changed.values()]);
      return [];
    },
    settle: async () => counts,
  };
}

function keyOf({ currency, base, day }: CurrencyRate): string {
  return `${currency} ${base} ${day}`;
}
