import type { FileRefusal } from '../facts/refusal.ts';
import { wholeCharacters } from '../loyalty/facts/kept-cells.ts';
import { isCurrency } from './currency.ts';
import type { ColumnMap } from './header.ts';
import { dateColumns, numberColumns } from './header-names.ts';
import { readPhrases } from './header-phrases.ts';
import type { FileRecord } from './records.ts';

/** A line above the header as it is told of. */
export function titleOf({ cells }: FileRecord): string {
  const title = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
  return wholeCharacters(title.slice(0, 300));
}

/** Excel's "sep=;" is no title. */
export function isTitle(title: string): boolean {
  return !/^sep=/i.test(title);
}

/** Amounts of which neither a column nor a header names the currency are in the one that a title names ("Valuta: EUR"). */
export function withTitleCurrency(columns: ColumnMap, titles: readonly string[]): ColumnMap {
  if (columns.currency !== null || columns.at.currency !== undefined) return columns;
  const named = titles.map(
    (title) => namesCurrency.exec(title.replace(/^[a-z]/i, (letter) => letter.toLowerCase()))?.[1],
  );
  const currency = named.find((code) => code !== undefined && isCurrency(code));
  return currency === undefined ? columns : { ...columns, currency };
}

/** "Valuta: EUR", "Alle beløb i EUR". */
const namesCurrency =
  /(?:(?:valuta|currency)[\s:=]*|(?:beløb|beløp|tal|tall|priser|amounts|figures|prices)(?: er| are)? i(?:n)? )([A-Z]{3})(?![\p{L}])/u;

/** Times of which neither a column nor a header names the zone are of the one that a title names ("All times in UTC", "Tidszone: CET"). */
export function withTitleZone(columns: ColumnMap, titles: readonly string[]): ColumnMap {
  const { kind, at, says } = columns;
  const open = dateColumns[kind].filter((column) => at[column] !== undefined && says[column]?.zone === undefined);
  if (at.zone !== undefined || open.length === 0) return columns;
  const zone = titles.map(zoneNamed).find((named) => named !== null);
  if (!zone) return columns;
  const saysZone = Object.fromEntries(open.map((column) => [column, { ...says[column], zone }]));
  return { ...columns, says: { ...says, ...saysZone } };
}

/** An offset with a place behind it, "(GMT+01:00) Copenhagen", is one in winter alone. */
function zoneNamed(title: string): string | null {
  const named = namesZone.exec(title)?.[1];
  if (named === undefined) return null;
  const { says, unknown } = readPhrases(named.replace(/[()]/g, ' '), 'date');
  const isWhole = unknown === null || (says.zone ?? '').includes('/');
  return isWhole ? (says.zone ?? null) : null;
}

const namesZone =
  /(?<!\p{L})(?:time ?zone|tidszone|tidssone|(?:all(?:e)? )?(?:times|timestamps|dates and times|tider|tidspunkter|tidspunkt|klokkeslæt|klokkeslett)(?: are| er| is)?(?: shown| vist| angivet| oppgitt)?(?: in| i)?)[\s:=]+(.{2,60})$/iu;

/** A title that says of the amounts that they are in other units, which their header does not say; null: none does. */
export function unitInTitles({ kind, at, says }: ColumnMap, titles: readonly string[]): FileRefusal | null {
  const column = numberColumns[kind].find((name) => at[name] !== undefined);
  if (column === undefined || says[column]?.unit !== undefined) return null;
  for (const title of titles) {
    const word = units.exec(title)?.[1];
    if (word !== undefined) return { code: 'unknown-bracket', column, header: title, word, isTitle: true };
  }
  return null;
}

const units =
  /(?<!\p{L})(t\. ?kr|tkr|tdkk|tnok|teur|mdkk|mnok|i (?:hele )?1[. ]?000 ?(?:kr|dkk|nok|eur)?|i tusinde?r?|i tusen|in thousands|(?<=\()1[. ]?000 ?(?:kr|dkk|nok|eur)(?=\.?\))|mio\.? (?:kr|dkk|nok|eur)|in millions|i øre|in cents)(?!\p{L})/iu;
