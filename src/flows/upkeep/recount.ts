import type { Deps } from '../../context.ts';
import { tallyContactSum } from '../../loyalty/counts/contacts.ts';
import { countAnonymous, countOrderLines, countStanding, countsVersion } from '../../loyalty/counts/contribution.ts';
import { type CountSheet, countSheet } from '../../loyalty/counts/count-sheet.ts';
import { toStanding } from '../../loyalty/ladder/standing.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readSegmentsBy } from '../segments/read-segments-by.ts';
import { save } from './settle-standings.ts';

const slice = 2_000;

/**
 * Counts everything anew from the facts: after the rules have changed, or the way of counting. It takes the turn of all who
 * write what is counted: what is not finished by then comes after it, and is counted by what holds then.
 */
export async function recount(tx: WorkspaceStore, isStopped = () => false): Promise<void> {
  const { ladderRules: rules } = await tx.settings.holdAlone();
  const by = await readSegmentsBy(tx, rules);
  const sheet = countSheet();
  await tx.keptCounts.clear();
  for (let after = 0; ; ) {
    if (isStopped()) throw new Error('Stopped while everything was counted anew: the next start does it.');
    const ids = await tx.customers.idsAfter(after, slice);
    const last = ids.at(-1);
    if (last === undefined) break;
    const held = new Map((await tx.standings.hold(ids)).map((customer) => [customer.id, customer]));
    const pins = await tx.standings.readPins(ids);
    const lines = await tx.orders.linesOf(ids);
    const settled = (await tx.standings.readFacts(ids, rules.reviewStars)).flatMap((facts) => {
      const customer = held.get(facts.customerId);
      const next = toStanding(facts, pins.get(facts.customerId) ?? [], rules, by);
      return customer ? [{ customer, next, lines: lines.get(facts.customerId) ?? {}, isMoreThanOrders: true }] : [];
    });
    for (const { next, lines } of settled) {
      countStanding(next, rules.activeWindowDays, 1, sheet);
      countOrderLines(lines, next, 1, sheet);
    }
    await save(tx, settled, by.factors);
    after = last;
  }
  await countOfNobody(tx, sheet);
  await tx.keptCounts.add(sheet, rules);
}

/** Counts what belongs to no customer's standing: anonymous answers, and contacts of campaigns. */
export async function countOfNobody(store: WorkspaceStore, sheet: CountSheet): Promise<void> {
  for (const { source, times, ...answer } of await store.answers.anonymous()) {
    countAnonymous(answer, source, times, sheet);
  }
  for (const sum of await store.campaigns.contactSums()) tallyContactSum(sum, sheet);
}

/** Counts anew what another version of the app has counted another way. */
export async function recountOlder(
  { store, log }: Pick<Deps, 'store' | 'log'>,
  isStopped: () => boolean,
): Promise<void> {
  for (const { id } of await store.workspaces.countedBefore(countsVersion)) {
    log.info('counting-anew', { workspaceId: id });
    await store.transaction(id, async (tx) => {
      await recount(tx, isStopped);
      await tx.settings.countedBy(countsVersion);
    });
  }
}
