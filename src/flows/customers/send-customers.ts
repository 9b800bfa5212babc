import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import type { Locale } from '../../text/define-text.ts';

/** Who wants a list as a file, where, and by which press: a press that comes again sends nothing more. */
export interface FileRequest {
  readonly memberId: string;
  /** The member's conversation with the app. */
  readonly channelId: string;
  readonly locale: Locale;
  readonly requestKey: string;
}

/** Sends a list of customers as a file to the one who asked for it, and notes that. */
export async function sendCustomers(
  context: Context,
  query: CustomerQuery,
  { memberId, channelId, locale, requestKey }: FileRequest,
): Promise<void> {
  await context.transaction(async (tx) => {
    const subject = `customers:${requestKey}`;
    const announcement: Announcement = { kind: 'customer-file', query, locale };
    if (!(await tx.outbox.add({ channelId, subject, key: subject, announcement }, context.now()))) return;
    await noteExport(tx, context.now(), memberId, query);
  });
  context.nudgeDelivery();
}

/** Notes who had customers as a file. @param actor a member's id, or "shell" */
export async function noteExport(
  { audit }: Pick<Context['store'], 'audit'>,
  at: Date,
  actor: string,
  query: CustomerQuery,
): Promise<void> {
  await audit.add(at, actor, 'customers.exported', 'customers', { query });
}
