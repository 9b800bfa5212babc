import type { Context } from '../../context.ts';
import type { Customer } from '../../store/facts/customers.ts';

export type MailSurveyOutcome =
  | { readonly kind: 'gone' }
  | ({ readonly customer: Customer } & (
      | { readonly kind: 'queued'; readonly address: string }
      /** It was sent before, or is about to be. */
      | { readonly kind: 'mailed' }
      | { readonly kind: 'no-server' | 'no-address' | 'unsubscribed' | 'bounced' | 'closed' }
    ));

/** The address that an invitation can be sent to by mail; null: none is known, it wants no mail, or it has this one. */
export async function whereToMail(
  { store, sendsMail }: Context,
  invitationId: number,
  email: string | null,
): Promise<string | null> {
  const address = sendsMail ? addressIn(email) : '';
  if (address === '' || (await store.mails.whyStopped(address)) !== null) return null;
  return (await store.mails.find(invitationId)) === null ? address : null;
}

const addressIn = (email: string | null) => email?.trim().toLowerCase() ?? '';

/**
 * Sends the link of an invitation to the customer's address. It goes out once: a mail of an invitation is one row. An address
 * that wants no mail, or that takes none, gets none.
 */
export async function mailSurvey(context: Context, invitationId: number, memberId: string): Promise<MailSurveyOutcome> {
  const outcome = await context.transaction(async (tx): Promise<MailSurveyOutcome> => {
    // Nobody takes it back meanwhile.
    const invitation = await tx.invitations.holdById(invitationId);
    const [customer] = invitation ? await tx.customers.find([invitation.customerId]) : [];
    if (!invitation || !customer) return { kind: 'gone' };
    if (!context.sendsMail) return { kind: 'no-server', customer };
    const address = addressIn(customer.email);
    if (address === '') return { kind: 'no-address', customer };
    const at = context.now();
    if (await tx.mails.add({ invitationId, address, createdBy: memberId, at })) {
      await tx.audit.add(at, memberId, 'customer.mailed', `customer:${customer.id}`, { survey: invitation.survey });
      return { kind: 'queued', customer, address };
    }
    if (await tx.mails.find(invitationId)) return { kind: 'mailed', customer };
    return { kind: (await tx.mails.whyStopped(address)) ?? 'closed', customer };
  });
  context.nudgeMails?.();
  return outcome;
}
