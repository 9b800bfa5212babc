import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { type ImportKind, importKinds } from '../loyalty/facts/import-kind.ts';
import {
  type Claim,
  claimsOf,
  claimsOfExport,
  kindInHeader,
  type SettledHeader,
  settleClaims,
  settledOf,
} from './claims.ts';
import type { DateOrder } from './dates.ts';
import type { KnownExport } from './exports/known-export.ts';
import { foldHeader } from './fold-header.ts';
import { columnsOf, lackingAmong, neededColumns, numberColumns } from './header-names.ts';
import type { HeaderSays } from './header-phrases.ts';
import { exportOf } from './known-header.ts';
import { netBeside } from './net-amount.ts';
import { isFlag, otherStatusesIn } from './other-statuses.ts';
import { columnNamed } from './read-header.ts';
import { setAsideIn } from './set-aside.ts';
import { unitPriceIn } from './unit-price.ts';

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
  /** Headers that say one of our columns, and those that were passed over as they say it less well. */
  readonly settled: readonly SettledHeader[];
  /** The code or sign of a currency in the amount's header, as written: "Beløb (DKK)", "Beløb i kr.". */
  readonly currency: string | null;
  /** The kind of feedback that the score's header names, as in "NPS". */
  readonly feedbackKind: AnswerKind | null;
  /** What the headers of our columns say beside their names. */
  readonly says: Readonly<Record<string, HeaderSays>>;
  /** The program whose export the file is known to be. */
  readonly known: FromProgram | null;
  /** Where other columns stand that say a status, too, as a shop has one for the money and one for the goods; whether an order was paid back, or an answer is to count. */
  readonly otherStatuses: readonly number[];
}

/** What is known of a file beside its columns, as its header is that of a program's export. */
export interface FromProgram extends Pick<KnownExport, 'amountOf' | 'entries'> {
  readonly system: string;
}

/** The name of the last column of a file of refused rows. It is ignored when the mended file is read. */
export const refusedColumn = 'refused';

/**
 * Finds our columns in a header line. Of several headers that say one column the best name wins. Refused, all at once:
 * needed columns that are missing, headers that say one column equally well; and words in brackets that nobody knows.
 *
 * @param asked the kind of answers that the caller names
 */
export function mapHeader(
  kind: ImportKind,
  header: readonly string[],
  asked: AnswerKind | null = null,
): ColumnMap | FileRefusal {
  const program = exportOf(kind, header);
  const claims = program ? claimsOfExport(program, header) : claimsOf(kind, header, asked);
  const { won, lost, doubled } = settleClaims(kind, claims);
  const at = Object.fromEntries(won.map(({ column, index }) => [column, index]));
  const said = kind === 'feedback' ? (program?.answers ?? kindInHeader(header[at.score ?? -1] ?? '')) : null;
  const missing = missingColumns(kind, at, asked ?? said).filter(
    (column) => !doubled.some((one) => one.column === column),
  );
  const price = kind === 'orders' && !program ? unitPriceIn(header, won) : null;
  if (price && doubled.length === 0 && missing.every((column) => column === 'amount')) return price;
  if (missing.length > 0 || doubled.length > 0)
    return {
      code: 'columns',
      kind,
      missing,
      doubled,
      found: trimmed(header),
      named: header.map((_, index) => won.find((claim) => claim.index === index)?.column ?? ''),
      ...(program ? { system: program.system } : {}),
    };
  const strange = won.find(({ unknown }) => unknown !== null);
  if (strange) {
    return { code: 'unknown-bracket', column: strange.column, header: strange.text, word: strange.unknown ?? '' };
  }
  const says = Object.fromEntries(
    netBeside(header, won)
      .filter(({ says }) => Object.keys(says).length > 0)
      .map((one) => [one.column, one.says]),
  );
  return {
    kind,
    at,
    header,
    mended: foldHeader(header.at(-1) ?? '') === refusedColumn,
    ignored: ignoredIn(header, [...won, ...lost]).filter((text) => !isLookedAt(kind, text)),
    settled: settledOf(won, lost),
    currency: currencyIn(kind, says),
    feedbackKind: said,
    says,
    known: program && fromProgram(program),
    otherStatuses: otherStatuses(kind, header, at),
  };
}

function otherStatuses(kind: ImportKind, header: readonly string[], at: Readonly<Record<string, number>>): number[] {
  if (kind === 'feedback') return setAsideIn(header, at);
  return kind === 'orders' ? otherStatusesIn(header, at) : [];
}

