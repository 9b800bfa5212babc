import { describe, expect, test } from 'vitest';
import { nearNumber } from '../../src/loyalty/facts/near-number.ts';
import { databaseKinds } from '../support/database.ts';
import { file, importing } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('numbers in several spellings, on $name', (kind) => {
  const terminal = useTerminal(kind);

  const bring = (what: string, text: string, ...options: string[]) =>
    importing(terminal.ask, what, file(text), ...(/orders|spend/.test(what) ? ['--currency', 'DKK'] : []), ...options);

  const { kept } = terminal;

  describe('of customers', () => {
    test.each([
      ['00123', '123'],
      ['123', '00123'],
      ['K1', 'k1'],
      ['k1', 'K1'],
      ['1042', '1.042'],
      ['1.042', '1042'],
      ['K-1', 'K1'],
      ['#1042', '1042'],
      ['12345678', '+45 12 34 56 78'],
      ['+4512345678', '12345678'],
      ['0045 12345678', '(+45) 12-34-56-78'],
      ['004791234567', '912 34 567'],
      ['46701234567', '+46 70 123 45 67'],
      ['1234 5678', '12.34.56.78'],
    ])('%s is known, and a file that says %s is asked before its first row', async (known, written) => {
      await bring('customers', `customer;name\n${known};Anna\nX9;Bo\n`);
      const text = `customer;date;amount\nX9;2026-03-02;3\n${written};2026-03-02;5\n${written};2026-03-03;7\n`;
      const { code, err } = await bring('orders', text);
      expect(code).toBe(1);
      expect(err).toContain(`Line 3: nobody has the customer number “${written}” yet, but “${known}” is known.`);
      expect(err).toContain('--similar-numbers same');
      expect(await kept()).toEqual({ customers: 2, orders: 0, kroner: 0 });

      expect(await bring('orders', text, '--similar-numbers', 'same')).toMatchObject({
        code: 0,
        imported: 3,
        customersMade: 0,
        notes: [expect.objectContaining({ code: 'folded', column: 'customer', count: 2 })],
      });
      expect(await kept()).toEqual({ customers: 2, orders: 3, kroner: 15 });
      expect(await bring('orders', text, '--similar-numbers', 'same')).toMatchObject({ imported: 0, unchanged: 3 });
    });

    test('who is said to be another is one, and nobody is asked again', async () => {
      await bring('customers', 'customer,name\n123,Anna\n');
      const text = 'customer,date,amount\n00123,2026-03-02,5\n';
      expect(await bring('orders', text, '--similar-numbers', 'others')).toMatchObject({
        imported: 1,
        customersMade: 1,
      });
      expect(await bring('orders', text)).toMatchObject({ code: 0, unchanged: 1 });
      expect(await bring('orders', 'customer,date,amount\n123,2026-03-02,6\n00123,2026-03-05,5\n')).toMatchObject({
        code: 0,
        imported: 2,
      });
      expect(await kept()).toMatchObject({ customers: 2, orders: 3 });
    });

    test.each([
      ['customers', 'customer,name\nK1,Anna\nb2,Bo\nk1,Cai\n'],
      ['orders', 'customer,date,amount\nK1,2026-03-02,5\nb2,2026-03-02,5\nk1,2026-03-02,5\n'],
      ['feedback', 'customer,date,nps\nK1,2026-03-02,9\nb2,2026-03-02,5\nk1,2026-03-02,9\n'],
      ['campaign', 'campaign,customer,contacted\nMay,K1,2026-03-02\nMay,b2,2026-03-02\nMay,k1,2026-03-02\n'],
      [
        'recommendations',
        'recommender,recommended,outcome,date\nK1,c9,won,2026-03-02\nb2,d9,won,2026-03-02\nk1,e9,won,2026-03-02\n',
      ],
    ])(
      'two in one file of %s are asked about and told with their lines, and are one when that is said',
      async (what, text) => {
        const { code, err } = await bring(what, text);
        expect(code).toBe(1);
        expect(err).toContain('Lines 2 and 4: the customer numbers “K1” and “k1” look alike.');
        expect((await kept()).customers).toBe(0);
        expect(await bring(what, text, '--similar-numbers', 'same')).toMatchObject({ code: 0 });
        const { rows } = await terminal.pool.query("SELECT external_id FROM customers WHERE upper(external_id) = 'K1'");
        expect(rows).toEqual([{ external_id: 'K1' }]);
        expect(await bring(what, text, '--similar-numbers', 'same')).toMatchObject({ code: 0, imported: 0 });
      },
    );

    test('how many there are is said', async () => {
      await bring('customers', 'customer,name\n1,A\n2,B\n3,C\n');
      const { err } = await bring(
        'orders',
        'customer,date,amount\n001,2026-03-02,5\n002,2026-03-02,5\n003,2026-03-02,5\n',
      );
      expect(err).toContain('Numbers like this in the file: 3.');
    });

    test('rows that were brought under one spelling are known again under the other', async () => {
      await bring('orders', 'customer,date,amount\nK1,2026-03-02,5\n');
      expect(
        await bring('orders', 'customer,date,amount\nk1,2026-03-02,5\n', '--similar-numbers', 'same'),
      ).toMatchObject({
        imported: 0,
        unchanged: 1,
      });
      expect(await kept()).toEqual({ customers: 1, orders: 1, kroner: 5 });
    });

    test('numbers that only resemble each other are others', async () => {
      await bring('customers', 'customer,name\n10.1,A\n1-12,B\nK01,C\nAb7xY,D\nanna@holm.dk,E\n');
      expect(await bring('customers', 'customer,name\n101,A\n11-2,B\nK1,C\nAb7xy,D\n112,E\n')).toMatchObject({
        code: 0,
        imported: 5,
      });
    });
  });

  describe('of orders', () => {
    test.each([
      ['1042', '#1042'],
      ['A-7', 'a7'],
      ['0007', '7'],
    ])('%s of a customer and day is asked about when it comes as %s', async (known, written) => {
      await bring('orders', `order;customer;date;amount\n${known};K1;2026-03-02;5\n`);
      const again = `order;customer;date;amount\n${written};K1;2026-03-02;5\n9;K2;2026-03-02;1\n`;
      const { code, err } = await bring('orders', again);
      expect(code).toBe(1);
      expect(err).toContain(
        `Line 2: the order number “${written}” is new, but the customer has an order “${known}” of the same day.`,
      );
      expect(await bring('orders', again, '--similar-numbers', 'same')).toMatchObject({ imported: 1, unchanged: 1 });
      expect(await kept()).toEqual({ customers: 2, orders: 2, kroner: 6 });
      expect(await bring('orders', again, '--similar-numbers', 'others')).toMatchObject({ imported: 1, unchanged: 1 });
      expect(await kept()).toEqual({ customers: 2, orders: 3, kroner: 11 });
      expect(await bring('orders', again)).toMatchObject({ code: 0, unchanged: 2 });
    });

    test('of another customer or another day it is another order', async () => {
      await bring('orders', 'order,customer,date,amount\n1042,K1,2026-03-02,5\n');
      const text = 'order,customer,date,amount\n#1042,K2,2026-03-02,5\n01042,K1,2026-03-03,5\n';
      expect(await bring('orders', text)).toMatchObject({ code: 0, imported: 2 });
    });
  });

  test('the database and the app spell numbers alike', async () => {
    const numbers = [
      ...[
        '1',
        '0',
        '000',
        '00123',
        '1.042',
        '1 042',
        "1'042",
        '1.042.000',
        '1042.0',
        '1042,00',
        '10.1',
        '#1042',
        '# 7',
        '#A1',
      ],
      ...[
        'K1',
        'k1',
        'K-1',
        'k 1',
        'AB-1-2',
        'A-B',
        'Kunde7',
        'kUNDE7',
        'Ab7xY',
        'øl-7',
        'ØL7',
        '1-12',
        'a@B.dk',
        '-1',
        '1.04',
      ],
      ...[
        '+45 12 34 56 78',
        '0045 12345678',
        '(+45) 12-34-56-78',
        '004512345678',
        '12 34 56 78',
        '1234-5678',
        '912 34 567',
      ],
      ...[
        '+46 70 123 45 67',
        '0046 70 123 45 67',
        '+1',
        '+45 1234',
        '4512345678',
        '02 34 56 78',
        '12 34-56 78',
        '2026-03-02',
        '+',
        '(+',
        '00',
        '+45 1234567x',
      ],
      ...['f81d4fae-7dec-11d0', 'INV/2026/7', 'INV 2026', '0012-A', '1.0420', '12.345', '01.234'],
    ];
    const { rows } = await terminal.pool.query(
      'SELECT n AS number, near_number(n) AS near FROM unnest($1::text[]) AS n',
      [numbers],
    );
    expect(rows).toEqual(numbers.map((number) => ({ number, near: nearNumber(number) })));
  });

  test('a look for numbers spelt alike goes by the indexes', async () => {
    await terminal.pool.query('SET enable_seqscan = off');
    const { rows } = await terminal.pool.query(
      `EXPLAIN SELECT id FROM customers WHERE workspace_id = 1 AND near_number(external_id) = 'K1' AND external_id <> near_number(external_id)`,
    );
    await terminal.pool.query('RESET enable_seqscan');
    expect(JSON.stringify(rows)).toContain('customers_by_near_number');
  });
});
