/**
 * Text to records, each with the line on which it starts. Not csv-parse (the oracle of the tests): after a stray quote
 * that one drops all lines up to the next quote, where here one line is refused and the rest is read; asked for line
 * numbers it takes twice the time; and it knows no runs of blanks.
 */
export interface RecordReader {
  /** The records that are complete by now. Some text is held back, so that small pieces cost no more than large ones. */
  push(text: string): FileRecord[];
  /** The records still held back; the last line needs no line end. */
  end(): FileRecord[];
}

export interface FileRecord {
  /** The physical line, from 1; line breaks within quotes count. */
  readonly line: number;
  /** The values without quotes. With a fault: the line as it stands as the only cell, shortened where it was too long. */
  readonly cells: readonly string[];
  readonly fault: 'broken-quotes' | 'record-too-long' | null;
}

export interface Dialect {
  /** One character, or `blanks`: runs of blanks and tabs, those around the line dropped, no quoting. */
  readonly delimiter: string;
  /** What ends a line. CRs before an LF belong to the line end. */
  readonly newline: '\n' | '\r';
  /** Rows stand within quotes as a whole, as one cell (`"1;K1;2026-03-02;100"`): by what its cells are told apart. */
  readonly wrapped?: string;
}

/** The longest record in characters. It bounds memory, and what a quote that is never closed can cost. */
export const maxRecordLength = 1 << 20;

/**
 * Characters read in vain behind broken quotes, in a whole file. After that a record must end on its own line, so that
 * a file made to hurt is still read in linear time.
 */
const maxWasted = 1 << 24;
const keptOfTooLong = 1000;
const minHeldBack = 1 << 14;

export function createRecordReader(dialect: Dialect): RecordReader {
  const reader = createPlainReader(dialect);
  const { wrapped, newline } = dialect;
  if (wrapped === undefined) return reader;
  const unwrap = (record: FileRecord): FileRecord => unwrapped(record, { delimiter: wrapped, newline });
  return { push: (text) => reader.push(text).map(unwrap), end: () => reader.end().map(unwrap) };
}

/** The cells of a record that stands within quotes as a whole, the separators behind it left out; any other as it is. */
function unwrapped(record: FileRecord, dialect: Dialect): FileRecord {
  const [first = '', ...others] = record.cells;
  if (record.fault || !first.includes(dialect.delimiter) || others.some((cell) => cell.trim() !== '')) return record;
  const [inner, ...more] = createPlainReader(dialect).endOf(first);
  return inner && more.length === 0 && !inner.fault ? { ...record, cells: inner.cells } : record;
}

function createPlainReader(dialect: Dialect): RecordReader & { endOf(text: string): FileRecord[] } {
  const { newline } = dialect;
  const readQuoted = createQuotedReader(dialect);
  let rest = '';
  let line = 1;
  let wanted = minHeldBack;
  let skipping = false;

  function read(final: boolean): FileRecord[] {
    const records: FileRecord[] = [];
    let pos = 0;
    let quote = dialect.delimiter === 'blanks' ? Number.POSITIVE_INFINITY : -1;
    while (pos < rest.length) {
      const found = rest.indexOf(newline, pos);
      const end = found < 0 ? rest.length : found;
      if (end - pos > maxRecordLength && !skipping) {
        records.push({ line, cells: [rest.slice(pos, pos + keptOfTooLong)], fault: 'record-too-long' });
        skipping = true;
      }
      if (found < 0 && !final && !skipping) break;
      if (quote < pos) quote = indexOrInfinity(rest, '"', pos);
      if (skipping || quote >= end) {
        if (!skipping) records.push({ line, cells: splitPlain(rest, pos, end, dialect), fault: null });
        pos = end + 1;
        if (found < 0) break;
        skipping = false;
        line++;
        continue;
      }
      const record = readQuoted(rest, pos, end, final);
      if (record === 'incomplete') break;
      records.push({ line, cells: record.cells, fault: record.fault });
      pos = record.end + 1;
      line += 1 + record.lineBreaks;
    }
    rest = rest.slice(pos);
    wanted = Math.max(minHeldBack, 2 * rest.length);
    return records;
  }

  return {
    push(text) {
      rest += text;
      return rest.length < wanted ? [] : read(false);
    },
    end: () => read(true),
    endOf(text) {
      rest += text;
      return read(true);
    },
  };
}

