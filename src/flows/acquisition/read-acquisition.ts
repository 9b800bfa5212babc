import type { ReadContext } from '../../context.ts';
import type { Reply } from '../../facts/reply.ts';
import type { WorkspaceStore } from '../../store/store.ts';

const shown = 15;

/** What was spent last to win customers. */
export async function readSpendList(
  store: WorkspaceStore,
  mayManage: boolean,
): Promise<Extract<Reply, { kind: 'spend' }>> {
  const spend = await store.spend.newest(shown + 1);
  return { kind: 'spend', spend: spend.slice(0, shown), more: spend.length > shown, mayManage };
}

/** The rates into the reporting currency, the newest first. */
export async function readRateList(
  { store, settings: { currency: base } }: ReadContext,
  mayManage: boolean,
): Promise<Extract<Reply, { kind: 'rates' }>> {
  const all = (await store.rates.list()).filter((rate) => rate.base === base);
  const rates = all.toSorted((a, b) => b.day - a.day || (a.currency < b.currency ? -1 : 1));
  return { kind: 'rates', base, rates: rates.slice(0, shown), more: rates.length > shown, mayManage };
}
