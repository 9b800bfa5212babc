import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { kindInHeader } from './claims.ts';
import { isFigure } from './find-header.ts';
import { foldHeader } from './fold-header.ts';
import { type ColumnMap, currencyIn, isLookedAt, kindOf, mapColumns, mapHeader, refusedColumn } from './header.ts';
import { dateColumns, numberColumns } from './header-names.ts';
import { columnNamed, saysOf } from './read-header.ts';
import { type RememberedColumns, rememberedFor } from './remembered-columns.ts';
import { setAsideIn } from './set-aside.ts';

export interface FirstLineOptions {
  readonly kind: ImportKind | null;
  readonly columns?: readonly string[] | undefined;
  readonly feedbackKind?: AnswerKind | undefined;
  /** Columns that were named before for files with other headers, and perhaps for this one. */
  readonly remembered?: readonly RememberedColumns[] | undefined;
}

interface FirstLine {
  readonly columns: ColumnMap;
  readonly isHeader: boolean;
  /** What was remembered for this header, where that holds. */
  readonly remembered?: RememberedColumns;
}

const maxColumns = 500;

/** What the first line is, and where our columns stand: by its own names, or by those a person gave. */
export function readColumns(first: readonly string[], options: FirstLineOptions): FirstLine | FileRefusal {
  if (first.length > maxColumns) return { code: 'too-many-columns', found: first.length, limit: maxColumns };
  if (options.columns) return readGiven(first, options.columns, options);
  const remembered = rememberedFor(first, options.kind, options.remembered ?? []);
  if (remembered) {
    const feedbackKind = options.feedbackKind ?? (remembered.answers as AnswerKind | null) ?? undefined;
    const read = readGiven(first, remembered.columns, { kind: remembered.kind, feedbackKind });
    if (!('code' in read)) return { ...read, remembered };
  }
  const kind = options.kind ?? kindOf(first);
  const columns = kind && mapHeader(kind, first, options.feedbackKind ?? null);
  if (columns && !('code' in columns)) return { columns, isHeader: true };
  // Words such as "nps" or "mail" stand in data too, dates and amounts never in a header.
  if (first.some(isFigure)) return { code: 'no-header', first };
  return columns ?? { code: 'unknown-kind', found: first };
}

/** Given columns beat a header line, which is then stepped over. A mended file has one column more than was given. */
function readGiven(
  first: readonly string[],
  given: readonly string[],
  options: FirstLineOptions,
): { readonly columns: ColumnMap; readonly isHeader: boolean } | FileRefusal {
  const isMended = foldHeader(first.at(-1) ?? '') === refusedColumn && first.length === given.length + 1;
  const names = isMended ? [...given, ''] : given;
  const extra = first.slice(names.length);
  if (first.length < names.length || extra.some((cell) => cell.trim() !== '')) {
    return { code: 'column-count', given: given.length, found: first.length };
  }
  const kind = options.kind ?? kindOf(names);
  if (!kind) return { code: 'unknown-kind', found: given };
  const score = names.findIndex((name) => columnNamed(kind, name) === 'score');
  const columns = mapColumns(kind, names, options.feedbackKind ?? kindInHeader(first[score] ?? ''));
  if ('code' in columns) return columns;
  if (!isMended && !looksLikeHeader(kind, first, columns)) return { columns, isHeader: false };
  return { columns: { ...withHeader(columns, first), mended: isMended }, isHeader: true };
}

/** What the file's own header says of the columns that a person named, and which of its columns are skipped. */
function withHeader(columns: ColumnMap, header: readonly string[]): ColumnMap {
  const { kind, at } = columns;
  const own = Object.entries(at).map(([column, place]) => [column, saysOf(kind, column, header[place] ?? '')] as const);
  const says = Object.fromEntries(
    own
      .map(([column, said]) => [column, { ...said, ...columns.says[column] }] as const)
      .filter(([, said]) => Object.keys(said).length > 0),
  );
  const read = new Set(Object.values(at));
  const ignored = header
    .map((text) => text.trim())
    .filter(
      (text, place) => !read.has(place) && text !== '' && foldHeader(text) !== refusedColumn && !isLookedAt(kind, text),
    );
  const feedbackKind =
    columns.feedbackKind ?? (kind === 'feedback' ? kindInHeader(header[at.score ?? -1] ?? '') : null);
  const otherStatuses = kind === 'feedback' ? setAsideIn(header, at) : columns.otherStatuses;
  return { ...columns, header, ignored, says, feedbackKind, otherStatuses, currency: currencyIn(kind, says) };
}

/** A header has no digit where the data has dates and numbers; where none are read it names a column as it was given. */
function looksLikeHeader(kind: ImportKind, first: readonly string[], { at }: ColumnMap): boolean {
  const cells = [...dateColumns[kind], ...numberColumns[kind]].flatMap((column) => {
    const place = at[column];
    return place === undefined ? [] : [first[place] ?? ''];
  });
  if (cells.some((cell) => /\d/.test(cell))) return false;
  if (cells.some((cell) => cell.trim() !== '')) return true;
  return Object.entries(at).some(([column, place]) => columnNamed(kind, first[place] ?? '') === column);
}
