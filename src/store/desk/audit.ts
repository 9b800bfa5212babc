import type { Sql } from '../database/sql.ts';

export function auditStore(sql: Sql, workspaceId: number) {
  return {
    /** Notes who did what. The details hold settings, ids and counts, never customers' words, names or addresses. */
    async add(
      at: Date,
      actor: string,
      action: string,
      subject: string,
      details: Readonly<Record<string, unknown>>,
    ): Promise<void> {
      await sql.run(
        `INSERT INTO audit (workspace_id, at, actor, action, subject, details) VALUES ($1, $2, $3, $4, $5, $6)`,
        [workspaceId, at, actor, action, subject, JSON.stringify(details)],
      );
    },
  };
}
