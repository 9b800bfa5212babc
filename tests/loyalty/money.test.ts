import { expect, test } from 'vitest';
import { minorDigits } from '../../src/loyalty/facts/money.ts';

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
