import { knownHeaders } from './header.ts';
import { createRecordReader, type Dialect } from './records.ts';

export interface SniffedDialect extends Dialect {
  /** Excel's "sep=;" stands on the first line. It is no record of the file. */
  readonly hasSeparatorLine: boolean;
}

/**
 * Reads delimiter and line ends off the start of a text: the delimiter that gives headers we know, or as many cells as
 * columns are given, and rows of as many cells each. Runs of blanks are tried last, as blanks stand in names too.
 */
export function sniffDialect(head: string, given?: string, columns?: number): SniffedDialect {
  const newline = sniffNewline(head);
  const declared = /^sep=(.)\r*[\n\r]/i.exec(head)?.[1];
  const hasSeparatorLine = declared !== undefined;
  if (given ?? declared) return { delimiter: given ?? declared ?? ',', newline, hasSeparatorLine };
  const weights = [';', '\t', '|', ','].map((delimiter) => ({
    delimiter,
    weight: weigh(head, { delimiter, newline }, columns),
  }));
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  if (best.weight > 0) return { delimiter: best.delimiter, newline, hasSeparatorLine };
  const blanks = weigh(head, { delimiter: 'blanks', newline }, columns) > 0;
  return { delimiter: blanks ? 'blanks' : ',', newline, hasSeparatorLine };
}

const sampled = 100;

/** 0 unless nearly all records have the same number of cells, more than one, the first among them. */
function weigh(head: string, dialect: Dialect, columns: number | undefined): number {
  const reader = createRecordReader(dialect);
  const records = [...reader.push(head), ...reader.end()]
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, sampled);
  // The head may end within a record.
  if (records.length > 2 && records.length < sampled) records.pop();
  const first = records[0]?.cells ?? [];
  if (first.length < 2) return 0;
  const alike = records.filter(({ cells }) => cells.length === first.length).length / records.length;
  const known = knownHeaders(first);
  // A header that we know outweighs a body in disorder; without one the body has to be in order.
  if (known < 2 && alike < 0.9) return 0;
  return known * 10 + (first.length === columns ? 10 : 0) + alike + first.length / 1000;
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
