import type { Clock } from '../../context.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Finds the customers that rows name by their own numbers, and makes those that nobody knew. */
export interface CustomerFinder {
  /** @param ready awaited before customers are made */
  find(externalIds: readonly string[], ready?: () => Promise<unknown>): Promise<ReadonlyMap<string, number>>;
  /** Those that were made, with whatever their rows came to: each stands on the ladder. */
  madeIds(): readonly number[];
  /** Takes away those of these that were made here, as no row of theirs was taken after all. At the end. */
  unmake(ids: readonly number[]): Promise<void>;
}

export function customerFinder(clock: Clock, tx: WorkspaceStore, makeMissing: boolean): CustomerFinder {
  const ids = new Map<string, number>();
  let madeIds: number[] = [];
  return {
    async find(externalIds, ready) {
      const missing = [...new Set(externalIds)].filter((id) => !ids.has(id));
      if (missing.length === 0) return ids;
      remember(await tx.customers.idsOf(missing));
      const unknown = missing.filter((id) => !ids.has(id));
      if (unknown.length > 0 && makeMissing) {
        await ready?.();
        const { timeZone } = await tx.settings.read();
        const made = await tx.customers.makeMissing(unknown, localDay(clock.now(), timeZone));
        remember(made);
        for (const id of made.values()) madeIds.push(id);
        // Somebody else may have made some of them a moment before.
        if (made.size < unknown.length) remember(await tx.customers.idsOf(unknown));
      }
      return ids;
    },
    madeIds: () => madeIds,
    async unmake(unwanted) {
      const made = new Set(madeIds);
      const gone = new Set(unwanted.filter((id) => made.has(id)));
      await tx.customers.remove([...gone]);
      madeIds = madeIds.filter((id) => !gone.has(id));
    },
  };

  function remember(found: ReadonlyMap<string, number>): void {
    for (const [externalId, id] of found) ids.set(externalId, id);
  }
}