function splitPlain(text: string, start: number, end: number, { delimiter }: Dialect): string[] {
  const content = withoutReturns(text, start, end);
  return delimiter === 'blanks' ? content.trim().split(/[ \t]+/) : content.split(delimiter);
}

function withoutReturns(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === 13) last--;
  return text.slice(start, last);
}

/** Reads records with quotes in them, `lineEnd` where the first line of it ends, and keeps count of what was read in vain. */
function createQuotedReader(dialect: Dialect) {
  let wasted = 0;
  return (text: string, start: number, lineEnd: number, final: boolean) => {
    const bounded = wasted >= maxWasted;
    const record = findQuoted(text, start, bounded ? lineEnd : text.length, final || bounded, dialect);
    if (record === 'incomplete') return record;
    if ('cells' in record) return { ...record, fault: null };
    wasted += Math.min(record.reached - start, maxRecordLength);
    const cells = [withoutReturns(text, start, lineEnd)];
    return { cells, end: lineEnd, lineBreaks: 0, fault: 'broken-quotes' as const };
  };
}

type QuotedRecord =
  | { readonly cells: string[]; readonly end: number; readonly lineBreaks: number }
  | { readonly reached: number };

/** One record with quotes in it. `end` is where its line end stands; `reached` how far a broken one was read. */
function findQuoted(
  text: string,
  start: number,
  limit: number,
  complete: boolean,
  { delimiter, newline }: Dialect,
): QuotedRecord | 'incomplete' {
  const cells: string[] = [];
  let lineBreaks = 0;
  let pos = start;
  for (;;) {
    const opening = skipBlanks(text, pos, limit, delimiter);
    if (text[opening] === '"' && opening < limit) {
      const closed = readQuotes(text, opening + 1, limit, complete);
      if (!closed || closed.end - start > maxRecordLength) {
        const tooFar = limit - start > maxRecordLength;
        return complete || tooFar || closed ? { reached: closed?.end ?? limit } : 'incomplete';
      }
      cells.push(closed.value);
      lineBreaks += count(closed.value, newline);
      pos = skipBlanks(text, closed.end, limit, delimiter);
      while (newline === '\n' && pos < limit && text.charCodeAt(pos) === 13) pos++;
    } else {
      const from = pos;
      while (pos < limit && text[pos] !== delimiter && text[pos] !== newline) pos++;
      cells.push(text[pos] === delimiter && pos < limit ? text.slice(from, pos) : withoutReturns(text, from, pos));
    }
    if (pos >= limit) return complete ? { cells, end: pos, lineBreaks } : 'incomplete';
    if (text[pos] === newline) return { cells, end: pos, lineBreaks };
    if (text[pos] !== delimiter) return { reached: pos };
    pos++;
  }
}

/** The value from behind an opening quote, and the place behind the closing one; null where none is to be seen. */
function readQuotes(
  text: string,
  start: number,
  limit: number,
  complete: boolean,
): { readonly value: string; readonly end: number } | null {
  let value = '';
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote >= limit) return null;
    // The very last character may be the first half of a doubled quote.
    if (quote + 1 >= limit && !complete) return null;
    value += text.slice(from, quote);
    if (quote + 1 >= limit || text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function skipBlanks(text: string, start: number, limit: number, delimiter: string): number {
  let pos = start;
  while (pos < limit && (text[pos] === ' ' || (text[pos] === '\t' && delimiter !== '\t'))) pos++;
  return pos;
}

function count(text: string, char: string): number {
  let found = 0;
  for (let pos = text.indexOf(char); pos >= 0; pos = text.indexOf(char, pos + 1)) found++;
  return found;
}

function indexOrInfinity(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}
