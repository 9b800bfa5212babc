import { describe, expect, it } from 'vitest';
import { toIsoDay } from '../../src/ingest/dates.ts';
import type { ImportKind } from '../../src/loyalty/facts/import-kind.ts';
import { importFile, importGood } from './files.ts';

/** What each line of a file was refused for: column and code; null for one that was taken. */
async function faults(kind: ImportKind, header: string, lines: readonly string[]) {
  const { refused } = await importGood(kind, `${header}\n${lines.join('\n')}\n`, { currency: 'DKK', locale: 'da' });
  return lines.map((_, i) => {
    const row = refused.find(({ line }) => line === i + 2);
    return row ? `${row.column}: ${row.reason.code}` : null;
  });
}

/** What each line came in without: column and code; null for one that was taken whole. */
async function leftOut(kind: ImportKind, header: string, lines: readonly string[]) {
  const { refused, fileRows } = await importGood(kind, `${header}\n${lines.join('\n')}\n`, {
    currency: 'DKK',
    locale: 'da',
  });
  expect(refused).toEqual([]);
  return fileRows.map(({ notes: [note] = [] }) =>
    note?.code === 'left-out' ? `${note.column}: ${note.first.reason.code}` : null,
  );
}

describe('segments', () => {
  it('of one cell are told apart by semicolon, comma or bar, each once, and "-" is none at all', async () => {
    const { rows } = await importGood(
      'customers',
      'customer\tsegments\n1\tVIP ;  stor   kunde,vip|Café\n2\t-\n3\tingen\n4\t\n5\t;;\n',
    );
    expect(rows.map(({ segments }) => segments)).toEqual([['VIP', 'stor kunde', 'Café'], [], [], null, []]);
  });

  it('are left out where they are too long or too many, as are years beyond a hundred, and that is told', async () => {
    const many = Array.from({ length: 21 }, (_, i) => `s${i}`).join('|');
    expect(
      await leftOut('customers', 'customer;segments;years;reward', [
        `1;${'x'.repeat(61)};;`,
        `2;${many};;`,
        '3;;101;',
        '4;;-1;',
        '5;;long;',
        '6;;5 kr;',
        '7;;;-5',
        '8;;0;0',
      ]),
    ).toEqual([
      'segments: segment-too-long',
      'segments: too-many-segments',
      'years: not-years',
      'years: not-years',
      'years: not-years',
      'years: not-years',
      'reward: amount-negative',
      null,
    ]);
  });
});

describe('recommendations', () => {
  it('come in won or lost, in three languages', async () => {
    const { rows, refused } = await importGood(
      'recommendations',
      'Anbefaler;Anbefalet kunde;Udfald;Dato;Værdi;Belønning;Valuta\n' +
        'A;B;vundet;2026-03-01;;50;DKK\nA;;tapt;2026-03-02;240,50;;DKK\nA;;lost;2026-03-02;;;\n',
    );
    expect(refused).toEqual([]);
    expect(rows[0]).toMatchObject({
      outcome: 'won',
      recommendationId: 'won:B',
      recommender: 'A',
      customer: 'B',
      rewardMinor: 5_000,
    });
    expect(rows[1]).toMatchObject({ outcome: 'lost', customer: null, valueMinor: 24_050, valueCurrency: 'DKK' });
    expect(rows[2]).toMatchObject({ outcome: 'lost', valueMinor: null, valueCurrency: null });
  });

  it('that are alike have keys of their own, the same at each reading', async () => {
    const file = 'recommender;outcome;date\nA;lost;2026-03-01\nA;lost;2026-03-01\n';
    const keys = async () => (await importGood('recommendations', file)).rows.map((row) => row.recommendationId);
    expect(new Set(await keys()).size).toBe(2);
    expect(await keys()).toEqual(await keys());
  });

  it('come in without a value that cannot be read, and that is told', async () => {
    const [value] = await leftOut('recommendations', 'recommender;outcome;date;value', ['A;lost;2026-03-01;-5']);
    expect(value).toBe('value: amount-negative');
  });

  it('are refused for one fault', async () => {
    expect(
      await faults('recommendations', 'recommender;recommended;outcome;date;value;reward', [
        ';B;won;2026-03-01;;',
        'A;;won;2026-03-01;;',
        'A;A;won;2026-03-01;;',
        'A;B;perhaps;2026-03-01;;',
        'A;B;;2026-03-01;;',
        'A;B;won;;;',
        'A;;lost;2026-03-01;;50',
      ]),
    ).toEqual([
      'recommender: missing',
      'recommended: missing',
      'recommended: self-recommendation',
      'outcome: unknown-outcome',
      'outcome: missing',
      'date: missing',
      'reward: only-for-won',
    ]);
  });
});

