import type { Sql } from './sql.ts';

interface NewOutboxRow {
  channelId: string;
  kind: string;
  subject: string;
  key: string;
  announcement: unknown;
  now: Date;
}

/** Placeholder until delivery lands. */
export function outboxStore(sql: Sql, workspaceId: number) {
  return {
    async add(row: NewOutboxRow): Promise<boolean> {
      return (
        (await sql.run(
          `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, run_at, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT DO NOTHING`,
          [workspaceId, row.channelId, row.kind, row.subject, row.key, JSON.stringify(row.announcement), row.now],
        )) === 1
      );
    },
    async addUpdate(row: Omit<NewOutboxRow, 'kind' | 'key'>): Promise<void> {
      await this.add({ ...row, kind: 'update', key: `${row.subject}:update:${Math.random()}` });
    },
    async findPost(subject: string): Promise<{ channelId: string } | null> {
      const rows = await sql.rows<{ channelId: string }>(
        `SELECT channel_id AS "channelId" FROM outbox WHERE workspace_id = $1 AND subject = $2 AND kind = 'post'`,
        [workspaceId, subject],
      );
      return rows[0] ?? null;
    },
  };
}
