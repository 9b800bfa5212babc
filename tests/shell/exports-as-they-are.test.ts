import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// Files as shops, books and surveys put them out, each from the file to the figures.
let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

/** A copy, as refused rows come back beside it. */
const pathOf = (name: string) =>
  file(readFileSync(join(import.meta.dirname, 'exports-as-they-are', `${name}.csv`)), `${name}.csv`);
const bring = (kind: string, name: string, ...options: string[]) => importing(ask, kind, pathOf(name), ...options);
const refused = async (kind: string, name: string, ...options: string[]): Promise<string> => {
  const { code, err } = await ask(['import', kind, pathOf(name), ...options, '--language', 'en']);
  expect(code).toBe(1);
  return err;
};

/** Orders, and what they come to in kroner, after a look at all that is kept. */
async function kept(): Promise<[orders: number, kroner: number]> {
  const { orders, revenue } = await json(ask, '--as-of', '2026-11-30');
  const { rows } = await terminal.pool.query('SELECT id FROM workspaces');
  expect(await inconsistencies(terminal.pool, rows[0]?.id, 31)).toEqual([]);
  return [orders, (revenue.find(({ currency }: { currency: string }) => currency === 'DKK')?.amountMinor ?? 0) / 100];
}

async function rowsOf<T>(sql: string): Promise<T[]> {
  return (await terminal.pool.query(sql)).rows;
}

test('order lines add up to their order', async () => {
  expect(await bring('orders', 'order-lines')).toMatchObject({ code: 0, imported: 2 });
  expect(await kept()).toEqual([2, 550]);
});

test('vouchers that are numbered anew each year take no earlier order’s place', async () => {
  await bring('orders', 'vouchers-2025');
  const { out, code } = await ask(['import', 'orders', pathOf('vouchers-2026'), '--language', 'en']);
  expect(code).toBe(1);
  expect(out).toContain('1 is K1’s order of 10 January 2025');
  expect(await kept()).toEqual([3, 6000]);
  expect(await bring('orders', 'vouchers-2026', '--shop', '2026')).toMatchObject({ code: 0, imported: 3 });
  expect(await kept()).toEqual([6, 6600]);
});

test('a time in UTC is of the company’s day', async () => {
  expect(await bring('orders', 'utc-orders')).toMatchObject({ code: 0, imported: 1 });
  expect(await rowsOf('SELECT day::text FROM orders')).toEqual([{ day: '2026-02-01' }]);
});

test('øre are hundredths', async () => {
  await bring('orders', 'ore');
  expect(await kept()).toEqual([1, 125]);
});

test('a table of rates is asked which way it runs, and then gives the right amount', async () => {
  expect(await refused('rates', 'rates-base-eur', '--currency', 'EUR')).toContain('--rates inverse');
  expect(await bring('rates', 'rates-base-eur', '--rates', 'inverse')).toMatchObject({ code: 0, imported: 2 });
  await bring('orders', 'orders-dkk');
  expect(await json(ask, 'clv', 'X', '--as-of', '2026-11-30')).toMatchObject({
    currency: 'EUR',
    revenueMinor: expect.closeTo(10_000, 6),
  });
});

test('guests of a shop are told apart by their addresses, and the zero is nobody', async () => {
  await bring('orders', 'guests');
  expect(await json(ask, 'ladder')).toMatchObject({ repeat: 0 });
  const buyers = await rowsOf('SELECT count(DISTINCT customer_id)::int AS buyers, count(*)::int AS orders FROM orders');
  expect(buyers[0]).toMatchObject({ buyers: (buyers[0] as { orders: number }).orders });
});

test('numbers that a spreadsheet has cut are refused, with how to save them whole', async () => {
  const { out } = await ask(['import', 'orders', pathOf('scientific-ids'), '--language', 'en']);
  expect(out).toMatch(/3 refused[\s\S]*spreadsheet/);
  expect(await kept()).toEqual([0, 0]);
});

test('an address in capitals is the same customer', async () => {
  await bring('customers', 'customers-anna');
  await bring('orders', 'email-case');
  expect(await json(ask, 'ladder', '--as-of', '2026-11-30')).toMatchObject({ customer: 0, repeat: 1 });
  expect(await kept()).toEqual([3, 300]);
});

test('an apostrophe before a number is none of it, and first and last name are one name', async () => {
  await bring('customers', 'apostrophe-customers');
  await bring('orders', 'apostrophe-orders');
  expect(await rowsOf('SELECT external_id, name FROM customers')).toEqual([{ external_id: '7001', name: 'Anna Holm' }]);
  expect(await kept()).toEqual([2, 200]);
});

test('a survey that comes again longer and with edited words counts each answer once', async () => {
  await bring('feedback', 'survey-first');
  expect(await bring('feedback', 'survey-later')).toMatchObject({ imported: 1, updated: 2, unchanged: 1 });
  expect(await json(ask, 'nps', '2026', '--as-of', '2026-11-30')).toMatchObject({ value: 50, base: 4 });
});