describe('spend', () => {
  it('is of a day, or of a period whose last day belongs to it', async () => {
    const { rows } = await importGood(
      'spend',
      'Dato;Til og med;Kilde;Beløb (DKK)\n2026-03-01;31.03.2026;Messe;31.000,00\n2026-04-01;;;5\n',
    );
    expect(rows.map(({ from, to }) => [toIsoDay(from), toIsoDay(to)])).toEqual([
      ['2026-03-01', '2026-04-01'],
      ['2026-04-01', '2026-04-02'],
    ]);
    expect(rows[0]).toMatchObject({ source: 'Messe', amountMinor: 3_100_000, currency: 'DKK' });
    expect(rows[1]).toMatchObject({ source: null });
  });

  it.each([
    ['2026-01', '2026-02'],
    ['01.2026', '2/2026'],
    ['januar 2026', 'februar 2026'],
    ['Jan 2026', 'feb. 2026'],
    ['2026M01', '2026 February'],
  ])('of a month is of all its days: %s', async (january, february) => {
    const { rows } = await importGood(
      'spend',
      `Month;Source;Amount\n${january};Facebook;1200,00\n${february};Facebook;1300,00\n`,
      {
        currency: 'DKK',
      },
    );
    expect(rows.map(({ from, to, amountMinor }) => [toIsoDay(from), toIsoDay(to), amountMinor])).toEqual([
      ['2026-01-01', '2026-02-01', 120_000],
      ['2026-02-01', '2026-03-01', 130_000],
    ]);
  });

  it('from a month to a month ends with the last day of that', async () => {
    const { rows } = await importGood('spend', 'Fra;Til;Beløb\n2026-01;2026-02;5\n', { currency: 'DKK' });
    expect(rows.map(({ to }) => toIsoDay(to))).toEqual(['2026-03-01']);
  });

  it('is refused for one fault', async () => {
    expect(
      await faults('spend', 'date;until;amount;currency', [
        '2026-03-02;2026-03-01;5;',
        '2026-03-01;;;',
        '2026-03-01;;-5;',
        '2026-03-01;;5;XXQ',
        '2026-03-01;soon;5;',
        ';;5;',
      ]),
    ).toEqual([
      'until: ends-before',
      'amount: missing',
      'amount: amount-negative',
      'currency: unknown-currency',
      'until: not-a-date',
      'date: missing',
    ]);
  });
});

describe('rates that may be meant otherwise', () => {
  const euro = { currency: 'EUR' };
  const table = 'date,base,currency,rate\n2026-03-06,EUR,DKK,7.46\n2026-03-06,EUR,NOK,11.41\n';
  const inKroner = (...lines: string[]) => `date,currency,rate\n${lines.join('\n')}\n`;
  const known = [{ currency: 'EUR', base: 'DKK', day: 20_000, rate: 7.46 }];

  it('are refused where the other way round fits, naming it; so read, one euro is what the table says', async () => {
    expect(await importFile('rates', table, euro)).toMatchObject({
      code: 'rates-doubtful',
      because: 'inverse',
      place: { line: 2, value: '7.46' },
    });
    const { rows } = await importGood('rates', table, { ...euro, rates: 'inverse' });
    expect(rows.map(({ currency, base, rate }) => [currency, base, rate])).toEqual([
      ['DKK', 'EUR', expect.closeTo(1 / 7.46, 12)],
      ['NOK', 'EUR', expect.closeTo(1 / 11.41, 12)],
    ]);
    const reported = await importGood('rates', table, { currency: 'DKK', rates: 'inverse' });
    expect(reported.rows[0]).toMatchObject({ currency: 'EUR', base: 'DKK', rate: 7.46 });
  });

  it.each([
    ['746.01 of a euro', inKroner('2026-03-06,EUR,746.01'), {}, 'hundredfold'],
    ['746.01 beside a known 7.46', inKroner('2026-03-06,EUR,746.01'), { knownRates: known }, 'hundredfold'],
    ['74.6 beside a known 7.46', inKroner('2026-03-06,EUR,74.6'), { knownRates: known }, 'tenfold'],
    ['0.134 beside a known 7.46', inKroner('2026-03-06,EUR,0.134'), { knownRates: known }, 'inverse'],
    ['a jump within the file', inKroner('2026-03-05,XOF,0.0114', '2026-03-06,XOF,1.14'), {}, 'hundredfold'],
    ['a turn within the file', inKroner('2026-03-05,XAF,0.0114', '2026-03-06,XAF,87.7'), {}, 'inverse'],
    ['near to 1:1, with a base', 'date,base,currency,rate\n2026-03-06,EUR,USD,1.08\n', euro, 'direction'],
    ['near to 1:1, turned round', 'date,currency,rate\n2026-03-05,USD,0.91\n2026-03-06,USD,1.09\n', euro, 'inverse'],
  ])('are asked about: %s', async (_, content, options, because) => {
    const refusal = await importFile('rates', content, { currency: 'DKK', locale: 'en', ...options });
    expect(refusal).toMatchObject({ code: 'rates-doubtful', because });
  });

  it.each([
    ['as people know them', inKroner('2026-03-06,EUR,7.46', '2026-03-06,NOK,0.65', '2026-03-06,USD,6.9'), {}],
    ['years apart', inKroner('2000-01-01,USD,8.0', '2008-01-01,USD,5.1', '2020-01-01,USD,6.7'), {}],
    ['of 100 units, as the column says', 'date,currency,rate,units\n2026-03-06,EUR,746.01,100\n', {}],
    ['as the known one', inKroner('2026-03-06,EUR,7.45'), { knownRates: known }],
    ['as they stand, where a person says so', inKroner('2026-03-06,EUR,746.01'), { rates: 'as-written' as const }],
    ['of 100 units, where a person says so', inKroner('2026-03-06,EUR,746.01'), { rates: 'per-100' as const }],
  ])('come in %s', async (_, content, options) => {
    const { refused } = await importGood('rates', content, { currency: 'DKK', locale: 'en', ...options });
    expect(refused).toEqual([]);
  });

  it('are known by a row of their table that shows the way round', async () => {
    const both = 'date,base,currency,rate\n2026-03-06,EUR,USD,0.92\n2026-03-06,EUR,DKK,0.134\n';
    expect((await importGood('rates', both, euro)).rows).toHaveLength(2);
  });
});

