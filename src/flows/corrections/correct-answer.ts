import type { Context } from '../../context.ts';
import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { cliSum, isNegative } from '../../loyalty/facts/answer.ts';
import { countedScore, readScaleText } from '../../loyalty/facts/scale.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';

/** What a person says of an answer; left out: as it is. */
export interface AnswerCorrection {
  /** On the scale on which it was given. */
  readonly score?: number;
  readonly comment?: string | null;
}

/** Corrects one answer; its follow-up's card shows it. @returns as it stands now; null: there is none */
export function correctAnswer(
  context: Context,
  answerId: number,
  correction: AnswerCorrection,
  memberId: string,
): Promise<StoredAnswer | null> {
  return change(context, answerId, { memberId, action: 'answer.corrected' }, async (tx, before, now) => {
    const next = { ...before, ...correction, ...scored(before, correction.score) };
    const negative = next.score === before.score ? before.negative : isNegative({ ...next, markedNegative: null });
    const answer = { ...next, negative };
    await tx.answers.correct(answer);
    if (before.followUpId !== null) await withdrawFollowUps(tx, [{ id: before.followUpId, gone: false }], now);
    return answer;
  });
}

/** A score as it is kept: what was given, and what it counts as. */
function scored(before: StoredAnswer, given: number | undefined): Partial<StoredAnswer> {
  const scale = given === undefined || !before.scale ? null : readScaleText(before.scale);
  return scale && given !== undefined ? { given, score: countedScore(given, scale) } : {};
}

/** Removes one answer; a follow-up that was about nothing else is withdrawn. @returns as it stood; null: there is none */
export function removeAnswer(context: Context, answerId: number, memberId: string): Promise<StoredAnswer | null> {
  return change(context, answerId, { memberId, action: 'answer.removed' }, async (tx, before, now) => {
    await tx.answers.remove(answerId);
    if (before.followUpId !== null) await settleFollowUp(tx, before.followUpId, now);
    return null;
  });
}

/** One that nobody took and that is about nothing any more goes; another's card shows what is left. */
async function settleFollowUp(tx: WorkspaceStore, id: number, now: Date): Promise<void> {
  const followUp = await tx.followUps.find(id);
  const left = await tx.answers.ofFollowUps([id]);
  const gone = followUp?.status === 'open' && followUp.reason === null && left.length === 0;
  await withdrawFollowUps(tx, [{ id, gone }], now);
}

/** @param write @returns the answer that stands in the place of the one before; null: none */
async function change(
  context: Context,
  answerId: number,
  { memberId, action }: { readonly memberId: string; readonly action: 'answer.corrected' | 'answer.removed' },
  write: (tx: WorkspaceStore, before: StoredAnswer, now: Date) => Promise<StoredAnswer | null>,
): Promise<StoredAnswer | null> {
  const changed = await context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const before = await tx.answers.hold(answerId);
    if (!before) return null;
    const now = context.now();
    const after = await write(tx, before, now);
    const sheet = countSheet();
    const concerns = new Map<number, Concern>();
    if (before.customerId !== null) concerns.set(before.customerId, 'read-anew');
    else {
      countAnonymous({ ...before, cliSum: cliSum(before) }, before.source ?? '', -1, sheet);
      if (after) countAnonymous({ ...after, cliSum: cliSum(after) }, after.source ?? '', 1, sheet);
    }
    await settleStandings(tx, ladderRules, concerns, sheet);
    await tx.audit.add(now, memberId, action, `answer:${answerId}`, {});
    await tx.figureChecks.ask();
    return after ?? before;
  });
  context.nudgeDelivery();
  return changed;
}
