import type { Sql } from '../database/sql.ts';
import { toJson } from '../database/typed-values.ts';

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
      const data = { workspaceId, at, actor, action, subject, details: toJson(details) };
      await sql.typed(({ auditEntry }) => auditEntry.createMany({ data }));
    },
  };
}
