import type { Clock } from '../../context.ts';
import type { FollowUpChoice } from '../../facts/import.ts';
import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { cliSum, isNegative, type NewAnswer } from '../../loyalty/facts/answer.ts';
import { dueDayOf } from '../../loyalty/follow-up.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { StoredAnswer, UnsavedAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { announceAnswers, announceFollowUp } from '../follow-ups/announce-follow-up.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import type { RecordCounts } from './record-orders.ts';

/** How many days, today included, count as recent. */
export const recentFollowUpDays = 7;

export interface AnswerCounts extends RecordCounts {
  /** Follow-ups that were opened. */
  followUps: number;
}

/** Takes answers into one transaction, batch by batch, and settles what follows from them at its end. */
export interface AnswerRecorder {
  /** @returns the positions in `answers` that were not taken because their customer is not known */
  take(answers: readonly NewAnswer[]): Promise<number[]>;
  settle(): Promise<AnswerCounts>;
}

export function answerRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  settings: Settings,
  options: { readonly makeCustomers: boolean; readonly followUps: FollowUpChoice },
): AnswerRecorder {
  const finder = customerFinder(clock, tx, options.makeCustomers);
  const counts = { imported: 0, updated: 0, unchanged: 0, followUps: 0 };
  const concerns = new Map<number, Concern>();
  const sheet = countSheet();
  const negative: StoredAnswer[] = [];
  const today = localDay(clock.now(), settings.timeZone);

  return {
    async take(answers) {
      const named = answers.flatMap(({ customer }) => (customer === null ? [] : [customer]));
      const ids = await finder.find(named);
      const unknown: number[] = [];
      const unsaved = new Map<string, UnsavedAnswer>();
      for (const [i, answer] of answers.entries()) {
        const customerId = answer.customer === null ? null : ids.get(answer.customer);
        if (customerId === undefined) unknown.push(i);
        else unsaved.set(answer.answerId, toUnsaved(answer, customerId));
      }
      const written = await tx.answers.insertNew([...unsaved.values()], clock.now());
      counts.imported += written.length;
      counts.unchanged += answers.length - unknown.length - written.length;
      for (const answer of written) {
        if (answer.customerId !== null) concerns.set(answer.customerId, 'read-anew');
        else
          countAnonymous(
            { ...answer, cliSum: answer.kind === 'cli' ? cliSum(answer) : null },
            answer.source ?? '',
            1,
            sheet,
          );
        if (answer.negative && isDue(answer.day, today, options.followUps)) negative.push(answer);
      }
      return unknown;
    },
    async settle() {
      for (const id of finder.madeIds()) if (!concerns.has(id)) concerns.set(id, 'read-anew');
      await settleStandings(tx, settings.ladderRules, concerns, sheet);
      counts.followUps += await openFollowUps(tx, settings, negative, clock.now());
      return { ...counts, customersMade: finder.madeIds().length };
    },
  };
}

function toUnsaved({ customer: _, markedNegative, ...answer }: NewAnswer, customerId: number | null): UnsavedAnswer {
  return { ...answer, customerId, negative: isNegative({ ...answer, markedNegative }) };
}

function isDue(day: Day, today: Day, choice: FollowUpChoice): boolean {
  switch (choice) {
    case 'all':
      return true;
    case 'recent':
      return day > today - recentFollowUpDays;
    case 'none':
      return false;
  }
}

/** One follow-up per customer: more from the same customer joins the one that is at work. */
async function openFollowUps(
  tx: WorkspaceStore,
  settings: Settings,
  answers: readonly StoredAnswer[],
  now: Date,
): Promise<number> {
  const dueDay = dueDayOf(localDay(now, settings.timeZone));
  const groups = new Map<number | string, StoredAnswer[]>();
  for (const answer of answers) {
    const key = answer.customerId ?? `anonymous:${answer.id}`;
    const group = groups.get(key);
    if (group) group.push(answer);
    else groups.set(key, [answer]);
  }
  let openedCount = 0;
  for (const group of groups.values()) {
    const { id, opened } = await tx.followUps.openFor(group[0]?.customerId ?? null, dueDay, now);
    await tx.followUps.addAnswers(
      id,
      group.map((answer) => answer.id),
    );
    await tx.followUps.addEvent(id, opened ? 'opened' : 'answered', null, now);
    if (opened) {
      openedCount += 1;
      await announceFollowUp(tx, settings, id, now);
    } else {
      await announceAnswers(tx, id, group, now);
    }
  }
  return openedCount;
}
