import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { Sql } from '../database/sql.ts';

export type ImportStatus = 'looked-at' | 'running' | 'finished' | 'failed' | 'cancelled';

/** An import of a file that was handed over in Slack. */
export interface StoredImport {
  readonly id: number;
  readonly kind: ImportKind | null;
  readonly fileName: string;
  readonly fileId: string;
  /** What the reader of the file wants to know again. */
  readonly options: unknown;
  readonly status: ImportStatus;
  readonly memberId: string;
  readonly locale: 'en' | 'da' | 'nb';
  readonly line: number;
  readonly rowsRead: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly customersMade: number;
  readonly followUps: number;
  readonly error: string | null;
  readonly createdAt: Date;
}

export interface StoredRefusal {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: unknown;
  readonly cells: readonly string[];
}

/** Any number, as long as nothing else of the app locks by it. */
const importsLock = 4702;

type ImportedCounts = Pick<
  StoredImport,
  'imported' | 'updated' | 'unchanged' | 'refused' | 'customersMade' | 'followUps'
>;

/** Nothing that is still to be sent tells of the import `i`; the file of its refused rows is made when it is sent. */
const isGivenBack = `NOT EXISTS (
  SELECT FROM outbox o
  WHERE o.workspace_id = i.workspace_id AND o.subject = 'import:' || i.id AND o.status IN ('waiting', 'sending')
)`;

