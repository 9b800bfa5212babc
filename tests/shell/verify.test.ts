import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const lines = Array.from({ length: 60 }, (_, i) => `C${i % 9},O${i},2025-0${1 + (i % 9)}-1${i % 10},10.00`);
const orders = file(`customer,order,date,amount\n${lines.join('\n')}\n`, 'orders.csv');
const damage = `UPDATE customer_standings SET order_count = 99
  WHERE customer_id = (SELECT id FROM customers WHERE external_id = 'C3')`;
const none = { standings: 0, 'rung-changes': 0, 'search-words': 0, tallies: 0, 'stay-counts': 0 };

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    expect(await importing(ask, 'orders', orders)).toMatchObject({ code: 0, imported: 60 });
  });
  afterAll(() => terminal.close());

  test('verify says that all agrees, how much of what was compared, and how far it is', async () => {
    const { code, out, err } = await ask(['verify']);
    expect({ code, err }).toEqual({ code: 0, err: '9 / 9\n' });
    expect(out).toContain('All that is kept agrees with the facts');
    expect(out).toContain('Standings: 9 compared, 0 differ');
    expect((await ask(['kontroller', '--language', 'da'])).out).toContain('Alt gemt stemmer');
    const answered = await ask(['verify', '--json']);
    expect(JSON.parse(answered.out)).toMatchObject({ customers: 9, differing: none, differences: [] });
  });

  test('what differs is told by the number of the customer, with exit code 1, until it is repaired', async () => {
    await terminal.pool.query(damage);
    const { code, out } = await ask(['verify']);
    expect(code).toBe(1);
    expect(out).toMatch(/Customer C3, orderCount: kept 99, by the facts \d/);
    expect((await ask(['verify', '--language', 'nb'])).out).toContain('Kunde nummer C3');
    expect(await ask(['verify', '--repair'])).toMatchObject({ code: 2, out: '' });
    const repaired = await ask(['verify', '--repair', '--yes']);
    expect(repaired.code).toBe(0);
    expect(repaired.out).toContain('Everything was counted anew');
    const again = await ask(['verify', '--repair', '--yes', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ differing: none });
    expect(JSON.parse(again.out)).not.toHaveProperty('afterRepair');
  });

  test('further words are refused, and help names it', async () => {
    expect(await ask(['verify', 'orders'])).toMatchObject({ code: 2, out: '' });
    expect((await ask(['help', 'verify'])).out).toContain('Holds all that is kept against the facts');
    expect((await ask(['hjælp', 'verify', '--language', 'da'])).out).toContain('Sammenligner alt gemt med grunddata');
  });
});
