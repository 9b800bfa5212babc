import { countAnonymous } from '../../loyalty/counts/contribution.ts';
import type { CountSheet } from '../../loyalty/counts/count-sheet.ts';
import { cliSum } from '../../loyalty/facts/answer.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { StoredAnswer, UnsavedAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import type { Concern } from '../upkeep/settle-standings.ts';
import { mostDaysApart } from './known-orders.ts';

/** What a file says anew of an answer; what it leaves empty stays as it is, and so does what a person said of its tone. */
type Telling = Omit<UnsavedAnswer, 'answerId'>;
type Scored = Pick<Telling, 'score' | 'recommend' | 'again' | 'other'>;
type GivenScores = Scored & Pick<Telling, 'given'>;

/**
 * Answers that are known and said otherwise by a file: edited words, another score. Each stands as the later file has it, with its
 * counts, and the card of its follow-up shows it.
 *
 * @returns those that changed, and by their ids those that are other answers than the known one of their id, with its day
 */
export async function rewriteAnswers(
  tx: WorkspaceStore,
  answers: readonly UnsavedAnswer[],
  { concerns, sheet, now }: { readonly concerns: Map<number, Concern>; readonly sheet: CountSheet; readonly now: Date },
): Promise<{ readonly changed: readonly StoredAnswer[]; readonly others: ReadonlyMap<string, Day> }> {
  const others = new Map<string, Day>();
  if (answers.length === 0) return { changed: [], others };
  const known = await knownToRewrite(tx, answers);
  const changed: StoredAnswer[] = [];
  for (const answer of answers) {
    const before = known.get(answer.answerId);
    if (!before) continue;
    if (isAnother(before, answer)) {
      others.set(answer.answerId, before.day);
      continue;
    }
    const after = merged(before, answer);
    if (isSameAnswer(before, after)) continue;
    changed.push(after);
    count(before, -1, concerns, sheet);
    count(after, 1, concerns, sheet);
  }
  await tx.answers.rewrite(changed);
  const shown = changed.flatMap(({ followUpId }) => (followUpId === null ? [] : [{ id: followUpId, gone: false }]));
  await withdrawFollowUps(tx, shown, now);
  return { changed, others };
}

/** The known answers of these ids. Those that are said otherwise are held: nobody corrects one before it is written. */
async function knownToRewrite(
  tx: WorkspaceStore,
  answers: readonly UnsavedAnswer[],
): Promise<ReadonlyMap<string, StoredAnswer>> {
  const found = await tx.answers.findByExternalIds(answers.map(({ answerId }) => answerId));
  const known = new Map(found.map((one) => [one.answerId, one]));
  const otherwise = answers.flatMap((answer) => {
    const before = known.get(answer.answerId);
    return before && !isSameAnswer(before, merged(before, answer)) ? [answer.answerId] : [];
  });
  for (const answerId of otherwise) known.delete(answerId);
  for (const held of await tx.answers.holdByExternalIds(otherwise)) known.set(held.answerId, held);
  return known;
}

/**
 * Many a survey, and each tablet, numbers its responses from 1: somebody else's is another answer, and so is one of another
 * kind or quite another day, and one of nobody known that is of another time or says another score.
 */
function isAnother(known: StoredAnswer, answer: UnsavedAnswer): boolean {
  if (known.kind !== answer.kind) return true;
  if (Math.abs(known.day - answer.day) > mostDaysApart) return true;
  if (known.customerId !== null && answer.customerId !== null) return known.customerId !== answer.customerId;
  if (known.at !== null && known.at === answer.at) return false;
  return known.day !== answer.day || !isGivenAlike(known, answer);
}

/** Whether the same scores were given, on whatever scale they are read. */
function isGivenAlike(a: GivenScores, b: GivenScores): boolean {
  const given = ({ given: own, score, ...parts }: GivenScores) => ({ ...parts, score: own ?? score });
  return isSameScore(given(a), given(b));
}

function isSameScore(a: Scored, b: Scored): boolean {
  return (['score', 'recommend', 'again', 'other'] as const).every((name) => (a[name] ?? null) === (b[name] ?? null));
}

function merged(
  before: StoredAnswer,
  { customerId, respondentId, comment, source, at, day, ...said }: UnsavedAnswer,
): StoredAnswer {
  const scored = !isSameScore(before, said);
  return {
    ...before,
    ...said,
    customerId: customerId ?? before.customerId,
    respondentId: respondentId ?? before.respondentId,
    comment: comment ?? before.comment,
    source: source ?? before.source,
    day,
    at: at ?? (day === before.day ? before.at : null),
    given: said.given ?? null,
    scale: said.scale ?? null,
    negative: scored ? said.negative : before.negative,
  };
}

const told = [
  'customerId',
  'respondentId',
  'day',
  'at',
  'score',
  'given',
  'scale',
  'recommend',
  'again',
  'other',
  'comment',
  'source',
  'public',
] as const satisfies readonly (keyof Telling)[];

function isSameAnswer(a: StoredAnswer, b: StoredAnswer): boolean {
  return told.every((name) => (a[name] ?? null) === (b[name] ?? null));
}

function count(answer: StoredAnswer, sign: 1 | -1, concerns: Map<number, Concern>, sheet: CountSheet): void {
  if (answer.customerId !== null) concerns.set(answer.customerId, 'read-anew');
  else countAnonymous({ ...answer, cliSum: cliSum(answer) }, answer.source ?? '', sign, sheet);
}
