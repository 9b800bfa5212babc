import type { CardState } from '../../loyalty/follow-up.ts';
import type { Sql } from '../database/sql.ts';
import { addAfterPost, addPosts, addUpdate, countCards, forgetSettled, newestSharedAlert } from './outbox.sql.ts';

/** What is to be said in a channel. */
export interface NewPost {
  /** A conversation's id (C…, G…, D…), never a member's: messages are looked for in it. */
  readonly channelId: string;
  /** What it is about, for example follow-up:12; replies and edits find the message by it. */
  readonly subject: string;
  /** A second row with the same key is not written. */
  readonly key: string;
  /** Kind, ids and facts; words are made when it is sent. */
  readonly announcement: unknown;
  /** A message of somebody else's, in whose thread it goes. */
  readonly threadTs?: string | null;
  /** The one member who is to see it; all, where left out. */
  readonly visibleTo?: string | null;
}

/** What follows a post: it goes to the channel where the newest post of its subject went. */
export type NewReply = Pick<NewPost, 'subject' | 'key' | 'announcement'>;

/**
 * What is to be said in Slack. Call it inside the transaction of what causes it, so that both are there or neither.
 * `at` is the instant of writing.
 */
export function outboxStore(sql: Sql, workspaceId: number) {
  const afterPost = async (kind: 'reply' | 'delete' | 'canvas', { subject, key, announcement }: NewReply, at: Date) =>
    (await sql.run(addAfterPost, [workspaceId, kind, subject, key, JSON.stringify(announcement), at])) > 0;

  /** What is to be posted, in this order. @returns the keys of those that are new */
  const addAll = async (posts: readonly NewPost[], at: Date): Promise<string[]> => {
    if (posts.length === 0) return [];
    const rows = await sql.rows(addPosts, [
      workspaceId,
      posts.map((post) => post.channelId),
      posts.map((post) => post.subject),
      posts.map((post) => post.key),
      posts.map((post) => JSON.stringify(post.announcement)),
      at,
      posts.map((post) => post.threadTs ?? null),
      posts.map((post) => post.visibleTo ?? null),
    ]);
    return rows.map((row) => row.key);
  };

  return {
    addAll,

    /** @returns whether it is new; false when a row with its key is there already */
    add: async (post: NewPost, at: Date): Promise<boolean> => (await addAll([post], at)).length > 0,

    /** A message in the thread of the subject's post. @returns false when it is there already or nothing was posted */
    addReply: (reply: NewReply, at: Date): Promise<boolean> => afterPost('reply', reply, at),

    /** What the subject's post says, also as a canvas of its channel. @returns false when that is asked for already */
    addCanvas: (canvas: Omit<NewReply, 'announcement'>, at: Date): Promise<boolean> =>
      afterPost('canvas', { ...canvas, announcement: {} }, at),

    /** Takes the subject's post away. @returns false when that is asked for already or nothing was posted */
    addDelete: (removal: Omit<NewReply, 'announcement'>, at: Date): Promise<boolean> =>
      afterPost('delete', { ...removal, announcement: {} }, at),

    /**
     * An edit of the subject's post. While one waits, a second is the same one: its words are made when it is sent.
     * Touching the waiting row holds it until this transaction ends; sent a moment earlier, it would miss this change.
     *
     * @returns false when nothing was posted
     */
    async addUpdate({ subject, announcement }: Pick<NewReply, 'subject' | 'announcement'>, at: Date): Promise<boolean> {
      return (await sql.run(addUpdate, [workspaceId, subject, JSON.stringify(announcement), at])) > 0;
    },

    /** What the subject's newest post says; null: there is none. */
    async announcementOf(subject: string): Promise<unknown> {
      const where = { workspaceId, subject, kind: 'post' };
      const post = await sql.typed(({ outboxRow }) => outboxRow.findFirst({ where, orderBy: { id: 'desc' } }));
      return post?.announcement ?? null;
    },

    /** Where the subject's post is, once it is sent. */
    async findPost(subject: string): Promise<{ readonly channelId: string; readonly ts: string } | null> {
      const post = await sql.typed(({ outboxRow }) =>
        outboxRow.findFirst({
          where: { workspaceId, subject, kind: 'post', status: 'sent' },
          orderBy: { id: 'desc' },
          select: { channelId: true, ts: true },
        }),
      );
      return post && { channelId: post.channelId, ts: post.ts ?? '' };
    },

    /** Whether something was sent to a channel since an instant. */
    async hasSentSince(channelId: string, since: Date): Promise<boolean> {
      const where = { workspaceId, channelId, status: 'sent', sentAt: { gte: since } };
      return (await sql.typed(({ outboxRow }) => outboxRow.findFirst({ where, select: { id: true } }))) !== null;
    },

    /** How many cards were written for a channel since an instant, up to a number. */
    async countCards(channelId: string, since: Date, now: Date, most: number): Promise<number> {
      const [row] = await sql.rows(countCards, [workspaceId, channelId, since, now, most]);
      return row?.cards ?? 0;
    },

    /** What the newest message of a channel is about that alerts share, if it was written since an instant. */
    async newestSharedAlert(channelId: string, since: Date, now: Date): Promise<string | null> {
      const [row] = await sql.rows(newestSharedAlert, [workspaceId, channelId, since, now]);
      return row?.subject ?? null;
    },

    /** What the subject's message shows of the newest edit of it. */
    async stateOf(subject: string): Promise<CardState> {
      const newest = (kind: string) =>
        sql.typed(({ outboxRow }) =>
          outboxRow.findFirst({ where: { workspaceId, subject, kind }, orderBy: { id: 'desc' } }),
        );
      const post = await newest('post');
      if (!post || post.status === 'failed' || post.status === 'dropped') return { kind: 'none' };
      const row = post.status === 'sent' ? await newest('update') : post;
      if (!row || row.status === 'sent') return { kind: 'shown' };
      if (row.status === 'dropped') return { kind: 'none' };
      if (row.status === 'failed') return { kind: 'given-up', reason: row.error?.split(' ', 1)[0] ?? '' };
      // What would make the same call there waits with the first that was refused.
      const { channelId, kind } = row;
      const held = await sql.typed(({ outboxRow }) =>
        outboxRow.findFirst({ where: { workspaceId, channelId, kind, waitsFor: { not: null }, status: 'waiting' } }),
      );
      const reason = row.waitsFor ?? held?.waitsFor ?? null;
      return reason === null ? { kind: 'soon' } : { kind: 'refused', reason };
    },

    /** How many messages Slack did not take since then, and how many wait as it does not take them. */
    countUndelivered: (since: Date): Promise<number> =>
      sql.typed(({ outboxRow }) => {
        const failed = { status: 'failed', createdAt: { gte: since } };
        const held = { waitsFor: { not: null }, status: { in: ['waiting', 'sending'] } };
        return outboxRow.count({ where: { workspaceId, OR: [failed, held] } });
      }),

    /**
     * Forgets what was written before an instant and is settled. The post stays of a follow-up that is not done or of an
     * import that runs, and of whatever something is still to be sent about: edits and replies find their way by it.
     */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(forgetSettled, [workspaceId, before, most]);
    },
  };
}
