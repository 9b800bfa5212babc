import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { type Place, withPlaces } from '../support/life.ts';
import { importing, json, nothing } from './support.ts';

const sample = ['../../../shared/data', '../../../../shared/data']
  .map((folder) => fileURLToPath(new URL(`${folder}/cdnow/CDNOW_sample.txt`, import.meta.url)))
  .find((path) => existsSync(path));
if (!sample) process.stderr.write('Left out: the CDNOW sample (../shared/data/cdnow is not there).\n');

describe.skipIf(!sample)('the CDNOW sample', () => {
  withPlaces((kind) => {
    let place: Place;
    let first: unknown;
    const path = sample ?? '';
    const options = ['--columns', ',customer,date,,amount', '--currency', 'USD', '--time-zone', 'America/New_York'];
    beforeAll(async () => {
      place = await kind.open();
      first = await importing(place, 'orders', path, ...options);
    });
    afterAll(() => place.close());

    test('comes in whole: 6 919 orders of 2 357 customers', async () => {
      expect(first).toEqual({ ...nothing, code: 0, imported: 6919, customersMade: 2357 });
      expect(await json(place, '--as-of', '1998-07-01')).toMatchObject({
        customers: 2357,
        orders: 6919,
        revenue: [{ currency: 'USD', amountMinor: 24_409_194 }],
      });
    });

    test('imported again changes nothing', async () => {
      expect(await importing(place, 'orders', path, ...options)).toEqual({ ...nothing, code: 0, unchanged: 6919 });
    });

    test('gives 1 040 of 2 357 as repeat purchase rate of the 365 days to 1998-01-01', async () => {
      expect(await json(place, 'repeat', '--window', '365', '--as-of', '1998-01-01')).toMatchObject({
        figure: 'repeat',
        window: { from: '1997-01-01', to: '1998-01-01' },
        value: 1040 / 2357,
        base: 2357,
        counts: { repeat: 1040, customers: 2357 },
      });
    });

    test('gives a ladder of 1 545 customers and 812 repeat customers on 1998-07-01', async () => {
      expect(await json(place, 'ladder', '--as-of', '1998-07-01')).toEqual({
        prospect: 0,
        customer: 1545,
        repeat: 812,
        ambassador: 0,
        partner: 0,
      });
    });

    test('leaves everything that is kept as a recount gives it', async () => {
      const found = await place.use(async (pool) => {
        const { rows } = await pool.query('SELECT id FROM workspaces');
        return inconsistencies(pool, rows[0]?.id, 197);
      });
      expect(found).toEqual([]);
    }, 120_000);
  });
});
