import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Place, placeKinds, runShell, startApp, withPlaces } from '../support/life.ts';
import { file, importing } from './support.ts';

const lines = Array.from({ length: 60 }, (_, i) => `C${i % 9},O${i},2025-0${1 + (i % 9)}-1${i % 10},10.00`);
const orders = file(`customer,order,date,amount\n${lines.join('\n')}\n`, 'orders.csv');
const damage = `UPDATE customer_standings SET order_count = 99
  WHERE customer_id = (SELECT id FROM customers WHERE external_id = 'C3')`;
const none = { standings: 0, 'rung-changes': 0, 'search-words': 0, tallies: 0, 'stay-counts': 0 };

withPlaces((kind) => {
  let place: Place;
  beforeAll(async () => {
    place = await kind.open();
    expect(await importing(place, 'orders', orders)).toMatchObject({ code: 0, imported: 60 });
  });
  afterAll(() => place.close());

  test('verify says that all agrees, how much of what was compared, and how far it is', async () => {
    const { code, out, err } = await runShell(place, ['verify']);
    expect({ code, err }).toEqual({ code: 0, err: '9 / 9\n' });
    expect(out).toContain('ALL THAT IS KEPT AGREES WITH THE FACTS');
    expect(out).toContain('Standings: 9 compared, 0 differ');
    expect((await runShell(place, ['kontroller', '--language', 'da'])).out).toContain('ALT GEMT STEMMER');
    const answered = await runShell(place, ['verify', '--json']);
    expect(JSON.parse(answered.out)).toMatchObject({ customers: 9, differing: none, differences: [] });
  });

  test('what differs is told by the number of the customer, with exit code 1, until it is repaired', async () => {
    await place.use((pool) => pool.query(damage));
    const { code, out } = await runShell(place, ['verify']);
    expect(code).toBe(1);
    expect(out).toMatch(/Customer C3, orderCount: kept 99, by the facts \d/);
    expect((await runShell(place, ['verify', '--language', 'nb'])).out).toContain('Kunde nummer C3');
    expect(await runShell(place, ['verify', '--repair'])).toMatchObject({ code: 2, out: '' });
    const repaired = await runShell(place, ['verify', '--repair', '--yes']);
    expect(repaired.code).toBe(0);
    expect(repaired.out).toContain('EVERYTHING WAS COUNTED ANEW');
    const again = await runShell(place, ['verify', '--repair', '--yes', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ differing: none });
    expect(JSON.parse(again.out)).not.toHaveProperty('afterRepair');
  });

  test('further words are refused, and help names it', async () => {
    expect(await runShell(place, ['verify', 'orders'])).toMatchObject({ code: 2, out: '' });
    expect((await runShell(place, ['help'])).out).toContain('holds all that is kept against the facts');
    expect((await runShell(place, ['help', '--language', 'da'])).out).toContain('sammenligner alt gemt med grunddata');
  });
});

test('while the app has the embedded database open, it verifies and repairs', async () => {
  const [embedded] = placeKinds;
  if (!embedded) throw new Error('There is no embedded database.');
  const place = await embedded.open();
  await importing(place, 'orders', orders);
  await place.use((pool) => pool.query(damage));
  const app = await startApp(place, { args: ['--empty'] });
  expect(await runShell(place, ['verify'])).toMatchObject({ code: 1, err: '9 / 9\n' });
  expect(await runShell(place, ['verify', '--repair', '--yes'])).toMatchObject({ code: 0, err: '9 / 9\n9 / 9\n' });
  expect(await runShell(place, ['verify'])).toMatchObject({ code: 0 });
  await app.stop();
  await place.close();
});
