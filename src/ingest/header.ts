import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { type ImportKind, importKinds } from '../loyalty/facts/import-kind.ts';
import { toCurrency } from './currency.ts';
import { columnsOf, headerNames, neededColumns, numberColumns } from './header-names.ts';

/** Where each of our columns stands in the file. */
export interface ColumnMap {
  readonly kind: ImportKind;
  /** Our column name to the index of the file's cell. */
  readonly at: Readonly<Record<string, number>>;
  /** The file's own header, or the given columns where it has none ('' for a column to skip). */
  readonly header: readonly string[];
  /** The file is one of refused rows that comes back: its last column is `refused`. */
  readonly mended: boolean;
  /** Headers that mean nothing to us. Their cells are not read. */
  readonly ignored: readonly string[];
  /** The code or sign of a currency in the amount's header, as written: "Beløb (DKK)", "Beløb i kr.". */
  readonly currency: string | null;
  /** The kind of feedback that the score's header names, as in "NPS". */
  readonly feedbackKind: AnswerKind | null;
}

/** The name of the last column of a file of refused rows. It is ignored when the mended file is read. */
export const refusedColumn = 'refused';

/** Finds our columns in a header line. Refuses a needed column that is missing and two headers that mean one column. */
export function mapHeader(
  kind: ImportKind,
  header: readonly string[],
  hasDefaultFeedbackKind = false,
): ColumnMap | FileRefusal {
  const found = new Map<string, number[]>();
  const ignored: string[] = [];
  header.forEach((text, index) => {
    const column = columnNamed(kind, text);
    if (column) found.set(column, [...(found.get(column) ?? []), index]);
    else if (text.trim() !== '' && foldHeader(text) !== refusedColumn) ignored.push(text.trim());
  });
  const doubled = [...found].find(([, places]) => places.length > 1);
  if (doubled) {
    const [column, places] = doubled;
    return { code: 'duplicate-column', column, headers: places.map((place) => header[place]?.trim() ?? '') };
  }
  const at = Object.fromEntries([...found].map(([column, [place = 0]]) => [column, place]));
  const mended = foldHeader(header.at(-1) ?? '') === refusedColumn;
  const feedbackKind = kind === 'feedback' ? kindInHeader(header[at.score ?? -1] ?? '') : null;
  const needed: readonly string[] =
    kind === 'feedback' && !feedbackKind && !hasDefaultFeedbackKind ? ['date', 'kind'] : neededColumns[kind];
  const missing = needed.find((column) => at[column] === undefined);
  if (missing) return { code: 'missing-column', kind, column: missing, found: header.map((text) => text.trim()) };
  return { kind, at, header, mended, ignored, currency: amountCurrency(kind, header, at), feedbackKind };
}

/** The map for columns that a person gave for a file without a header line: our names, '' for a cell to skip. */
export function mapColumns(
  kind: ImportKind,
  columns: readonly string[],
  hasDefaultFeedbackKind = false,
): ColumnMap | FileRefusal {
  const unknown = columns.find((text) => text.trim() !== '' && !columnNamed(kind, text));
  if (unknown) return { code: 'unknown-column', column: unknown.trim(), known: columnsOf[kind] };
  return mapHeader(kind, columns, hasDefaultFeedbackKind);
}

