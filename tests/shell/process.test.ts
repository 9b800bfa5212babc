import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, placeKinds, type RunningApp, runShell, startApp } from '../support/life.ts';
import { type Ask, file, importing, json, nothing, processesOn } from './support.ts';

// Real calls, one process each. What they say is held elsewhere: here it is where it goes, and what answers.

const orders = file('customer,order,date,amount\nC1,O1,2026-01-05,10.00\nC3,O2,2026-01-06,10.00\n', 'orders.csv');
// A name that is too long with ".refused" in it: nobody may write it, root neither.
const unwritable = file('order,customer,date,amount\n1,A,2026-01-05,3\n2,A,nope,3\n', `${'x'.repeat(245)}.csv`);

describe.each(placeKinds)('on the $name database', (kind) => {
  let place: Place;
  let app: RunningApp | null = null;
  const ask: Ask = (args) => processesOn(place)(args);
  beforeAll(async () => {
    place = await kind.open();
    // While the app has the embedded database open, it answers.
    if (kind.name === 'embedded') app = await startApp(place, { args: ['--empty'] });
  });
  afterAll(async () => {
    await app?.stop('SIGKILL');
    await place.close();
  });

  test('where refused rows cannot be written the import says so, and the app goes on', async () => {
    const { code, err } = await importing(ask, 'orders', unwritable);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('cannot be written') });
    expect(await json(ask)).toMatchObject({ customers: 0, orders: 0 });
  });

  test('a file is found where the call is made; answers go to stdout, refusals to stderr', async () => {
    const cwd = orders.replace('/orders.csv', '');
    const { code, out } = await runShell(place, ['import', 'orders', 'orders.csv', '--json'], { cwd });
    expect([code, JSON.parse(out)]).toEqual([0, { ...nothing, imported: 2, customersMade: 2 }]);
    expect(await importing(ask, 'orders', orders)).toEqual({ ...nothing, code: 0, unchanged: 2 });
    const danish = await ask(['stige', '--language', 'da']);
    expect(danish).toEqual({ code: 0, out: expect.stringContaining('2 kunder'), err: '' });
    expect(await ask(['npss'])).toEqual({ code: 2, out: '', err: expect.stringContaining('Did you mean "nps"?') });
    expect(await ask(['nps', '--windwo', '90'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('--windwo'),
    });
    expect(await ask(['import', 'orders', '/nowhere/x.csv'])).toMatchObject({ code: 1, out: '' });
  });

  test('it says which version it is, without a database', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const nowhere = { env: { ...place.env, DATABASE_URL: '', LOYALTY_DATA: join(dirname(orders), 'data') } };
    expect(await runShell(nowhere, ['--version'])).toEqual({ code: 0, out: `Loyalty Ladder ${version}\n`, err: '' });
    expect(existsSync(nowhere.env.LOYALTY_DATA)).toBe(false);
  });

  test('it verifies and repairs', async () => {
    if (app) expect(await app.stop()).toBe(0);
    await place.use((pool) => pool.query(damage));
    if (app) app = await startApp(place, { args: ['--empty'] });
    expect(await ask(['verify'])).toMatchObject({ code: 1, err: '2 / 2\n' });
    expect(await ask(['verify', '--repair'])).toMatchObject({ code: 2, out: '' });
    expect(await ask(['verify', '--repair', '--yes'])).toMatchObject({ code: 0, err: '2 / 2\n2 / 2\n' });
    expect(await ask(['verify'])).toMatchObject({ code: 0 });
  });

  if (kind.name === 'embedded') {
    test('without the app a call opens the database itself', async () => {
      expect(await app?.stop()).toBe(0);
      expect(await json(ask)).toMatchObject({ customers: 2, orders: 2 });
    });
    return;
  }

  // The embedded database has no users and no copies.
  test('a database that takes no writing says so in words that an operator can use', async () => {
    const address = new URL(String(place.env.DATABASE_URL));
    address.searchParams.set('options', '-c default_transaction_read_only=on');
    const readOnly = processesOn({ env: { ...place.env, DATABASE_URL: address.href } });
    const path = file('order,customer,date,amount\n1,A,2026-01-05,3\n');
    const { code, err } = await importing(readOnly, 'orders', path);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('does not let this user write') });
    expect(await json(readOnly)).toMatchObject({ customers: 2, orders: 2 });
  });
});

const damage = `UPDATE customer_standings SET order_count = 99
  WHERE customer_id = (SELECT id FROM customers WHERE external_id = 'C3')`;
