import type { FileRefusal } from '../facts/refusal.ts';
import { bareCell } from './bare-cell.ts';
import { saysNothing } from './cells.ts';
import { toCurrency } from './currency.ts';
import { readDate, readMonth } from './dates.ts';
import { foldedNames, foldHeader } from './fold-header.ts';
import { type ColumnMap, type ColumnPlace, currencyIn, placesOf } from './header.ts';
import { dateColumns, idColumns, numberColumns } from './header-names.ts';
import { type HeaderSays, readPhrases } from './header-phrases.ts';
import { readNumber } from './numbers.ts';
import { aspectOf, columnNamed } from './read-header.ts';
import { directionIn } from './scale-direction.ts';
import { scaleInHeader } from './scale-in-header.ts';

/** A cell of such a row. */
type Read = { readonly says: HeaderSays } | 'nothing' | 'unknown' | 'value';

/**
 * A row right below the header that belongs to it, as it says in which units and forms the columns are ("DKK", "(øre)",
 * "dd-mm-åååå") where others have values.
 *
 * @returns the columns with what it says; why the file is refused; null: it is a row as others
 */
export function withUnitRow(
  columns: ColumnMap,
  cells: readonly string[],
  line: number,
): ColumnMap | FileRefusal | null {
  const { kind, at } = columns;
  const names = [...idColumns[kind], 'email', ...(kind === 'rates' ? ['currency'] : [])];
  if (!names.every((column) => isLabel(columns, bareCell(cells[at[column] ?? -1] ?? '')))) return null;
  const read = readCells(columns, cells);
  if (read.some(({ is }) => is === 'value') || read.every(({ is }) => is === 'nothing')) return null;
  const strange = read.find((one) => one.is === 'unknown' || isOtherwise(columns.says[one.column], one.is));
  if (strange) {
    const header = columns.header[strange.at]?.trim() ?? '';
    return { code: 'unknown-bracket', column: strange.column, header, word: strange.text, line };
  }
  return withSays(columns, read);
}

/** The same of the line right above the header, where a cell of it is nothing but a unit. Other words there are titles. */
export function withUnitsAbove(columns: ColumnMap, cells: readonly string[]): ColumnMap {
  const read = readCells(columns, cells).filter(({ is }) => typeof is !== 'string' && Object.keys(is.says).length > 0);
  return read.length > 0 ? withSays(columns, read) : columns;
}

type ReadCell = ColumnPlace & { readonly text: string; readonly is: Read };

function readCells(columns: ColumnMap, cells: readonly string[]): ReadCell[] {
  const { kind } = columns;
  const scores = kind === 'feedback' ? ['score'] : [];
  return placesOf(columns, [...dateColumns[kind], ...numberColumns[kind], ...scores]).map(({ column, at }) => {
    const text = bareCell(cells[at] ?? '').replace(/^[([{]\s*(.*?)\s*[)\]}]$/s, '$1');
    const zone = aspectOf(kind, column) === 'date' ? qualtricsZone.exec(text)?.[1] : undefined;
    return { column, at, text: zone ?? text, is: readCell(columns, column, zone ?? text) };
  });
}

function readCell(columns: ColumnMap, column: string, text: string): Read {
  if (text === '' || text.length > longest || qualtrics.test(text) || saysNothing(text)) return 'nothing';
  if (column === 'score')
    return scaleInHeader(text) || directionIn(text) ? { says: {} } : isScore.test(text) ? 'value' : 'nothing';
  const aspect = aspectOf(columns.kind, column);
  if (aspect === 'date') {
    if ('day' in readDate(text, 'day-first') || 'day' in readDate(text, 'month-first') || readMonth(text))
      return 'value';
  }
  const { says, unknown } = readPhrases(text, aspect);
  if (unknown === null && Object.keys(says).length > 0) return { says };
  if (aspect !== 'date' && !('code' in readNumber(text, 'comma'))) return 'value';
  if (/\d/.test(text)) return aspect === 'date' ? 'value' : 'unknown';
  return unknown === null || isLabel(columns, text) ? { says: {} } : 'unknown';
}

const longest = 100;
/** What stands in the third line of a Qualtrics export. */
const qualtrics = /^\{?"ImportId":/;
const qualtricsZone = /^"ImportId":.*"timeZone":"([^"]+)"/;
const isScore = /^\d/;

/** Empty, or a word that names what stands in a column: never a value. */
function isLabel({ kind }: ColumnMap, text: string): boolean {
  return (
    text === '' ||
    qualtrics.test(text) ||
    saysNothing(text) ||
    labels.has(foldHeader(text)) ||
    columnNamed(kind, text) !== null
  );
}

const labels = foldedNames(
  'nr,no,id,nummer,number,text,tekst,string,streng,varchar,char,int,integer,heltal,heltall,tal,tall,numeric,decimal,float,double,date,dato,datetime,iso,iso 4217,kode,code,unit,units,enhed,enhet,format,type,måleenhed,måleenhet',
);

/** Whether the header has said something else already. */
function isOtherwise(header: HeaderSays | undefined, row: Read): boolean {
  if (!header || typeof row === 'string') return false;
  const { says } = row;
  if (header.currency !== undefined && says.currency !== undefined) {
    const [one, other] = [toCurrency(header.currency, null), toCurrency(says.currency, null)];
    if ('currency' in one && 'currency' in other && one.currency !== other.currency) return true;
  }
  return (['unit', 'vat', 'zone', 'dateOrder'] as const).some(
    (what) => header[what] !== undefined && says[what] !== undefined && header[what] !== says[what],
  );
}

/** The header with its words in brackets, so that a file of refused rows says the same. */
function withSays(columns: ColumnMap, read: readonly ReadCell[]): ColumnMap {
  const header = [...columns.header];
  const says = { ...columns.says };
  for (const { column, at, text, is } of read) {
    if (typeof is === 'string' || (column !== 'score' && Object.keys(is.says).length === 0)) continue;
    header[at] = `${header[at]?.trim() ?? ''} (${text})`;
    if (column !== 'score') says[column] = { ...says[column], ...is.says };
  }
  return { ...columns, header, says, currency: columns.currency ?? currencyIn(columns.kind, says) };
}
