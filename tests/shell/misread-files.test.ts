import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

describe.each(databaseKinds)('files that say more than their figures, on $name', (kind) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  /** What an import said, and its exit code. */
  const bring = async (what: string, lines: readonly string[], ...options: string[]) => {
    const { code, out, err } = await terminal.ask(['import', what, file(`${lines.join('\n')}\n`), ...options]);
    return { code, said: out + err };
  };
  const ask = async <T>(sql: string): Promise<T[]> => {
    const { rows: workspaces } = await terminal.pool.query('SELECT id FROM workspaces');
    expect(await inconsistencies(terminal.pool, workspaces[0]?.id, 31)).toEqual([]);
    return (await terminal.pool.query(sql)).rows;
  };
  const orders = async () =>
    (
      await ask<{ number: string; amount: number; currency: string }>(
        'SELECT external_id AS number, amount_minor::int AS amount, currency FROM orders ORDER BY external_id',
      )
    ).map(({ number, amount, currency }) => `${number}: ${amount / 100} ${currency}`);
  const answers = async () =>
    (await ask<{ score: number; comment: string | null }>('SELECT score, comment FROM answers ORDER BY score, id')).map(
      ({ score, comment }) => `${score} ${comment ?? ''}`.trim(),
    );

  describe('a price beside a number of pieces', () => {
    const lines = ['Ordrenr;Kundenr;Dato;Antal;Pris', '1;K1;2026-03-02;5;100,00', '2;K2;2026-03-02;2;80,00'];
    test('is not taken for what the row comes to', async () => {
      const { code, said } = await bring('orders', lines);
      expect(code).toBe(1);
      expect(said).toContain('“Pris” may be the unit price, as “Antal” stands beside it.');
      expect(said).toContain('--columns "order,customer,date,,amount"');
    });
    test.each(['Stykpris', 'Pris pr. stk.', 'Unit price'])('is not proposed as the amount: %s', async (price) => {
      const { said } = await bring('orders', [`Ordrenr;Kundenr;Dato;Qty;${price}`, '1;K1;2026-03-02;5;100,00']);
      expect(said).toContain(`“${price}” may be the unit price, as “Qty” stands beside it.`);
    });
    test('is what the row comes to where a person says so', async () => {
      expect(await bring('orders', lines, '--columns', 'order,customer,date,,amount')).toMatchObject({ code: 0 });
      expect(await orders()).toEqual(['1: 100 DKK', '2: 80 DKK']);
    });
    test('does not matter where another column says what the row comes to', async () => {
      const withTotal = ['Order no,Customer no,Date,Qty,Price,Line total', '1,K1,2026-03-02,5,100.00,500.00'];
      expect(await bring('orders', withTotal)).toMatchObject({ code: 0 });
      expect(await orders()).toEqual(['1: 500 DKK']);
    });
  });

  describe('a currency', () => {
    const amounts = async () =>
      (await terminal.pool.query('SELECT amount_minor::int AS amount, currency FROM orders')).rows;
    test('of the row that is another than its amount’s header names refuses the row', async () => {
      const { said } = await bring('orders', [
        'Ordrenr;Kundenr;Dato;Beløb i DKK;Valuta',
        '1;K1;2026-01-10;746,00;EUR',
        '2;K1;2026-01-11;100,00;DKK',
      ]);
      expect(said).toContain('Line 2, currency: The row says EUR, but the header of the amount DKK.');
      expect(await orders()).toEqual(['2: 100 DKK']);
    });
    test('is that of the amount in currency, and not of the converted one', async () => {
      await bring('orders', ['Bilag;Kundenr;Dato;Valuta;Valutabeløb;Beløb', '1;K1;2026-03-02;EUR;100,00;746,00']);
      expect(await amounts()).toEqual([{ amount: 10_000, currency: 'EUR' }]);
    });
    test('is the one that a line above the header names', async () => {
      await bring('orders', ['Alle beløb i EUR;;;', 'Ordrenr;Kundenr;Dato;Beløb', '1;K1;2026-03-13;100,50']);
      expect(await amounts()).toEqual([{ amount: 10_050, currency: 'EUR' }]);
    });
  });

  test('thousands in brackets above the header are asked about, with the name to write instead', async () => {
    const { code, said } = await bring('orders', [
      'Salg (1.000 kr.);;;',
      'Ordrenr;Kundenr;Dato;Beløb',
      '1;K1;2026-03-13;100',
    ]);
    expect(code).toBe(1);
    expect(said).toContain('write it after the name of the column, as in “Amount (1.000 kr)”');
  });

  test('rows of a till for customers nobody knows are no customer’s', async () => {
    const names = ['Kontantsalg', 'Kontantkunde', 'Gæst', 'gjest', 'Guest', 'Walk-in', '-1', '0'];
    const { said } = await bring('orders', [
      'Ordrenr;Kundenr;Dato;Beløb',
      ...names.flatMap((name, at) => [`${at}a;${name};2026-03-13;10`, `${at}b;${name};2026-03-14;10`]),
      '9;K1;2026-03-13;10',
    ]);
    expect(said).toContain('1 new, 0 changed, 0 already there, 16 refused');
    expect(said).toContain('“Kontantsalg” stands for nobody');
  });

  test('credit notes without a minus, fees and payments of an invoice make no revenue', async () => {
    const { said } = await bring('orders', [
      'Bilagstype;Bilagsnr;Kundenr;Dato;Beløb',
      'Faktura;1;K1;2026-03-02;100,00',
      'Kreditnota;2;K1;2026-03-03;50,00',
      'Kreditnota;3;K1;2026-03-04;-20,00',
      'Betaling;4;K1;2026-03-05;-80,00',
      'Gebyr;5;K1;2026-03-06;25,00',
    ]);
    expect(said).toContain('Line 3, kind of entry: “Kreditnota”: the money went back.');
    expect(await orders()).toEqual(['1: 100 DKK', '3: -20 DKK']);
  });

  test('subtotals with a name of their own are no customers', async () => {
    const { said } = await bring('orders', [
      'Kunde;Dato;Beløb',
      'K1;2026-03-02;100',
      'K1 i alt;2026-03-02;100',
      'K2 Total;2026-03-02;0',
      'Sum mars;2026-03-31;100',
      'Total 2026;2026-12-31;100',
    ]);
    expect(said).toContain('1 new, 0 changed, 0 already there, 4 refused');
  });

  test('rows that a person says are lines of an order add up, whatever their amount is called', async () => {
    const invoice = ['Faktura;Kunde;Dato;Fakturabeløb', '1;K1;2026-01-31;100', '1;K1;2026-02-28;150'];
    expect(await bring('orders', invoice, '--same-number', 'lines')).toMatchObject({ code: 0 });
    expect(await orders()).toEqual(['1: 250 DKK']);
  });

  test('what was paid back of an order with several items is its own, once', async () => {
    const { code } = await bring('orders', [
      'Order,Customer,Date,Total,Status,Refunded amount,Item',
      '#1,K1,2026-03-01,139,partially refunded,39,A',
      '#1,K1,2026-03-01,,,,B',
    ]);
    expect(code).toBe(0);
    expect(await orders()).toEqual(['#1: 100 DKK']);
  });

  test('an address is the same however a mail program writes it', async () => {
    const { code } = await bring('orders', [
      'Ordrenr;E-mail;Dato;Beløb',
      '1;anna@holm.dk;2026-03-13;100',
      '2;"Anna Holm <Anna@holm.dk>";2026-03-13;100',
      '3;mailto:anna@holm.dk;2026-03-13;100',
    ]);
    expect(code).toBe(0);
    expect(await ask('SELECT external_id FROM customers')).toEqual([{ external_id: 'anna@holm.dk' }]);
  });

  test('months of spend stand under Måned', async () => {
    expect(
      await bring('spend', ['Måned;Kanal;Beløb', '2026-01;Google;1000', 'februar 2026;Google;1000']),
    ).toMatchObject({
      code: 0,
    });
  });

  describe('a response number', () => {
    const header = 'Response ID,Date,Customer,NPS,Comment';
    test('is the same as 1 and as 1.0', async () => {
      await bring('feedback', ['Response ID,Date,NPS', '1.0,2026-11-02,9', '2.0,2026-11-02,3']);
      await bring('feedback', ['Response ID,Date,NPS', '1,2026-11-02,9', '2,2026-11-02,3']);
      expect(await answers()).toEqual(['3', '9']);
    });
    test('of the same customer months later is of another survey', async () => {
      await bring('feedback', [header, '1,2026-05-02,K1,9,a']);
      const { said } = await bring('feedback', [header, '1,2026-11-02,K1,2,b']);
      expect(said).toContain('1 is already the number of another answer of 2 May 2026');
      expect(await answers()).toEqual(['9 a']);
    });
    test('of nobody known that says another score is of another survey or tablet', async () => {
      await bring('feedback', ['Response ID,Date,NPS', '1,2026-11-02,9']);
      const { said } = await bring('feedback', ['Response ID,Date,NPS', '1,2026-11-02,2']);
      expect(said).toContain('1 refused');
      expect(await answers()).toEqual(['9']);
    });
    test('of nobody known is the same answer on whatever scale it is read', async () => {
      await bring('feedback', ['Response ID,Date,CSAT', '1,2026-11-02,4']);
      expect(await bring('feedback', ['Response ID,Date,CSAT', '1,2026-11-02,4'], '--scale', '1-7')).toMatchObject({
        code: 0,
      });
      expect(await ask('SELECT given, scale FROM answers')).toEqual([{ given: 4, scale: '1-7:6' }]);
    });
  });

  test('answers are as they were where a spreadsheet has put midnight behind their day', async () => {
    await bring('feedback', ['Date,Customer,NPS', '2026-11-02,K1,9']);
    const { said } = await bring('feedback', ['Date,Customer,NPS', '2026-11-02 00:00:00,K1,9']);
    expect(said).toContain('0 changed, 1 already there');
  });
});
