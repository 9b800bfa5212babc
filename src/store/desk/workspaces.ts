import { countsVersion } from '../../loyalty/counts/contribution.ts';
import type { HomeView } from '../../loyalty/home-view.ts';
import { defaultLadderRules, type LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import { defaultSettings, type Role, type Settings } from '../../loyalty/settings.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import { toJson } from '../database/typed-values.ts';
import type { MemberModel } from '../generated/models.ts';
import * as statements from './workspaces.sql.ts';

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
    list: (): Promise<Workspace[]> => sql.rows(statements.allWorkspaces, []),

    /** Those whose kept counts were made by an older way of counting. */
    countedBefore: (version: number): Promise<Workspace[]> => sql.rows(statements.countedBefore, [version]),

    async find(teamId: string): Promise<Workspace | null> {
      return (await sql.rows(statements.workspaceOfTeam, [teamId]))[0] ?? null;
    },

    /** The workspace with this team id, made with the default settings where it is new. */
    async ensure(teamId: string, name: string, sandbox: boolean, settings: Partial<Settings> = {}): Promise<Workspace> {
      const { timeZone, currency, locale, nameStyle } = { ...defaultSettings, ...settings };
      const [made] = await sql.rows(statements.openWorkspace, [teamId, name, sandbox, countsVersion]);
      if (!made) throw new Error('The workspace was not written');
      await sql.run(statements.addSettings, [made.id, timeZone, currency, locale, nameStyle]);
      return made;
    },
  };
}

/** What of Slack's not every workspace has: its own charts, tables that can be sorted, canvases. */
export type SlackExtra = 'chart' | 'table' | 'canvas';

/** Which of them a workspace has. */
export function extrasStore(sql: Sql, workspaceId: number) {
  return {
    /** What was found out last of one; null: nothing yet. */
    async read(extra: SlackExtra): Promise<{ readonly taken: boolean; readonly at: Date } | null> {
      const row = await sql.typed(({ workspace }) => workspace.findUnique({ where: { id: workspaceId } }));
      if (!row) return null;
      const [taken, at] = {
        chart: [row.chartBlocks, row.chartBlocksAt] as const,
        table: [row.tableBlocks, row.tableBlocksAt] as const,
        canvas: [row.canvases, row.canvasesAt] as const,
      }[extra];
      return taken === null || at === null ? null : { taken, at };
    },

    async note(extra: SlackExtra, taken: boolean, at: Date): Promise<void> {
      const data = {
        chart: { chartBlocks: taken, chartBlocksAt: at },
        table: { tableBlocks: taken, tableBlocksAt: at },
        canvas: { canvases: taken, canvasesAt: at },
      }[extra];
      await sql.typed(({ workspace }) => workspace.updateMany({ where: { id: workspaceId }, data }));
    },
  };
}

declare const held: unique symbol;

/** Rules that nobody changes until the transaction ends: whoever writes what is counted has got hold of them before. */
export type HeldRules = LadderRules & { readonly [held]: true };
export type HeldSettings = Settings & { readonly ladderRules: HeldRules };

/** Any number, as long as nothing else of the app locks by it. */
const rulesLock = 4703;

export function settingsStore(sql: Sql, workspaceId: number) {
  const read = async (): Promise<Settings> => {
    const [row] = await sql.prepared(statements.settingsOf, [workspaceId]);
    return row ? toSettings(row) : defaultSettings;
  };
  const readToChange = async (): Promise<Settings> => {
    const [row] = await sql.rows(statements.settingsToChange, [workspaceId]);
    return row ? toSettings(row) : defaultSettings;
  };

  return {
    read,

    /**
     * What holds for all that a transaction writes, to its end: rules and time zone stay, and nobody counts anew meanwhile. Any
     * number of writers hold them at once. It comes before everything else that the transaction waits for.
     */
    async hold(): Promise<HeldSettings> {
      const [, settings] = await Promise.all([sql.run(statements.holdRules, [rulesLock, workspaceId]), read()]);
      return settings as HeldSettings;
    },

    /** Who is going to save settings, and so is the only one until the transaction ends. Writers of facts go on. */
    readToChange,

    /**
     * The turn of who counts everything anew, or changes what it is counted by: waits until no writer is at work, and keeps all
     * of them waiting until the transaction ends. A transaction that holds them with others must not ask for it.
     */
    async holdAlone(): Promise<HeldSettings> {
      // Always the row first: two who take them crosswise would wait for each other.
      const [, , settings] = await Promise.all([
        readToChange(),
        sql.run(statements.holdRulesAlone, [rulesLock, workspaceId]),
        read(),
      ]);
      return settings as HeldSettings;
    },

    /** Alerts go to another channel, where they went to this one. */
    async replaceAlertChannel(from: string, to: string): Promise<void> {
      const where = { workspaceId, alertChannelId: from };
      await sql.typed(({ settings }) => settings.updateMany({ where, data: { alertChannelId: to } }));
    },

    async limitAlerts(alertsPerHour: number): Promise<void> {
      await sql.typed(({ settings }) => settings.updateMany({ where: { workspaceId }, data: { alertsPerHour } }));
    },

    /** Notes by which way of counting the kept counts were made. */
    async countedBy(version: number): Promise<void> {
      const data = { countsVersion: version };
      await sql.typed(({ workspace }) => workspace.updateMany({ where: { id: workspaceId }, data }));
    },

    async save({ ladderRules, customerLinks, ...plain }: Settings): Promise<void> {
      const { timeZone, currency, locale, nameStyle, alertChannelId, alertsPerHour } = plain;
      const settled = { timeZone, currency, locale, nameStyle, alertChannelId, alertsPerHour };
      const data = { ...settled, ladderRules: toJson(ladderRules), customerLinks: toJson(customerLinks) };
      await sql.typed(({ settings }) => settings.updateMany({ where: { workspaceId }, data }));
    },
  };
}

