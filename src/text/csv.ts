import type { Locale } from './define-text.ts';

/** A line as spreadsheets of the language read it: with semicolons where decimals have a comma. */
export function csvLine(locale: Locale, cells: readonly string[]): string {
  const delimiter = locale === 'en' ? ',' : ';';
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

/**
 * A cell of a CSV, quoted where it has to be. What a spreadsheet would run as a formula gets an apostrophe in front; a
 * number with a sign is none.
 */
export function csvCell(cell: string, delimiter: string): string {
  const guarded = /^'*[=+\-@\t\r]/.test(cell) && !/^[-+][\d.,\s]*\d$/.test(cell) ? `'${cell}` : cell;
  const mustQuote = guarded.includes(delimiter) || /["\r\n]|^\s|\s$/.test(guarded);
  return mustQuote ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
