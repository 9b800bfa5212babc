import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { toIsoDay } from '../../src/ingest/dates.ts';
import { previewFile } from '../../src/ingest/preview.ts';
import { readRows } from '../../src/ingest/read-rows.ts';
import { surveyFile } from '../../src/ingest/survey.ts';
import { fileOf, importFile, importGood, utc } from './files.ts';

const dkk = { currency: 'DKK' };
const orders = (...lines: string[]) => `customer;date;amount\n${lines.join('\n')}\n`;

describe('a file whose numbers can be read two ways', () => {
  const open = orders('a;2026-03-01;5', 'b;2026-03-02;1.234', 'c;2026-03-03;2.500');

  it('is refused before its first row, with the value in question and what it could mean', async () => {
    expect(await importFile('orders', open, dkk)).toEqual({
      code: 'ambiguous-numbers',
      place: { line: 3, column: 'amount', value: '1.234' },
      readings: ['1234', '1.234'],
    });
  });

  it('is read by the locale', async () => {
    const danish = await importGood('orders', open, { ...dkk, locale: 'da' });
    expect(danish.rows.map(({ amountMinor }) => amountMinor)).toEqual([500, 123_400, 250_000]);
    const english = await importGood('orders', open, { ...dkk, locale: 'en', decimals: 'refuse' });
    expect(english.rows.map(({ amountMinor }) => amountMinor)).toEqual([500, 250]);
    expect(english.refused[0]?.reason).toEqual({ code: 'too-many-decimals', currency: 'DKK', digits: 2 });
    const rounded = await importGood('orders', open, { ...dkk, locale: 'en', decimals: 'round' });
    expect(rounded.rows.map(({ amountMinor }) => amountMinor)).toEqual([500, 123, 250]);
  });

  it('is refused once where they have more decimals than their currency and nobody says what becomes of them', async () => {
    expect(await importFile('orders', open, { ...dkk, locale: 'en' })).toEqual({
      code: 'too-many-decimals',
      place: { line: 3, column: 'amount', value: '1.234' },
      currency: 'DKK',
      digits: 2,
    });
    expect(await importFile('orders', orders('a;2026-03-01;1500,5'), { currency: 'ISK' })).toMatchObject({ digits: 0 });
    expect(await importGood('orders', orders('a;2026-03-01;1,500'), { ...dkk, locale: 'da' })).toMatchObject({
      rows: [{ amountMinor: 150 }],
    });
  });

  it('is read by a value that can only be read one way, wherever it stands', async () => {
    const many = Array.from({ length: 20_000 }, () => 'a;2026-03-01;1.234');
    const proven = await importGood('orders', orders(...many, 'b;2026-03-02;7,50'), dkk);
    expect(proven.rows[0]?.amountMinor).toBe(123_400);
    expect(proven.refused).toEqual([]);
    const other = await importGood('orders', orders('a;2026-03-01;1,234', 'b;2026-03-02;7.50'), dkk);
    expect(other.rows[0]?.amountMinor).toBe(123_400);
  });

  it('is refused when it proves both ways, until a locale is given and no value hangs on it', async () => {
    const mixed = orders('a;2026-03-01;7,50', 'b;2026-03-02;7.50');
    expect(await importFile('orders', mixed, dkk)).toEqual({
      code: 'mixed-numbers',
      first: { line: 2, column: 'amount', value: '7,50' },
      second: { line: 3, column: 'amount', value: '7.50' },
    });
    const { rows } = await importGood('orders', mixed, { ...dkk, locale: 'da' });
    expect(rows.map(({ amountMinor }) => amountMinor)).toEqual([750, 750]);
    const hanging = orders('a;2026-03-01;7,50', 'b;2026-03-02;7.50', 'c;2026-03-02;1.234');
    expect(await importFile('orders', hanging, { ...dkk, locale: 'da' })).toMatchObject({ code: 'mixed-numbers' });
  });

  it('is refused when the locale is against what it proves', async () => {
    const english = orders('a;2026-03-01;7.50', 'b;2026-03-02;1,234');
    expect(await importFile('orders', english, { ...dkk, locale: 'nb' })).toEqual({
      code: 'locale-differs',
      locale: 'nb',
      proof: { line: 2, column: 'amount', value: '7.50' },
      place: { line: 3, column: 'amount', value: '1,234' },
    });
    const harmless = await importGood('orders', orders('a;2026-03-01;7.50'), { ...dkk, locale: 'nb' });
    expect(harmless.rows[0]?.amountMinor).toBe(750);
  });

  it('may have the only proof in a row that is refused for something else, but not in a broken one', async () => {
    expect(await importGood('orders', orders('a;2026-03-01;1.234', ';2026-03-01;7,50'), dkk)).toMatchObject({
      rows: [{ amountMinor: 123_400 }],
    });
    expect(await importFile('orders', orders('a;2026-03-01;1.234', 'b;2026-03-01'), dkk)).toMatchObject({
      code: 'ambiguous-numbers',
    });
    expect(await importFile('orders', orders('a;2026-03-01;1.234;;'), dkk)).toMatchObject({
      code: 'ambiguous-numbers',
    });
  });
});

