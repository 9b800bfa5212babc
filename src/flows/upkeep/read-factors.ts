import { type Factors, toFactors } from '../../loyalty/facts/worth.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** What each currency is worth now in the reporting one. */
export async function readFactors(store: WorkspaceStore): Promise<Factors> {
  const { currency } = await store.settings.read();
  return toFactors(currency, await store.rates.newest(currency));
}
