import type { StoredFacts } from '../../loyalty/prediction/facts.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export type PredictionStatus = 'waiting' | 'running' | 'finished' | 'failed';

/** A run of the prediction, of a night or asked for. */
export interface PredictionRun {
  readonly id: number;
  /** Orders before this day count. */
  readonly asOf: Day;
  readonly status: PredictionStatus;
  /** Null: of the night. */
  readonly memberId: string | null;
  readonly locale: 'en' | 'da' | 'nb' | null;
  readonly currency: string;
  /** Customers whose orders are read so far. */
  readonly customers: number;
  /** Of a finished one. */
  readonly facts: StoredFacts | null;
  readonly error: string | null;
  readonly leaseUntil: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface FinishedRun extends PredictionRun {
  readonly facts: StoredFacts;
}

export function predictionRunsStore(sql: Sql, workspaceId: number) {
  const one = async (text: string, parameters: readonly unknown[] = []): Promise<PredictionRun | null> =>
    (await sql.rows<RunRow>(text, [workspaceId, ...parameters]))[0] ?? null;

  return {
    find: (id: number) => one(`SELECT ${columns} FROM prediction_runs WHERE workspace_id = $1 AND id = $2`, [id]),

    /** The newest that is finished: what it says holds. */
    async newest(): Promise<FinishedRun | null> {
      const [row] = await sql.prepared<RunRow>(
        `SELECT ${columns} FROM prediction_runs WHERE workspace_id = $1 AND status = 'finished' ORDER BY id DESC LIMIT 1`,
        [workspaceId],
      );
      return row?.facts ? { ...row, facts: row.facts } : null;
    },

    /** The one that waits or runs. */
    atWork: () =>
      one(`SELECT ${columns} FROM prediction_runs WHERE workspace_id = $1 AND status IN ('waiting', 'running')`),

    /** Asks for a run. @returns its id; null when there is one of this key already, or one is at work */
    async ask(asked: {
      readonly key: string;
      readonly asOf: Day;
      readonly currency: string;
      readonly memberId: string | null;
      readonly locale: string | null;
      readonly at: Date;
    }): Promise<number | null> {
      const [row] = await sql.rows<{ id: number }>(
        `INSERT INTO prediction_runs (workspace_id, key, as_of_day, currency, member_id, locale, created_at)
         VALUES ($1, $2, ${epochDay} + $3::int, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [workspaceId, asked.key, asked.asOf, asked.currency, asked.memberId, asked.locale, asked.at],
      );
      return row?.id ?? null;
    },

    /** Whether there is, or was, a run of this key. */
    async isKnown(key: string): Promise<boolean> {
      const rows = await sql.rows(`SELECT 1 FROM prediction_runs WHERE workspace_id = $1 AND key = $2`, [
        workspaceId,
        key,
      ]);
      return rows.length > 0;
    },

    /** Takes the run at work unless another process holds it; the lease keeps others away. */
    take: (now: Date, leaseUntil: Date) =>
      one(
        `UPDATE prediction_runs SET status = 'running', lease_until = $3, started_at = $2, customers = 0
         WHERE (workspace_id, id) = (
           SELECT workspace_id, id FROM prediction_runs
           WHERE workspace_id = $1 AND (status = 'waiting' OR (status = 'running' AND lease_until < $2))
           ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING ${columns}`,
        [now, leaseUntil],
      ),

    /**
     * Keeps the lease and notes how far it is.
     *
     * @throws Error when the lease was lost to another process
     */
    async advance(id: number, lease: Date, leaseUntil: Date, customers: number): Promise<void> {
      const written = await sql.run(
        `UPDATE prediction_runs SET lease_until = $4, customers = $5
         WHERE workspace_id = $1 AND id = $2 AND status = 'running' AND lease_until = $3`,
        [workspaceId, id, lease, leaseUntil, customers],
      );
      if (written !== 1) throw new Error('Another process goes on with this prediction');
    },

    /** @returns false when the lease was lost meanwhile */
    async finish(id: number, lease: Date, facts: StoredFacts, at: Date): Promise<boolean> {
      const written = await sql.run(
        `UPDATE prediction_runs SET status = 'finished', facts = $4, finished_at = $5, lease_until = NULL
         WHERE workspace_id = $1 AND id = $2 AND status = 'running' AND lease_until = $3`,
        [workspaceId, id, lease, JSON.stringify(facts), at],
      );
      return written === 1;
    },

    async fail(id: number, error: string, at: Date): Promise<boolean> {
      const written = await sql.run(
        `UPDATE prediction_runs SET status = 'failed', error = $3, finished_at = $4, lease_until = NULL
         WHERE workspace_id = $1 AND id = $2 AND status IN ('waiting', 'running')`,
        [workspaceId, id, error, at],
      );
      return written === 1;
    },

    /** Lets another look, or process, begin it anew at once. */
    async giveBack(id: number): Promise<void> {
      await sql.run(
        `UPDATE prediction_runs SET status = 'waiting', lease_until = NULL
         WHERE workspace_id = $1 AND id = $2 AND status = 'running'`,
        [workspaceId, id],
      );
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(
        `UPDATE prediction_runs SET status = 'waiting', lease_until = NULL
         WHERE workspace_id = $1 AND status = 'running'`,
        [workspaceId],
      );
    },

    /** Forgets runs that ended before an instant; the newest finished one stays. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT id FROM prediction_runs r
           WHERE workspace_id = $1 AND finished_at < $2 AND EXISTS (
             SELECT FROM prediction_runs n WHERE n.workspace_id = $1 AND n.status = 'finished' AND n.id > r.id
           ) LIMIT $3 FOR UPDATE SKIP LOCKED
         )
         DELETE FROM prediction_runs r USING old WHERE r.workspace_id = $1 AND r.id = old.id`,
        [workspaceId, before, most],
      );
    },
  };
}

interface RunRow extends PredictionRun {
  readonly [column: string]: unknown;
}

const columns = `id, as_of_day - ${epochDay} AS "asOf", status, member_id AS "memberId", locale, currency, customers, facts, error,
  lease_until AS "leaseUntil", created_at AS "createdAt", finished_at AS "finishedAt"`;
