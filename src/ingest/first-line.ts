import type { FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { isFigure } from './find-header.ts';
import {
  amountCurrency,
  type ColumnMap,
  columnNamed,
  foldHeader,
  kindOf,
  mapColumns,
  mapHeader,
  refusedColumn,
} from './header.ts';
import { dateColumns, numberColumns } from './header-names.ts';

export interface FirstLineOptions {
  readonly kind: ImportKind | null;
  readonly columns?: readonly string[] | undefined;
  readonly feedbackKind?: AnswerKind | undefined;
}

const maxColumns = 500;

/** What the first line is, and where our columns stand: by its own names, or by those a person gave. */
export function readColumns(
  first: readonly string[],
  options: FirstLineOptions,
): { readonly columns: ColumnMap; readonly isHeader: boolean } | FileRefusal {
  if (first.length > maxColumns) return { code: 'too-many-columns', found: first.length, limit: maxColumns };
  if (options.columns) return readGiven(first, options.columns, options);
  const kind = options.kind ?? kindOf(first);
  const columns = kind && mapHeader(kind, first, options.feedbackKind !== undefined);
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
  const columns = mapColumns(kind, names, options.feedbackKind !== undefined);
  if ('code' in columns) return columns;
  if (!isMended && !looksLikeHeader(kind, first, columns)) return { columns, isHeader: false };
  const currency = columns.currency ?? amountCurrency(kind, first, columns.at);
  return { columns: { ...columns, header: first, mended: isMended, currency }, isHeader: true };
}

/** A header names at least one column as it was given, and has no digit where the data has dates and numbers. */
function looksLikeHeader(kind: ImportKind, first: readonly string[], { at }: ColumnMap): boolean {
  const figures = [...dateColumns[kind], ...numberColumns[kind]];
  const digits = figures.some((column) => /\d/.test(first[at[column] ?? -1] ?? ''));
  return !digits && Object.entries(at).some(([column, place]) => columnNamed(kind, first[place] ?? '') === column);
}
