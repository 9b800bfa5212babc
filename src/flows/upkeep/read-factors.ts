import { type Factors, toFactors } from '../../loyalty/facts/worth.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** What each currency is worth now in the reporting one. */
export async function readFactors(store: WorkspaceStore): Promise<Factors> {
  const { currency } = await store.settings.read();
  return factorsInto(currency, store);
}

/** The same where the reporting currency is known. */
export async function factorsInto(currency: string, { rates }: Pick<WorkspaceStore, 'rates'>): Promise<Factors> {
  return toFactors(currency, await rates.newest(currency));
}
