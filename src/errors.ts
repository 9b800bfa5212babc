import { randomBytes } from 'node:crypto';
import type { Locale } from './text/define-text.ts';

/** Something a person can mend: the words say what was wrong, where, and what to do. It is no fault of the app. */
export class UserError extends Error {
  readonly words: (locale: Locale) => string;
  /** Machine-readable, for programs that call the shell. */
  readonly code: string;

  /** False: what was asked said nothing that is known, so that nothing was done. Programs called wrongly. */
  readonly understood: boolean;

  /** True: it may be well again by itself, so that what nobody waits for is tried again. */
  readonly passing: boolean;

  constructor(code: string, words: (locale: Locale) => string, { understood = true, passing = false } = {}) {
    super(words('en'));
    this.understood = understood;
    this.passing = passing;
    this.name = 'UserError';
    this.code = code;
    this.words = words;
  }
}

/** Where the app writes what it did. Never comments, names, addresses or tokens. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

const faultWords = {
  en: (reference: string) =>
    `Something went wrong on our side. Try again in a moment. If it happens again, give your administrator the reference ${reference}.`,
  da: (reference: string) =>
    `Noget gik galt hos os. Prøv igen om lidt. Hvis det bliver ved, så giv jeres administrator denne reference: ${reference}.`,
  nb: (reference: string) =>
    `Noe gikk galt hos oss. Prøv igjen om litt. Hvis det fortsetter, gi administratoren deres denne referansen: ${reference}.`,
} satisfies Record<Locale, (reference: string) => string>;

/**
 * The words for whatever was thrown. A refusal explains itself; a fault is logged once, with a reference, and the
 * person sees only the reference.
 */
export function explain(thrown: unknown, locale: Locale, log: Log): string {
  if (thrown instanceof UserError) {
    log.info('refused', { code: thrown.code });
    return thrown.words(locale);
  }
  const reference = randomBytes(4).toString('hex');
  logFault(thrown, log, { reference });
  return faultWords[locale](reference);
}

/** Logs a fault with what may be told of it: kind, code and where, not the message, which may quote a customer's words. */
export function logFault(thrown: unknown, log: Log, facts: Readonly<Record<string, unknown>> = {}): void {
  const error = thrown instanceof Error ? thrown : new Error('not an error');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const refusal = 'data' in error ? refusalIn(error.data) : undefined;
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim());
  log.error('fault', { ...facts, name: error.name, code, refusal, where });
}

/** Slack says in a word why it refused a call, for example `missing_scope`. */
function refusalIn(data: unknown): string | undefined {
  const word = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof word === 'string' && /^[a-z_]{1,60}$/.test(word) ? word : undefined;
}