describe('a file whose dates can be read two ways', () => {
  const open = orders('a;04/04/2026;5', 'b;03/04/2026;5');

  it('is refused before its first row, with the value in question and what it could mean', async () => {
    expect(await importFile('orders', open, dkk)).toEqual({
      code: 'ambiguous-dates',
      place: { line: 3, column: 'date', value: '03/04/2026' },
      readings: ['2026-04-03', '2026-03-04'],
    });
  });

  it.each([
    ['da', '2026-04-03'],
    ['nb', '2026-04-03'],
    ['en', '2026-03-04'],
  ] as const)('is read by the locale %s', async (locale, day) => {
    const { rows } = await importGood('orders', open, { ...dkk, locale });
    expect(toIsoDay(rows[1]?.day ?? 0)).toBe(day);
  });

  it('in English is British when it proves so', async () => {
    const { rows } = await importGood('orders', orders('a;25/03/2026;1,234', 'b;03/04/2026;1,500'), {
      ...dkk,
      locale: 'en',
    });
    expect(rows.map(({ day, amountMinor }) => [toIsoDay(day), amountMinor])).toEqual([
      ['2026-03-25', 123_400],
      ['2026-04-03', 150_000],
    ]);
  });

  it('is read by a value that can only be read one way, refused when both are proven', async () => {
    const proven = await importGood('orders', orders('a;03/04/2026;5', 'b;03/25/2026;5'), dkk);
    expect(toIsoDay(proven.rows[0]?.day ?? 0)).toBe('2026-03-04');
    expect(await importFile('orders', orders('a;25/03/2026;5', 'b;03/25/2026;5'), dkk)).toMatchObject({
      code: 'mixed-dates',
      first: { line: 2, value: '25/03/2026' },
      second: { line: 3, value: '03/25/2026' },
    });
    expect(
      await importFile('orders', orders('a;03/25/2026;5', 'b;03/04/2026;5'), { ...dkk, locale: 'da' }),
    ).toMatchObject({ code: 'locale-differs' });
  });
});

