import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';

/** What a person settles of a customer by hand. Null: not known. */
export interface CustomerEdit {
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
}

export type EditOutcome = 'saved' | 'gone' | 'self-recommendation';

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
    const [before] = await tx.customers.hold([customerId]);
    if (!before) return 'gone';
    const { segments, lossesTakenBack, ...facts } = edit;
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
      segments: segments.length,
      recommendedById: edit.recommendedById,
      lossesTakenBack: takenBack.length,
    });
    return 'saved';
  });
}
