import { big, instant, int, json, orNull, statement, text } from '../database/statement.ts';

export const startImport = statement(
  `UPDATE imports SET status = 'running', options = options || $3::jsonb
   WHERE workspace_id = $1 AND id = $2 AND status = 'looked-at' AND kind IS NOT NULL`,
  [int, int, json()],
);

export const lockForImport = statement('SELECT pg_advisory_xact_lock($1, $2)::text AS locked', [int, int], {
  locked: text,
});

export const takeImport = statement(
  `UPDATE imports SET lease_until = $3, attempts = attempts + 1
   WHERE (workspace_id, id) = (
     SELECT workspace_id, id FROM imports
     WHERE workspace_id = $1 AND (status = 'running' AND file_id <> '' OR undo_asked_by IS NOT NULL)
       AND (lease_until IS NULL OR lease_until < $2)
     ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
  [int, instant, instant],
  { id: int },
);

export const addRefusedRows = statement(
  `INSERT INTO refused_rows (workspace_id, import_id, line, "column", value, reason, cells)
   SELECT $1, $2, line, "column", value, reason, ARRAY(SELECT jsonb_array_elements_text(cells))
   FROM jsonb_to_recordset($3::jsonb) AS n(line int, "column" text, value text, reason jsonb, cells jsonb)
   ON CONFLICT DO NOTHING`,
  [int, int, json()],
);

/** Of the first few thousand: that many tell what is wrong with a file. */
export const firstRefusedRows = statement(
  `SELECT line, "column", value, reason FROM (
     SELECT *, row_number() OVER (PARTITION BY "column", reason ->> 'code' ORDER BY line) AS nth
     FROM (SELECT line, "column", value, reason FROM refused_rows WHERE workspace_id = $1 AND import_id = $2
       ORDER BY line LIMIT 5000) AS r
   ) AS r ORDER BY nth > 1, line LIMIT $3`,
  [int, int, big],
  { line: int, column: orNull(text), value: orNull(text), reason: json<unknown>() },
);

/** Nothing that is still to be sent tells of the import `i`; the file of its refused rows is made when it is sent. */
const isGivenBack = `NOT EXISTS (
  SELECT FROM outbox o
  WHERE o.workspace_id = i.workspace_id AND o.subject = 'import:' || i.id AND o.status IN ('waiting', 'sending')
)`;

export const forgetRefusedRows = statement(
  `WITH old AS (
     SELECT r.import_id, r.line
     FROM imports i JOIN refused_rows r ON r.workspace_id = i.workspace_id AND r.import_id = i.id
     WHERE i.workspace_id = $1 AND i.finished_at < $2 AND ${isGivenBack}
     LIMIT $3 FOR UPDATE OF r SKIP LOCKED
   )
   DELETE FROM refused_rows r USING old
   WHERE r.workspace_id = $1 AND r.import_id = old.import_id AND r.line = old.line`,
  [int, instant, big],
);

export const forgetImports = statement(
  `WITH old AS (
     SELECT id FROM imports i
     WHERE workspace_id = $1
       AND (status IN ('looked-at', 'finished', 'failed', 'cancelled', 'undone') OR status = 'running' AND file_id = '')
       AND coalesce(finished_at, created_at) < $2 AND ${isGivenBack}
       AND NOT EXISTS (SELECT FROM refused_rows r WHERE r.workspace_id = i.workspace_id AND r.import_id = i.id)
     LIMIT $3 FOR UPDATE SKIP LOCKED
   )
   DELETE FROM imports i USING old WHERE i.workspace_id = $1 AND i.id = old.id`,
  [int, instant, big],
);

/** Asked at the start, which does not wait for Prisma's client to be loaded. */
export const freeImports = statement(
  `UPDATE imports SET lease_until = NULL WHERE workspace_id = $1 AND (status = 'running' OR undo_asked_by IS NOT NULL)`,
  [int],
);
