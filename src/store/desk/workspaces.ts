import { countsVersion } from '../../loyalty/counts/contribution.ts';
import { defaultLadderRules } from '../../loyalty/ladder/ladder.ts';
import { defaultSettings, type NameStyle, type Role, type Settings } from '../../loyalty/settings.ts';
import type { Sql } from '../database/sql.ts';

export interface Workspace {
  readonly id: number;
  /** Slack's team id. */
  readonly teamId: string;
  readonly name: string;
  /** Of the sandbox on this machine, never of Slack. */
  readonly sandbox: boolean;
}

export function workspacesStore(sql: Sql) {
  return {
    async list(): Promise<Workspace[]> {
      return (await sql.rows<WorkspaceRow>(`SELECT ${columns} FROM workspaces ORDER BY id`)).map(toWorkspace);
    },

    /** Those whose kept counts were made by an older way of counting. */
    async countedBefore(version: number): Promise<Workspace[]> {
      const rows = await sql.rows<WorkspaceRow>(
        `SELECT ${columns} FROM workspaces WHERE counts_version < $1 ORDER BY id`,
        [version],
      );
      return rows.map(toWorkspace);
    },

    async find(teamId: string): Promise<Workspace | null> {
      const rows = await sql.rows<WorkspaceRow>(`SELECT ${columns} FROM workspaces WHERE team_id = $1`, [teamId]);
      return rows[0] ? toWorkspace(rows[0]) : null;
    },

    /** The workspace with this team id, made with the default settings where it is new. */
    async ensure(teamId: string, name: string, sandbox: boolean, settings: Partial<Settings> = {}): Promise<Workspace> {
      const { timeZone, currency, locale, nameStyle } = { ...defaultSettings, ...settings };
      const made = await sql.rows<WorkspaceRow>(
        `INSERT INTO workspaces (team_id, name, sandbox, counts_version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (team_id) DO UPDATE SET name = excluded.name RETURNING ${columns}`,
        [teamId, name, sandbox, countsVersion],
      );
      const workspace = made[0];
      if (!workspace) throw new Error('The workspace was not written');
      await sql.run(
        `INSERT INTO settings (workspace_id, time_zone, currency, locale, name_style) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [workspace.id, timeZone, currency, locale, nameStyle],
      );
      return toWorkspace(workspace);
    },
  };
}

/** Whether a workspace takes Slack's own charts. */
export function chartBlocksStore(sql: Sql, workspaceId: number) {
  return {
    /** What was found out last; null: nothing yet. */
    async read(): Promise<{ readonly taken: boolean; readonly at: Date } | null> {
      const rows = await sql.prepared<{ taken: boolean | null; at: Date | null }>(
        `SELECT chart_blocks AS taken, chart_blocks_at AS at FROM workspaces WHERE id = $1`,
        [workspaceId],
      );
      const { taken = null, at = null } = rows[0] ?? {};
      return taken === null || at === null ? null : { taken, at };
    },

    async note(taken: boolean, at: Date): Promise<void> {
      await sql.run(`UPDATE workspaces SET chart_blocks = $2, chart_blocks_at = $3 WHERE id = $1`, [
        workspaceId,
        taken,
        at,
      ]);
    },
  };
}

export function settingsStore(sql: Sql, workspaceId: number) {
  return {
    async read(): Promise<Settings> {
      const rows = await sql.prepared<SettingsRow>(
        `SELECT time_zone, currency, locale, name_style, alert_channel_id, ladder_rules FROM settings WHERE workspace_id = $1`,
        [workspaceId],
      );
      return rows[0] ? toSettings(rows[0]) : defaultSettings;
    },

    /** Notes by which way of counting the kept counts were made. */
    async countedBy(version: number): Promise<void> {
      await sql.run('UPDATE workspaces SET counts_version = $2 WHERE id = $1', [workspaceId, version]);
    },

    async save(settings: Settings): Promise<void> {
      await sql.run(
        `UPDATE settings SET time_zone = $2, currency = $3, locale = $4, name_style = $5, alert_channel_id = $6, ladder_rules = $7
         WHERE workspace_id = $1`,
        [
          workspaceId,
          settings.timeZone,
          settings.currency,
          settings.locale,
          settings.nameStyle,
          settings.alertChannelId,
          JSON.stringify(settings.ladderRules),
        ],
      );
    },
  };
}

/** Who a member is and what the workspace settled, in one question: every message from Slack begins with it. */
export async function arrival(
  sql: Sql,
  workspaceId: number,
  memberId: string,
): Promise<{ settings: Settings; member: Member | null }> {
  const rows = await sql.prepared<SettingsRow & { member_role: Role | null; member_locale: Settings['locale'] | null }>(
    `SELECT s.time_zone, s.currency, s.locale, s.name_style, s.alert_channel_id, s.ladder_rules,
       m.role AS member_role, m.locale AS member_locale
     FROM settings s LEFT JOIN members m ON m.workspace_id = s.workspace_id AND m.id = $2
     WHERE s.workspace_id = $1`,
    [workspaceId, memberId],
  );
  const row = rows[0];
  if (!row) return { settings: defaultSettings, member: null };
  const member = row.member_role === null ? null : { id: memberId, role: row.member_role, locale: row.member_locale };
  return { settings: toSettings(row), member };
}

export interface Member {
  /** Slack's user id. */
  readonly id: string;
  readonly role: Role;
  /** The language this member chose. */
  readonly locale: Settings['locale'] | null;
}

export function membersStore(sql: Sql, workspaceId: number) {
  return {
    async find(id: string): Promise<Member | null> {
      const rows = await sql.prepared<Member>(
        `SELECT id, role, locale FROM members WHERE workspace_id = $1 AND id = $2`,
        [workspaceId, id],
      );
      return rows[0] ?? null;
    },

    async list(): Promise<Member[]> {
      return sql.rows<Member>(`SELECT id, role, locale FROM members WHERE workspace_id = $1 ORDER BY id`, [
        workspaceId,
      ]);
    },

    /** Makes this member the first admin; does nothing where there is an admin already. @returns whether it did */
    async makeFirstAdmin(id: string): Promise<boolean> {
      return (
        (await sql.run(
          `INSERT INTO members (workspace_id, id, role)
           SELECT $1, $2, 'admin' WHERE NOT EXISTS (SELECT FROM members WHERE workspace_id = $1 AND role = 'admin')
           ON CONFLICT (workspace_id, id) DO UPDATE SET role = 'admin'`,
          [workspaceId, id],
        )) === 1
      );
    },

    /** Gives exactly these members these roles; everybody else is a plain member. */
    async setRoles(admins: readonly string[], stewards: readonly string[]): Promise<void> {
      await sql.run(`UPDATE members SET role = 'member' WHERE workspace_id = $1 AND role <> 'member'`, [workspaceId]);
      for (const [role, ids] of [
        ['steward', stewards],
        ['admin', admins],
      ] as const) {
        await sql.run(
          `INSERT INTO members (workspace_id, id, role) SELECT $1, id, $3 FROM unnest($2::text[]) AS n(id)
           ON CONFLICT (workspace_id, id) DO UPDATE SET role = excluded.role`,
          [workspaceId, ids, role],
        );
      }
    },

    async setLocale(id: string, locale: Settings['locale'] | null): Promise<void> {
      await sql.run(
        `INSERT INTO members (workspace_id, id, locale) VALUES ($1, $2, $3)
         ON CONFLICT (workspace_id, id) DO UPDATE SET locale = excluded.locale`,
        [workspaceId, id, locale],
      );
    },
  };
}

const columns = 'id, team_id, name, sandbox';

interface WorkspaceRow {
  readonly id: number;
  readonly team_id: string;
  readonly name: string;
  readonly sandbox: boolean;
}

function toWorkspace(row: WorkspaceRow): Workspace {
  return { id: row.id, teamId: row.team_id, name: row.name, sandbox: row.sandbox };
}

interface SettingsRow {
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: Settings['locale'];
  readonly name_style: NameStyle;
  readonly alert_channel_id: string | null;
  readonly ladder_rules: Partial<Settings['ladderRules']>;
}

function toSettings(row: SettingsRow): Settings {
  return {
    timeZone: row.time_zone,
    currency: row.currency,
    locale: row.locale,
    nameStyle: row.name_style,
    alertChannelId: row.alert_channel_id,
    ladderRules: { ...defaultLadderRules, ...row.ladder_rules },
  };
}
