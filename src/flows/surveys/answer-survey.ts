import type { Context } from '../../context.ts';
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
  readonly scores: SurveyScores;
  readonly comment: string;
}

/** What came of an answer. */
export type AnswerSurveyOutcome = 'recorded' | 'changed' | 'expired' | 'answered' | 'unknown';

/** Where answers of surveys come from, among the sources of answers. */
export const surveySource = 'survey';

/**
 * Notes what a customer answered, with all that follows from it: the figures, and a follow-up where it is negative. The same
 * link again, within a day, changes the answer.
 */
export async function answerSurvey(
  context: Context,
  token: string,
  { scores, comment: typed }: SurveyAnswer,
): Promise<AnswerSurveyOutcome> {
  const outcome = await context.transaction(async (tx): Promise<AnswerSurveyOutcome> => {
    const settings = await tx.settings.hold();
    const invitation = await tx.invitations.hold(token);
    if (!invitation) return 'unknown';
    const now = context.now();
    const closed = whyClosed(invitation, now);
    if (closed) return closed;
    const [customer] = await tx.customers.find([invitation.customerId]);
    if (!customer) return 'unknown';
    const answerId = `invitation:${invitation.id}`;
    const answeredAt = invitation.answeredAt ?? now;
    const words = storable(typed).trim().slice(0, longestWords).trim();
    const options = { makeCustomers: false, followUps: 'recent', rewrites: true } as const;
    const recorder = answerRecorder(context, tx, settings, options);
    const notTaken = await recorder.take([
      {
        ...noScores,
        ...scores,
        answerId,
        customer: customer.externalId,
        kind: invitation.survey,
        day: localDay(answeredAt, settings.timeZone),
        at: answeredAt.getTime(),
        comment: words === '' ? null : words,
        source: surveySource,
        public: false,
        markedNegative: null,
      },
    ]);
    if (notTaken.length > 0) throw new Error('The answer to a survey was not taken');
    if (words === '' && invitation.answeredAt !== null) await takeWordsBack(tx, answerId, now);
    await recorder.settle();
    await tx.invitations.noteAnswered(invitation.id, now);
    await tx.figureChecks.ask();
    return invitation.answeredAt === null ? 'recorded' : 'changed';
  });
  context.nudgeDelivery();
  return outcome;
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
