import { expect, test } from 'vitest';
import { twoSidedP } from '../../src/loyalty/figures/normal.ts';

// From erfc(z / √2) of the C library.
test.each([
  [0, 1],
  [1, 0.317310507862914],
  [-1.959963984540054, 0.05],
  [2.5, 0.0124193306515523],
  [3, 0.00269979606326019],
  [3.0000001, 0.00269979517690135],
  [5, 5.73303143758389e-7],
  [10, 1.52397060483211e-23],
])('a value at least %d from zero has the chance %d', (z, p) => {
  expect(Math.abs(twoSidedP(z) / p - 1)).toBeLessThan(1e-9);
});

test('a value infinitely far from zero has no chance', () => {
  expect(twoSidedP(Number.POSITIVE_INFINITY)).toBe(0);
});
