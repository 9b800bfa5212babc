import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

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
    async findByExternalId(ids: readonly string[]): Promise<StoredLoss[]> {
      const rows = await sql.rows<LossRow>(
        `SELECT ${columns} FROM lost_recommendations WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(ids)],
      );
      return rows.map(toLoss);
    },

    /** What these customers recommended without winning anybody, the newest first. */
    async ofCustomers(customerIds: readonly number[]): Promise<StoredLoss[]> {
      if (customerIds.length === 0) return [];
      const rows = await sql.rows<LossRow>(
        `SELECT ${columns} FROM lost_recommendations WHERE workspace_id = $1 AND recommender_id = ANY($2::int[])
         ORDER BY day DESC, external_id`,
        [workspaceId, numberArray(customerIds)],
      );
      return rows.map(toLoss);
    },

    /** Writes them, each id once, over those with the same id. */
    async upsert(losses: readonly StoredLoss[]): Promise<void> {
      if (losses.length === 0) return;
      await sql.run(
        `INSERT INTO lost_recommendations (workspace_id, external_id, recommender_id, day, value_minor, currency, note)
         SELECT $1, id, recommender_id, ${epochDay} + day, value_minor, currency, note
         FROM jsonb_to_recordset($2::jsonb) AS n(id text, recommender_id int, day int, value_minor bigint, currency text, note text)
         ON CONFLICT (workspace_id, external_id) DO UPDATE
         SET recommender_id = excluded.recommender_id, day = excluded.day, value_minor = excluded.value_minor,
             currency = excluded.currency, note = excluded.note`,
        [
          workspaceId,
          JSON.stringify(
            losses.map((loss) => ({
              id: loss.recommendationId,
              recommender_id: loss.recommenderId,
              day: loss.day,
              value_minor: loss.valueMinor,
              currency: loss.currency,
              note: loss.note,
            })),
          ),
        ],
      );
    },

    /** @returns how many there were */
    async remove(ids: readonly string[]): Promise<number> {
      if (ids.length === 0) return 0;
      return sql.run(
        `DELETE FROM lost_recommendations WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(ids)],
      );
    },
  };
}

const columns = `external_id, recommender_id, day - ${epochDay} AS day, value_minor, currency, note`;

interface LossRow {
  readonly external_id: string;
  readonly recommender_id: number;
  readonly day: number;
  readonly value_minor: string | null;
  readonly currency: string | null;
  readonly note: string | null;
}

function toLoss(row: LossRow): StoredLoss {
  return {
    recommendationId: row.external_id,
    recommenderId: row.recommender_id,
    day: row.day,
    valueMinor: row.value_minor === null ? null : Number(row.value_minor),
    currency: row.currency,
    note: row.note,
  };
}
