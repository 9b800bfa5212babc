import { textColumn } from '../database/arrays.ts';
import { instant, int, ints, orNull, statement, text } from '../database/statement.ts';

const columns = `id, customer_id AS "customerId", survey, token, locale, created_at AS "createdAt",
  expires_at AS "expiresAt", answered_at AS "answeredAt"`;
const given = {
  id: int,
  customerId: int,
  survey: text,
  token: text,
  locale: orNull(text),
  createdAt: instant,
  expiresAt: instant,
  answeredAt: orNull(instant),
} as const;

/** Writes nothing where the customer was asked at or after an instant. */
export const invite = statement(
  `INSERT INTO invitations (workspace_id, customer_id, survey, token, locale, created_by, created_at, expires_at)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8
   WHERE NOT EXISTS (SELECT FROM invitations i WHERE i.workspace_id = $1 AND i.customer_id = $2 AND i.created_at >= $9)
   RETURNING ${columns}`,
  [int, int, text, text, orNull(text), text, instant, instant, instant],
  given,
);

export const newestOf = statement(
  `SELECT ${columns} FROM invitations WHERE workspace_id = $1 AND customer_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
  [int, int],
  given,
);

/** With the name of who asks, and their language. */
const withAsker = `SELECT ${columns}, (SELECT w.name FROM workspaces w WHERE w.id = $1) AS "asker",
     (SELECT s.locale FROM settings s WHERE s.workspace_id = $1) AS "askerLocale" FROM invitations WHERE workspace_id = $1`;
const askerGiven = { ...given, asker: text, askerLocale: text } as const;

export const byToken = statement(`${withAsker} AND token = $2`, [int, text], askerGiven);

export const byId = statement(`${withAsker} AND id = $2`, [int, int], askerGiven);

/** Nobody else answers them until the transaction ends. In one order, so that no two wait for each other. */
export const holdByTokens = statement(
  `SELECT ${columns} FROM invitations WHERE workspace_id = $1 AND token IN (SELECT token FROM unnest(${textColumn(2)}) AS n(token))
   ORDER BY id FOR UPDATE`,
  [int, text],
  given,
);

/** Not one that was answered, or that a mail may have brought to the customer. */
export const takeBack = statement(
  `DELETE FROM invitations i WHERE i.workspace_id = $1 AND i.id = $2 AND i.answered_at IS NULL
     AND NOT EXISTS (SELECT FROM mails m WHERE m.workspace_id = $1 AND m.invitation_id = $2)
   RETURNING i.customer_id AS "customerId"`,
  [int, int],
  { customerId: int },
);

/** It is neither answered, mailed nor taken back by anybody else until the transaction ends. */
export const holdById = statement(
  `SELECT ${columns} FROM invitations WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
  [int, int],
  given,
);

/** When it was answered first stays. */
export const noteAnswered = statement(
  `UPDATE invitations SET answered_at = coalesce(answered_at, $3) WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints, instant],
);