describe('the first line', () => {
  it('without names is refused, naming what stands there', async () => {
    expect(await importFile('orders', '4,2026-03-01,5\n5,2026-03-01,6\n', dkk)).toEqual({
      code: 'no-header',
      first: ['4', '2026-03-01', '5'],
    });
  });

  it('is data and no header though a word of it looks like a name', async () => {
    const options = { kind: 'feedback' as const };
    const survey = await surveyFile(fileOf('K1;2026-03-01;nps;9;;mail\n'), options);
    expect(survey).toMatchObject({ refusal: { code: 'no-header' } });
  });

  it('may not have more columns than anybody has', async () => {
    expect(await importFile('orders', `${','.repeat(500)}a\n`)).toEqual({
      code: 'too-many-columns',
      found: 501,
      limit: 500,
    });
  });

  it('needs none when columns are given, and is stepped over when it is there', async () => {
    const options = { ...dkk, columns: ['customer', '', 'date', 'amount'] };
    const bare = await importGood('orders', 'a;x;2026-03-01;5\nb;x;2026-03-01;6\n', options);
    const headed = await importGood('orders', 'Kunde;Vare;Dato;Beløb\na;x;2026-03-01;5\nb;x;2026-03-01;6\n', options);
    expect(headed.rows).toEqual(bare.rows);
    expect([bare.plan.headerLine, headed.plan.headerLine]).toEqual([null, 1]);
    expect(bare.rows).toHaveLength(2);
    const euro = await importGood('orders', 'Kunde;Vare;Dato;Beløb (EUR)\na;x;2026-03-01;5\n', options);
    expect(euro.rows[0]?.currency).toBe('EUR');
    const mail = await importGood('customers', 'a;mail\nb;Per\n', { columns: ['customer', 'name'] });
    expect(mail.rows).toHaveLength(2);
    const people = await importGood('customers', 'a;Jens\nb;Per\n', { columns: ['customer', 'name'] });
    expect(people.rows).toHaveLength(2);
  });

  it('must have as many cells as columns are given', async () => {
    expect(await importFile('orders', 'a;2026-03-01;5\n', { ...dkk, columns: ['customer', 'date'] })).toEqual({
      code: 'column-count',
      given: 2,
      found: 3,
    });
    expect(await importFile('orders', 'a;2026-03-01\n', { ...dkk, columns: ['customer', 'date', 'amount'] })).toEqual({
      code: 'column-count',
      given: 3,
      found: 2,
    });
  });

  it('may follow empty lines, and may be all there is', async () => {
    const late = await importGood('orders', '\n\n;;\ncustomer;date;amount\na;2026-03-01;5\n', dkk);
    expect(late.fileRows.map(({ line }) => line)).toEqual([5]);
    const alone = await importGood('orders', 'customer;date;amount', dkk);
    expect([alone.records, alone.rows]).toEqual([0, []]);
  });

  it('tells the kind of file when nobody does', async () => {
    expect(await surveyFile(fileOf(orders('a;2026-03-01;5')), { kind: null })).toMatchObject({
      plan: { kind: 'orders' },
    });
    expect(await surveyFile(fileOf('foo;bar\na;b\n'), { kind: null })).toEqual({
      outcome: 'refused',
      refusal: { code: 'unknown-kind', found: ['foo', 'bar'] },
    });
  });
});

describe('a file with nothing in it', () => {
  it.each([
    ['no byte', ''],
    ['a mark', '\ufeff'],
    ['line ends', '\r\n\r\n'],
    ['blanks', '  \n\t\n'],
  ])('but %s is refused as empty', async (_, content) => {
    expect(await importFile('orders', content)).toEqual({ code: 'empty' });
  });
});

describe('the delimiter', () => {
  it.each([';', ',', '\t', '|'])(
    '"%s" is found, decimal commas and commas in names notwithstanding',
    async (delimiter) => {
      const line = (cells: string[]) =>
        cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
      const file = [
        ['Kunde', 'Dato', 'Beløb'],
        ['Hansen, Jens', '2026-03-01', '1.234,50'],
        ['Olsen; Per', '2026-03-02', '7,25'],
      ]
        .map(line)
        .join('\r\n');
      const { plan, rows } = await importGood('orders', file, dkk);
      expect(plan.dialect.delimiter).toBe(delimiter);
      expect(rows.map(({ customer, amountMinor }) => [customer, amountMinor])).toEqual([
        ['Hansen, Jens', 123_450],
        ['Olsen; Per', 725],
      ]);
    },
  );

  it('can be given', async () => {
    const { rows } = await importGood('orders', 'customer:date:amount\na:2026-03-01:5\n', { ...dkk, delimiter: ':' });
    expect(rows).toHaveLength(1);
  });

  it('is the one that gives as many cells as columns are given', async () => {
    const options = { ...dkk, columns: ['customer', 'amount', 'date'] };
    const { plan, rows } = await importGood(
      'orders',
      'a\t5,50\t2026-03-01, 10:00\nb\t7,25\t2026-03-02, 10:00\n',
      options,
    );
    expect(plan.dialect.delimiter).toBe('\t');
    expect(rows.map(({ amountMinor }) => amountMinor)).toEqual([550, 725]);
  });

  it('may be blanks with a header', async () => {
    const { plan, rows } = await importGood(
      'orders',
      'customer   date       amount\r\n  a        20260301     5.50\r\n',
      dkk,
    );
    expect(plan.dialect.delimiter).toBe('blanks');
    expect(rows[0]?.amountMinor).toBe(550);
  });

  it('is found in a file of a Macintosh, with CRs', async () => {
    const { rows } = await importGood('orders', 'customer;date;amount\ra;2026-03-01;5\r"b\n1";2026-03-01;5\r', dkk);
    expect(rows.map(({ customer }) => customer)).toEqual(['a']);
  });
});

