import { describe, expect, test } from 'vitest';
import { toFactors, toMoney } from '../../src/loyalty/facts/worth.ts';

const rates = [
  { currency: 'JPY', base: 'DKK', day: 0, rate: 0.045 },
  { currency: 'EUR', base: 'DKK', day: 0, rate: 7.46 },
];

describe('the dearest of several amounts', () => {
  const inOrder = (revenue: Readonly<Record<string, number>>, known = rates) =>
    toMoney(revenue, toFactors('DKK', known)).map(({ currency }) => currency);

  test('is what is worth most, however many of its smallest units that is', () => {
    // 2 700 kroner and 700 kroner; 7 460 kroner.
    expect(inOrder({ DKK: 70_000, JPY: 60_000 })).toEqual(['JPY', 'DKK']);
    expect(inOrder({ DKK: 700_000, EUR: 100_000, JPY: 90_000 })).toEqual(['EUR', 'DKK', 'JPY']);
    expect(inOrder({ DKK: 0, EUR: -100 })).toEqual(['EUR']);
  });

  test('is known where there is a rate; the others come after, by their own whole units', () => {
    expect(inOrder({ DKK: 100, JPY: 60_000, KWD: 5_000_000 }, [])).toEqual(['DKK', 'JPY', 'KWD']);
    expect(inOrder({ SEK: 100, NOK: 100 }, [])).toEqual(['NOK', 'SEK']);
  });
});
