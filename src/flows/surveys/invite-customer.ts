import type { Context } from '../../context.ts';
import { contactLimitDays, linkHoldsDays, mayBeAskedFrom, type Survey } from '../../loyalty/survey.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { Invitation } from '../../store/desk/invitations.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { Locale } from '../../text/define-text.ts';
import { toLocale } from '../../text/to-locale.ts';

/** Who is asked, who asks, and in which language. */
interface Asks {
  readonly customer: Customer;
  readonly asker: string;
  readonly asksIn: Locale;
}

interface AskedLately {
  readonly askedDay: Day;
  readonly isAnswered: boolean;
  readonly againFrom: Day;
}

export type InviteOutcome =
  /** Or what was made before, and is not answered yet. */
  | ({ readonly kind: 'invited'; readonly invitation: Invitation; readonly isNew: boolean } & Asks)
  | ({ readonly kind: 'asked-lately' } & Pick<Asks, 'customer'> & AskedLately)
  | { readonly kind: 'gone' };

/**
 * Asks a customer: makes the link of a survey, which whoever asks hands on. Nobody is asked twice within the contact limit,
 * whatever the survey; while a link holds and is not answered, the same one is given again.
 */
export function inviteCustomer(
  context: Context,
  { customerId, survey }: { readonly customerId: number; readonly survey: Survey },
  memberId: string,
): Promise<InviteOutcome> {
  return context.transaction(async (tx): Promise<InviteOutcome> => {
    const { timeZone } = await tx.settings.read();
    const [customer] = await tx.customers.hold([customerId]);
    if (!customer) return { kind: 'gone' };
    const now = context.now();
    const locale = toLocale(customer.language);
    const wanted = {
      customerId,
      survey,
      locale,
      createdBy: memberId,
      createdAt: now,
      expiresAt: later(now, linkHoldsDays),
    };
    const made = await tx.invitations.add(wanted, later(now, -contactLimitDays));
    if (made) {
      await tx.audit.add(now, memberId, 'customer.asked', `customer:${customerId}`, { survey });
      return { kind: 'invited', invitation: made, isNew: true, customer, ...(await readAsker(tx, made)) };
    }
    const last = await tx.invitations.newestOf(customerId);
    if (!last) throw new Error('Nobody was asked, and nobody may be');
    const stillHolds = last.survey === survey && last.answeredAt === null && last.expiresAt > now;
    if (stillHolds)
      return { kind: 'invited', invitation: last, isNew: false, customer, ...(await readAsker(tx, last)) };
    const askedDay = localDay(last.createdAt, timeZone);
    return {
      kind: 'asked-lately',
      customer,
      askedDay,
      isAnswered: last.answeredAt !== null,
      againFrom: mayBeAskedFrom(askedDay),
    };
  });
}

async function readAsker(tx: WorkspaceStore, { token }: Invitation): Promise<Omit<Asks, 'customer'>> {
  const found = await tx.invitations.find(token);
  return { asker: found?.asker ?? '', asksIn: toLocale(found?.locale) ?? toLocale(found?.askerLocale) ?? 'en' };
}

/**
 * Takes a link back that was made by mistake: it opens nothing any more, and the customer may be asked again. What was answered,
 * or mailed, stays.
 *
 * @returns whether it was taken back
 */
export function takeInvitationBack(context: Context, invitationId: number, memberId: string): Promise<boolean> {
  return context.transaction(async (tx) => {
    if (!(await tx.invitations.holdById(invitationId))) return false;
    const customerId = await tx.invitations.takeBack(invitationId);
    if (customerId === null) return false;
    await tx.audit.add(context.now(), memberId, 'customer.not-asked', `customer:${customerId}`, {});
    return true;
  });
}

function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs);
}

const dayMs = 86_400_000;

/** Where whoever got a link by mail stops such mails. */
export function stopPath(workspaceId: number, { token }: Pick<Invitation, 'token'>): string {
  return `/u/${workspaceId}-${token}`;
}

/** What the link of an invitation ends with. */
export function surveyPath(workspaceId: number, { token }: Pick<Invitation, 'token'>): string {
  return `/s/${workspaceId}-${token}`;
}
