import type { Sql } from '../database/sql.ts';
import * as statements from './mails.sql.ts';

export type MailStatus = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'unsure' | 'dropped';
/** Why an address gets no mail any more. */
export type MailStop = 'unsubscribed' | 'bounced';

/** A mail that is being sent. */
export interface TakenMail {
  readonly id: number;
  readonly invitationId: number;
  /** In small letters. */
  readonly address: string;
  /** This one counted. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What was sent to customers by mail, what waits, and who wants none. Addresses are in small letters. */
export function mailsStore(sql: Sql, workspaceId: number) {
  return {
    /** @returns whether it was written: not where there is one, nothing is left to ask, or the address gets none */
    async add(mail: { invitationId: number; address: string; createdBy: string; at: Date }): Promise<boolean> {
      const { invitationId, address, createdBy, at } = mail;
      const made = await sql.rows(statements.addMail, [workspaceId, invitationId, address, createdBy, at]);
      return made.length > 0;
    },

    /** The next that is due, noted as being sent; null: none is. */
    async take(now: Date): Promise<TakenMail | null> {
      const [mail] = await sql.rows(statements.takeMail, [workspaceId, now]);
      return mail ?? null;
    },

    async noteSent(id: number, at: Date): Promise<void> {
      await sql.run(statements.noteSent, [workspaceId, id, at]);
    },

    /** It is tried again from an instant on. */
    async noteLater(id: number, runAt: Date, error: string): Promise<void> {
      await sql.run(statements.noteLater, [workspaceId, id, runAt, error]);
    },

    /** It is not sent any more, or not sent again. */
    async noteEnded(
      id: number,
      status: 'refused' | 'failed' | 'unsure' | 'dropped',
      error: string | null,
    ): Promise<void> {
      await sql.run(statements.noteEnded, [workspaceId, id, status, error]);
    },

    /** Those whose sending began before an instant and never ended. */
    async noteUnsure(before: Date): Promise<void> {
      await sql.run(statements.noteUnsure, [workspaceId, before]);
    },

    /** Those that did not arrive, or of which it is not known, and nobody was told. */
    async untold(): Promise<{ id: number; status: MailStatus; createdBy: string; customerId: number }[]> {
      const rows = await sql.rows(statements.untold, [workspaceId]);
      return rows.map(({ status, ...row }) => ({ ...row, status: status as MailStatus }));
    },

    async noteTold(id: number, at: Date): Promise<void> {
      await sql.run(statements.noteMailTold, [workspaceId, id, at]);
    },

    /** The mail of an invitation; null: there is none. */
    async find(invitationId: number): Promise<{ status: MailStatus; sentAt: Date | null } | null> {
      const [row] = await sql.rows(statements.mailOf, [workspaceId, invitationId]);
      return row ? { ...row, status: row.status as MailStatus } : null;
    },

    /** Why an address gets no mail; null: it does. */
    async whyStopped(address: string): Promise<MailStop | null> {
      const [row] = await sql.rows(statements.stopOf, [workspaceId, address]);
      return row ? (row.reason as MailStop) : null;
    },

    async stop(address: string, reason: MailStop, at: Date): Promise<void> {
      await sql.run(statements.addStop, [workspaceId, address, reason, at]);
    },

    /** Where the mail went whose link ends with a token; null: there was none. */
    async addressOf(token: string): Promise<string | null> {
      const [row] = await sql.rows(statements.addressOf, [workspaceId, token]);
      return row?.address ?? null;
    },
  };
}
