import type { Deps } from '../../deps.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Sample } from '../../sample/generate-sample.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';
import { answerRecorder } from './record-answers.ts';
import { contactRecorder } from './record-contacts.ts';
import { customerRecorder } from './record-customers.ts';
import { orderRecorder } from './record-orders.ts';
import { rateRecorder } from './record-rates.ts';
import { recommendationRecorder } from './record-recommendations.ts';
import { spendRecorder } from './record-spend.ts';

/** Fills an empty workspace with a sample company's data, in one transaction. @returns false when it is not empty */
export async function fillSample(
  deps: Deps,
  workspaceId: number,
  sample: () => Sample,
  authorId: string,
): Promise<boolean> {
  if (await deps.store.of(workspaceId).customers.exist()) return false;
  const { customers, orders, answers, pins, recommendations, spend, rates, contacts } = sample();
  await deps.store.transaction(workspaceId, async (tx) => {
    const settings = await tx.settings.read();
    const recorders = {
      customers: customerRecorder(deps, tx, settings.ladderRules),
      orders: orderRecorder(deps, tx, settings.ladderRules, true),
      answers: answerRecorder(deps, tx, settings, { makeCustomers: true, followUps: 'recent' }),
      recommendations: recommendationRecorder(deps, tx, settings.ladderRules, true),
      contacts: contactRecorder(deps, tx, settings.ladderRules, true),
    };
    await recorders.customers.take(customers);
    await recorders.customers.settle();
    await recorders.orders.take(orders);
    await recorders.orders.settle();
    await recorders.answers.take(answers);
    await recorders.answers.settle();
    await recorders.recommendations.take(recommendations);
    await recorders.recommendations.settle();
    await recorders.contacts.take(contacts);
    await recorders.contacts.settle();
    await spendRecorder(tx).take(spend);
    await rateRecorder(tx).take(rates);
    const ids = await tx.customers.idsOf(pins.map(({ customer }) => customer));
    for (const { customer, ...pin } of pins) {
      const customerId = ids.get(customer);
      if (customerId === undefined) continue;
      await tx.pins.add({ ...pin, key: `sample:${customer}`, customerId, authorId, at: deps.now() });
    }
    const pinned = new Map([...ids.values()].map((id) => [id, 'read-anew' as const]));
    await settleStandings(tx, settings.ladderRules, pinned, countSheet());
  });
  deps.nudgeDelivery();
  return true;
}
