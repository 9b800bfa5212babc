import type { Context } from '../../context.ts';
import { countOrderLines, countStanding } from '../../loyalty/counts/contribution.ts';
import { type CountSheet, countSheet } from '../../loyalty/counts/count-sheet.ts';
import { type Findings, findings, type Verification } from '../../loyalty/counts/verification.ts';
import type { LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import { toStanding } from '../../loyalty/ladder/standing.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readSegmentsBy } from '../segments/read-segments-by.ts';
import { countOfNobody, recount } from './recount.ts';
import { verifyCounts } from './verify-counts.ts';
import { verifyCustomer } from './verify-customer.ts';

/** Told after every few customers; what it throws ends the verification. */
export type VerifyProgress = (customers: number, all: number) => void;

/**
 * Works out anew from customers, orders, answers, recommendations and pins all that is kept beside them, and compares. It looks
 * at one moment, so that others may write meanwhile.
 */
export async function verify({ snapshot }: Pick<Context, 'snapshot'>, progress: VerifyProgress): Promise<Verification> {
  return snapshot(async (at) => {
    const { ladderRules } = await at.settings.read();
    const found = findings();
    const sheet = countSheet();
    const customers = await verifyCustomers(at, ladderRules, { sheet, found }, progress);
    await countOfNobody(at, sheet);
    await verifyCounts('tallies', sheet.tallySegments(), at.verification.tallies(), found);
    await verifyCounts('stay-counts', sheet.staySegments(), at.verification.stays(), found);
    return found.result(customers);
  });
}

async function verifyCustomers(
  at: WorkspaceStore,
  rules: LadderRules,
  { sheet, found }: { readonly sheet: CountSheet; readonly found: Findings },
  progress: VerifyProgress,
): Promise<number> {
  const { count, pieces } = await at.verification.customers(rules.reviewStars);
  const segments = await readSegmentsBy(at, rules);
  const by = { verification: at.verification, factors: segments.factors };
  let done = 0;
  for await (const piece of pieces) {
    for (const customer of piece) {
      const standing = toStanding(customer.facts, customer.pins, rules, segments);
      countStanding(standing, rules.activeWindowDays, 1, sheet);
      countOrderLines(customer.lines, standing, 1, sheet);
      verifyCustomer(by, customer, standing, found);
    }
    done += piece.length;
    progress(done, count);
  }
  return count;
}

/**
 * Counts everything anew, over whatever is kept. Others who write what is counted wait meanwhile.
 *
 * @param actor a member's id, or "shell"
 */
export async function repair(
  { workspaceId, transaction, now }: Context,
  actor: string,
  { differing }: Verification,
): Promise<void> {
  await transaction(async (tx) => {
    const { ladderRules } = await tx.settings.holdAlone();
    await tx.verification.prepareRepair(ladderRules);
    await recount(tx);
    if (differing['search-words'] > 0) await repairWords(tx);
    await tx.audit.add(now(), actor, 'counts.repaired', `workspace:${workspaceId}`, { differing });
  });
}

const slice = 2_000;

async function repairWords(tx: WorkspaceStore): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await tx.customers.idsAfter(after, slice);
    const last = ids.at(-1);
    if (last === undefined) return;
    // What is written of a customer is written with the words.
    await tx.customers.update(await tx.customers.find(ids));
    after = last;
  }
}
