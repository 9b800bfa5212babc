import { type Factors, toFactors } from '../../loyalty/facts/worth.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** What each currency is worth now in the reporting one. */
export async function readFactors(store: WorkspaceStore): Promise<Factors> {
  const { currency } = await store.settings.read();
  return toFactors(currency, await store.rates.newest(currency));
}

/** Puts customers anew in the order of what they are worth, after rates or the reporting currency have changed. */
export async function weighAnew(tx: WorkspaceStore): Promise<void> {
  await tx.standings.weighAnew(await readFactors(tx));
}
