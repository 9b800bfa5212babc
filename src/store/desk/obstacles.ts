import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import * as statements from './obstacles.sql.ts';

/** Slack refuses what is to be sent to a channel, for a reason that somebody can mend. */
export type StoredObstacle = RowOf<typeof statements.untold>;

/** Why messages wait. Delivery writes an obstacle down with the first message that waits for it. */
export function obstaclesStore(sql: Sql, workspaceId: number) {
  return {
    /** Those that the admins were not told of yet. */
    untold: (): Promise<StoredObstacle[]> => sql.rows(statements.untold, [workspaceId]),

    /** Answers that wait in a channel, of which who asked was not told yet; under the subject `request:ID:held` they are. */
    answersHeld: (): Promise<RowOf<typeof statements.answersHeld>[]> => sql.rows(statements.answersHeld, [workspaceId]),

    /** @returns whether it is this call that notes it; who tells the admins does so in the same transaction */
    async noteTold({ channelId, reason, since }: StoredObstacle, at: Date): Promise<boolean> {
      return (await sql.run(statements.noteTold, [workspaceId, channelId, reason, since, at])) > 0;
    },

    /** Those for which nothing waits any more are over. */
    endThoseOver: () => sql.rows(statements.endThoseOver, [workspaceId]),

    /** How many messages wait; null: it is over. */
    async countWaiting({ channelId, reason, since }: StoredObstacle): Promise<number | null> {
      const [row] = await sql.rows(statements.waitingIn, [workspaceId, channelId, reason, since]);
      return row?.waiting ?? null;
    },

    /** What waits in a channel is tried now. @returns how many messages that are */
    tryNow: (channelId: string, now: Date): Promise<number> =>
      sql.run(statements.tryNow, [workspaceId, channelId, now]),

    /** What is still to be posted in a channel goes to another one. @returns how many messages that are */
    async moveWaiting(from: string, to: string, now: Date, which: 'all' | 'alerts' = 'all'): Promise<number> {
      const [row] = await sql.rows(statements.moveWaiting, [workspaceId, from, to, now, which === 'alerts']);
      return row?.moved ?? 0;
    },
  };
}
