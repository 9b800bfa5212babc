import { expect, test } from 'vitest';
import { minorDigits, sumsByCurrency } from '../../src/loyalty/facts/money.ts';

test.each([
  ['DKK', 2],
  ['NOK', 2],
  ['EUR', 2],
  ['USD', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['KWD', 3],
  ['CLF', 4],
])('amounts in %s have %d digits after the point', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test('each currency has its own sum, refunds taken off; two currencies are never added', () => {
  const sums = sumsByCurrency([
    { amountMinor: 12_950, currency: 'NOK' },
    { amountMinor: 10_000, currency: 'DKK' },
    { amountMinor: -2_500, currency: 'DKK' },
    { amountMinor: 0, currency: 'EUR' },
  ]);
  expect(sums).toEqual([
    { amountMinor: 7_500, currency: 'DKK' },
    { amountMinor: 0, currency: 'EUR' },
    { amountMinor: 12_950, currency: 'NOK' },
  ]);
});

test('nothing has no sum', () => {
  expect(sumsByCurrency([])).toEqual([]);
});
