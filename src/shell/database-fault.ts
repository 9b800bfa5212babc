/**
 * What an operator can mend of what the database answered; null for anything else. In Slack nobody who reads it could.
 */
export function databaseFaultWords(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const code = 'code' in thrown ? String(thrown.code) : '';
  if (refusals.has(code)) {
    return 'The database does not let this user write. Give it the right to read and write all tables, and name the main server rather than a copy.';
  }
  if (/^(08|57P0)/.test(code) || broken.has(code) || thrown.message.startsWith('Connection terminated')) {
    return 'The connection to the database was lost. What was finished stays; make the same call again for the rest.';
  }
  return null;
}

/** insufficient_privilege, read_only_sql_transaction */
const refusals: ReadonlySet<string> = new Set(['42501', '25006']);
const broken: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET']);
