import { type Context, contextOf, type Deps } from '../../context.ts';
import { logFault } from '../../errors.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { keptSegments } from '../../loyalty/segment-rule.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { countSettled, isSameSegments } from '../upkeep/settle-standings.ts';
import { readSegmentsBy } from './read-segments-by.ts';

const slice = 2_000;

/**
 * Puts customers into the segments that their rules hold of and out of the others, with the kept counts: after rules have
 * changed, what amounts are worth, or the day. Facts stay as they are.
 *
 * @param rules held alone
 * @param next the ids of the customers to look at that come after one, ascending
 */
async function settleSegments(
  tx: WorkspaceStore,
  rules: HeldRules,
  next: (after: number) => Promise<readonly number[]>,
): Promise<void> {
  const by = await readSegmentsBy(tx, rules);
  const sheet = countSheet();
  for (let after = 0; ; ) {
    const ids = await next(after);
    const last = ids.at(-1);
    if (last === undefined) break;
    const tags = await tx.standings.readTags(ids);
    const settled = (await tx.standings.hold(ids)).flatMap((customer) => {
      const known = { ...customer.standing, tags: tags.get(customer.id) ?? [] };
      const standing = { ...known, ...keptSegments(known, by) };
      return isSameSegments(customer.standing, standing) ? [] : [{ customer, next: standing, lines: {} }];
    });
    await countSettled(tx, rules, settled, sheet);
    await tx.standings.saveSegments(settled.map((one) => one.next));
    after = last;
  }
  await tx.keptCounts.add(sheet, rules);
}

/** The same for all customers. */
export async function settleAllSegments(tx: WorkspaceStore, rules: HeldRules): Promise<void> {
  await settleSegments(tx, rules, (after) => tx.customers.idsAfter(after, slice));
}

/**
 * Lets the segments by rule of every workspace follow the day: looks only at those whom time alone puts into one or out of
 * one. Who counts anew decides, and the day that is kept: it may run at any time, in any number of processes.
 */
export async function keepSegments(deps: Deps): Promise<void> {
  for (const { id } of await deps.store.workspaces.list()) {
    try {
      await keepOfWorkspace(contextOf(deps, id));
    } catch (cause) {
      logFault(cause, deps.log, { workspaceId: id });
    }
  }
}

async function keepOfWorkspace({ store, now, transaction }: Context): Promise<void> {
  const { day } = await store.segmentRules.list();
  if (day === null || day >= localDay(now(), (await store.settings.read()).timeZone)) return;
  await transaction(async (tx) => {
    const { timeZone, ladderRules } = await tx.settings.holdAlone();
    const today = localDay(now(), timeZone);
    const { day: keptDay } = await tx.segmentRules.list();
    if (keptDay === null || keptDay >= today) return;
    await tx.segmentRules.keepAsOf(ladderRules, today);
    await settleSegments(tx, ladderRules, (after) => tx.standings.segmentsDue(today, after, slice));
  });
}
