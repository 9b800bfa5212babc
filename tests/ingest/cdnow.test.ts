import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importGood } from './files.ts';

const candidates = ['../../../shared/data', '../../../../shared/data'].map(
  (folder) => new URL(`${folder}/cdnow/CDNOW_sample.txt`, import.meta.url),
);
const sample = candidates.find((url) => existsSync(url));
if (!sample) console.warn('The CDNOW sample is not there (shared/data/cdnow): its tests are left out.');

describe.skipIf(!sample)('the CDNOW sample', () => {
  const options = { columns: ['', 'customer', 'date', '', 'amount'], currency: 'USD' };

  it('comes in whole: separated by blanks, no header, no order id', async () => {
    const { rows, refused, plan, records } = await importGood('orders', () => createReadStream(sample ?? ''), options);
    expect(refused).toEqual([]);
    expect(records).toBe(6919);
    expect(rows).toHaveLength(6919);
    expect(plan).toMatchObject({ headerLine: null, dialect: { delimiter: 'blanks' }, numberStyle: 'point' });
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(2357);
    expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(244_091_94);
    expect(new Set(rows.map(({ orderId }) => orderId)).size).toBe(6919);
    expect(new Set(rows.map(({ customer, day }) => `${customer} ${day}`)).size).toBe(6696);
    expect(rows[0]).toMatchObject({
      customer: '0001',
      day: Date.UTC(1997, 0, 1) / 86_400_000,
      at: null,
      amountMinor: 2933,
    });
  });

  it('gives the same keys however the bytes arrive', async () => {
    const whole = await importGood('orders', () => createReadStream(sample ?? ''), options);
    const pieces = await importGood('orders', () => createReadStream(sample ?? '', { highWaterMark: 997 }), options);
    expect(pieces.rows).toEqual(whole.rows);
  });
});
