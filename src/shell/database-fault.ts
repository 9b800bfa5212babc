import type { Locale } from '../text/define-text.ts';
import { usageWords } from './usage-words.ts';

/**
 * What an operator can mend of what the database answered; null for anything else. In Slack nobody who reads it could.
 */
export function databaseFaultWords(thrown: unknown, locale: Locale): string | null {
  const text = usageWords(locale);
  if (codesIn(thrown).some((code) => refusals.has(code))) return text.noRight;
  return isConnectionLost(thrown) ? `${text.lost} ${text.lostElsewhere}` : null;
}

/** Whether the database went away, so that nobody knows of what was being committed whether it was. */
export function isConnectionLost(thrown: unknown): boolean {
  return codesIn(thrown).some((code) => /^(08|57P0)/.test(code) || broken.has(code)) || messagesIn(thrown).some(isEnd);
}

/** insufficient_privilege, read_only_sql_transaction */
const refusals: ReadonlySet<string> = new Set(['42501', '25006']);
/** The last ones are those of Prisma's client. */
const broken: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'P1001', 'P1017']);

function isEnd(message: string): boolean {
  return /^(Connection terminated|The embedded database has ended|Client has encountered a connection error)/.test(
    message,
  );
}

/** Of the error and of those within: Prisma's client and pools wrap what the driver says. */
function codesIn(thrown: unknown): string[] {
  return errorsIn(thrown).flatMap((error) =>
    ['code', 'originalCode'].flatMap((name) => (name in error ? [String(error[name as keyof typeof error])] : [])),
  );
}

function messagesIn(thrown: unknown): string[] {
  return errorsIn(thrown).flatMap((error) => ('message' in error ? [String(error.message)] : []));
}

function errorsIn(thrown: unknown, deepest = 5): object[] {
  if (typeof thrown !== 'object' || thrown === null || deepest === 0) return [];
  const within = ['cause', 'meta', 'driverAdapterError'].flatMap((name) =>
    name in thrown ? errorsIn(thrown[name as keyof typeof thrown], deepest - 1) : [],
  );
  return [thrown, ...within];
}
