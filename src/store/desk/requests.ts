import type { Sql } from '../database/sql.ts';
import { forgetAnswered, freeRequests, takeRequest } from './requests.sql.ts';

/** Something a member said to the app in a message. */
export interface NewRequest {
  readonly channelId: string;
  /** Slack's ts of the message; with the channel it names the request. */
  readonly ts: string;
  /** The thread it was said in; null: none. */
  readonly threadTs: string | null;
  readonly memberId: string;
  /** What was said, without the mention of the app. */
  readonly words: string;
}

export interface StoredRequest extends NewRequest {
  readonly id: number;
  /** How often somebody began to answer it, this time included. */
  readonly attempts: number;
}

export function requestsStore(sql: Sql, workspaceId: number) {
  return {
    /** @returns false when the message is known already */
    async add(asked: NewRequest, at: Date): Promise<boolean> {
      const { channelId, ts, threadTs, memberId, words } = asked;
      const key = `${channelId}:${ts}`;
      const data = { workspaceId, key, channelId, ts, threadTs, memberId, words, createdAt: at };
      return (await sql.typed(({ request }) => request.createMany({ data, skipDuplicates: true }))).count > 0;
    },

    /** Takes the oldest that is to be answered and that nobody works on; the lease keeps other processes away. */
    async take(now: Date, leaseUntil: Date): Promise<StoredRequest | null> {
      const [taken] = await sql.rows(takeRequest, [workspaceId, now, leaseUntil]);
      if (!taken) return null;
      return sql.typed(({ request }) =>
        request.findUnique({
          where: { workspaceId_id: { workspaceId, id: taken.id } },
          omit: { workspaceId: true, key: true, leaseUntil: true, createdAt: true, answeredAt: true },
        }),
      );
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(freeRequests, [workspaceId]);
    },

    /** Notes that its answer is written by this transaction. @returns false when it was answered before: then don't */
    async noteAnswered(id: number, at: Date): Promise<boolean> {
      const where = { workspaceId, id, answeredAt: null };
      const data = { answeredAt: at, leaseUntil: null };
      return (await sql.typed(({ request }) => request.updateMany({ where, data }))).count === 1;
    },

    /** Forgets what was answered before an instant. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(forgetAnswered, [workspaceId, before, most]);
    },
  };
}
