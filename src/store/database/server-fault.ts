/**
 * Why the server's database cannot be used, and what to do; null: it is no fault of the server's. It says which setting is
 * meant, and never the address itself: that holds a password.
 */
export function serverFault(cause: unknown): Error | null {
  const code = codeIn(cause);
  if (code === null) return null;
  return new Error(`The database of DATABASE_URL cannot be used: ${whyOf(cause)}. ${adviceFor(code)}`, { cause });
}

function adviceFor(code: string): string {
  switch (code) {
    case '25006':
      return 'It takes no writes, as a standby does: name the server that does.';
    case '42501':
      return 'Its user has to own the database, or be allowed to make tables in it (GRANT ALL ON SCHEMA public).';
    case '53300':
      return 'Allow more connections, or set DATABASE_CONNECTIONS lower.';
    case '53100':
      return 'Make room on the disk of the server. Nothing is damaged.';
    case '57014':
      return 'A limit of the server ended it (statement_timeout): set none for this user or this database.';
    default:
      return 'Mend that on the server, and start again. Nothing was changed.';
  }
}

/** What PostgreSQL calls the fault (SQLSTATE), which others wrap. */
function codeIn(cause: unknown): string | null {
  const inner = innermost(cause);
  return inner && /^[0-9A-Z]{5}$/.test(inner.code) ? inner.code : null;
}

function whyOf(cause: unknown): string {
  return (innermost(cause)?.message ?? '').replace(/\.$/, '');
}

interface Told {
  readonly code: string;
  readonly message: string;
}

function innermost(thrown: unknown): Told | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  const error = thrown as Readonly<Record<string, unknown>>;
  if (typeof error.severity === 'string') return { code: String(error.code), message: String(error.message) };
  if (typeof error.originalCode === 'string') {
    return { code: error.originalCode, message: String(error.originalMessage) };
  }
  // What was put into words already keeps them.
  if (Object.getPrototypeOf(thrown) === Error.prototype) return null;
  const meta = error.meta as Readonly<Record<string, unknown>> | undefined;
  return innermost(meta?.driverAdapterError) ?? innermost(error.cause);
}
