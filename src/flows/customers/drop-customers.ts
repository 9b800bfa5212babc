import { tallyContact } from '../../loyalty/counts/contacts.ts';
import { countOrderLines, countStanding } from '../../loyalty/counts/contribution.ts';
import type { CountSheet } from '../../loyalty/counts/count-sheet.ts';
import type { LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import type { WorkspaceStore } from '../../store/store.ts';

const slice = 500;

/**
 * Removes customers with all that is known of them, and takes away what they contributed to the kept counts. Those whom
 * they recommended, or who recommended them, are to be settled afterwards.
 *
 * @param sheet holds what is to be taken away; whoever calls adds it to the kept counts
 */
export async function dropCustomers(
  tx: WorkspaceStore,
  { activeWindowDays }: LadderRules,
  ids: readonly number[],
  sheet: CountSheet,
): Promise<void> {
  await tx.customers.forgetRecommender(ids);
  for (let from = 0; from < ids.length; from += slice) {
    const some = ids.slice(from, from + slice);
    const held = await tx.standings.hold(some);
    // Not before they are held: who changed an order of theirs meanwhile has counted it.
    const lines = await tx.orders.linesOf(some);
    const changes = held.flatMap(({ id, standing }) => standing.changes.map((one) => ({ ...one, customerId: id })));
    await tx.standings.saveRungChanges(changes, []);
    for (const { standing } of held) {
      countStanding(standing, activeWindowDays, -1, sheet);
      countOrderLines(lines.get(standing.customerId) ?? {}, standing, -1, sheet);
    }
    for (const contact of await tx.campaigns.contactsOfCustomers(some)) {
      tallyContact(contact.campaignId, contact, -1, sheet);
    }
    await tx.customers.remove(some);
  }
}
