import type { Context } from '../../context.ts';
import { type Marks, marksOf, mergeChanges } from '../../loyalty/changed-meanwhile.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { changedOf } from '../corrections/correct-customer.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import { whoHasAddress } from './who-has-address.ts';

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
  /** What the form was drawn from, by `seenOf`: what was not touched stays as it is by now. */
  readonly seen?: Marks;
}

export type EditOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'self-recommendation' | 'segment-by-rule' }
  /** Somebody else has this address. */
  | { readonly kind: 'address-known'; readonly customer: Customer }
  /** Somebody else changed the same meanwhile, each by its name; nothing was saved. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** Saves what a person changed on a customer's card. The same again changes nothing. */
export async function editCustomer(
  context: Context,
  customerId: number,
  edit: CustomerEdit,
  memberId: string,
): Promise<EditOutcome> {
  if (edit.recommendedById === customerId) return { kind: 'self-recommendation' };
  return context.transaction(async (tx): Promise<EditOutcome> => {
    const { ladderRules } = await tx.settings.hold();
    const { rules } = await tx.segmentRules.list();
    const byRule = new Set(rules.map(({ name }) => foldSpelling(name)));
    if (edit.segments.some((tag) => byRule.has(foldSpelling(tag)))) return { kind: 'segment-by-rule' };
    const [before] = await tx.customers.hold([customerId]);
    if (!before) return { kind: 'gone' };
    const segmentsBefore = (await tx.segments.ofCustomers([customerId])).get(customerId) ?? [];
    const known = partsOf({ ...before, segments: segmentsBefore });
    const { merged, both } = mergeChanges(edit.seen ?? null, known, partsOf(edit));
    if (both.length > 0) return { kind: 'changed-meanwhile', names: both };
    const { segments, cost, recommender, ...self } = merged;
    const facts = { ...self, ...cost[0], ...recommender[0] };
    const holder = await whoHasAddress(tx, facts.email, { customerId, before: before.email });
    if (holder) return { kind: 'address-known', customer: holder };
    const source =
      facts.source === null ? null : ((await tx.spellings.shown('source', [facts.source])).get(facts.source) ?? null);
    const tags = await tx.spellings.shown('tag', segments);
    await tx.customers.update([{ ...before, ...facts, source }]);
    await tx.segments.set(new Map([[customerId, segments.map((tag) => tags.get(tag) ?? tag)]]));
    const own = new Set((await tx.lostRecommendations.ofCustomers([customerId])).map((loss) => loss.recommendationId));
    const takenBack = edit.lossesTakenBack.filter((id) => own.has(id));
    await tx.lostRecommendations.remove(takenBack);
    const touched = [customerId, before.recommendedById, facts.recommendedById].filter((id) => id !== null);
    const concerns = new Map<number, Concern>(touched.map((id) => [id, 'read-anew']));
    await settleStandings(tx, ladderRules, concerns, countSheet());
    await tx.audit.add(context.now(), memberId, 'customer.edited', `customer:${customerId}`, {
      changed: changedOf(before, facts),
      ownerId: facts.ownerId,
      segments: segments.length,
      recommendedById: facts.recommendedById,
      lossesTakenBack: takenBack.length,
    });
    return { kind: 'saved' };
  });
}

/** What a form that is drawn from a customer has seen. */
export function seenOf(customer: Omit<CustomerEdit, 'lossesTakenBack' | 'seen'>): Marks {
  return marksOf(partsOf(customer));
}

/** What is changed as one stands together, in a list of one: an amount with its currency, a reward with who got it. */
function partsOf(customer: Omit<CustomerEdit, 'lossesTakenBack' | 'seen'>) {
  const { costMinor, costCurrency, recommendedById, rewardMinor, rewardCurrency } = customer;
  const { name, email, ownerId, source, segments, relationshipYears } = customer;
  return {
    name,
    email,
    ownerId,
    source,
    segments,
    relationshipYears,
    cost: [{ costMinor, costCurrency }] as const,
    recommender: [{ recommendedById, rewardMinor, rewardCurrency }] as const,
  };
}