describe('currency rates', () => {
  it('are in the currency that the file names, else in the reporting currency', async () => {
    const { rows } = await importGood(
      'rates',
      'Valuta;Dato;Kurs;Basisvaluta\nEUR;2026-01-01;7,4605;\n€;2026-02-01;1,1;USD\n',
      {
        currency: 'DKK',
      },
    );
    expect(rows.map(({ currency, base, rate }) => [currency, base, rate])).toEqual([
      ['EUR', 'DKK', 7.4605],
      ['EUR', 'USD', 1.1],
    ]);
  });

  it('told of 100 units, as central banks do, are of one', async () => {
    const { rows, refused } = await importGood(
      'rates',
      'Valuta;Dato;Enheder;Kurs (kr.)\nNOK;2026-01-01;100;63,85\nSEK;2026-01-01;0;68,10\n',
      { currency: 'DKK' },
    );
    expect(rows).toMatchObject([{ currency: 'NOK', base: 'DKK', rate: 0.6385 }]);
    expect(refused).toMatchObject([{ column: 'units', reason: { code: 'not-a-number' } }]);
  });

  it('with three decimals are asked about, not guessed', async () => {
    const refusal = await importFile('rates', 'currency;date;rate\nEUR;2026-01-01;7,461\n', { currency: 'DKK' });
    expect(refusal).toMatchObject({ code: 'ambiguous-numbers', place: { line: 2, column: 'rate', value: '7,461' } });
  });

  it('are refused for one fault', async () => {
    expect(
      await faults('rates', 'currency;date;rate', [
        'DKK;2026-01-01;1',
        'EUR;2026-01-01;0',
        'EUR;2026-01-01;-7,5',
        'EUR;2026-01-01;7,12345678901',
        'EUR;2026-01-01;much',
        'EUR;;7,5',
        ';2026-01-01;7,5',
        'QQQ;2026-01-01;7,5',
      ]),
    ).toEqual([
      'currency: same-currency',
      'rate: not-a-rate',
      'rate: not-a-rate',
      'rate: not-a-rate',
      'rate: not-a-number',
      'date: missing',
      'currency: missing',
      'currency: unknown-currency',
    ]);
  });
});

describe('campaign contacts', () => {
  it('say whether they arrived and when they were answered, as far as that is known', async () => {
    const { rows, refused } = await importGood(
      'campaign',
      'Kampagne;Variant;Kunde;Kontaktet;Leveret;Svaret\n' +
        'Høst;A;1;01.10.2026;ja;15.10.2026\nHøst;B;2;01.10.2026;;ja\nHøst;;3;01.10.2026;nej;\n',
    );
    expect(refused).toEqual([]);
    expect(
      rows.map((row) => [row.variant, row.delivered, row.responded, row.respondedDay && toIsoDay(row.respondedDay)]),
    ).toEqual([
      ['A', true, true, '2026-10-15'],
      ['B', true, true, null],
      ['', false, false, null],
    ]);
  });

  it('are refused for one fault', async () => {
    expect(
      await faults('campaign', 'campaign;variant;customer;contacted;delivered;responded', [
        ';A;1;01.10.2026;;',
        'Høst;A;;01.10.2026;;',
        'Høst;A;1;;;',
        'Høst;A;1;01.10.2026;perhaps;',
        'Høst;A;1;01.10.2026;;perhaps',
        'Høst;A;1;02.10.2026;;01.10.2026',
        'Høst;A;1;01.10.2026;no;yes',
      ]),
    ).toEqual([
      'campaign: missing',
      'customer: missing',
      'contacted: missing',
      'delivered: not-yes-or-no',
      'responded: not-a-response',
      'responded: ends-before',
      'delivered: not-delivered',
    ]);
  });
});
