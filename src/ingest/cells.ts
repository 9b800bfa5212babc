import type { ColumnMap } from './header.ts';
import type { RowReason } from './refusal.ts';

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

export const limits = { id: 200, name: 300, email: 254, source: 200, comment: 10_000 } as const;

/**
 * A cell's text, trimmed and composed (NFC), so that the same name from two systems is the same; null when it is empty.
 * `="007"`, which keeps a spreadsheet from eating zeros, is 007.
 */
export function readText(cell: string | undefined, rules: TextRules): string | null | RowReason {
  if (cell === undefined || cell === '') return null;
  const text = isPlain(cell) ? cell : compose(cell);
  if (text === '') return null;
  if (text.length > rules.limit) return { code: 'too-long', limit: rules.limit };
  if (rules.damaged && text.includes('\ufffd')) return { code: 'bad-encoding' };
  if (!isPlain(text) && control.test(rules.multiline ? text.replace(/[\n\t]/g, ' ') : text)) {
    return { code: 'control-character' };
  }
  return text;
}

/** The raw cell of one of our columns, '' where the file has no such column. */
export function cellsOf({ at }: ColumnMap): (cells: readonly string[], column: string) => string {
  return (cells, column) => cells[at[column] ?? -1] ?? '';
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

function compose(cell: string): string {
  const bare = /^\s*="([^"]*)"\s*$/.exec(cell)?.[1] ?? cell;
  return bare
    .replace(/\r\n?/g, '\n')
    .replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
    .normalize('NFC');
}
