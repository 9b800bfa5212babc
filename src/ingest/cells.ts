import type { RowReason } from '../facts/refusal.ts';
import type { ColumnMap } from './header.ts';

/** What is wrong with a row: our column and why. */
export interface Fault {
  readonly column: string;
  readonly reason: RowReason;
}

export interface TextRules {
  /** Longest value in characters (UTF-16 units, as in a JavaScript string). Longer ones are refused, never cut. */
  readonly limit: number;
  /** Line breaks and tabs are allowed. */
  readonly multiline?: boolean;
  /** The file has bytes that are no text, so a replacement character is damage and not somebody's own. */
  readonly damaged: boolean;
}

export const limits = {
  id: 200,
  name: 300,
  email: 254,
  source: 200,
  comment: 10_000,
  campaign: 100,
  variant: 60,
} as const;

/**
 * A cell's text, trimmed and composed (NFC), so that the same name from two systems is the same; null when it is empty.
 * `="007"`, which keeps a spreadsheet from eating zeros, is 007.
 */
export function readText(cell: string | undefined, rules: TextRules): string | null | RowReason {
  if (cell === undefined || cell === '') return null;
  if (isPlain(cell)) return cell.length > rules.limit ? { code: 'too-long', limit: rules.limit } : cell;
  // Measured before anything that costs more than the length of the cell.
  const trimmed = trim(cell);
  if (trimmed.length > 3 * rules.limit) return { code: 'too-long', limit: rules.limit };
  const text = compose(trimmed);
  if (text === '') return null;
  if (text.length > rules.limit) return { code: 'too-long', limit: rules.limit };
  if (rules.damaged && text.includes('\ufffd')) return { code: 'bad-encoding' };
  const hasControl = control.test(rules.multiline ? text.replace(/[\n\t]/g, ' ') : text);
  return hasControl ? { code: 'control-character' } : text;
}

/** The raw cell of one of our columns, '' where the file has no such column. */
export function cellsOf({ at }: ColumnMap): (cells: readonly string[], column: string) => string {
  return (cells, column) => cells[at[column] ?? -1] ?? '';
}

/** A text, where it is needed. */
export function readNeeded(cell: string | undefined, rules: TextRules): string | RowReason {
  return readText(cell, rules) ?? { code: 'missing' };
}

/** Whether a reading is a reason and no value. */
export function isReason(value: RowReason | string | number | null): value is RowReason {
  return typeof value === 'object' && value !== null;
}

const control = /\p{Cc}/u;

/** Printable ASCII without blanks and without "=" in front: most ids. Nothing can be wrong with it but its length. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code > 126) return false;
  }
  return text.charCodeAt(0) !== 61;
}

/** Blanks of all kinds, byte order marks and zero-width spaces, which come along when people copy. */
function trim(cell: string): string {
  let text = cell.trim();
  while (text.startsWith('\u200b') || text.endsWith('\u200b')) {
    text = text.slice(text.startsWith('\u200b') ? 1 : 0, text.endsWith('\u200b') ? -1 : undefined).trim();
  }
  return text;
}

function compose(trimmed: string): string {
  const bare = /^="([^"]*)"$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
  return bare.replace(/\r\n?/g, '\n').normalize('NFC');
}
