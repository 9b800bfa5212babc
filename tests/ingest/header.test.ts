import { describe, expect, it } from 'vitest';
import { type ColumnMap, columnNamed, foldHeader, kindOf, mapColumns, mapHeader } from '../../src/ingest/header.ts';
import { columnsOf, headerNames } from '../../src/ingest/header-names.ts';
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
    expect(mapped('orders', 'kunde;dato;Amount (all)').currency).toBeNull();
    expect(mapped('orders', 'customer;date;Amount (net)').currency).toBeNull();
    expect(mapped('orders', 'customer;date;SUM').currency).toBeNull();
    expect(mapped('feedback', 'kunde;dato;NPS').feedbackKind).toBe('nps');
    expect(mapped('feedback', 'kunde;dato;Kundetilfredshed').feedbackKind).toBe('csat');
    expect(mapped('feedback', 'kunde;dato;Stjerner').feedbackKind).toBe('review');
    expect(mapHeader('feedback', ['kunde', 'dato', 'score'])).toMatchObject({ code: 'missing-column', column: 'kind' });
    expect(mapHeader('feedback', ['kunde', 'dato', 'score'], true)).toMatchObject({ feedbackKind: null });
  });

  it('that are unknown are ignored and reported', () => {
    expect(mapped('orders', 'customer,date,amount,Shoe size,,refused').ignored).toEqual(['Shoe size']);
  });
});

describe('a header that will not do', () => {
  it('names the needed column that is missing, and what was found', () => {
    expect(mapHeader('orders', [' Kundenr ', 'Dato', 'Varer'])).toEqual({
      code: 'missing-column',
      kind: 'orders',
      column: 'amount',
      found: ['Kundenr', 'Dato', 'Varer'],
    });
    expect(mapHeader('customers', ['Navn'])).toMatchObject({ code: 'missing-column', column: 'customer' });
    expect(mapHeader('feedback', ['score', 'kind'])).toMatchObject({ code: 'missing-column', column: 'date' });
  });

  it('names two headers that mean one column', () => {
    expect(mapHeader('orders', ['Kunde', 'Dato', 'Kundenr.', 'Beløb'])).toEqual({
      code: 'duplicate-column',
      column: 'customer',
      headers: ['Kunde', 'Kundenr.'],
    });
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
    expect(mapColumns('orders', ['customer', 'date'])).toMatchObject({ code: 'missing-column', column: 'amount' });
    expect(mapColumns('orders', ['customer', 'date', 'date', 'amount'])).toMatchObject({ code: 'duplicate-column' });
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
