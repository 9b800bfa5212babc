import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Sample } from '../../sample/generate-sample.ts';
import { answerRecorder } from '../imports/record-answers.ts';
import { contactRecorder } from '../imports/record-contacts.ts';
import { customerRecorder } from '../imports/record-customers.ts';
import { orderRecorder } from '../imports/record-orders.ts';
import { rateRecorder } from '../imports/record-rates.ts';
import { recommendationRecorder } from '../imports/record-recommendations.ts';
import { spendRecorder } from '../imports/record-spend.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';

/** Fills an empty workspace with a sample company's data, in one transaction. @returns false when it is not empty */
export async function fillSample(context: Context, sample: () => Sample, authorId: string): Promise<boolean> {
  if (await context.store.customers.exist()) return false;
  const { customers, orders, answers, pins, recommendations, spend, rates, contacts } = sample();
  await context.transaction(async (tx) => {
    const settings = await tx.settings.read();
    const recorders = {
      customers: customerRecorder(context, tx, settings.ladderRules),
      orders: orderRecorder(context, tx, settings.ladderRules, true),
      answers: answerRecorder(context, tx, settings, { makeCustomers: true, followUps: 'recent' }),
      recommendations: recommendationRecorder(context, tx, settings.ladderRules, true),
      contacts: contactRecorder(context, tx, settings.ladderRules, true),
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
      await tx.pins.add({ ...pin, key: `sample:${customer}`, customerId, authorId, at: context.now() });
    }
    const pinned = new Map([...ids.values()].map((id) => [id, 'read-anew' as const]));
    await settleStandings(tx, settings.ladderRules, pinned, countSheet());
  });
  context.nudgeDelivery();
  return true;
}