describe('any order file', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ø', 'é', '€', '"', ';', ',', '|', ' ', "'", '=', '-'),
    minLength: 1,
    maxLength: 10,
  });
  const row = fc.record({
    // An id has a letter in front here: what is done with quotes, signs and words for nothing is told elsewhere.
    customer: cell.map((text) => `K${text}`),
    day: fc.integer({ min: 1, max: 20_000 }),
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  });

  it('reads the same in every delimiter, line end and encoding, wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf-8', 'utf8 with a mark', 'win1252', 'utf-16le', 'utf-16be'),
        fc.integer({ min: 1, max: 50 }),
        async (table, delimiter, end, encoding, piece) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = table.map(({ customer, day, cents }) =>
            [quote(customer), toIsoDay(day), (cents / 100).toFixed(2)].join(delimiter),
          );
          const text = ['customer', 'date', 'amount'].join(delimiter) + end + lines.join(end) + end;
          const bytes = iconv.encode(text, encoding.split(' ')[0] ?? '', {
            addBOM: encoding.includes('mark') || encoding.startsWith('utf-16'),
          });
          const { rows, refused } = await importGood('orders', fileOf(bytes, piece), dkk);
          expect(refused).toEqual([]);
          expect(rows.map(({ customer, day, amountMinor }) => ({ customer, day, cents: amountMinor }))).toEqual(
            table.map(({ customer, day, cents }) => ({ customer: customer.trim(), day, cents })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of any bytes at all is read or refused, never thrown out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, headed) => {
        const content = headed ? Buffer.concat([Buffer.from('customer,date,amount\n'), bytes]) : bytes;
        expect(await importFile('orders', content, dkk)).toBeTypeOf('object');
      }),
    );
  });
});

describe('a large file', () => {
  it('comes in batches, and a single line of 50 MB is refused while the rest is read', async () => {
    async function* open(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('customer;date;amount\na;2026-03-01;5\n');
      for (let i = 0; i < 800; i++) yield Buffer.alloc(1 << 16, 'x');
      yield Buffer.from('\n"'.concat('b;2026-03-01;5\n'.repeat(20_000)));
    }
    const survey = await surveyFile(open, { kind: 'orders', ...dkk });
    if (survey.outcome === 'refused') throw new Error(survey.refusal.code);
    const sizes: number[] = [];
    const refused: (readonly [number, string])[] = [];
    for await (const batch of readRows(open, { ...survey.plan, kind: 'orders' as const }, utc, { batchSize: 1000 })) {
      sizes.push(batch.rows.length + batch.refused.length);
      refused.push(...batch.refused.map(({ line, reason }) => [line, reason.code] as const));
    }
    expect(refused).toEqual([
      [3, 'record-too-long'],
      [4, 'broken-quotes'],
    ]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20_002);
    expect(sizes).toEqual([...Array.from({ length: 20 }, () => 1000), 2]);
  });
});

