import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../src/ingest/fold-header.ts';
import { type ColumnMap, kindOf, mapColumns, mapHeader } from '../../src/ingest/header.ts';
import { columnsOf, headerNames } from '../../src/ingest/header-names.ts';
import { columnNamed } from '../../src/ingest/read-header.ts';
import type { ImportKind } from '../../src/loyalty/facts/import-kind.ts';

const kinds = ['customers', 'orders', 'feedback'] as const;

function mapped(kind: ImportKind, line: string): ColumnMap {
  const map = mapHeader(kind, line.split(/[;,]/));
  if ('code' in map) throw new Error(JSON.stringify(map));
  return map;
}

describe('headers as people write them', () => {
  it.each(kinds)('of %s: the plain English ones mean themselves', (kind) => {
    expect(mapped(kind, columnsOf[kind].join(',')).at).toEqual(
      Object.fromEntries(columnsOf[kind].map((column, i) => [column, i])),
    );
  });

  it.each([
    [
      'orders',
      'Ordrenummer;Kundenr.;Bestillingsdato;Beløb;Valuta;Status',
      'order customer date amount currency status',
    ],
    ['orders', 'Ordrenr.;Kunde-ID;Dato;Beløp (NOK);Tilstand', 'order customer date amount status'],
    ['orders', 'FAKTURANR;KUNDENUMMER;FAKTURADATO;I ALT', 'order customer date amount'],
    [
      'orders',
      'Order ID,customer_id,Created at,Total,Currency,Financial Status',
      'order customer date amount currency status',
    ],
    ['orders', 'orderNumber,customerId,orderDate,totalAmount,currencyCode', 'order customer date amount currency'],
    ['orders', 'Bestillings-nr;Koebernr;Kjøpsdato;Omsætning', 'order - date amount'],
    ['orders', 'Kunde;Købsdato;Beloeb', 'customer date amount'],
    [
      'customers',
      'Kundenr;Navn;E-mail;Land;Sprog;Kunde siden;Hvervningsomkostning;Anbefalet af',
      'customer name email country language since cost recommended_by',
    ],
    [
      'customers',
      'Kundenummer;Fullt navn;E-post;Landkode;Språk;Registrert;Vervekostnad;Anbefalt av',
      'customer name email country language since cost recommended_by',
    ],
    [
      'customers',
      'Customer ID,Full Name,Email Address,Country Code,Locale,Signup Date,CAC,Referred by',
      'customer name email country language since cost recommended_by',
    ],
    ['feedback', 'Kunde;Dato;Type;Svar;Kommentar;Kilde;Offentlig', 'customer date kind score comment source public'],
    [
      'feedback',
      'Kundenr;Svardato;Slags;Score;Anbefale;Kjøpe igjen;Andre produkter;Merknad;Kanal',
      'customer date kind score recommend again other comment source',
    ],
    [
      'feedback',
      'Respondent,Submitted at,Survey,Rating,Reason,Channel,Published',
      'customer date kind score comment source public',
    ],
  ] as const)('%s: %s', (kind, line, columns) => {
    const names = line.split(/[;,]/).map((header) => columnNamed(kind, header) ?? '-');
    expect(names.join(' ')).toBe(columns);
  });

  it('mean one column each in every kind of file', () => {
    for (const kind of kinds) {
      const seen = new Map<string, string>();
      for (const [column, lists] of Object.entries(headerNames[kind])) {
        for (const name of lists.flatMap((list: string) => list.split(','))) {
          const folded = foldHeader(name);
          expect([kind, name, seen.get(folded) ?? column]).toEqual([kind, name, column]);
          seen.set(folded, column);
        }
      }
    }
  });

  it('make no difference in case, accents, blanks and punctuation', () => {
    for (const text of ['Kunde-nr.', ' KUNDE NR ', 'kunde_nr', 'Kunde Nr:', '\ufeffkundenr', 'kundenr\u00a0']) {
      expect(columnNamed('orders', text)).toBe('customer');
    }
    expect(foldHeader('Språkkode')).toBe(foldHeader('Spraakkode'));
    expect(foldHeader('Beløb')).toBe(foldHeader('BELOEB'));
    expect(foldHeader('Værdi')).toBe(foldHeader('vaerdi'));
    expect(foldHeader('Beløb'.normalize('NFD'))).toBe(foldHeader('Beløb'));
  });

  it('tell the currency and the kind of answer that they name', () => {
    expect(mapped('orders', 'kunde;dato;Beløb (DKK)').currency).toBe('DKK');
    expect(mapped('orders', 'customer;date;Amount EUR').currency).toBe('EUR');
    expect(mapped('orders', 'customer;date;Amount [USD]').currency).toBe('USD');
    expect(mapped('orders', 'kunde;dato;Beløb i NOK').currency).toBe('NOK');
    expect(mapped('orders', 'kunde;dato;Beløb i kr.').currency).toBe('kr.');
    expect(mapped('orders', 'kunde;dato;Amount (€)').currency).toBe('€');
    expect(mapped('orders', 'kunde;dato;Amount (dkk)').currency).toBe('dkk');
    expect(mapped('orders', 'customer;date;Amount (net)').currency).toBeNull();
    expect(mapped('orders', 'customer;date;SUM').currency).toBeNull();
    expect(mapped('feedback', 'kunde;dato;NPS').feedbackKind).toBe('nps');
    expect(mapped('feedback', 'kunde;dato;Kundetilfredshed').feedbackKind).toBe('csat');
    expect(mapped('feedback', 'kunde;dato;Stjerner').feedbackKind).toBe('review');
    expect(mapHeader('feedback', ['kunde', 'dato', 'score'])).toMatchObject({ code: 'columns', missing: ['kind'] });
    expect(mapHeader('feedback', ['kunde', 'dato', 'score'], 'nps')).toMatchObject({ feedbackKind: null });
  });

  it('that are unknown are ignored and reported', () => {
    expect(mapped('orders', 'customer,date,amount,Shoe size,,refused').ignored).toEqual(['Shoe size']);
  });
});

