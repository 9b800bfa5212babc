import { instant, int, orNull, statement, text } from '../database/statement.ts';

/** Writes nothing where there is one for the invitation, where it was answered, or where the address gets no mail. */
export const addMail = statement(
  `INSERT INTO mails (workspace_id, invitation_id, address, run_at, created_by, created_at)
   SELECT $1, i.id, $3, $5, $4, $5 FROM invitations i
   WHERE i.workspace_id = $1 AND i.id = $2 AND i.answered_at IS NULL AND i.expires_at > $5
     AND NOT EXISTS (SELECT FROM mail_stops s WHERE s.workspace_id = $1 AND s.address = $3)
   ON CONFLICT (workspace_id, invitation_id) DO NOTHING RETURNING id`,
  [int, int, text, text, instant],
  { id: int },
);

/** Of two who look at once each takes another. */
export const takeMail = statement(
  `UPDATE mails SET status = 'sending', sending_at = $2, attempts = attempts + 1
   WHERE (workspace_id, id) = (
     SELECT workspace_id, id FROM mails WHERE workspace_id = $1 AND status = 'waiting' AND run_at <= $2
     ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
   ) RETURNING id, invitation_id AS "invitationId", address, attempts, created_at AS "createdAt"`,
  [int, instant],
  { id: int, invitationId: int, address: text, attempts: int, createdAt: instant },
);

export const noteSent = statement(
  `UPDATE mails SET status = 'sent', sent_at = $3, error = NULL WHERE workspace_id = $1 AND id = $2 AND status IN ('sending', 'unsure')`,
  [int, int, instant],
);

export const noteLater = statement(
  `UPDATE mails SET status = 'waiting', run_at = $3, error = $4 WHERE workspace_id = $1 AND id = $2 AND status = 'sending'`,
  [int, int, instant, text],
);

/** It is not sent any more. */
export const noteEnded = statement(
  `UPDATE mails SET status = $3, error = $4 WHERE workspace_id = $1 AND id = $2 AND status = 'sending'`,
  [int, int, text, orNull(text)],
);

/** Those whose sending began before an instant, and of which nobody noted what came of it. */
export const noteUnsure = statement(
  `UPDATE mails SET status = 'unsure' WHERE workspace_id = $1 AND status = 'sending' AND sending_at < $2`,
  [int, instant],
);

/** Those that did not arrive, or of which it is not known, and nobody was told. */
export const untold = statement(
  `SELECT m.id, m.status, m.created_by AS "createdBy", i.customer_id AS "customerId"
   FROM mails m JOIN invitations i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
   WHERE m.workspace_id = $1 AND m.status IN ('refused', 'failed', 'unsure') AND m.told_at IS NULL ORDER BY m.id LIMIT 50`,
  [int],
  { id: int, status: text, createdBy: text, customerId: int },
);

export const noteMailTold = statement(
  `UPDATE mails SET told_at = $3 WHERE workspace_id = $1 AND id = $2 AND told_at IS NULL`,
  [int, int, instant],
);

/** What is known of the mail of an invitation, and whether its address gets none. */
export const mailOf = statement(
  `SELECT m.status, m.sent_at AS "sentAt" FROM mails m WHERE m.workspace_id = $1 AND m.invitation_id = $2`,
  [int, int],
  { status: text, sentAt: orNull(instant) },
);

export const stopOf = statement(`SELECT reason FROM mail_stops WHERE workspace_id = $1 AND address = $2`, [int, text], {
  reason: text,
});

/** The first reason stays. */
export const addStop = statement(
  `INSERT INTO mail_stops (workspace_id, address, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
  [int, text, text, instant],
);

/** Whoever stops mails by an invitation's link stops those to the address that it went to. */
export const addressOf = statement(
  `SELECT m.address FROM mails m JOIN invitations i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
   WHERE m.workspace_id = $1 AND i.token = $2`,
  [int, text],
  { address: text },
);
