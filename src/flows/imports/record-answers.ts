import type { Clock } from '../../context.ts';
import type { FollowUpChoice } from '../../facts/import.ts';
import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { cliSum, isNegative, type NewAnswer } from '../../loyalty/facts/answer.ts';
import { dueDayOf, isRecent } from '../../loyalty/follow-up.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { StoredAnswer, UnsavedAnswer } from '../../store/facts/answers.ts';
import type { HeldSettings, WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { findRespondents } from '../customers/find-respondents.ts';
import { announceAnswers, announceFollowUps } from '../follow-ups/announce-follow-up.ts';
import type { Concern } from '../upkeep/settle-standings.ts';
import { type AnswersMet, alikeAnswers } from './alike-answers.ts';
import { groupBy } from './group-by.ts';
import { type NotTaken, whyUnknown } from './impossible-row.ts';
import { nothingRecorded, type Recorder, renewKeys, settleConcerns } from './recorder.ts';
import { rewriteAnswers } from './rewrite-answers.ts';

interface AnswerOptions {
  /** Left out: of one transaction that is nobody's import. */
  readonly answers?: AnswersMet | undefined;
  readonly makeCustomers: boolean;
  readonly followUps: FollowUpChoice;
  /** Known answers are said anew, as a file has them; otherwise they stay as they are. */
  readonly rewrites: boolean;
}

/** Takes answers. */
export function answerRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  settings: HeldSettings,
  options: AnswerOptions,
): Recorder<NewAnswer> {
  const finder = customerFinder(clock, tx, options.makeCustomers);
  const counts = { ...nothingRecorded };
  const concerns = new Map<number, Concern>();
  const sheet = countSheet();
  const alike = alikeAnswers(tx, options.answers ?? { met: new Set() });
  const negative: StoredAnswer[] = [];
  const today = localDay(clock.now(), settings.timeZone);

  return {
    passOver: alike.passOver,
    async take(rows) {
      await renewKeys(tx, 'answers', rows, ({ answerId }) => answerId);
      const { settled: answers, unclear } = await alike.settle(rows);
      const ids = await finder.find(answers);
      const notTaken: NotTaken[] = [...unclear].map((position) => ({ position, why: 'other-words' }));
      const respondentIdOf = await respondentsOf(tx, answers, ids);
      const unsaved = new Map<string, UnsavedAnswer>();
      for (const [position, answer] of answers.entries()) {
        if (unclear.has(position)) continue;
        const customerId = answer.customer === null ? null : ids.get(answer.customer);
        if (customerId === undefined) notTaken.push({ position, ...whyUnknown(finder, answer.customer ?? '') });
        else unsaved.set(answer.answerId, toUnsaved(answer, customerId, respondentIdOf));
      }
      const written = await tx.answers.insertNew([...unsaved.values()], clock.now());
      const isNew = new Set(written.map(({ answerId }) => answerId));
      const again = options.rewrites ? [...unsaved.values()].filter(({ answerId }) => !isNew.has(answerId)) : [];
      const { changed, others } = await rewriteAnswers(tx, again, { concerns, sheet, now: clock.now() });
      for (const [position, { answerId }] of answers.entries()) {
        const day = others.get(answerId);
        if (day !== undefined && !unclear.has(position)) notTaken.push({ position, why: 'known-response', day });
      }
      counts.imported += written.length;
      counts.updated += changed.length;
      counts.unchanged += answers.length - notTaken.length - written.length - changed.length;
      for (const answer of changed) {
        const opens = answer.followUpId === null && opensFollowUp(answer.day, today, options.followUps);
        if (answer.negative && opens) negative.push(answer);
      }
      for (const answer of written) {
        if (answer.customerId !== null) concerns.set(answer.customerId, 'read-anew');
        else countAnonymous({ ...answer, cliSum: cliSum(answer) }, answer.source ?? '', 1, sheet);
        if (answer.negative && opensFollowUp(answer.day, today, options.followUps)) negative.push(answer);
      }
      return notTaken;
    },
    async settle() {
      counts.customersMade = await settleConcerns(tx, settings.ladderRules, { finder, concerns, sheet });
      counts.followUps += await openFollowUps(tx, settings, negative, clock.now());
      return counts;
    },
  };
}

/** Those who answered for their customers. */
function respondentsOf(tx: WorkspaceStore, answers: readonly NewAnswer[], ids: ReadonlyMap<string, number>) {
  const named = answers.flatMap(({ customer, respondent }) => {
    const customerId = customer === null ? undefined : ids.get(customer);
    return respondent && customerId !== undefined ? [{ customerId, respondent }] : [];
  });
  return findRespondents(tx, named);
}

function toUnsaved(
  { customer: _, email: _email, formerIds: _former, respondent, markedNegative, ...answer }: NewAnswer,
  customerId: number | null,
  respondentIdOf: Awaited<ReturnType<typeof findRespondents>>,
): UnsavedAnswer {
  const respondentId = customerId !== null && respondent ? respondentIdOf(customerId, respondent) : null;
  return { ...answer, customerId, respondentId, negative: isNegative({ ...answer, markedNegative }) };
}

function opensFollowUp(day: Day, today: Day, choice: FollowUpChoice): boolean {
  switch (choice) {
    case 'all':
      return true;
    case 'recent':
      return isRecent(day, today);
    case 'none':
      return false;
  }
}

/** One follow-up per customer: more from the same customer joins the one that is at work. */
async function openFollowUps(
  tx: WorkspaceStore,
  settings: HeldSettings,
  answers: readonly StoredAnswer[],
  now: Date,
): Promise<number> {
  const dueDay = dueDayOf(localDay(now, settings.timeZone));
  const groups = groupBy(answers, ({ customerId, id }) => customerId ?? `anonymous:${id}`);
  const openedIds: number[] = [];
  for (const group of groups.values()) {
    const { id, opened } = await tx.followUps.openFor(group[0]?.customerId ?? null, dueDay, now);
    await tx.followUps.addAnswers(
      id,
      group.map((answer) => answer.id),
    );
    await tx.followUps.addEvent(id, opened ? 'opened' : 'answered', null, now);
    if (opened) {
      openedIds.push(id);
    } else {
      await announceAnswers(tx, id, group, now);
    }
  }
  await announceFollowUps(tx, settings, openedIds, now);
  return openedIds.length;
}
