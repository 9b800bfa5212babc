import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createTextReader, createUtf8Census, sniffEncoding } from '../../src/ingest/encoding.ts';
import { importFile, importGood } from './files.ts';

const csv = 'customer;name;language\n1;Bjørn Ångstrøm;da\n2;“Élise” – 5 €;nb\n';
const names = ['Bjørn Ångstrøm', '“Élise” – 5 €'];

describe('the encoding', () => {
  it.each([
    ['utf-8', iconv.encode(csv, 'utf-8'), 'utf-8'],
    ['utf-8 with a mark', iconv.encode(csv, 'utf-8', { addBOM: true }), 'utf-8'],
    ['Windows-1252', iconv.encode(csv, 'win1252'), 'windows-1252'],
    ['utf-16le with a mark', iconv.encode(csv, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['utf-16be with a mark', iconv.encode(csv, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['utf-16le without', iconv.encode(csv, 'utf-16le'), 'utf-16le'],
    ['utf-16be without', iconv.encode(csv, 'utf-16be'), 'utf-16be'],
  ])('%s is found and the names are right', async (_, bytes, encoding) => {
    const { plan, rows } = await importGood('customers', bytes);
    expect(plan.encoding).toBe(encoding);
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['macintosh', 'macintosh', '\r'],
    ['cp850', 'cp850', '\r\n'],
    ['cp865', 'cp850', '\r\n'],
  ])('of an old spreadsheet is told by the letters within its words: %s', async (written, encoding, lineEnd) => {
    const text = ['Kundenr;Navn', '1;Søren Kjær', '2;Blåbærgrød'].join(lineEnd);
    const { plan, rows } = await importGood('customers', iconv.encode(`${text}${lineEnd}`, written));
    expect(plan.encoding).toBe(encoding);
    expect(rows.map(({ name }) => name)).toEqual(['Søren Kjær', 'Blåbærgrød']);
  });

  it('is that of Windows where quotes and dashes alone stand between letters', async () => {
    const { plan, rows } = await importGood(
      'customers',
      iconv.encode('id;name\n1;L’Oréal–Paris\n2;It’s “it”\n', 'win1252'),
    );
    expect(plan.encoding).toBe('windows-1252');
    expect(rows[0]?.name).toBe('L’Oréal–Paris');
  });

  it('can be given, for what bytes cannot tell', async () => {
    const latin = csv.replace(/[“”–€]/g, '');
    const bytes = iconv.encode(latin, 'macintosh');
    const { rows } = await importGood('customers', bytes, { encoding: 'macintosh' });
    expect(rows[0]?.name).toBe('Bjørn Ångstrøm');
    expect(await importFile('customers', bytes, { encoding: 'klingon' })).toEqual({
      code: 'unknown-encoding',
      encoding: 'klingon',
    });
    const dos = await importGood('customers', iconv.encode(latin, 'cp865'), { encoding: 'CP865' });
    expect(dos.rows[0]?.name).toBe('Bjørn Ångstrøm');
    for (const encoding of ['UTF8', 'utf-8', 'Utf_8']) {
      const { plan, rows: named } = await importGood('customers', iconv.encode(csv, 'utf8', { addBOM: true }), {
        encoding,
      });
      expect([plan.encoding, named[0]?.name]).toEqual(['utf-8', 'Bjørn Ångstrøm']);
    }
  });

  it('is told by the whole file where its start is plain ASCII', async () => {
    const plain = Array.from({ length: 5000 }, (_, i) => `${i};Plain Name ${i};en\n`).join('');
    for (const encoding of ['utf-8', 'win1252']) {
      const bytes = iconv.encode(`customer;name;language\n${plain}x;Bjørn;da`, encoding);
      const { rows, refused } = await importGood('customers', bytes);
      expect(refused).toEqual([]);
      expect(rows.at(-1)?.name).toBe('Bjørn');
    }
  });

  it('stays UTF-8 when a few bytes are damaged; names and words with them come in mended, and that is told', async () => {
    const bytes = Buffer.concat([
      Buffer.from('customer;name\n1;Bjørn\n2;K'),
      Buffer.from([0xf8]),
      Buffer.from('re\n3;Åse\n4;a \ufffd of their own\n'),
    ]);
    const { rows, refused, told } = await importGood('customers', bytes);
    expect(refused).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(['Bjørn', 'K\ufffdre', 'Åse', 'a \ufffd of their own']);
    expect(told).toEqual(['3 mended name bad-encoding', '5 mended name bad-encoding']);
    const whole = await importGood('customers', 'customer;name\n4;a \ufffd of their own\n');
    expect(whole.told).toEqual([]);
  });

  it('may leave bytes that are no text in a comment: the score counts', async () => {
    const bytes = Buffer.concat([
      Buffer.from('customer;date;NPS;comment\n1;2026-03-01;9;g'),
      Buffer.from([0xf8]),
      Buffer.from('d '),
      Buffer.from([0x81]),
      Buffer.from('\n2;2026-03-01;3;ok\n'),
    ]);
    const { rows, refused, told } = await importGood('feedback', bytes);
    expect(refused).toEqual([]);
    expect(rows.map(({ score, comment }) => [score, comment])).toEqual([
      [9, 'gød \ufffd'],
      [3, 'ok'],
    ]);
    expect(told).toEqual(['2 mended comment bad-encoding']);
  });

  it('is Windows-1252 when the very last byte is the only sign of it', async () => {
    const { rows } = await importGood('customers', iconv.encode('customer;name\n1;Sofie Blå', 'win1252'));
    expect(rows[0]?.name).toBe('Sofie Blå');
  });

  it('is not put off by a character that the first look cuts in two', () => {
    const bytes = new TextEncoder().encode('name\næøå€😀');
    for (let cut = 5; cut <= bytes.length; cut++) {
      expect(sniffEncoding(bytes.subarray(0, cut))).toEqual({ encoding: 'utf-8' });
    }
  });

  it('counts as damage exactly what a strict decoder refuses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0xc3, 0xa6, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x80, 0xed, 0xa0))),
        (list) => {
          const bytes = Uint8Array.from(list);
          const census = createUtf8Census();
          census.push(bytes);
          let valid = true;
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          } catch {
            valid = false;
          }
          expect(census.damage() === 0).toBe(valid);
        },
      ),
    );
  });

  it.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'macintosh'])(
    '%s text is whole wherever the bytes are cut',
    (encoding) => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom('a', 'ø', 'é', '\n')), fc.integer({ min: 1, max: 5 }), (chars, piece) => {
          const text = chars.join('');
          const bytes = iconv.encode(text, encoding);
          const reader = createTextReader(encoding);
          let read = '';
          for (let i = 0; i < bytes.length; i += piece) read += reader.write(bytes.subarray(i, i + piece));
          expect(read + reader.end()).toBe(text);
        }),
      );
    },
  );
});

describe('a file that is no text', () => {
  it.each([
    ['xlsx', 'PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml'],
    ['zip', 'PK\u0003\u0004....readme.txt'],
    ['pdf', '%PDF-1.7\n'],
    ['html', '<html><table>'],
    ['json', '[{"customer": 1}]'],
    ['binary', '\u0000\u0001\u0002\u0003abcdef\u0000\u0000'],
  ])('is refused as %s', async (looksLike, content) => {
    expect(await importFile('orders', content)).toEqual({ code: 'not-text', looksLike });
  });

  it('is refused as an old workbook, a picture, an archive', async () => {
    for (const [looksLike, bytes] of [
      ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
      ['png', [0x89, 0x50, 0x4e, 0x47]],
      ['gzip', [0x1f, 0x8b, 8]],
    ] as const) {
      expect(await importFile('orders', Uint8Array.from(bytes))).toEqual({ code: 'not-text', looksLike });
    }
  });
});