export function importsStore(sql: Sql, workspaceId: number) {
  return {
    /** @returns its id; that of the first where the request is a repeated one */
    async add(made: {
      readonly key: string;
      readonly fileName: string;
      readonly fileId: string;
      readonly memberId: string;
      readonly locale: string;
      readonly at: Date;
    }): Promise<number> {
      const [row] = await sql.rows<{ id: number }>(
        `INSERT INTO imports (workspace_id, key, file_name, file_id, options, member_id, locale, created_at)
         VALUES ($1, $2, $3, $4, '{}', $5, $6, $7)
         ON CONFLICT (workspace_id, key) DO UPDATE SET key = excluded.key RETURNING id`,
        [workspaceId, made.key, made.fileName, made.fileId, made.memberId, made.locale, made.at],
      );
      return row?.id ?? 0;
    },

    async find(id: number): Promise<StoredImport | null> {
      const [row] = await sql.rows<StoredImport & Record<string, unknown>>(
        `SELECT ${columns} FROM imports WHERE workspace_id = $1 AND id = $2`,
        [workspaceId, id],
      );
      return row ?? null;
    },

    /** Notes how the file is to be read, before it is started. */
    async plan(id: number, kind: string, options: unknown): Promise<void> {
      await sql.run(
        `UPDATE imports SET kind = $3, options = $4 WHERE workspace_id = $1 AND id = $2 AND status = 'looked-at'`,
        [workspaceId, id, kind, JSON.stringify(options)],
      );
    },

    /** @returns false when it was started before */
    async start(id: number, options: unknown): Promise<boolean> {
      const written = await sql.run(
        `UPDATE imports SET status = 'running', options = options || $3::jsonb
         WHERE workspace_id = $1 AND id = $2 AND status = 'looked-at' AND kind IS NOT NULL`,
        [workspaceId, id, JSON.stringify(options)],
      );
      return written === 1;
    },

    /**
     * Waits until no other import of the workspace writes, and keeps others waiting until the transaction ends: two that
     * name the same new customers in different orders would wait for each other for ever.
     */
    async takeTurn(): Promise<void> {
      await sql.run('SELECT pg_advisory_xact_lock($1, $2)', [importsLock, workspaceId]);
    },

    /** Takes a running import that nobody works on; the lease keeps other processes away. */
    async take(now: Date, leaseUntil: Date): Promise<StoredImport | null> {
      const [row] = await sql.rows<StoredImport & Record<string, unknown>>(
        `UPDATE imports SET lease_until = $3
         WHERE (workspace_id, id) = (
           SELECT workspace_id, id FROM imports
           WHERE workspace_id = $1 AND status = 'running' AND (lease_until IS NULL OR lease_until < $2)
           ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING ${columns}`,
        [workspaceId, now, leaseUntil],
      );
      return row ?? null;
    },

    async anyRunning(): Promise<boolean> {
      const rows = await sql.prepared(`SELECT FROM imports WHERE workspace_id = $1 AND status = 'running' LIMIT 1`, [
        workspaceId,
      ]);
      return rows.length > 0;
    },

    async giveBack(id: number): Promise<void> {
      await sql.run(`UPDATE imports SET lease_until = NULL WHERE workspace_id = $1 AND id = $2`, [workspaceId, id]);
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(`UPDATE imports SET lease_until = NULL WHERE workspace_id = $1 AND status = 'running'`, [
        workspaceId,
      ]);
    },

    /**
     * Notes how far it is, in the transaction that wrote the rows.
     *
     * @throws Error when the lease was lost to another process, so that the rows are not counted twice
     */
    async advance(
      id: number,
      { line: before }: Pick<StoredImport, 'line'>,
      line: number,
      rowsRead: number,
      counts: ImportedCounts,
      leaseUntil: Date,
    ): Promise<void> {
      const written = await sql.run(
        `UPDATE imports SET line = $4, rows_read = rows_read + $5, imported = imported + $6, updated = updated + $7,
           unchanged = unchanged + $8, refused = refused + $9, customers_made = customers_made + $10,
           follow_ups = follow_ups + $11, lease_until = $12
         WHERE workspace_id = $1 AND id = $2 AND line = $3 AND status = 'running'`,
        [
          workspaceId,
          id,
          before,
          line,
          rowsRead,
          counts.imported,
          counts.updated,
          counts.unchanged,
          counts.refused,
          counts.customersMade,
          counts.followUps,
          leaseUntil,
        ],
      );
      if (written !== 1) throw new Error('Another process goes on with this import');
    },

    async end(id: number, status: 'finished' | 'failed', error: string | null, at: Date): Promise<boolean> {
      const written = await sql.run(
        `UPDATE imports SET status = $3, error = $4, finished_at = $5, lease_until = NULL
         WHERE workspace_id = $1 AND id = $2 AND status = 'running'`,
        [workspaceId, id, status, error, at],
      );
      return written === 1;
    },

    async addRefused(id: number, rows: readonly StoredRefusal[]): Promise<void> {
      if (rows.length === 0) return;
      await sql.run(
        `INSERT INTO refused_rows (workspace_id, import_id, line, "column", value, reason, cells)
         SELECT $1, $2, line, "column", value, reason, ARRAY(SELECT jsonb_array_elements_text(cells))
         FROM jsonb_to_recordset($3::jsonb) AS n(line int, "column" text, value text, reason jsonb, cells jsonb)
         ON CONFLICT DO NOTHING`,
        [workspaceId, id, JSON.stringify(rows)],
      );
    },

    /** Refused rows after a line, in the order of the file. */
    async refused(id: number, afterLine: number, limit: number): Promise<StoredRefusal[]> {
      return sql.rows<StoredRefusal & Record<string, unknown>>(
        `SELECT line, "column", value, reason, cells FROM refused_rows
         WHERE workspace_id = $1 AND import_id = $2 AND line > $3 ORDER BY line LIMIT $4`,
        [workspaceId, id, afterLine, limit],
      );
    },

    /** Forgets refused rows of imports that ended before an instant: they are customers' data. */
    async forgetRefused(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT r.import_id, r.line
           FROM imports i JOIN refused_rows r ON r.workspace_id = i.workspace_id AND r.import_id = i.id
           WHERE i.workspace_id = $1 AND i.finished_at < $2 AND ${isGivenBack}
           LIMIT $3 FOR UPDATE OF r SKIP LOCKED
         )
         DELETE FROM refused_rows r USING old
         WHERE r.workspace_id = $1 AND r.import_id = old.import_id AND r.line = old.line`,
        [workspaceId, before, most],
      );
    },

    /** Forgets imports that ended, or were looked at and never started, before an instant. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT id FROM imports i
           WHERE workspace_id = $1 AND status IN ('looked-at', 'finished', 'failed', 'cancelled')
             AND coalesce(finished_at, created_at) < $2 AND ${isGivenBack}
             AND NOT EXISTS (SELECT FROM refused_rows r WHERE r.workspace_id = i.workspace_id AND r.import_id = i.id)
           LIMIT $3 FOR UPDATE SKIP LOCKED
         )
         DELETE FROM imports i USING old WHERE i.workspace_id = $1 AND i.id = old.id`,
        [workspaceId, before, most],
      );
    },
  };
}

const columns = `id, kind, file_name AS "fileName", file_id AS "fileId", options, status, member_id AS "memberId", locale, line,
  rows_read AS "rowsRead", imported, updated, unchanged, refused, customers_made AS "customersMade", follow_ups AS "followUps",
  error, created_at AS "createdAt"`;
