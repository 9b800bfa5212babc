import { randomBytes } from 'node:crypto';
import type { Survey } from '../../loyalty/survey.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import * as statements from './invitations.sql.ts';

/** A question put to a customer. */
export interface Invitation {
  readonly id: number;
  readonly customerId: number;
  readonly survey: Survey;
  /** What its link ends with. */
  readonly token: string;
  /** The customer's language; null: the reader's browser decides. */
  readonly locale: string | null;
  readonly createdAt: Date;
  /** The link holds until then. */
  readonly expiresAt: Date;
  /** When it was answered first; null: not yet. */
  readonly answeredAt: Date | null;
}

/** With the name of the workspace that asks, and its language. */
export interface AskedBy extends Invitation {
  readonly asker: string;
  readonly askerLocale: string;
}

export type NewInvitation = Omit<Invitation, 'id' | 'token' | 'answeredAt'> & {
  /** A member's id, or the terminal's. */
  readonly createdBy: string;
};

/** As many as a key has: no link is found by trying. */
const tokenBytes = 16;

/** Who was asked what, and whether they answered. */
export function invitationsStore(sql: Sql, workspaceId: number) {
  return {
    /** Asks a customer, whose row is held, unless they were asked since an instant. Null: they were. */
    async add(wanted: NewInvitation, notSince: Date): Promise<Invitation | null> {
      const { customerId, survey, locale, createdBy, createdAt, expiresAt } = wanted;
      const [made] = await sql.rows(statements.invite, [
        workspaceId,
        customerId,
        survey,
        randomBytes(tokenBytes).toString('base64url'),
        locale,
        createdBy,
        createdAt,
        expiresAt,
        notSince,
      ]);
      return made ? toInvitation(made) : null;
    },

    /** The newest of a customer; null: they were never asked. */
    async newestOf(customerId: number): Promise<Invitation | null> {
      const [row] = await sql.rows(statements.newestOf, [workspaceId, customerId]);
      return row ? toInvitation(row) : null;
    },

    /** The one whose link ends with a token, and the name and language of the workspace that asks. */
    async find(token: string): Promise<AskedBy | null> {
      const [row] = await sql.rows(statements.byToken, [workspaceId, token]);
      return row ? withAsker(row) : null;
    },

    async findById(id: number): Promise<AskedBy | null> {
      const [row] = await sql.rows(statements.byId, [workspaceId, id]);
      return row ? withAsker(row) : null;
    },

    /** Those whose links end with these tokens, held until the transaction ends. */
    async hold(tokens: readonly string[]): Promise<Invitation[]> {
      if (tokens.length === 0) return [];
      return (await sql.rows(statements.holdByTokens, [workspaceId, textArray(tokens)])).map(toInvitation);
    },

    /** One of them by its id, held the same way. */
    async holdById(id: number): Promise<Invitation | null> {
      const [row] = await sql.rows(statements.holdById, [workspaceId, id]);
      return row ? toInvitation(row) : null;
    },

    /** Takes a link back that nobody answered and that was not mailed. @returns whose it was; null: it stays, or is gone */
    async takeBack(id: number): Promise<number | null> {
      const [row] = await sql.rows(statements.takeBack, [workspaceId, id]);
      return row?.customerId ?? null;
    },

    async noteAnswered(ids: readonly number[], at: Date): Promise<void> {
      if (ids.length > 0) await sql.run(statements.noteAnswered, [workspaceId, numberArray(ids), at]);
    },
  };
}

function toInvitation({ survey, ...row }: RowOf<typeof statements.newestOf>): Invitation {
  return { ...row, survey: survey as Survey };
}

function withAsker({ asker, askerLocale, ...row }: RowOf<typeof statements.byId>): AskedBy {
  return { ...toInvitation(row), asker, askerLocale };
}
