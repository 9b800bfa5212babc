import { describe, expect, it } from 'vitest';
import { averageOrder, type RevenueCounts, repeatShare, revenue } from '../../src/loyalty/figures/revenue.ts';

/** What the store holds of orders: how many, less refunds, refunds, of first days. */
const counted = (...numbers: number[]) => revenue.countsOf(numbers) as RevenueCounts;
/** 3 orders of 100, two of them by customers who had ordered before, and one refund of 50. */
const worked = counted(3, 250_00, 50_00, 100_00);

describe('revenue', () => {
  it('is what completed orders came to less refunds: 3 orders of 100, one refund of 50 → 250', () => {
    expect(revenue.measure(worked)).toEqual({ value: 250_00, base: 3, counts: worked, interval: null });
  });

  it('has an average order from which refunds are not taken off: 100', () => {
    expect(averageOrder(worked)).toBe(100_00);
    expect(averageOrder(counted())).toBeNull();
  });

  it('comes from repeat orders by the share of what orders came to before refunds: 200 of 300', () => {
    expect(repeatShare(worked)).toBeCloseTo(2 / 3, 12);
    expect(repeatShare(counted(1, 0, 0, 0))).toBeNull();
  });

  it('tells programs the average order and the share of repeat orders, where there are any', () => {
    expect(revenue.more?.(worked)).toEqual({ average: 100_00, repeatShare: 2 / 3 });
    expect(revenue.more?.(counted(0, -50_00, 50_00))).toEqual({});
  });

  it('is not enough data without an order or a refund, 0 after an order of 0, and less than nothing after refunds alone', () => {
    expect(revenue.measure(counted()).value).toBeNull();
    expect(revenue.measure(counted(1, 0, 0, 0)).value).toBe(0);
    expect(revenue.measure(counted(0, -50_00, 50_00)).value).toBe(-50_00);
  });

  it('is compared without being called a change, as a sum is no sample', () => {
    expect(revenue.change(worked, counted(1, 100_00, 0, 100_00))).toEqual({ value: 150_00, p: null, proven: false });
    expect(revenue.change(worked, counted())).toBeNull();
  });
});
