import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { file, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

const bring = async (what: string, lines: readonly string[], ...options: string[]) => {
  const path = file(`${lines.join('\n')}\n`);
  const { code, out, err } = await terminal.ask(['import', what, path, ...options, '--language', 'en']);
  return { code, said: out + err };
};
const figure = (...words: string[]) => json((args) => terminal.ask(args), ...words, '--as-of', '2026-11-30');
async function orders(): Promise<string[]> {
  const { rows: workspaces } = await terminal.pool.query('SELECT id FROM workspaces');
  expect(await inconsistencies(terminal.pool, workspaces[0]?.id, 31)).toEqual([]);
  const { rows } = await terminal.pool.query(
    'SELECT external_id, day::text, amount_minor::int AS minor, currency, status FROM orders ORDER BY external_id',
  );
  return rows.map(({ external_id, day, minor, currency, status }) =>
    [external_id, day, minor / 100, currency, ...(status === 'completed' ? [] : [status])].join(' '),
  );
}

describe('a line of units below the column names', () => {
  const header = 'Ordrenr;Kundenr;Dato;Beløb';
  test.each([
    [';;;DKK', '1;K1;02.11.2026;125,00', '1 2026-11-02 125 DKK'],
    [';;;(øre)', '1;K1;02.11.2026;12500', '1 2026-11-02 125 DKK'],
    [';;;EUR', '1;K1;02.11.2026;125,00', '1 2026-11-02 125 EUR'],
    ['nr.;nr.;dd-mm-yyyy;kr.', '1;K1;02-11-2026;125,00', '1 2026-11-02 125 DKK'],
    ['tekst;tekst;(mm/dd/yyyy);i hele 1.000 kr', '1;K1;02/11/2026;0,125', '1 2026-02-11 125 DKK'],
    [';;UTC;ore', '1;K1;01.11.2026 23:30;12500', '1 2026-11-02 125 DKK'],
    ['Order number;Customer;Date;Amount', '1;K1;02.11.2026;125,00', '1 2026-11-02 125 DKK'],
  ])('is read as part of them: %s', async (units, row, order) => {
    await bring('rates', ['currency,date,rate', 'EUR,2026-01-01,7.46']);
    expect(await bring('orders', [header, units, row])).toMatchObject({ code: 0 });
    expect(await orders()).toEqual([order]);
  });
  test('holds as well where it stands above them', async () => {
    await bring('orders', [';;;øre', header, '1;K1;02.11.2026;12500']);
    expect(await orders()).toEqual(['1 2026-11-02 125 DKK']);
  });
  test('comes back with refused rows, so that their amounts stay what they are', async () => {
    const path = file([header, ';;;øre', '1;K1;02.11.2026;12500', '2;K1;32.11.2026;9900', ''].join('\n'));
    await terminal.ask(['import', 'orders', path]);
    const { readFileSync, writeFileSync } = await import('node:fs');
    const refused = path.replace('.csv', '.refused.csv');
    writeFileSync(refused, readFileSync(refused, 'utf8').replace('32.11', '22.11'));
    await terminal.ask(['import', 'orders', refused]);
    expect(await orders()).toEqual(['1 2026-11-02 125 DKK', '2 2026-11-22 99 DKK']);
  });
  test('is refused with its place where nobody knows what it changes', async () => {
    const { code, said } = await bring('orders', [header, ';;;i hundreder', '1;K1;02.11.2026;125']);
    expect(code).toBe(1);
    expect(said).toContain('Line 2 stands below the column names without a value, and I do not know “i hundreder”');
    expect(await bring('orders', ['Ordrenr;Kundenr;Dato;Beløb (DKK)', ';;;EUR', '1;K1;02.11.2026;125'])).toMatchObject({
      code: 1,
    });
  });
  test('is a row where it has a value, which is refused alone', async () => {
    const { said } = await bring('orders', [header, ';;02.11.2026;DKK', '1;K1;02.11.2026;125']);
    expect(said).toContain('1 refused');
    expect(await orders()).toEqual(['1 2026-11-02 125 DKK']);
  });
});

describe('two columns that say how an order stands', () => {
  test('make no sale of what one of them says was called off or paid back', async () => {
    const { said } = await bring('orders', [
      'Order,Customer,Date,Amount,Financial Status,Fulfillment Status',
      '1,K1,2026-11-01,100,paid,cancelled',
      '2,K2,2026-11-01,50,paid,fulfilled',
      '3,K3,2026-11-01,60,paid,unfulfilled',
      '4,K4,2026-11-01,70,,returned',
    ]);
    expect(said).toContain('Line 2, status: “Fulfillment Status” is “cancelled”, but the status is “paid”.');
    expect(said).toContain('Line 5, status: “Fulfillment Status” is “returned”, but the status is empty.');
    expect(await orders()).toEqual(['2 2026-11-01 50 DKK', '3 2026-11-01 60 DKK']);
  });
  test.each([
    ['Is refunded', 'yes'],
    ['Refund date', '2026-11-05'],
    ['Returdato', '2026-11-05'],
    ['Delivery status', 'Returned'],
    ['Test', 'true'],
  ])('or of what a mark of its own does: %s %s', async (mark, said) => {
    const header = `Order,Customer,Date,Amount,${mark}`;
    const told = await bring('orders', [header, `1,K1,2026-11-01,100,${said}`, '2,K1,2026-11-01,50,']);
    expect(told.said).toContain(`“${mark}” is “${said}”`);
    const isStatus = mark.endsWith('status');
    expect(told.said).toContain(isStatus ? 'Write completed or cancelled in both' : 'if it counts, empty that cell');
    expect(await orders()).toEqual(['2 2026-11-01 50 DKK']);
  });
  test('do not doubt an order of which it is known how much was paid back', async () => {
    const header = 'Order,Customer,Date,Total,Refunded at,Refunded amount';
    expect(await bring('orders', [header, '1,K1,2026-11-01,100,2026-11-05,40'])).toMatchObject({ code: 0 });
    expect(await orders()).toEqual(['1 2026-11-01 60 DKK']);
  });
  test('count by the one that a person names', async () => {
    const lines = [
      'Order,Customer,Date,Amount,Ordrestatus,Betalingsstatus',
      '1,K1,2026-11-01,100,Gennemført,Annulleret',
    ];
    expect(await bring('orders', lines)).toMatchObject({ code: 1 });
    expect(await bring('orders', lines, '--columns', 'order,customer,date,amount,status,')).toMatchObject({ code: 0 });
    expect(await orders()).toEqual(['1 2026-11-01 100 DKK']);
  });
  test('leave an order called off that has a day on which it was, whatever its status', async () => {
    await bring('orders', [
      'Order,Customer,Date,Amount,Status,Cancelled at',
      '1,K1,2026-11-01,100,completed,2026-11-02',
    ]);
    expect(await orders()).toEqual(['1 2026-11-01 100 DKK cancelled']);
  });
});

describe('amounts with more decimals than their currency', () => {
  const lines = [
    'Ordrenr;Kundenr;Dato;Beløb',
    '1;K1;02.11.2026;12.345',
    '2;K1;03.11.2026;1.5',
    '3;K1;04.11.2026;-0.335',
  ];
  test('are asked about once, and rounded after that', async () => {
    const { code, said } = await bring('orders', lines);
    expect(code).toBe(1);
    expect(said).toContain('Line 2, amount “12.345”: that is more than the 2 decimals of DKK.');
    expect(said).toContain('add --decimals round');
    expect(await orders()).toEqual([]);
    expect(await bring('orders', lines, '--decimals', 'round')).toMatchObject({ code: 0 });
    expect(await orders()).toEqual(['1 2026-11-02 12.35 DKK', '2 2026-11-03 1.5 DKK', '3 2026-11-04 -0.34 DKK']);
  });
  test('are refused row by row where that is said', async () => {
    expect((await bring('orders', lines, '--decimals', 'refuse')).said).toContain('2 refused');
  });
});

test('two rates of one currency for one day are refused with both lines', async () => {
  const lines = ['currency,date,rate', 'EUR,2026-11-01,7.46', 'USD,2026-11-01,6.40', 'EUR,2026-11-01,7.48'];
  const { code, said } = await bring('rates', lines);
  expect(code).toBe(1);
  expect(said).toContain(
    'Lines 2 and 4 both have a rate of EUR for 1 November 2026, and not the same: “7.46” and “7.48”.',
  );
  expect(await bring('rates', lines, '--rates', 'as-written')).toMatchObject({ code: 1 });
  expect(await bring('rates', [...lines.slice(0, 3), 'EUR,2026-11-01,"7,460"'].slice(0, 3))).toMatchObject({ code: 0 });
});

test('an order of nothing is an order: a second one on another day makes a repeat customer', async () => {
  await bring('orders', [
    'Order,Customer,Date,Amount',
    '1,K1,2026-11-01,0.00',
    '2,K1,2026-11-05,10.00',
    '3,K2,2026-11-05,0',
  ]);
  expect(await figure('ladder')).toMatchObject({ customer: 1, repeat: 1 });
  expect((await figure()).orders).toBe(3);
});
