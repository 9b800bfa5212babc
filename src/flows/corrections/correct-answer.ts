import type { Context } from '../../context.ts';
import { type Marks, mergeChanges, touchedIn } from '../../loyalty/changed-meanwhile.ts';
import { type AnswerParts, answerParts } from '../../loyalty/corrected.ts';
import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { cliSum, isNegative } from '../../loyalty/facts/answer.ts';
import { countedScore, readScaleText } from '../../loyalty/facts/scale.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';

/** What a person says of an answer; left out: as it is. */
export interface AnswerCorrection extends Partial<AnswerParts> {
  /** What the form was drawn from; left out: whoever corrects has just looked. */
  readonly seen?: Marks;
}

/** What came of it: the answer as it stands now, or as it stood before it was removed. */
export type AnswerOutcome =
  | { readonly kind: 'done'; readonly answer: StoredAnswer }
  | { readonly kind: 'gone' }
  /** Somebody else changed the same meanwhile; nothing was saved. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** Corrects one answer; its follow-up's card shows it. */
export function correctAnswer(
  context: Context,
  answerId: number,
  { seen, ...correction }: AnswerCorrection,
  memberId: string,
): Promise<AnswerOutcome> {
  return change(context, answerId, { memberId, action: 'answer.corrected' }, async (tx, before, now) => {
    const { both } = mergeChanges<Partial<AnswerParts>>(seen ?? null, answerParts(before), correction);
    if (both.length > 0) return { kind: 'changed-meanwhile', names: both };
    const touched = touchedIn<Partial<AnswerParts>>(seen ?? null, correction);
    const next = { ...before, ...touched, ...scored(before, touched.score) };
    const negative = next.score === before.score ? before.negative : isNegative({ ...next, markedNegative: null });
    const answer = { ...next, negative };
    await tx.answers.correct(answer);
    if (before.followUpId !== null) await withdrawFollowUps(tx, [{ id: before.followUpId, gone: false }], now);
    return { kind: 'done', answer };
  });
}

/** A score as it is kept: what was given, and what it counts as. */
function scored(before: StoredAnswer, given: number | null = null): Partial<StoredAnswer> {
  const scale = given === null || !before.scale ? null : readScaleText(before.scale);
  return scale && given !== null ? { given, score: countedScore(given, scale) } : {};
}

/** Removes one answer; a follow-up that was about nothing else is withdrawn. */
export function removeAnswer(context: Context, answerId: number, memberId: string): Promise<AnswerOutcome> {
  return change(context, answerId, { memberId, action: 'answer.removed' }, async (tx, before, now) => {
    await tx.answers.remove(answerId);
    if (before.followUpId !== null) await settleFollowUp(tx, before.followUpId, now);
    return { kind: 'gone' };
  });
}

/** One that nobody took and that is about nothing any more goes; another's card shows what is left. */
async function settleFollowUp(tx: WorkspaceStore, id: number, now: Date): Promise<void> {
  const followUp = await tx.followUps.find(id);
  const left = await tx.answers.ofFollowUps([id]);
  const gone = followUp?.status === 'open' && followUp.reason === null && left.length === 0;
  await withdrawFollowUps(tx, [{ id, gone }], now);
}

/** @param write comes to what stands in the answer's place */
async function change(
  context: Context,
  answerId: number,
  { memberId, action }: { readonly memberId: string; readonly action: 'answer.corrected' | 'answer.removed' },
  write: (tx: WorkspaceStore, before: StoredAnswer, now: Date) => Promise<AnswerOutcome>,
): Promise<AnswerOutcome> {
  const changed = await context.transaction(async (tx): Promise<AnswerOutcome> => {
    const { ladderRules } = await tx.settings.hold();
    const before = await tx.answers.hold(answerId);
    if (!before) return { kind: 'gone' };
    const now = context.now();
    const after = await write(tx, before, now);
    if (after.kind === 'changed-meanwhile') return after;
    const sheet = countSheet();
    const concerns = new Map<number, Concern>();
    if (before.customerId !== null) concerns.set(before.customerId, 'read-anew');
    else {
      countAnonymous({ ...before, cliSum: cliSum(before) }, before.source ?? '', -1, sheet);
      if (after.kind === 'done') {
        const { answer } = after;
        countAnonymous({ ...answer, cliSum: cliSum(answer) }, answer.source ?? '', 1, sheet);
      }
    }
    await settleStandings(tx, ladderRules, concerns, sheet);
    await tx.audit.add(now, memberId, action, `answer:${answerId}`, {});
    await tx.figureChecks.ask();
    return after.kind === 'done' ? after : { kind: 'done', answer: before };
  });
  context.nudgeDelivery();
  return changed;
}