describe('cells made to hurt', () => {
  it.each([
    ['blanks within', `a${' '.repeat(900_000)}b`],
    ['blanks within and before', ` a${' '.repeat(900_000)}b`],
    ['blanks around', `${' '.repeat(450_000)}a${' '.repeat(450_000)}`],
    ['digits', '1'.repeat(900_000)],
    ['thousands', '1.000'.repeat(200_000)],
    ['letters', 'ø'.repeat(900_000)],
    ['equals signs', '='.repeat(900_000)],
    ['brackets', '('.repeat(900_000)],
    ...['0', '.0', '# ', 'a ', 'A-', 'aA', '1/', 'a@', 'sum ', 'kr. '].map((piece) => [
      `${JSON.stringify(piece)} again and again`,
      piece.repeat(900_000 / piece.length),
    ]),
    ['combining accents', `a${'\u0301'.repeat(900_000)}`],
  ])('%s: a value as long as a record may be is answered in every column', async (_, cell) => {
    const place = (width: number, at: number) =>
      Array.from({ length: width }, (__, i) => (i === at ? cell : '1')).join(';');
    for (const [kind, header] of [
      ['orders', 'order;customer;date;amount;currency;status'],
      ['customers', 'customer;name;email;country;language;since;cost;currency;recommended_by'],
      ['feedback', 'customer;date;kind;score;comment;source;public'],
    ] as const) {
      const width = header.split(';').length;
      const lines = Array.from({ length: width }, (__, at) => place(width, at));
      const { records, rows, refused } = await importGood(kind, `${header}\n${lines.join('\n')}\n`, dkk);
      expect([records, rows.length + refused.length]).toEqual([width, width]);
      expect(refused.every(({ value }) => (value?.length ?? 0) <= 100)).toBe(true);
    }
    expect(await importFile('orders', `${cell}\n${cell}\n`)).toHaveProperty('code');
  });
});

describe('a plan', () => {
  it('can be kept as JSON and used after a restart', async () => {
    const open = fileOf(orders('a;25/03/2026;1.234', 'b;04/03/2026;7,50'));
    const survey = await surveyFile(open, { kind: 'orders', ...dkk });
    if (survey.outcome === 'refused') throw new Error(survey.refusal.code);
    const kept: typeof survey.plan = JSON.parse(JSON.stringify(survey.plan));
    expect(kept).toEqual(survey.plan);
    const rows = [];
    for await (const batch of readRows(open, kept, utc, { batchSize: 1 })) rows.push(batch.rows[0]?.row);
    expect(rows).toMatchObject([
      { amountMinor: 123_400 },
      { amountMinor: 750, day: Date.UTC(2026, 2, 4) / 86_400_000 },
    ]);
  });
});

describe('a preview', () => {
  it('shows the first rows, good and bad, and how many there are', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `c${i};${i === 1 ? 'soon' : '2026-03-01'};5;x`);
    const file = `Kunde;Dato;Beløb;Sælger\n${lines.join('\n')}\n`;
    const preview = await previewFile(fileOf(file), { kind: null, ...dkk }, utc, 3);
    if (preview.outcome === 'refused') throw new Error(preview.refusal.code);
    expect(preview.records).toBe(500);
    expect(preview.plan).toMatchObject({
      kind: 'orders',
      encoding: 'utf-8',
      columns: { at: { customer: 0, date: 1, amount: 2 }, ignored: ['Sælger'] },
    });
    expect(preview.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(preview.refused.map(({ line }) => line)).toEqual([3]);
    expect(await previewFile(fileOf(''), { kind: null }, utc)).toEqual({
      outcome: 'refused',
      refusal: { code: 'empty' },
    });
    expect(await previewFile(fileOf('Kunde;Dato;Beløb\n'), { kind: null }, utc)).toMatchObject({
      records: 0,
      rows: [],
    });
  });

  it('of a default currency that is none is refused', async () => {
    expect(await surveyFile(fileOf(orders('a;2026-03-01;5')), { kind: 'orders', currency: 'KRONER' })).toMatchObject({
      refusal: { code: 'unknown-currency', value: 'KRONER' },
    });
  });
});