/** A mark that is no column of ours, and yet sets a row aside. */
export function isLookedAt(kind: ImportKind, text: string): boolean {
  return kind === 'feedback' ? setAsideIn([text], {}).length > 0 : kind === 'orders' && isFlag(text);
}

/** The map for columns that a person gave: our names, '' for a cell to skip. */
export function mapColumns(
  kind: ImportKind,
  columns: readonly string[],
  asked: AnswerKind | null = null,
): ColumnMap | FileRefusal {
  const unknown = columns.find((text) => text.trim() !== '' && !columnNamed(kind, text));
  if (unknown) return { code: 'unknown-column', column: unknown.trim(), known: columnsOf[kind] };
  return mapHeader(kind, columns, asked);
}

/** The kind of file that a header speaks of, or null when nothing or two kinds fit equally well. */
export function kindOf(header: readonly string[]): ImportKind | null {
  const known = exportOf(null, header);
  if (known) return known.kind;
  const [best, second] = importKinds
    .map((kind) => {
      const columns = [...new Set(header.map((text) => columnNamed(kind, text)))].filter((column) => column !== null);
      const complete = lackingAmong(kind, neededColumns[kind], columns).length === 0;
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
  const program = exportOf(asked, cells);
  if (program) return { known: program.signature.length + 100, complete: true };
  return (asked ? [asked] : importKinds)
    .map((kind) => {
      const columns = cells.map((cell) => columnNamed(kind, cell)).filter((column) => column !== null);
      return { known: columns.length, complete: lackingAmong(kind, neededColumns[kind], columns).length === 0 };
    })
    .reduce((a, b) => (b.known > a.known || (b.known === a.known && b.complete) ? b : a));
}

/** One of our columns and its cell. */
export interface ColumnPlace {
  readonly column: string;
  readonly at: number;
}

/** Those of our columns that the file has. */
export function placesOf({ at }: Pick<ColumnMap, 'at'>, columns: readonly string[]): ColumnPlace[] {
  return columns.flatMap((column) => {
    const place = at[column];
    return place === undefined ? [] : [{ column, at: place }];
  });
}

/** The order of day and month that a header writes out ("dd-mm-åååå"), and which column's. */
export function dateOrderIn({ says }: ColumnMap): { readonly column: string; readonly order: DateOrder } | null {
  for (const [column, { dateOrder }] of Object.entries(says)) if (dateOrder) return { column, order: dateOrder };
  return null;
}

function fromProgram({ system, amountOf, entries }: KnownExport): FromProgram {
  return {
    system,
    ...(amountOf ? { amountOf } : {}),
    ...(entries ? { entries } : {}),
  };
}

function ignoredIn(header: readonly string[], claims: readonly Claim[]): string[] {
  const claimed = new Set(claims.map(({ index }) => index));
  return trimmed(header).filter(
    (text, index) => !claimed.has(index) && text !== '' && foldHeader(text) !== refusedColumn,
  );
}

function trimmed(header: readonly string[]): string[] {
  return header.map((text) => text.trim());
}

/** Needed columns that a file lacks; of answers also what their kind is told by. */
function missingColumns(kind: ImportKind, at: Readonly<Record<string, number>>, answers: AnswerKind | null): string[] {
  const needed: string[] = [...neededColumns[kind]];
  if (kind === 'feedback' && at.kind === undefined)
    needed.push(...(answers ? partsOf[answers] : ['kind', ...unsaid(at)]));
  return lackingAmong(kind, needed, Object.keys(at));
}

/** Where neither a kind nor anything that was said is there, it is most likely a score that has another name. */
function unsaid(at: Readonly<Record<string, number>>): string[] {
  return ['score', 'recommend', 'comment'].some((column) => column in at) ? [] : ['score'];
}

const partsOf: Readonly<Record<AnswerKind, readonly string[]>> = {
  nps: ['score'],
  csat: ['score'],
  review: ['score'],
  cli: ['recommend', 'again', 'other'],
  remark: ['comment'],
};

/** What a column says of the kind of file: an amount more than a name, which stands beside orders too. */
function weightOf(column: string): number {
  if (['customer', 'email', 'date', 'since', 'until', 'contacted', 'currency'].includes(column)) return 1;
  return ['amount', 'kind', 'score', 'recommend', 'comment', 'recommender', 'rate', 'campaign'].includes(column)
    ? 15
    : 10;
}

/** The currency that the header of an amount names, the first that does. */
export function currencyIn(kind: ImportKind, says: ColumnMap['says']): string | null {
  for (const column of numberColumns[kind]) {
    const currency = says[column]?.currency;
    if (currency !== undefined) return currency;
  }
  return null;
}
