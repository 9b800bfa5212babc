import type { RowReason } from '../facts/refusal.ts';
import { bareCell } from './bare-cell.ts';

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
  const bare = bareCell(cell);
  if (bare.length > 3 * limit) return { code: 'too-long', limit };
  const text = compose(bare);
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

function compose(bare: string): string {
  return bare.replace(/\r\n?/g, '\n').normalize('NFC');
}

/**
 * What is left of words that cannot be kept as they are: bytes that are no text stand as U+FFFD, control characters are
 * blanks, and what is too long ends with "…".
 */
export function mendText(cell: string, limit: number): string | null {
  const text = compose(bareCell(cell.slice(0, 3 * limit))).replace(/(?![\n\t])\p{Cc}/gu, ' ');
  if (text.length <= limit) return text === '' ? null : text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether a cell that may be left out holds a word for nothing: NULL, "-", Unspecified. */
export function saysNothing(text: string): boolean {
  return machineWords.has(text) || wordsForNothing.has(text.toLowerCase()) || isNoDay(text);
}

/** Whether it is the day that programs write where there is none: 0000-00-00, 1900-01-01, 01-01-1753, 1970-01-01 00:00. */
export function isNoDay(text: string): boolean {
  return text.length >= 8 && noDay.test(text);
}

const noDay =
  /^(?:0000[-/.]00[-/.]00|00[-/.]00[-/.]0000|1899-12-3[01]|(?:30|31)[-/.]12[-/.]1899|(?:0001|1753|1900|1970|9999)[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.](?:0001|1753|1900|1970)|9999-12-31|31[-/.]12[-/.]9999)(?:[T ]00[:.]00(?:[:.]00(?:\.0+)?)?(?: ?Z| ?\+00:?00)?)?$/;

/** Whether it holds what programs write for nothing, which is no word of a person's. */
export function isMachineNothing(text: string): boolean {
  return machineWords.has(text);
}

const machineWords = new Set(
  'NULL,null,<null>,(null),[null],Null,NaN,nan,NAN,None,nil,\\N,#N/A,#NA,#VALUE!,#REF!,#NAME?,#DIV/0!,#NULL!,undefined,NaT'.split(
    ',',
  ),
);

const wordsForNothing = new Set(
  [
    '-,--,---,–,—,_,.,..,...,?,??,*,n/a,n.a.,n.a,unspecified,not specified,unknown,not available,not set,not given,blank,(blank),empty',
    '(empty),none,(none),(not set),uspecificeret,ikke specificeret,ukendt,uoplyst,ikke oplyst,ikke angivet,tom,(tom),ingen,(ingen)',
    'uspesifisert,ikke spesifisert,ukjent,ikke oppgitt,ikke angitt',
  ].flatMap((words) => words.split(',')),
);