/** The kind of file that a header speaks of, or null when nothing or two kinds fit equally well. */
export function kindOf(header: readonly string[]): ImportKind | null {
  const [best, second] = importKinds
    .map((kind) => {
      const columns = [...new Set(header.map((text) => columnNamed(kind, text)))].filter((column) => column !== null);
      const complete = neededColumns[kind].every((column) => columns.includes(column));
      return { kind, weight: complete ? columns.reduce((sum, column) => sum + weightOf(column), 0) : 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  return best && second && best.weight > second.weight ? best.kind : null;
}

/**
 * How many of the cells are headers that we know, and whether all are there that a file needs: what tells a header line
 * from data.
 *
 * @param asked null: of whatever kind knows the most
 */
export function headerFit(
  asked: ImportKind | null,
  cells: readonly string[],
): { readonly known: number; readonly complete: boolean } {
  return (asked ? [asked] : importKinds)
    .map((kind) => {
      const columns = cells.map((cell) => columnNamed(kind, cell)).filter((column) => column !== null);
      return { known: columns.length, complete: neededColumns[kind].every((column) => columns.includes(column)) };
    })
    .reduce((a, b) => (b.known > a.known || (b.known === a.known && b.complete) ? b : a));
}

/** Our column for a header as written, or null. A part in brackets and a currency code at the end may be missing from our lists. */
export function columnNamed(kind: ImportKind, text: string): string | null {
  const names = namesOf(kind);
  const whole = names.get(foldHeader(text));
  if (whole) return whole;
  const bare = text.replace(/[([{].*$/s, '').replace(/\s(?:i\s+)?(?:[A-Z]{3}|kr\.?|\p{Sc})\s*$/u, '');
  return bare === text ? null : (names.get(foldHeader(bare)) ?? null);
}

/** One of our columns and its cell. */
export interface ColumnPlace {
  readonly column: string;
  readonly at: number;
}

/** Those of our columns that the file has. */
export function placesOf({ at }: ColumnMap, columns: readonly string[]): ColumnPlace[] {
  return columns.flatMap((column) => {
    const place = at[column];
    return place === undefined ? [] : [{ column, at: place }];
  });
}

/** Lower case without accents, blanks and punctuation; ø and oe, å and aa, æ and ae are the same. */
export function foldHeader(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/oe/g, 'o')
    .replace(/aa/g, 'a')
    .replace(/ae/g, 'a');
}

/** What a column says of the kind of file: an amount more than a name, which stands beside orders too. */
function weightOf(column: string): number {
  if (['customer', 'date', 'since', 'until', 'contacted', 'currency'].includes(column)) return 1;
  return ['amount', 'kind', 'score', 'recommend', 'comment', 'recommender', 'rate', 'campaign'].includes(column)
    ? 15
    : 10;
}

const folded = new Map<ImportKind, ReadonlyMap<string, string>>();

function namesOf(kind: ImportKind): ReadonlyMap<string, string> {
  const known = folded.get(kind);
  if (known) return known;
  const names = new Map(
    Object.entries(headerNames[kind]).flatMap(([column, lists]) =>
      [column, ...lists.flatMap((list) => list.split(','))].map((name) => [foldHeader(name), column] as const),
    ),
  );
  folded.set(kind, names);
  return names;
}

/** The currency that the header of an amount names, the first that does. */
export function amountCurrency(
  kind: ImportKind,
  header: readonly string[],
  at: Readonly<Record<string, number>>,
): string | null {
  for (const column of numberColumns[kind]) {
    const currency = column === 'years' ? null : currencyInHeader(header[at[column] ?? -1] ?? '');
    if (currency !== null) return currency;
  }
  return null;
}

/** The code or sign of a currency at the end of an amount's header: "Beløb (DKK)", "Amount EUR", "Beløb i kr.". Small letters may be a word ("all"). */
function currencyInHeader(text: string): string | null {
  const token = /[\s([{]([^\s()[\]{}]+)[)\]}]?\s*$/.exec(text)?.[1] ?? '';
  if (/^[a-z]{3}$/.test(token) && !/^(?:dkk|nok|sek|isk|eur|usd|gbp|chf)$/.test(token)) return null;
  const reading = toCurrency(token, null);
  return 'currency' in reading || reading.code === 'currency-unclear' ? token : null;
}

function kindInHeader(text: string): AnswerKind | null {
  const name = foldHeader(text);
  if (/^(?:nps|netpromoterscore|likelihoodtorecommend)/.test(name)) return 'nps';
  if (/^(?:csat|customersatisfaction|satisfaction|kundetilfreds|tilfreds)/.test(name)) return 'csat';
  return /^(?:star|stjern|antalstjern|antallstjern|review)/.test(name) ? 'review' : null;
}
