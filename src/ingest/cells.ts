import type { RowReason } from '../facts/refusal.ts';

/** What is wrong with a row: our column and why. */
export interface Fault {
  readonly column: string;
  readonly reason: RowReason;
}

export const limits = {
  id: 200,
  name: 300,
  email: 254,
  source: 200,
  comment: 10_000,
  campaign: 100,
  variant: 60,
  shop: 60,
} as const;

/**
 * A cell's text, trimmed and composed (NFC), so that the same name from two systems is the same; null when it is empty.
 * `="007"`, which keeps a spreadsheet from eating zeros, is 007.
 *
 * @param limit the longest value in characters (UTF-16 units, as in a JavaScript string); longer ones are refused, never cut
 * @param damaged the file has bytes that are no text, so a replacement character is damage and not somebody's own
 * @param multiline line breaks and tabs are allowed
 */
export function readText(cell: string, limit: number, damaged: boolean, multiline = false): string | null | RowReason {
  if (cell === '') return null;
  if (isPlain(cell)) return cell.length > limit ? { code: 'too-long', limit } : cell;
  // Measured before anything that costs more than the length of the cell.
  const trimmed = trim(cell);
  if (trimmed.length > 3 * limit) return { code: 'too-long', limit };
  const text = compose(trimmed);
  if (text === '') return null;
  if (text.length > limit) return { code: 'too-long', limit };
  if (damaged && text.includes('\ufffd')) return { code: 'bad-encoding' };
  const hasControl = control.test(multiline ? text.replace(/[\n\t]/g, ' ') : text);
  return hasControl ? { code: 'control-character' } : text;
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
