import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { dropCustomers } from '../customers/drop-customers.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';

/**
 * Removes a customer with all orders, answers, pins and follow-ups. Whom the customer recommended stays, without a recommender.
 *
 * @returns as the customer stood; null: there is none
 */
export async function removeCustomer(context: Context, customerId: number, memberId: string): Promise<Customer | null> {
  const removed = await context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const [customer] = await tx.customers.hold([customerId]);
    if (!customer) return null;
    const { recommendedById } = customer;
    const won = await tx.customers.recommendedByAll(customerId);
    const followUps = await tx.followUps.allOf(customerId);
    const sheet = countSheet();
    await dropCustomers(tx, ladderRules, [customerId], sheet);
    await withdrawFollowUps(
      tx,
      followUps.map((id) => ({ id, gone: true })),
      context.now(),
    );
    const touched = [...won, ...(recommendedById === null ? [] : [recommendedById])];
    await settleStandings(tx, ladderRules, new Map<number, Concern>(touched.map((id) => [id, 'read-anew'])), sheet);
    await tx.audit.add(context.now(), memberId, 'customer.removed', `customer:${customerId}`, {});
    await tx.figureChecks.ask();
    return customer;
  });
  context.nudgeDelivery();
  return removed;
}
