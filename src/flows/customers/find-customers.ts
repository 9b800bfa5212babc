import type { Clock } from '../../context.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Finds the customers that rows name by their own numbers, and makes those that nobody knew. */
export interface CustomerFinder {
  /** @param ready awaited before customers are made */
  find(externalIds: readonly string[], ready?: () => Promise<unknown>): Promise<ReadonlyMap<string, number>>;
  /** Those that were made, with whatever their rows came to: each stands on the ladder. */
  madeIds(): readonly number[];
}

export function customerFinder(clock: Clock, tx: WorkspaceStore, makeMissing: boolean): CustomerFinder {
  const ids = new Map<string, number>();
  const madeIds: number[] = [];
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
  };

  function remember(found: ReadonlyMap<string, number>): void {
    for (const [externalId, id] of found) ids.set(externalId, id);
  }
}
