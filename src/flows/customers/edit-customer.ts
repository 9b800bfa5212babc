import type { Context } from '../../context.ts';
import { type Marks, mergeChanges } from '../../loyalty/changed-meanwhile.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import { changedOf } from '../corrections/correct-customer.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';

/** What a person settles of a customer by hand. Null: not known. */
export interface CustomerEdit {
  readonly name: string | null;
  readonly email: string | null;
  /** The member who looks after the customer. */
  readonly ownerId: string | null;
  readonly source: string | null;
  /** All segments; empty: none. */
  readonly segments: readonly string[];
  readonly relationshipYears: number | null;
  readonly costMinor: number | null;
  readonly costCurrency: string | null;
  readonly recommendedById: number | null;
  readonly rewardMinor: number | null;
  readonly rewardCurrency: string | null;
  /** Recommendations without a win that were noted by mistake. */
  readonly lossesTakenBack: readonly string[];
  /** Of name, address and owner, what the form was drawn from: what was not touched stays as it is by now. */
  readonly seen?: Marks;
}

export type EditOutcome = 'saved' | 'gone' | 'self-recommendation' | 'segment-by-rule';

/** Saves what a person changed on a customer's card. The same again changes nothing. */
export async function editCustomer(
  context: Context,
  customerId: number,
  edit: CustomerEdit,
  memberId: string,
): Promise<EditOutcome> {
  if (edit.recommendedById === customerId) return 'self-recommendation';
  return context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const { rules } = await tx.segmentRules.list();
    const byRule = new Set(rules.map(({ name }) => foldSpelling(name)));
    if (edit.segments.some((tag) => byRule.has(foldSpelling(tag)))) return 'segment-by-rule';
    const [before] = await tx.customers.hold([customerId]);
    if (!before) return 'gone';
    const { segments, lossesTakenBack, seen, ...wanted } = edit;
    const facts = { ...wanted, ...mergeChanges(seen ?? null, selfOf(before), selfOf(wanted)).merged };
    const source =
      edit.source === null ? null : ((await tx.spellings.shown('source', [edit.source])).get(edit.source) ?? null);
    const tags = await tx.spellings.shown('tag', segments);
    await tx.customers.update([{ ...before, ...facts, source }]);
    await tx.segments.set(new Map([[customerId, segments.map((tag) => tags.get(tag) ?? tag)]]));
    const own = new Set((await tx.lostRecommendations.ofCustomers([customerId])).map((loss) => loss.recommendationId));
    const takenBack = lossesTakenBack.filter((id) => own.has(id));
    await tx.lostRecommendations.remove(takenBack);
    const touched = [customerId, before.recommendedById, edit.recommendedById].filter((id) => id !== null);
    const concerns = new Map<number, Concern>(touched.map((id) => [id, 'read-anew']));
    await settleStandings(tx, ladderRules, concerns, countSheet());
    await tx.audit.add(context.now(), memberId, 'customer.edited', `customer:${customerId}`, {
      changed: changedOf(before, facts),
      ownerId: facts.ownerId,
      segments: segments.length,
      recommendedById: edit.recommendedById,
      lossesTakenBack: takenBack.length,
    });
    return 'saved';
  });
}

/** What a customer is called, how to reach them, and who looks after them. */
export function selfOf<T extends Pick<CustomerEdit, 'name' | 'email' | 'ownerId'>>({ name, email, ownerId }: T) {
  return { name, email, ownerId };
}
