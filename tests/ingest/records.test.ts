import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordReader, type Dialect, type FileRecord, maxRecordLength } from '../../src/ingest/records.ts';

function read(text: string, dialect: Partial<Dialect> = {}, piece = Number.POSITIVE_INFINITY): FileRecord[] {
  const reader = createRecordReader({ delimiter: ',', newline: '\n', ...dialect });
  const batches: FileRecord[][] = [];
  for (let i = 0; i < text.length; i += piece) batches.push(reader.push(text.slice(i, i + piece)));
  return [...batches, reader.end()].flat();
}

const cells = (records: readonly FileRecord[]) => records.map((record) => record.cells);
const shape = (records: readonly FileRecord[]) =>
  records.map(({ line, fault, cells: [first] }) => [line, fault ?? first]);

describe('records', () => {
  it('end at LF, CRLF or CR, the last one with or without', () => {
    for (const end of ['\n', '\r\n', '\r\r\n']) {
      expect(cells(read(`a,b${end}c,d${end}`))).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      expect(cells(read(`a,b${end}"c",d`))).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    }
    expect(cells(read('a,b\rc,"d\r1"\r', { newline: '\r' }))).toEqual([
      ['a', 'b'],
      ['c', 'd\r1'],
    ]);
  });

  it('carry the line on which they start; quoted line breaks count', () => {
    const records = read('h\r\n"a\r\nb\nc"\r\nd\r\n\r\ne');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7]);
    expect(records[1]?.cells).toEqual(['a\r\nb\nc']);
  });

  it('may hold quotes within a cell, blanks around quotes and empty cells', () => {
    expect(cells(read('12" screen,5\n'))).toEqual([['12" screen', '5']]);
    expect(cells(read('a, "b, c" ,d\n'))).toEqual([['a', 'b, c', 'd']]);
    expect(cells(read('"",,""""\n,\n'))).toEqual([
      ['', '', '"'],
      ['', ''],
    ]);
    expect(cells(read('"a",\n'))).toEqual([['a', '']]);
  });

  it('are separated by runs of blanks where the file is', () => {
    expect(cells(read(' 00004 0001  19970101\t2   29.33 \r\n', { delimiter: 'blanks' }))).toEqual([
      ['00004', '0001', '19970101', '2', '29.33'],
    ]);
    expect(cells(read('"a b" c\n', { delimiter: 'blanks' }))).toEqual([['"a', 'b"', 'c']]);
  });
});

describe('broken quotes', () => {
  it('cost the line they are on, and the rest is read', () => {
    expect(shape(read('a,1\nb,"x\nc,3\nd,4\ne,"q"\nf,6\n'))).toEqual([
      [1, 'a'],
      [2, 'broken-quotes'],
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
      [6, 'f'],
    ]);
    expect(shape(read('a,"he said "hi" to me",1\nb,2\n'))).toEqual([
      [1, 'broken-quotes'],
      [2, 'b'],
    ]);
    expect(shape(read('a,1\nb,"never closed\nc,3'))).toEqual([
      [1, 'a'],
      [2, 'broken-quotes'],
      [3, 'c'],
    ]);
    expect(shape(read('"x'))).toEqual([[1, 'broken-quotes']]);
    expect(read('b,"x\r\nc,3\r\n')[0]?.cells).toEqual(['b,"x']);
  });

  it('are read in linear time even when every line opens a quote that the next one seems to close', () => {
    const lines = 1_000_000;
    const records = read('a","\n'.repeat(lines), {}, 1 << 16);
    expect(records).toHaveLength(lines);
    expect(records.every(({ fault }) => fault === 'broken-quotes')).toBe(true);
  });
});

describe('a record that is too long', () => {
  it('is refused without being kept, and the rest is read', () => {
    const reader = createRecordReader({ delimiter: ',', newline: '\n' });
    const records: FileRecord[] = reader.push('a,1\n');
    for (let i = 0; i < 50; i++) records.push(...reader.push('x'.repeat(1 << 20)));
    records.push(...reader.push('\nb,2\n'), ...reader.end());
    expect(shape(records)).toEqual([
      [1, 'a'],
      [2, 'record-too-long'],
      [3, 'b'],
    ]);
    expect(records[1]?.cells[0]).toHaveLength(1000);
  });

  it('is one of more than a mebicharacter, quoted or not, however it arrives', () => {
    const long = 'x'.repeat(maxRecordLength);
    for (const piece of [Number.POSITIVE_INFINITY, 1 << 16, 99_991]) {
      expect(shape(read(`${long}\nb\n`, {}, piece)).map(([line]) => line)).toEqual([1, 2]);
      expect(read(`${long}\nb\n`, {}, piece)[0]?.fault).toBeNull();
      expect(read(`${long}y\nb\n`, {}, piece)[0]?.fault).toBe('record-too-long');
      const half = 'x'.repeat(maxRecordLength / 2);
      expect(
        shape(read(`"${half}\n${half}"\nb\n`, {}, piece)).map(([line, what]) => [line, what?.toString().slice(0, 13)]),
      ).toEqual([
        [1, 'broken-quotes'],
        [2, 'xxxxxxxxxxxxx'],
        [3, 'b'],
      ]);
    }
  });
});

const dialects = fc.record({ delimiter: fc.constantFrom(',', ';', '\t', '|'), newline: fc.constant('\n' as const) });
const hostile = fc.string({
  unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '|', '\n', '\r', "'", 'ø', '😀'),
  maxLength: 12,
});
const tables = fc.array(fc.array(fc.oneof(hostile, fc.string()), { minLength: 1, maxLength: 5 }), { maxLength: 8 });

function write(table: readonly (readonly string[])[], delimiter: string, end: string): string {
  return table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + end).join('');
}

describe('any table', () => {
  it('comes back as it was written, and as csv-parse reads it', () => {
    fc.assert(
      fc.property(tables, dialects, fc.constantFrom('\n', '\r\n'), (table, dialect, end) => {
        const text = write(table, dialect.delimiter, end);
        expect(cells(read(text, dialect))).toEqual(table);
        const oracle = parse(text, { delimiter: dialect.delimiter, relax_column_count: true, record_delimiter: end });
        expect(cells(read(text, dialect))).toEqual(oracle);
      }),
    );
  });

  it('is read the same wherever the text is cut', () => {
    fc.assert(
      fc.property(
        hostile,
        dialects,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(40_000),
        (text, dialect, piece, padding) => {
          const whole = `${'padded,line\n'.repeat(padding / 12)}${text}\nend,1\n${text}`;
          expect(read(whole, dialect, piece * 997)).toEqual(read(whole, dialect));
          expect(read(text, dialect, piece)).toEqual(read(text, dialect));
        },
      ),
    );
  });

  it('of any characters at all gives each line to exactly one record', () => {
    fc.assert(
      fc.property(fc.array(hostile), dialects, (pieces, dialect) => {
        const text = pieces.join('');
        const lines = text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0);
        const starts = read(text, dialect).map(({ line }) => line);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(starts[0] ?? 1).toBe(1);
        expect(starts.at(-1) ?? 0).toBeLessThanOrEqual(lines);
      }),
    );
  });
});
