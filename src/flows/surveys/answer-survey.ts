import type { Context } from '../../context.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import { changeableHours, longestWords, type Survey, type SurveyScores } from '../../loyalty/survey.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { Invitation } from '../../store/desk/invitations.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { Locale } from '../../text/define-text.ts';
import { toLocale } from '../../text/to-locale.ts';
import { storable } from '../../text/typed.ts';
import { withdrawFollowUps } from '../follow-ups/withdraw-follow-ups.ts';
import { answerRecorder } from '../imports/record-answers.ts';

/** The company that asks. */
export interface Asker {
  readonly name: string;
  readonly locale: Locale;
  /** The language of whom it asks; null: not known. */
  readonly asksIn: Locale | null;
}

/** What a link opens; nothing of it says who was asked. */
export type OpenedSurvey =
  | {
      readonly kind: 'open';
      readonly survey: Survey;
      readonly asker: Asker;
      /** Until when an answer that was given can be changed; null: none was. */
      readonly changeableUntil: Date | null;
    }
  /** It held once, or was answered and can be changed no more. */
  | { readonly kind: 'expired' | 'answered'; readonly asker: Asker }
  | { readonly kind: 'unknown' };

/** Reads what a link opens. */
export async function openSurvey({ store, now }: Context, token: string): Promise<OpenedSurvey> {
  const found = await store.invitations.find(token);
  if (!found) return { kind: 'unknown' };
  const { survey } = found;
  const asker = {
    name: found.asker,
    locale: toLocale(found.askerLocale) ?? 'en',
    asksIn: toLocale(found.locale),
  } as const;
  const closed = whyClosed(found, now());
  if (closed) return { kind: closed, asker };
  return { kind: 'open', survey, asker, changeableUntil: changeableUntil(found) };
}

export interface SurveyAnswer {
  /** What the link ended with. */
  readonly token: string;
  readonly scores: SurveyScores;
  readonly comment: string;
}

/** What came of an answer. */
export type AnswerSurveyOutcome = 'recorded' | 'changed' | 'expired' | 'answered' | 'unknown';

/** Where answers of surveys come from, among the sources of answers. */
export const surveySource = 'survey';

/**
 * Notes what customers answered, in one transaction, with all that follows from it: the figures, and a follow-up where an answer is
 * negative. The same link again, within a day, changes the answer.
 *
 * @param answers of different links
 * @returns what came of each, by its token
 */
export async function answerSurveys(
  context: Context,
  answers: readonly SurveyAnswer[],
): Promise<ReadonlyMap<string, AnswerSurveyOutcome>> {
  const outcomes = await context.transaction((tx) => record(context, tx, answers));
  context.nudgeDelivery();
  return outcomes;
}

async function record(
  context: Context,
  tx: WorkspaceStore,
  answers: readonly SurveyAnswer[],
): Promise<ReadonlyMap<string, AnswerSurveyOutcome>> {
  const settings = await tx.settings.hold();
  const now = context.now();
  const held = await tx.invitations.hold(answers.map(({ token }) => token));
  const customers = new Map(
    (await tx.customers.find(held.map(({ customerId }) => customerId))).map((one) => [one.id, one]),
  );
  const given = new Map(answers.map((answer) => [answer.token, answer]));
  const outcomes = new Map<string, AnswerSurveyOutcome>(answers.map(({ token }) => [token, 'unknown']));
  const open: { readonly invitation: Invitation; readonly answer: NewAnswer }[] = [];
  for (const invitation of held) {
    const said = given.get(invitation.token);
    const customer = customers.get(invitation.customerId);
    if (!said || !customer) continue;
    const closed = whyClosed(invitation, now);
    outcomes.set(invitation.token, closed ?? (invitation.answeredAt === null ? 'recorded' : 'changed'));
    if (!closed)
      open.push({ invitation, answer: toAnswer(invitation, said, customer.externalId, { now, ...settings }) });
  }
  const options = { makeCustomers: false, followUps: 'recent', rewrites: true } as const;
  const recorder = answerRecorder(context, tx, settings, options);
  const notTaken = await recorder.take(open.map(({ answer }) => answer));
  if (notTaken.length > 0) throw new Error('The answer to a survey was not taken');
  for (const { invitation, answer } of open) {
    if (answer.comment === null && invitation.answeredAt !== null) await takeWordsBack(tx, answer.answerId, now);
  }
  await recorder.settle();
  await tx.invitations.noteAnswered(
    open.map(({ invitation }) => invitation.id),
    now,
  );
  if (open.length > 0) await tx.figureChecks.ask();
  return outcomes;
}

function toAnswer(
  { id, survey, answeredAt }: Invitation,
  { scores, comment }: SurveyAnswer,
  customer: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): NewAnswer {
  const at = answeredAt ?? now;
  const words = storable(comment).trim().slice(0, longestWords).trim();
  return {
    ...noScores,
    ...scores,
    answerId: `invitation:${id}`,
    customer,
    kind: survey,
    day: localDay(at, timeZone),
    at: at.getTime(),
    comment: words === '' ? null : words,
    source: surveySource,
    public: false,
    markedNegative: null,
  };
}

const noScores = { score: null, recommend: null, again: null, other: null } as const;

function whyClosed(invitation: Invitation, now: Date): 'expired' | 'answered' | null {
  const until = changeableUntil(invitation);
  if (until) return now < until ? null : 'answered';
  return now < invitation.expiresAt ? null : 'expired';
}

function changeableUntil({ answeredAt }: Invitation): Date | null {
  return answeredAt && new Date(answeredAt.getTime() + changeableHours * 3_600_000);
}

/** A file that leaves words out says nothing of them; whoever empties the field takes them back. */
async function takeWordsBack(tx: WorkspaceStore, answerId: string, now: Date): Promise<void> {
  const kept = await tx.answers.find(answerId);
  if (!kept || kept.comment === null) return;
  await tx.answers.correct({ ...kept, comment: null });
  if (kept.followUpId !== null) await withdrawFollowUps(tx, [{ id: kept.followUpId, gone: false }], now);
}
