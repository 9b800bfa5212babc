import type { CurrencyRate } from '../../loyalty/facts/rates.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { weighAnew } from '../upkeep/weigh-anew.ts';
import { byKey, type KeyedRows, newsAmong, nothingRecorded, type Recorder } from './recorder.ts';

/** Takes currency rates. @param rules held alone */
export function rateRecorder(tx: WorkspaceStore, rules: HeldRules): Recorder<CurrencyRate> {
  const counts = { ...nothingRecorded };
  let reading: Promise<KeyedRows<CurrencyRate>> | null = null;
  return {
    async take(rows) {
      reading ??= tx.rates.list().then((all) => byKey(all, keyOf));
      await tx.rates.upsert(newsAmong(rows, await reading, counts));
      return [];
    },
    async settle() {
      if (counts.imported + counts.updated > 0) await weighAnew(tx, rules);
      return counts;
    },
  };
}

function keyOf({ currency, base, day }: CurrencyRate): string {
  return `${currency} ${base} ${day}`;
}