/** Who a member is and what the workspace settled, in one question: every message from Slack begins with it. */
export async function arrival(
  sql: Sql,
  workspaceId: number,
  memberId: string,
): Promise<{ settings: Settings; member: Member | null }> {
  const [row] = await sql.prepared(statements.arrivalOf, [workspaceId, memberId]);
  if (!row) return { settings: defaultSettings, member: null };
  const { memberRole: role, memberLocale: locale, memberName: name, ...settings } = row;
  return { settings: toSettings(settings), member: role === null ? null : { id: memberId, role, locale, name } };
}

export interface Member {
  /** Slack's user id. */
  readonly id: string;
  readonly role: Role;
  /** The language this member chose. */
  readonly locale: Settings['locale'] | null;
  /** What Slack calls them; null: not heard yet. */
  readonly name: string | null;
}

export function membersStore(sql: Sql, workspaceId: number) {
  return {
    async find(id: string): Promise<Member | null> {
      const row = await sql.typed(({ member }) =>
        member.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
      );
      return row && toMember(row);
    },

    async list(): Promise<Member[]> {
      const rows = await sql.typed(({ member }) => member.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }));
      return rows.map(toMember);
    },

    /** What members are called, by their ids; those whose names were not heard yet are left out. */
    async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
      const rows = await sql.rows(statements.namesOf, [workspaceId, ids]);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    async noteName(id: string, name: string): Promise<void> {
      await sql.run(statements.noteName, [workspaceId, id, name]);
    },

    /** Makes this member the first admin; does nothing where there is an admin already. @returns whether it did */
    makeFirstAdmin: async (id: string): Promise<boolean> =>
      (await sql.run(statements.makeFirstAdmin, [workspaceId, id])) === 1,

    /** Gives exactly these members these roles; everybody else is a plain member. */
    async setRoles(admins: readonly string[], stewards: readonly string[]): Promise<void> {
      const where = { workspaceId, role: { not: 'member' } };
      await sql.typed(({ member }) => member.updateMany({ where, data: { role: 'member' } }));
      await sql.run(statements.giveRole, [workspaceId, stewards, 'steward']);
      await sql.run(statements.giveRole, [workspaceId, admins, 'admin']);
    },

    /** What this member chose to see on their Home; null: they never chose. */
    async homeView(id: string): Promise<HomeView | null> {
      const where = { workspaceId_id: { workspaceId, id } };
      const row = await sql.typed(({ member }) => member.findUnique({ where, select: { homeView: true } }));
      return (row?.homeView ?? null) as HomeView | null;
    },

    async setHomeView(id: string, homeView: HomeView): Promise<void> {
      const where = { workspaceId_id: { workspaceId, id } };
      await sql.typed(({ member }) =>
        member.upsert({ where, create: { workspaceId, id, homeView }, update: { homeView } }),
      );
    },

    async setLocale(id: string, locale: Settings['locale'] | null): Promise<void> {
      const where = { workspaceId_id: { workspaceId, id } };
      await sql.typed(({ member }) =>
        member.upsert({ where, create: { workspaceId, id, locale }, update: { locale } }),
      );
    },
  };
}

function toMember({ id, role, locale, name }: MemberModel): Member {
  return { id, role: role as Role, locale: locale as Member['locale'], name };
}

function toSettings({ ladderRules, ...row }: RowOf<typeof statements.settingsOf>): Settings {
  return { ...row, ladderRules: { ...defaultLadderRules, ...ladderRules } };
}
