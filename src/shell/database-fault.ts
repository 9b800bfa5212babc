import type { Locale } from '../text/define-text.ts';
import { usageWords } from './usage-words.ts';

/** What went wrong with the database, as far as an operator can mend it. */
export type DatabaseFault =
  /** It went away, so that nobody knows of what was being committed whether it was. */
  'lost' | 'full' | 'crowded' | 'out-of-time' | 'no-right';

/** What the database failed at; null for anything else. In Slack nobody who reads it could mend it. */
export function databaseFault(thrown: unknown): DatabaseFault | null {
  const codes = codesIn(thrown);
  const fault = codes.map((code) => faults[code]).find((one) => one !== undefined);
  if (fault) return fault;
  const isLost = codes.some((code) => /^(08|57P0)/.test(code) || broken.has(code)) || messagesIn(thrown).some(isEnd);
  return isLost ? 'lost' : null;
}

/** What is said of a call that it ended; null for anything else. */
export function databaseFaultWords(thrown: unknown, locale: Locale): string | null {
  const text = usageWords(locale);
  const fault = databaseFault(thrown);
  return fault && (fault === 'no-right' ? text[fault] : `${text[fault]} ${text.lostElsewhere}`);
}

/** By what PostgreSQL calls them, and Prisma where it does not say. */
const faults: Readonly<Record<string, DatabaseFault>> = {
  42501: 'no-right',
  25006: 'no-right',
  53100: 'full',
  53300: 'crowded',
  57014: 'out-of-time',
  '25P03': 'out-of-time',
  P2037: 'crowded',
};
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