describe('a header that will not do', () => {
  it('names all needed columns that are missing, and what was found', () => {
    expect(mapHeader('orders', [' Kundenr ', 'Varer'])).toEqual({
      code: 'columns',
      kind: 'orders',
      missing: ['date', 'amount'],
      doubled: [],
      found: ['Kundenr', 'Varer'],
      named: ['customer', ''],
    });
    expect(mapHeader('customers', ['Navn'])).toMatchObject({ missing: ['customer'] });
    expect(mapHeader('feedback', ['score', 'kind'])).toMatchObject({ missing: ['date'] });
    expect(mapHeader('feedback', ['Dato', 'Hvorfor'], 'nps')).toMatchObject({ missing: ['score'] });
    expect(mapHeader('feedback', ['Dato'], 'cli')).toMatchObject({ missing: ['recommend', 'again', 'other'] });
  });

  it('names all headers that say one column equally well, beside those that are missing', () => {
    expect(mapHeader('orders', ['Beløb', 'Dato', 'Sum', 'Dato'])).toMatchObject({
      missing: ['customer'],
      doubled: [
        { column: 'amount', headers: ['Beløb', 'Sum'] },
        { column: 'date', headers: ['Dato', 'Dato'] },
      ],
    });
  });

  it.each([
    ['kunde;dato;Beløb (stk)', 'amount', 'stk'],
    ['kunde;dato;Beløb (DKK, pr. styk)', 'amount', 'pr. styk'],
    ['kunde;dato;Amount (all)', 'amount', 'all'],
    ['kunde;dato;Omsætning (%)', 'amount', '%'],
    ['kunde;dato;Omsætning %', 'amount', '%'],
    ['kunde;Dato (uge);beløb', 'date', 'uge'],
  ])('%s names the words in brackets that nobody knows', (line, column, word) => {
    expect(mapHeader('orders', line.split(';'))).toMatchObject({ code: 'unknown-bracket', column, word });
  });
});

