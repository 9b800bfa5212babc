import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

describe.each(databaseKinds.map((kind) => [kind.name, kind] as const))('customers by e-mail address, %s', (_, kind) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  const bring = (what: string, text: string, ...options: string[]) =>
    importing(terminal.ask, what, file(text), '--currency', 'DKK', ...options);

  async function customers(): Promise<{ number: string; email: string | null; orders: number }[]> {
    const { rows: workspaces } = await terminal.pool.query('SELECT id FROM workspaces');
    expect(await inconsistencies(terminal.pool, workspaces[0]?.id, 31)).toEqual([]);
    const { rows } = await terminal.pool.query(
      `SELECT external_id AS number, email, (SELECT count(*)::int FROM orders o WHERE o.customer_id = c.id) AS orders
       FROM customers c ORDER BY external_id`,
    );
    return rows;
  }

  test('an order that says an address alone is its customer’s', async () => {
    await bring('customers', 'customer,name,email\n17,Anna Holm,Anna@Example.com\n');
    const text = 'Order,Email,Date,Total\n1,ANNA@example.com,2026-03-01,100.00\n2,bo@example.com,2026-03-02,50.00\n';
    expect(await bring('orders', text)).toMatchObject({ code: 0, imported: 2, customersMade: 1 });
    expect(await customers()).toEqual([
      { number: '17', email: 'Anna@Example.com', orders: 1 },
      { number: 'bo@example.com', email: 'bo@example.com', orders: 1 },
    ]);
    expect(await bring('orders', text)).toMatchObject({ code: 0, unchanged: 2 });
  });

  test('answers that say an address alone are one customer’s, whose newest counts', async () => {
    await bring('customers', 'customer,name,email\nanna@example.com,Anna Holm,anna@example.com\n');
    const text = 'Date,Email,NPS,Comment\n2026-11-01,anna@example.com,2,late\n2026-11-05,anna@example.com,9,fine now\n';
    expect(await bring('feedback', text, '--follow-up', 'all')).toMatchObject({ code: 0, imported: 2 });
    expect(await json(terminal.ask, 'nps', '--as-of', '2026-11-20')).toMatchObject({ base: 1, value: 100 });
    expect((await terminal.ask(['followups'])).out).toContain('Anna Holm');
  });

  test('guests without a number are told apart by their addresses', async () => {
    const text =
      'order_id,order_date,total,customer_id,billing_email\n101,2026-02-01,125.00,7,anna@example.com\n102,2026-02-02,125.00,0,bo@example.com\n103,2026-02-03,90.00,0,eva@example.com\n104,2026-03-03,90.00,0,Anna@example.com\n';
    expect(await bring('orders', text)).toMatchObject({ code: 0, imported: 4 });
    expect(await customers()).toEqual([
      { number: '7', email: 'anna@example.com', orders: 2 },
      { number: 'bo@example.com', email: 'bo@example.com', orders: 1 },
      { number: 'eva@example.com', email: 'eva@example.com', orders: 1 },
    ]);
  });

  test('whoever was known by an address alone gets the number that comes with it', async () => {
    await bring('orders', 'Order,Email,Date,Total\n1,anna@example.com,2026-03-01,100.00\n');
    expect(await bring('customers', 'Customer No,Name,Email\n17,Anna Holm,anna@example.com\n')).toMatchObject({
      code: 0,
      imported: 0,
      updated: 1,
    });
    await bring('orders', 'Order,Email,Date,Total\n2,anna@example.com,2026-04-01,100.00\n');
    expect(await customers()).toEqual([{ number: '17', email: 'anna@example.com', orders: 2 }]);
    expect((await terminal.ask(['customer', 'anna@example.com'])).out).toContain('Anna Holm');
  });

  test('a guest who registers later in the same file is one customer', async () => {
    const text =
      'order,customer,email,date,amount\n1,,anna@example.com,2026-03-01,10\n2,17,anna@example.com,2026-04-01,20\n';
    await bring('orders', text);
    expect(await customers()).toEqual([{ number: '17', email: 'anna@example.com', orders: 2 }]);
  });

  test('an address that two customers share is refused, naming both', async () => {
    await bring('customers', 'customer,email\nK1,office@example.com\nK2,office@example.com\n');
    const { refusedFile, ...counts } = await bring(
      'orders',
      'Order,Email,Date,Total\n1,office@example.com,2026-03-01,100.00\n',
    );
    expect(counts).toMatchObject({ code: 1, refused: 1, customersMade: 0 });
    expect(readFileSync(refusedFile, 'utf8')).toContain(
      '“office@example.com” is the e-mail address of several customers: “K1” and “K2”.',
    );
  });

  test('an order that names nobody is refused', async () => {
    const text = 'order,customer,email,date,amount\n1,,,2026-03-01,10\n2,0,,2026-03-01,10\n';
    expect(await bring('orders', text)).toMatchObject({ code: 1, imported: 0, refused: 2 });
  });

  test('feedback is added for whoever has the address', async () => {
    await bring('customers', 'customer,name,email\n17,Anna Holm,anna@example.com\n');
    const { code, out } = await terminal.ask([
      'feedback',
      'add',
      '--customer',
      'Anna@example.com',
      '--kind',
      'nps',
      '--score',
      '9',
    ]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Anna Holm') });
  });
});
