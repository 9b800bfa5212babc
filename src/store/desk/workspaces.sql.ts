import type { Role, Settings } from '../../loyalty/settings.ts';
import { bool, int, json, orNull, statement, text, textOf, texts } from '../database/statement.ts';

const columns = 'id, team_id AS "teamId", name, sandbox';
const workspace = { id: int, teamId: text, name: text, sandbox: bool };

export const allWorkspaces = statement(`SELECT ${columns} FROM workspaces ORDER BY id`, [], workspace);

export const countedBefore = statement(
  `SELECT ${columns} FROM workspaces WHERE counts_version < $1 ORDER BY id`,
  [int],
  workspace,
);

export const workspaceOfTeam = statement(`SELECT ${columns} FROM workspaces WHERE team_id = $1`, [text], workspace);

// What a start asks stands here, so that it does not wait for Prisma's client to be loaded.

export const openWorkspace = statement(
  `INSERT INTO workspaces (team_id, name, sandbox, counts_version) VALUES ($1, $2, $3, $4)
   ON CONFLICT (team_id) DO UPDATE SET name = excluded.name RETURNING ${columns}`,
  [text, text, bool, int],
  workspace,
);

export const addSettings = statement(
  `INSERT INTO settings (workspace_id, time_zone, currency, locale, name_style) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT DO NOTHING`,
  [int, text, text, text, text],
);

const locale = textOf<Settings['locale']>();
const settings = {
  timeZone: text,
  currency: text,
  locale,
  nameStyle: textOf<Settings['nameStyle']>(),
  alertChannelId: orNull(text),
  alertsPerHour: int,
  ladderRules: json<Partial<Settings['ladderRules']>>(),
  customerLinks: json<Settings['customerLinks']>(),
};
const settingsColumns = `s.time_zone AS "timeZone", s.currency, s.locale, s.name_style AS "nameStyle",
  s.alert_channel_id AS "alertChannelId", s.alerts_per_hour AS "alertsPerHour",
  s.ladder_rules AS "ladderRules", s.customer_links AS "customerLinks"`;

export const settingsOf = statement(
  `SELECT ${settingsColumns} FROM settings s WHERE workspace_id = $1`,
  [int],
  settings,
);

/** The same of who is going to change them: others who are wait, and nobody else. */
export const settingsToChange = statement(`${settingsOf.text} FOR NO KEY UPDATE`, [int], settings);

export const holdRules = statement('SELECT pg_advisory_xact_lock_shared($1, $2)::text AS held', [int, int], {
  held: text,
});

export const holdRulesAlone = statement('SELECT pg_advisory_xact_lock($1, $2)::text AS held', [int, int], {
  held: text,
});

export const arrivalOf = statement(
  `SELECT ${settingsColumns}, m.role AS "memberRole", m.locale AS "memberLocale", m.name AS "memberName"
   FROM settings s LEFT JOIN members m ON m.workspace_id = s.workspace_id AND m.id = $2
   WHERE s.workspace_id = $1`,
  [int, text],
  { ...settings, memberRole: orNull(textOf<Role>()), memberLocale: orNull(locale), memberName: orNull(text) },
);

export const makeFirstAdmin = statement(
  `INSERT INTO members (workspace_id, id, role)
   SELECT $1, $2, 'admin' WHERE NOT EXISTS (SELECT FROM members WHERE workspace_id = $1 AND role = 'admin')
   ON CONFLICT (workspace_id, id) DO UPDATE SET role = 'admin'`,
  [int, text],
);

export const noteName = statement(
  `INSERT INTO members (workspace_id, id, name) VALUES ($1, $2, $3)
   ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name`,
  [int, text, text],
);

export const namesOf = statement(
  'SELECT id, name FROM members WHERE workspace_id = $1 AND id = ANY($2::text[]) AND name IS NOT NULL',
  [int, texts],
  { id: text, name: text },
);

export const giveRole = statement(
  `INSERT INTO members (workspace_id, id, role) SELECT $1, id, $3 FROM unnest($2::text[]) AS n(id)
   ON CONFLICT (workspace_id, id) DO UPDATE SET role = excluded.role`,
  [int, texts, text],
);