test('orders of days are the same at midnight and with amounts written otherwise', async () => {
  await bring('orders', 'orders-of-days');
  expect(await bring('orders', 'orders-midnight')).toMatchObject({ imported: 0, unchanged: 2 });
  expect(await kept()).toEqual([2, 150]);
});

test('answers by address are those of the customer with it', async () => {
  await bring('customers', 'customers-anna');
  await bring('feedback', 'answers-by-email', '--follow-up', 'all');
  expect(await json(ask, 'nps', '2026', '--as-of', '2026-11-30')).toMatchObject({ base: 1, value: 100 });
  expect((await ask(['followups'])).out).toContain('Anna Holm');
});

test('who has a first and a last name is found by either and by both', async () => {
  await bring('customers', 'names');
  for (const words of ['Holm', 'Anna Holm']) {
    const { out } = await ask(['customer', words]);
    expect(out.toUpperCase()).toContain('ANNA HOLM');
  }
});

test('what was cancelled and paid back is no revenue', async () => {
  await bring('orders', 'cancelled-refunded');
  expect((await kept())[1]).toBe(300);
});

test('an order of a slipped year is refused, one of the coming month comes in', async () => {
  expect(await bring('orders', 'year-slip')).toMatchObject({ code: 1, imported: 1, refused: 1 });
});

test('a sum below the orders is no order', async () => {
  await bring('orders', 'subtotal');
  expect(await kept()).toEqual([2, 20]);
});

test('a shop’s export is known by its header, and its second line is an item', async () => {
  const { out } = await ask(['import', 'orders', pathOf('shopify'), '--language', 'en']);
  expect(out).toContain('Shopify');
  expect(await kept()).toEqual([1, 144]);
  expect(await rowsOf('SELECT external_id FROM customers')).toEqual([{ external_id: 'anna@example.com' }]);
});

test.each([
  ['only-email', 100],
  ['title-lines', 10],
  ['sep-quoted', 10],
  ['vat', 125],
  ['state', 10],
])('%s holds one order', async (name, kroner) => {
  expect(await bring('orders', name)).toMatchObject({ code: 0, imported: 1 });
  expect(await kept()).toEqual([1, kroner]);
});

test('a survey without a column named score is refused once, with what looks like it', async () => {
  const why = await refused('feedback', 'no-score', '--kind', 'nps');
  expect(why).toMatch(/Hvor sandsynligt[\s\S]*--columns/);
  expect(await rowsOf('SELECT FROM answers')).toEqual([]);
});

test('rows without their empty last cell are whole', async () => {
  expect(await bring('orders', 'short-rows')).toMatchObject({ code: 0, imported: 2 });
});

test('the zones of a form are read as they are meant', async () => {
  expect(await bring('feedback', 'google-forms')).toMatchObject({ code: 0, imported: 2 });
  expect(
    await rowsOf(
      "SELECT to_char(at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD HH24:MI') AS at FROM answers ORDER BY 1",
    ),
  ).toEqual([{ at: '2026-10-31 14:15' }, { at: '2026-11-01 10:00' }]);
});

test('what was spent in a month is spread over its days', async () => {
  await bring('spend', 'month');
  expect(await rowsOf('SELECT from_day::text, to_day::text FROM acquisition_spend ORDER BY 1')).toEqual([
    { from_day: '2026-01-01', to_day: '2026-02-01' },
    { from_day: '2026-02-01', to_day: '2026-03-01' },
  ]);
});

test('statuses of shops and books are known, and one with two meanings is refused by name', async () => {
  const { out } = await ask(['import', 'orders', pathOf('statuses'), '--language', 'en']);
  expect(out).toContain('Delvist betalt');
  expect(await kept()).toEqual([3, 30]);
});

test('a cell that may be empty and cannot be read costs no customer', async () => {
  expect(await bring('customers', 'optional-cells')).toMatchObject({ code: 0, imported: 5 });
  expect(await rowsOf('SELECT country FROM customers ORDER BY external_id')).toEqual(
    ['GB', 'DK', 'DK', 'FR', 'DK'].map((country) => ({ country })),
  );
});

test('amounts that a machine has multiplied are what they were', async () => {
  await bring('orders', 'float');
  expect(await rowsOf('SELECT amount_minor::int AS minor FROM orders ORDER BY external_id')).toEqual([
    { minor: 1999 },
    { minor: 7996 },
  ]);
});

test('a day is read however it is written', async () => {
  expect(await bring('orders', 'dates')).toMatchObject({ code: 0, imported: 4 });
  expect(await rowsOf('SELECT DISTINCT day::text FROM orders')).toEqual([{ day: '2026-03-02' }]);
});
