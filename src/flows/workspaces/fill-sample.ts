import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { dueDayOf } from '../../loyalty/follow-up.ts';
import { type Day, startOfDay } from '../../loyalty/time/period.ts';
import type { Sample } from '../../sample/generate-sample.ts';
import type { WorkspaceStore } from '../../store/store.ts';
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
  const { customers, orders, answers, pins, recommendations, spend, rates, contacts, closed } = sample();
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
    for (const one of closed) await close(tx, one, settings.timeZone, authorId);
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

/** A follow-up that is over: opened on one morning, done on another. */
async function close(
  tx: WorkspaceStore,
  { customer, answerId, openedDay, doneDay, cause, outcome }: Sample['closed'][number],
  timeZone: string,
  authorId: string,
): Promise<void> {
  const answer = await tx.answers.find(answerId);
  const customerId = (await tx.customers.idsOf([customer])).get(customer);
  if (!answer || customerId === undefined) return;
  const morning = (day: Day) => new Date(startOfDay(day, timeZone).getTime() + 10 * 3_600_000);
  const [opened, done] = [morning(openedDay), morning(doneDay)];
  const { id } = await tx.followUps.openFor(customerId, dueDayOf(openedDay), opened);
  await tx.followUps.addAnswers(id, [answer.id]);
  await tx.followUps.addEvent(id, 'opened', null, opened);
  await tx.followUps.claim(id, authorId, opened);
  await tx.followUps.addEvent(id, 'claimed', authorId, opened);
  await tx.followUps.close(id, authorId, cause, outcome, done);
  await tx.followUps.addEvent(id, 'done', authorId, done);
}

async function record<Row>(recorder: Recorder<Row>, rows: readonly Row[]): Promise<void> {
  await recorder.take(rows);
  await recorder.settle();
}
