import type { Context } from '../../context.ts';
import { logFault } from '../../errors.ts';
import type { MailTrouble } from '../../facts/reply.ts';
import type { Survey } from '../../loyalty/survey.ts';
import type { TakenMail } from '../../store/desk/mails.ts';
import type { Locale } from '../../text/define-text.ts';
import { toLocale } from '../../text/to-locale.ts';
import { toName } from '../customers/read-names.ts';
import { answerMember } from '../requests/answer-member.ts';
import { stopPath, surveyPath } from './invite-customer.ts';

/** A mail that asks, as facts. */
export interface SurveyMail {
  readonly id: number;
  readonly to: string;
  readonly survey: Survey;
  readonly locale: Locale;
  /** The company that asks. */
  readonly asker: string;
  /** Where the customer answers, and where they stop such mails; without the app's address before them. */
  readonly path: string;
  readonly stopPath: string;
  /** Tries so far, this one counted. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What came of handing a mail to the mail server. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  /** Nothing was accepted; it may be tried again. */
  | { readonly kind: 'later'; readonly why: string }
  /** The address takes no mail. */
  | { readonly kind: 'bounced'; readonly why: string }
  /** This mail will never be taken, whoever it goes to. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It was handed over, and nobody knows whether it was accepted: a second one would be worse than none. */
  | { readonly kind: 'unsure'; readonly why: string };

/** Sending takes no longer: whatever began before that has ended without a word. */
const longestSendingMs = 5 * 60_000;
const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;
const triesForMs = 3 * 86_400_000;

/** The next mail that is due, noted as being sent, so that nobody else sends it; null: none is. */
export async function takeMail({ store, now, workspaceId }: Context): Promise<SurveyMail | null> {
  await store.mails.noteUnsure(new Date(now().getTime() - longestSendingMs));
  for (let mail = await store.mails.take(now()); mail; mail = await store.mails.take(now())) {
    const invitation = await store.invitations.findById(mail.invitationId);
    const isOver = !invitation || invitation.answeredAt !== null || invitation.expiresAt <= now();
    if (isOver || (await store.mails.whyStopped(mail.address)) !== null) {
      await store.mails.noteEnded(mail.id, 'dropped', null);
      continue;
    }
    const { survey, asker, askerLocale, locale } = invitation;
    return {
      ...pick(mail),
      survey,
      asker,
      locale: toLocale(locale) ?? toLocale(askerLocale) ?? 'en',
      path: surveyPath(workspaceId, invitation),
      stopPath: stopPath(workspaceId, invitation),
    };
  }
  return null;
}

function pick({ id, address: to, attempts, createdAt }: TakenMail) {
  return { id, to, attempts, createdAt };
}

/** Notes what came of a mail; an address that takes none gets none any more. */
export async function noteMail({ store, now }: Context, mail: SurveyMail, outcome: MailOutcome): Promise<void> {
  const at = now();
  switch (outcome.kind) {
    case 'sent':
      return store.mails.noteSent(mail.id, at);
    case 'later': {
      if (at.getTime() - mail.createdAt.getTime() > triesForMs)
        return store.mails.noteEnded(mail.id, 'failed', outcome.why);
      const waitMs = Math.min(firstRetryMs * 2 ** (mail.attempts - 1), longestRetryMs);
      return store.mails.noteLater(mail.id, new Date(at.getTime() + waitMs), outcome.why);
    }
    case 'bounced':
      await store.mails.stop(mail.to, 'bounced', at);
      return store.mails.noteEnded(mail.id, 'refused', outcome.why);
    case 'refused':
      return store.mails.noteEnded(mail.id, 'failed', outcome.why);
    case 'unsure':
      return store.mails.noteEnded(mail.id, 'unsure', outcome.why);
  }
}

/**
 * Tells whoever sent a mail that it did not arrive, or may not have, once, in their conversation with the app.
 *
 * @param conversationWith the id of a member's conversation with the app; null: it is a terminal's
 */
export async function tellMailTrouble(
  context: Context,
  conversationWith: (memberId: string) => Promise<string | null>,
): Promise<void> {
  const { store, now, log } = context;
  for (const { id, status, createdBy: memberId, customerId } of await store.mails.untold()) {
    log.info('mail-not-arrived', { mailId: id, status });
    try {
      const channelId = await conversationWith(memberId);
      const [customer] = await store.customers.find([customerId]);
      if (channelId !== null && customer) {
        const { locale: own = null } = (await store.members.find(memberId)) ?? {};
        const locale = own ?? (await store.settings.read()).locale;
        const why: MailTrouble = status === 'refused' || status === 'unsure' ? status : 'failed';
        const note = { kind: 'mail-trouble', customer: toName(customer, 'full'), why } as const;
        const reply = { kind: 'note', note } as const;
        await answerMember(context, { channelId, memberId, locale, reply, requestKey: `mail:${id}` });
      }
      await store.mails.noteTold(id, now());
    } catch (thrown) {
      // One whose conversation does not open keeps no other from being told.
      logFault(thrown, log, { during: 'telling of a mail' });
    }
  }
}

/** Whoever has the link of a mail gets no more of them. @returns false for a link that nobody was sent */
export async function stopMails({ store, now }: Context, token: string): Promise<boolean> {
  const address = await store.mails.addressOf(token);
  if (address === null) return false;
  await store.mails.stop(address, 'unsubscribed', now());
  return true;
}
