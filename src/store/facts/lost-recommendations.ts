import type { Day } from '../../loyalty/time/period.ts';
import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDay } from '../database/typed-values.ts';
import { lossesByExternalId, removeLosses, upsertLosses } from './lost-recommendations.sql.ts';

/** A recommendation that won nobody, as kept. */
export interface StoredLoss {
  readonly recommendationId: string;
  readonly recommenderId: number;
  readonly day: Day;
  /** Minor units; null: the workspace's average customer lifetime value. */
  readonly valueMinor: number | null;
  readonly currency: string | null;
  readonly note: string | null;
}

export function lostRecommendationsStore(sql: Sql, workspaceId: number) {
  return {
    /** Those with these ids. */
    findByExternalId: (ids: readonly string[]): Promise<StoredLoss[]> =>
      sql.rows(lossesByExternalId, [workspaceId, textArray(ids)]),

    /** What these customers recommended without winning anybody, the newest first. */
    async ofCustomers(customerIds: readonly number[]): Promise<StoredLoss[]> {
      const rows = await sql.typed(({ lostRecommendation }) =>
        lostRecommendation.findMany({
          where: { workspaceId, recommenderId: { in: [...customerIds] } },
          orderBy: [{ day: 'desc' }, { externalId: 'asc' }],
        }),
      );
      return rows.map(({ externalId, recommenderId, day, valueMinor, currency, note }) => ({
        recommendationId: externalId,
        recommenderId,
        day: toDay(day),
        valueMinor: valueMinor === null ? null : Number(valueMinor),
        currency,
        note,
      }));
    },

    /** Writes them, each id once, over those with the same id. */
    async upsert(losses: readonly StoredLoss[]): Promise<void> {
      if (losses.length > 0) await sql.run(upsertLosses, [workspaceId, JSON.stringify(losses)]);
    },

    /** @returns how many there were */
    remove: (ids: readonly string[]): Promise<number> => sql.run(removeLosses, [workspaceId, textArray(ids)]),
  };
}
