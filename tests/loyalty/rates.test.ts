import { describe, expect, test } from 'vitest';
import { type CurrencyRate, convert, rateOn, ratesInto } from '../../src/loyalty/facts/rates.ts';

const of = (currency: string, day: number, rate: number, base = 'DKK'): CurrencyRate => ({ currency, base, day, rate });
const rates = ratesInto('DKK', [
  of('EUR', 200, 7.5),
  of('EUR', 100, 7.4),
  of('JPY', 100, 0.0456),
  of('KWD', 100, 22.5),
  of('NOK', 100, 0.65, 'EUR'),
  of('USD', 100, 1.15),
]);

test('a rate holds from its day until the next one', () => {
  expect([99, 100, 199, 200, 9_999].map((day) => rateOn(rates, 'EUR', day))).toEqual([null, 7.4, 7.4, 7.5, 7.5]);
  expect(rateOn(rates, 'DKK', 1)).toBe(1);
});

describe('amounts are converted', () => {
  test.each([
    ['EUR', 100, 1_000, 7_400],
    ['JPY', 150, 1_000, 4_560],
    ['KWD', 150, 1_000, 2_250],
    ['DKK', 1, 1_234, 1_234],
    // 1.10 at 1.15 is 1.265: a half goes away from zero, whatever the last bits of the product.
    ['USD', 150, 110, 127],
    ['USD', 150, -110, -127],
  ])('%s of day %d: %d minor units are %d øre', (currency, day, amountMinor, expected) => {
    expect(convert(rates, [{ currency, day, amountMinor }])).toEqual({ kind: 'converted', amountMinor: expected });
  });

  test('and rounded once, at the end', () => {
    const third = { currency: 'JPY', day: 100, amountMinor: 3 };
    // 13.68 øre each: rounded one by one three of them would be 42.
    expect(convert(rates, [third, third, third])).toEqual({ kind: 'converted', amountMinor: 41 });
  });

  test('spread over a period each day is worth what it is worth on that day', () => {
    const spread = { currency: 'EUR', amountMinor: 10_000, from: 198, to: 203 };
    // Two days at 7.40, three at 7.50.
    expect(convert(rates, [spread])).toEqual({ kind: 'converted', amountMinor: 74_600 });
  });

  test('never 1:1: where there is no rate, it says for what and from when on', () => {
    expect(convert(rates, [{ currency: 'EUR', day: 99, amountMinor: 1 }])).toEqual({
      kind: 'missing',
      currency: 'EUR',
      day: 99,
    });
    expect(convert(rates, [{ currency: 'NOK', day: 150, amountMinor: 1 }])).toMatchObject({ currency: 'NOK' });
    expect(convert(rates, [{ currency: 'EUR', amountMinor: 5, from: 90, to: 110 }])).toMatchObject({ day: 90 });
  });
});
