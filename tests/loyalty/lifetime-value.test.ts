import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clvChange, clvMeasure, worthOfAPoint, yearlyChurnOf } from '../../src/loyalty/figures/clv.ts';
import {
  clvPerCustomer,
  clvSimple,
  clvWithRecommendations,
  meanClv,
  meanOrderValue,
  relationshipYears,
} from '../../src/loyalty/figures/lifetime-value.ts';
import { roundHalfAway } from '../../src/loyalty/rounding.ts';

const table = (
  [
    [50, 7, 5, 1750],
    [75, 5, 3, 1125],
    [100, 3, 8, 2400],
    [30, 10, 4, 1200],
    [200, 1, 10, 2000],
    [85, 6, 2, 1020],
    [120, 2, 1, 240],
    [60, 4, 5, 1200],
    [45, 8, 9, 3240],
    [150, 2, 7, 2100],
  ] as const
).map(([averageOrder, ordersPerYear, years, value]) => ({ averageOrder, ordersPerYear, years, value }));

describe('simple lifetime value', () => {
  test.each([
    { revenue: 2500, years: 7, cost: 3000, value: 14_500 },
    { revenue: 2500, years: 0, cost: 3000, value: -3000 },
    { revenue: 2500, years: 7, cost: null, value: null },
    { revenue: 2500, years: null, cost: 3000, value: null },
    { revenue: null, years: 7, cost: 3000, value: null },
  ])('of $revenue a year over $years years at a cost of $cost is $value', ({ revenue, years, cost, value }) => {
    expect(clvSimple(revenue, years, cost)).toBe(value);
  });
});

describe('the value of each customer', () => {
  test.each(table)('$averageOrder × $ordersPerYear × $years is $value', ({ value, ...customer }) => {
    expect(clvPerCustomer(customer)).toBe(value);
  });

  test('the mean of the ten is 1 627.50, not the product of the columns’ means', () => {
    expect(meanClv(table)).toBe(1627.5);
  });

  test('their mean order is weighted by lifetime orders: 66.70, not 91.50', () => {
    expect(roundHalfAway(meanOrderValue(table) ?? 0, 2)).toBe(66.7);
  });

  test('without customers there is no mean', () => {
    expect(meanClv([])).toBeNull();
    expect(meanOrderValue([])).toBeNull();
  });

  test('years are those entered, else 1 ÷ yearly churn, else unknown', () => {
    expect(relationshipYears(7, 0.25)).toBe(7);
    expect(relationshipYears(0, 0.25)).toBe(0);
    expect(relationshipYears(null, 0.25)).toBe(4);
    expect(relationshipYears(null, 0)).toBeNull();
    expect(relationshipYears(null, null)).toBeNull();
  });
});

describe('the value with recommendations', () => {
  test('own 1 750, won 1 200, lost 240 are 2 710', () => {
    expect(clvWithRecommendations(1750, [{ value: 1200, reward: 0 }], [{ value: 240 }], null)).toBe(2710);
  });

  test('A won B and C, B won D, at a reward of 50 each', () => {
    const own = { a: 1000, b: 500, c: 300, d: 200 };
    const won = (...values: readonly number[]) => values.map((value) => ({ value, reward: 50 }));
    expect(clvWithRecommendations(own.a, won(own.b, own.c), [], null)).toBe(1700);
    expect(clvWithRecommendations(own.b, won(own.d), [], null)).toBe(650);
    expect(clvWithRecommendations(own.c, [], [], null)).toBe(300);
    expect(clvWithRecommendations(own.d, [], [], null)).toBe(200);
  });

  test('a circle ends: two who recommended each other are each credited with the other’s own value', () => {
    expect(clvWithRecommendations(1000, [{ value: 500, reward: 50 }], [], null)).toBe(1450);
    expect(clvWithRecommendations(500, [{ value: 1000, reward: 50 }], [], null)).toBe(1450);
  });

  test('somebody lost is worth the average unless said otherwise, and unknown while the average is', () => {
    expect(clvWithRecommendations(1750, [], [{ value: null }, { value: 0 }], 300)).toBe(1450);
    expect(clvWithRecommendations(1750, [], [{ value: null }], null)).toBeNull();
    expect(clvWithRecommendations(1750, [{ value: null, reward: 50 }], [], 300)).toBeNull();
    expect(clvWithRecommendations(null, [], [], 300)).toBeNull();
  });
});

describe('the average value', () => {
  const counts = { revenueMinor: 400_000, revenueTimesYears: 900_000, active: 10, activeBefore: 20, lost: 5 };

  test('is revenue by the years that churn tells, and by the years entered, per active customer', () => {
    // 4 000 × 1 ÷ 25 % + 9 000 = 25 000 of ten customers.
    expect(clvMeasure(counts)).toEqual({ value: 250_000, base: 10, counts, interval: null });
  });

  test('says what is missing: nobody a year ago, or nobody lost since', () => {
    expect(clvMeasure({ ...counts, activeBefore: 0, lost: 0 })).toMatchObject({ value: null, missing: 'churn' });
    expect(clvMeasure({ ...counts, lost: 0 })).toMatchObject({ value: null, missing: 'losses' });
  });

  test('needs no churn where every customer’s years are entered', () => {
    expect(clvMeasure({ ...counts, revenueMinor: 0, activeBefore: 0, lost: 0 }).value).toBe(90_000);
  });

  test('is null without active customers, and nothing is missing then but they', () => {
    expect(clvMeasure({ ...counts, active: 0 })).toEqual({
      value: null,
      base: 0,
      counts: { ...counts, active: 0 },
      interval: null,
    });
  });

  test('a difference is told, and never called a change', () => {
    expect(clvChange(counts, { ...counts, active: 20 })).toEqual({ value: 125_000, p: null, proven: false });
    expect(clvChange(counts, { ...counts, active: 0 })).toBeNull();
  });

  test('a point of retention of 1 200 customers worth 1 750 each is 21 000 a year', () => {
    const company = { revenueMinor: 0, revenueTimesYears: 1200 * 1750, active: 1200, activeBefore: 0, lost: 0 };
    expect(worthOfAPoint(company)).toBe(21_000);
    expect(worthOfAPoint({ ...company, active: 0 })).toBeNull();
  });

  test('is the mean of the customers’ own values', () => {
    const customer = fc.record({
      averageOrder: fc.nat(10_000),
      ordersPerYear: fc.integer({ min: 1, max: 30 }),
      entered: fc.option(fc.nat(20)),
    });
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (all, lost) => {
        const before = { activeBefore: 10, lost };
        const revenue = ({ averageOrder, ordersPerYear }: (typeof all)[number]) => averageOrder * ordersPerYear;
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const own = all.map((one) =>
          clvPerCustomer({ ...one, years: relationshipYears(one.entered, yearlyChurnOf(before)) ?? Number.NaN }),
        );
        const { value } = clvMeasure({
          revenueMinor: sum(all.filter(({ entered }) => entered === null).map(revenue)),
          revenueTimesYears: sum(all.map((one) => revenue(one) * (one.entered ?? 0))),
          active: all.length,
          ...before,
        });
        expect(value).toBeCloseTo(sum(own) / all.length, 4);
      }),
    );
  });
});
