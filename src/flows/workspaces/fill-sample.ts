import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Sample } from '../../sample/generate-sample.ts';
import { answerRecorder } from '../imports/record-answers.ts';
import { contactRecorder } from '../imports/record-contacts.ts';
import { customerRecorder } from '../imports/record-customers.ts';
import { asTheyCome, orderRecorder } from '../imports/record-orders.ts';
import { rateRecorder } from '../imports/record-rates.ts';
import { recommendationRecorder } from '../imports/record-recommendations.ts';
import { spendRecorder } from '../imports/record-spend.ts';
import type { Recorder } from '../imports/recorder.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';

/** Fills an empty workspace with a sample company's data, in one transaction. @returns false when it is not empty */
export async function fillSample(context: Context, sample: () => Sample, authorId: string): Promise<boolean> {
  if (await context.store.customers.exist()) return false;
  const { customers, orders, answers, pins, recommendations, spend, rates, contacts } = sample();
  await context.transaction(async (tx) => {
    const settings = await tx.settings.holdAlone();
    const { ladderRules } = settings;
    await record(customerRecorder(context, tx, ladderRules), customers);
    await record(orderRecorder(context, tx, ladderRules, asTheyCome), orders);
    const asFound = { makeCustomers: true, followUps: 'recent', rewrites: false } as const;
    await record(answerRecorder(context, tx, settings, asFound), answers);
    await record(recommendationRecorder(context, tx, ladderRules, true), recommendations);
    await record(contactRecorder(context, tx, ladderRules, true), contacts);
    await record(spendRecorder(tx), spend);
    await record(rateRecorder(tx, settings.ladderRules), rates);
    const ids = await tx.customers.idsOf(pins.map(({ customer }) => customer));
    for (const { customer, ...pin } of pins) {
      const customerId = ids.get(customer);
      if (customerId === undefined) continue;
      await tx.pins.add({ ...pin, key: `sample:${customer}`, customerId, authorId, at: context.now() });
    }
    const pinned = new Map([...ids.values()].map((id) => [id, 'read-anew' as const]));
    await settleStandings(tx, ladderRules, pinned, countSheet());
  });
  context.nudgeDelivery();
  return true;
}

async function record<Row>(recorder: Recorder<Row>, rows: readonly Row[]): Promise<void> {
  await recorder.take(rows);
  await recorder.settle();
}
