import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('files that people have put together, on $name', (kind) => {
  const terminal = useTerminal(kind);
  const bring = async (what: string, lines: readonly string[], ...options: string[]) => {
    const { out, err } = await terminal.ask(['import', what, file(`${lines.join('\n')}\n`), ...options]);
    return out + err;
  };
  const orders = async () =>
    (
      await terminal.rowsOf<{ number: string; customer: string; amount: number; status: string }>(
        `SELECT orders.external_id AS number, customers.external_id AS customer, amount_minor::int AS amount, status
         FROM orders JOIN customers ON customers.id = customer_id ORDER BY 1`,
      )
    ).map(({ number, customer, amount, status }) => `${number} ${customer} ${amount / 100} ${status}`);
  const scores = async () =>
    (await terminal.rowsOf<{ score: number }>('SELECT score FROM answers ORDER BY id')).map(({ score }) => score);

  describe('with rows that stand within quotes as a whole', () => {
    test.each([
      ['all of them', ['"order;customer;date;amount"', '"1;K1;2026-03-20;100,50"', '"2;K2;2026-03-21;200,00"']],
      ['by commas', ['"order,customer,date,amount"', '"1,K1,2026-03-20,""100,50"""', '"2,K2,2026-03-21,200"']],
      ['but the header', ['order,customer,date,amount', '"1,K1,2026-03-20,100.50"', '"2,K2,2026-03-21,200"']],
      [
        'in another file',
        ['"order,customer,date,amount";;;', '"1,K1,2026-03-20,100.50";;;', '"2,K2,2026-03-21,200";;;'],
      ],
    ])('are read as what stands within: %s', async (_, lines) => {
      await bring('orders', lines);
      expect(await orders()).toEqual(['1 K1 100.5 completed', '2 K2 200 completed']);
    });
    test('a quoted name with commas is one cell, as it was', async () => {
      await bring('customers', ['customer,name', '1,"Holm, Anna"', '2,"Bo, Ib"', '"3"']);
      expect(await terminal.rowsOf('SELECT name FROM customers ORDER BY external_id')).toEqual([
        { name: 'Holm, Anna' },
        { name: 'Bo, Ib' },
        { name: null },
      ]);
    });
  });

  test('a header that comes again is no row', async () => {
    const said = await bring('customers', ['customer,name', '1,Anna', '\ufeffcustomer,name', '2,Bo']);
    expect(said).toContain('2 new, 0 changed, 0 already there, 0 refused');
    expect(await terminal.rowsOf('SELECT external_id AS id FROM customers ORDER BY 1')).toEqual([
      { id: '1' },
      { id: '2' },
    ]);
  });
  test('another header below is another file', async () => {
    const said = await bring('orders', [
      'order,customer,date,amount',
      '1,a,2026-03-20,100',
      'customer,order,amount,date',
      'b,2,50,2026-03-20',
    ]);
    expect(said).toContain('Line 3 has other column names');
    expect(await orders()).toEqual([]);
  });

  test.each(['0000-00-00 00:00:00', '1900-01-01', '1970-01-01T00:00:00Z', '01.01.1753', '9999-12-31'])(
    'a day that programs write where there is none is none: %s',
    async (none) => {
      await bring('orders', [
        'order,customer,date,amount,cancelled at',
        `1,a,2026-03-20,100,${none}`,
        `2,a,${none},50,`,
      ]);
      expect(await orders()).toEqual(['1 a 100 completed']);
    },
  );

  describe('scores', () => {
    test.each([
      ['CSAT', 'Very satisfied', '1–5, where 5 is the best'],
      ['CSAT', '😀', '1–5, where 5 is the best'],
      ['CSAT', 'Meget tilfreds', '1–5, where 5 is the best'],
      ['NPS', 'Promoter', '0–10, where 10 is the best'],
    ])('in words are refused once: %s %s', async (header, word, scale) => {
      const said = await bring('feedback', [`customer,date,${header}`, `a,2026-03-20,${word}`, 'b,2026-03-20,Bad']);
      expect(said).toContain(`Line 2 has the score “${word}”, and no score in the file is a number`);
      expect(said).toContain(scale);
    });
    test('in stars are counted', async () => {
      await bring('feedback', ['customer,date,Stars', 'a,2026-03-20,★★★★★', 'b,2026-03-20,★☆☆☆☆', 'c,2026-03-20,⭐️⭐️']);
      expect(await scores()).toEqual([5, 1, 2]);
    });
  });

  test.each(['Netto,Moms', 'Subtotal,Tax', 'Net total,VAT amount'])(
    'a net amount beside a tax is told to be without it: %s',
    async (headers) => {
      const said = await bring('orders', [`order,customer,date,${headers}`, '1,a,2026-03-20,80,20']);
      expect(said).toContain('amounts without VAT');
    },
  );
  test('a gross total is taken before a net one', async () => {
    await bring('orders', ['order,customer,date,Net total,Tax total,Gross total', '1,a,2026-03-20,80,20,100']);
    expect(await orders()).toEqual(['1 a 100 completed']);
  });

  describe('a number of the same customer that comes again', () => {
    test('on another day and over another amount is another order', async () => {
      await bring('orders', ['order,customer,date,amount', '1,a,2025-12-10,100']);
      const said = await bring('orders', ['order,customer,date,amount', '1,a,2026-01-05,70']);
      expect(said).toContain('--same-number correct');
      expect(await orders()).toEqual(['1 a 100 completed']);
    });
    test('is the same where only one of both differs', async () => {
      await bring('orders', ['order,customer,date,amount', '1,a,2025-12-10,100', '2,a,2025-12-10,100']);
      await bring('orders', ['order,customer,date,amount', '1,a,2026-01-05,100', '2,a,2025-12-12,70']);
      expect(await orders()).toEqual(['1 a 100 completed', '2 a 70 completed']);
    });
  });

  test('statuses of invoices and of deals are what they say', async () => {
    const statuses = ['Sent', 'Won', 'Posted', 'Delvist leveret', 'Closed lost', 'Approved', 'Godkendt'];
    const said = await bring('orders', [
      'order,customer,date,amount,status',
      ...statuses.map((status, i) => `${i + 1},a,2026-03-20,100,${status}`),
    ]);
    expect(await orders()).toEqual([
      '1 a 100 completed',
      '2 a 100 completed',
      '3 a 100 completed',
      '4 a 100 completed',
      '5 a 100 cancelled',
    ]);
    expect(said).toContain('“Godkendt” means a sale in some programs and something else in others.');
  });

  test('pieces that went back are no sale', async () => {
    const said = await bring('orders', [
      'order,customer,date,quantity,line total',
      '1,a,2026-03-20,-1,100',
      '2,a,2026-03-20,2,50',
      '3,a,2026-03-21,-1,-30',
    ]);
    expect(said).toContain('“quantity” is “-1”');
    expect(await orders()).toEqual(['2 a 50 completed', '3 a -30 completed']);
  });
  test.each(['(1 row affected)', '12 records', 'Antal kunder: 12', 'Page 1 of 3', 'Exported 2026-03-05 by Anna'])(
    'what a program writes below the rows is nobody: %s',
    async (footer) => {
      const said = await bring('customers', ['customer,name', 'Side 12 ApS,Anna', `${footer},`]);
      expect(said).toContain('1 new, 0 changed, 0 already there, 1 refused');
    },
  );
  test('a number in full-width letters is the same number, and told', async () => {
    const said = await bring('orders', ['order,customer,date,amount', '1,Ｋ１,2026-03-20,100', '2,K1,2026-03-20,50']);
    expect(said).toContain('“Ｋ１” is read as “K1”');
    expect(await orders()).toEqual(['1 K1 100 completed', '2 K1 50 completed']);
  });
  test('a rung is understood in each language', async () => {
    await bring('orders', ['order,customer,date,amount', '1,a,2026-03-20,100']);
    for (const word of ['kunde', 'customer', 'customers', 'kunder'])
      expect(await terminal.ask(['customers', `rung:${word}`])).toMatchObject({ code: 0 });
  });
});