describe('what a header says beside its name', () => {
  it.each([
    ['Beløb (øre)', { unit: 'minor' }],
    ['amount_cents', { unit: 'minor' }],
    ['Beløb i øre', { unit: 'minor' }],
    ['Omsætning (tkr.)', { unit: 3, currency: 'kr' }],
    ['Omsætning (t. kr.)', { unit: 3, currency: 'kr' }],
    ['Beløb i 1.000 kr.', { unit: 3, currency: 'kr.' }],
    ['Omsætning (TDKK)', { unit: 3, currency: 'DKK' }],
    ['Revenue (EUR thousands)', { unit: 3, currency: 'EUR' }],
    ['Revenue ($ millions)', { unit: 6, currency: '$' }],
    ['Omsetning (MNOK)', { unit: 6, currency: 'NOK' }],
    ['Omsætning (mio. kr.)', { unit: 6, currency: 'kr.' }],
    ['Beløb inkl. moms', { vat: 'with' }],
    ['Beløb (DKK, ekskl. moms)', { vat: 'without', currency: 'DKK' }],
    ['Beløp eks. mva.', { vat: 'without' }],
    ['Total incl. VAT', { vat: 'with' }],
    ['total_excl_tax', { vat: 'without' }],
    ['total_price_usd', { currency: 'usd' }],
  ])('%s', (text, says) => {
    expect(mapped('orders', `kunde;dato;${text.replaceAll(',', ' ')}`).says).toEqual({ amount: says });
  });

  it.each([
    ['Created (UTC)', { zone: '+00:00' }],
    ['created_at_utc', { zone: '+00:00' }],
    ['Date (GMT+1)', { zone: '+01:00' }],
    ['Date (UTC-05:00)', { zone: '-05:00' }],
    ['Time stamp (CET)', { zone: 'Europe/Berlin' }],
    ['Date (America/New_York)', { zone: 'America/New_York' }],
    ['Dato (dansk tid)', { zone: 'Europe/Copenhagen' }],
    ['Dato (dd-mm-åååå)', { dateOrder: 'day-first' }],
    ['Date (MM/DD/YYYY)', { dateOrder: 'month-first' }],
  ])('%s', (text, says) => {
    expect(mapped('orders', `kunde;${text};beløb`).says).toEqual({ date: says });
  });

  it('changes nothing where it says what is so anyway', () => {
    for (const date of ['Dato (åååå-mm-dd)', 'Date (local time)', 'Date (yyyy-mm-dd hh:mm)']) {
      expect(mapped('orders', `kunde;${date};beløb`).says).toEqual({});
    }
  });
});

describe('of several headers that say one column', () => {
  it.each([
    ['Kunde;Dato;Kundenr.;Beløb', 'customer', 'Kundenr.', ['Kunde']],
    ['Customer ID,Date,Subtotal,Total', 'amount', 'Total', ['Subtotal']],
    [
      'Customer ID,Date,Total,Fulfillment Status,Financial Status',
      'status',
      'Financial Status',
      ['Fulfillment Status'],
    ],
    ['Kundenr;Dato;Beløb ekskl. moms;Beløb inkl. moms', 'amount', 'Beløb inkl. moms', ['Beløb ekskl. moms']],
    ['Kundenr;Fakturadato;Ordredato;Beløb', 'date', 'Ordredato', ['Fakturadato']],
  ])('%s: the better one is taken, and told', (line, column, header, instead) => {
    const { settled, at, header: cells } = mapped('orders', line);
    expect(settled).toEqual([{ column, header, instead }]);
    expect(cells[at[column] ?? -1]).toBe(header);
  });

  it("beside a customer's number the word for a customer is the name", () => {
    expect(mapped('customers', 'Kundenr;Kunde').at).toEqual({ customer: 0, name: 1 });
  });

  it('the score is the one of the kind that was asked for', () => {
    expect(mapHeader('feedback', ['Dato', 'NPS', 'CSAT'], 'csat')).toMatchObject({
      at: { score: 2 },
      ignored: ['NPS'],
    });
    expect(mapHeader('feedback', ['Dato', 'NPS', 'CSAT'])).toMatchObject({ doubled: [{ column: 'score' }] });
  });
});

describe('columns given by hand', () => {
  it('skip where they are empty', () => {
    expect(mapColumns('orders', ['', 'customer', 'date', '', 'amount'])).toMatchObject({
      at: { customer: 1, date: 2, amount: 4 },
    });
  });

  it('are refused when they are none of ours, missing or doubled', () => {
    expect(mapColumns('orders', ['customer', 'shoe size'])).toMatchObject({
      code: 'unknown-column',
      column: 'shoe size',
    });
    expect(mapColumns('orders', ['customer', 'date'])).toMatchObject({ code: 'columns', missing: ['amount'] });
    expect(mapColumns('orders', ['customer', 'date', 'date', 'amount'])).toMatchObject({
      doubled: [{ column: 'date' }],
    });
  });
});

describe('the kind of file', () => {
  it.each([
    ['order,customer,date,amount,currency,status', 'orders'],
    ['Kundenr;Dato;Beløb', 'orders'],
    ['customer,name,email,country,language,since,cost,recommended_by', 'customers'],
    ['Kundenr;Navn;E-post', 'customers'],
    ['customer,date,kind,score,recommend,again,other,comment,source,public', 'feedback'],
    ['Kunde;Dato;NPS;Kommentar', 'feedback'],
    ['Kunde;Navn;Dato;Beløb', 'orders'],
    ['Kunde;Navn;Oprettet;Kommentar', 'feedback'],
    ['Kundenr;Navn;E-mail;Land;Oprettet;Omsætning', 'customers'],
    ['foo,bar', null],
    ['', null],
  ])('%s: %s', (line, kind) => {
    expect(kindOf(line.split(/[;,]/))).toBe(kind);
  });
});
