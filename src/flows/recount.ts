import type { LadderRules } from '../loyalty/ladder.ts';
import { tallySheet } from '../loyalty/standing.ts';
import type { WorkspaceStore } from '../store/store.ts';
import { settleStandings } from './settle-standings.ts';

const slice = 5_000;

/** Counts every customer anew from the facts, after the rules have changed. */
export async function recount(tx: WorkspaceStore, rules: LadderRules): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await tx.customers.idsAfter(after, slice);
    const last = ids.at(-1);
    if (last === undefined) return;
    await settleStandings(tx, rules, new Map(ids.map((id) => [id, 'read-anew'])), tallySheet());
    after = last;
  }
}
