import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Place, placeKinds, type RunningApp, startApp } from '../support/life.ts';
import { file, importing, json } from './support.ts';

describe.each(placeKinds)('on the $name database', (kind) => {
  let place: Place;
  let app: RunningApp | null = null;
  beforeEach(async () => {
    place = await kind.open();
    if (kind.name === 'embedded') app = await startApp(place, { args: ['--empty'] });
  });
  afterEach(async () => {
    await app?.stop();
    app = null;
    await place.close();
  });

  test('where refused rows cannot be written the import says so, and the app goes on', async () => {
    // A name that is too long with ".refused" in it: nobody may write it, root neither.
    const path = file('order,customer,date,amount\n1,A,2026-01-05,3\n2,A,nope,3\n', `${'x'.repeat(245)}.csv`);
    const { code, err } = await importing(place, 'orders', path);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('cannot be written') });
    expect(await json(place)).toMatchObject({ customers: 0, orders: 0 });
  });

  // The embedded database has no users and no copies.
  if (kind.name === 'embedded') return;

  test('a database that takes no writing says so in words that an operator can use', async () => {
    expect(await json(place)).toMatchObject({ customers: 0 });
    const address = new URL(String(place.env.DATABASE_URL));
    address.searchParams.set('options', '-c default_transaction_read_only=on');
    const readOnly = { env: { ...place.env, DATABASE_URL: address.href } };
    const path = file('order,customer,date,amount\n1,A,2026-01-05,3\n');
    const { code, err } = await importing(readOnly, 'orders', path);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('does not let this user write') });
    expect(await json(readOnly)).toMatchObject({ customers: 0, orders: 0 });
  });
});
