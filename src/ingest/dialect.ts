import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { findHeader } from './find-header.ts';
import { headerFit } from './header.ts';
import { createRecordReader, type Dialect } from './records.ts';

/** How a file begins. */
export interface FileStart {
  readonly dialect: Dialect;
  /** Lines above the header, or above the first row: titles, blank lines, Excel's "sep=;". They are no records of the file. */
  readonly linesAbove: number;
}

export interface StartOptions {
  readonly kind: ImportKind | null;
  readonly columns?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  /** So many lines stand above the header or the first row; undefined: that is looked for. */
  readonly skip?: number | undefined;
}

/**
 * Reads delimiter, line ends and the place of the header off the start of a text: the delimiter that gives headers we
 * know, or as many cells as columns are given, and rows of as many cells each. Runs of blanks are tried last, as blanks
 * stand in names too. What a "sep=" line declares counts before that, as long as the file is like it.
 */
export function sniffStart(head: string, options: StartOptions): FileStart {
  const newline = sniffNewline(head);
  const declared = separatorLine.exec(head)?.[1];
  const above = Math.max(options.skip ?? 0, declared === undefined ? 0 : 1);
  const weighed = (delimiter: string) => weigh(head, { delimiter, newline }, above, options);
  if (options.delimiter !== undefined) return weighed(options.delimiter);
  const likely = [...(declared === undefined ? [] : [declared]), ...separators].map(weighed);
  const [first, ...others] = likely;
  if (first && declared !== undefined && (first.weight > 0 || others.every(({ weight }) => weight === 0))) return first;
  const wrapped = (delimiter: string) =>
    separators.map((inner) => weigh(head, { delimiter, newline, wrapped: inner }, above, options));
  const best = [...likely, ...(wholeInQuotes.test(head) ? separators.flatMap(wrapped) : [])].reduce(heavier);
  if (best.weight > 0) return best;
  const blanks = weighed('blanks');
  return blanks.weight > 0 ? blanks : weighed(',');
}

/** `sep=;`, also in quotes and with the separators that a spreadsheet puts behind it. */
const separatorLine = /^"?sep=(.)"?[;,|\t ]*\r*[\n\r]/i;
const sampled = 100;
const separators = [';', '\t', '|', ','];
/** A line within quotes with a separator in it. */
const wholeInQuotes = /^"[^\n\r]*[;,\t|][^\n\r]*"[;,\t|]*\r?$/m;

const heavier = (a: Weighed, b: Weighed): Weighed => (b.weight > a.weight ? b : a);

interface Weighed extends FileStart {
  /** 0 unless nearly all records have the same number of cells, more than one, the first among them. */
  readonly weight: number;
}

function weigh(head: string, dialect: Dialect, above: number, { kind, columns, skip }: StartOptions): Weighed {
  const reader = createRecordReader(dialect);
  const all = [...reader.push(head), ...reader.end()]
    .filter(({ line, cells }) => line > above && cells.some((cell) => cell.trim() !== ''))
    .slice(0, sampled);
  // The head may end within a record.
  if (all.length > 2 && all.length < sampled) all.pop();
  const records = skip === undefined ? all.slice(findHeader(all, above, kind, columns)) : all;
  const linesAbove = Math.max(above, (records[0]?.line ?? 1) - 1);
  const first = records[0]?.cells ?? [];
  const start = { dialect, linesAbove };
  if (first.length < 2) return { ...start, weight: 0 };
  const alike = records.filter(({ cells }) => cells.length === first.length).length / records.length;
  const { known } = headerFit(kind, first);
  // A header that we know outweighs a body in disorder; without one the body has to be in order.
  if (known < 2 && alike < 0.9) return { ...start, weight: 0 };
  return { ...start, weight: known * 10 + (first.length === columns?.length ? 10 : 0) + alike + first.length / 1000 };
}

/** The first line end outside of quotes; Excel for Mac writes CR with LFs within cells. */
function sniffNewline(head: string): '\n' | '\r' {
  let quoted = false;
  for (let i = 0; i < head.length; i++) {
    const char = head[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\n') return '\n';
    else if (!quoted && char === '\r') return /^\r+\n/.test(head.slice(i, i + 8)) ? '\n' : '\r';
  }
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}
