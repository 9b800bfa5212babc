import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacChange, cacMeasure } from '../../src/loyalty/figures/cac.ts';
import { churn, yearlyChurn } from '../../src/loyalty/figures/churn.ts';
import { referral } from '../../src/loyalty/figures/referral.ts';
import { retention } from '../../src/loyalty/figures/retention.ts';
import { roundHalfAway } from '../../src/loyalty/rounding.ts';

const spent = (spendMinor: number, won: number, spendKnown = 1) => ({ spendMinor, won, spendKnown });

describe('retention and churn', () => {
  test('90 of 120 who stayed are a retention of 75 % and a churn of 25 %', () => {
    expect(retention.measure({ active: 120, lost: 30 })).toMatchObject({ value: 0.75, base: 120 });
    expect(churn.measure({ active: 120, lost: 30 })).toMatchObject({ value: 0.25, base: 120 });
  });

  test('with nobody at the start there is neither, not 0 % and not 100 %', () => {
    const counts = { active: 0, lost: 0 };
    expect(retention.measure(counts)).toEqual({ value: null, base: 0, counts, interval: null });
    expect(churn.measure(counts)).toEqual({ value: null, base: 0, counts, interval: null });
    expect(churn.change({ active: 10, lost: 1 }, counts)).toBeNull();
  });

  test('5 % a month is 45.96 % a year, not 60 %', () => {
    expect(roundHalfAway(100 * yearlyChurn(0.05, 12), 2)).toBe(45.96);
  });

  test('no churn stays none, and a churn of all stays all', () => {
    expect([yearlyChurn(0, 12), yearlyChurn(1, 12)]).toEqual([0, 1]);
    expect(yearlyChurn(0.25, 1)).toBeCloseTo(0.25, 12);
  });

  test('they always add up to all, mirror each other’s interval, and change the opposite way by the same chance', () => {
    const stay = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500))
      .map(([active, lost]) => ({ active, lost: Math.min(active, lost) }));
    fc.assert(
      fc.property(stay, stay, (now, before) => {
        const [stayed, lost] = [retention.measure(now), churn.measure(now)];
        expect((stayed.value ?? 0) + (lost.value ?? 0)).toBeCloseTo(1, 12);
        expect((stayed.interval?.[0] ?? 0) + (lost.interval?.[1] ?? 0)).toBeCloseTo(1, 12);
        const [up, down] = [retention.change(now, before), churn.change(now, before)];
        expect((up?.value ?? 1) + (down?.value ?? 1)).toBeCloseTo(0, 12);
        expect(up?.p).toBeCloseTo(down?.p ?? -1, 9);
      }),
    );
  });
});

describe('the referral rate', () => {
  test('12 of 240 customers who won another are 5 %', () => {
    expect(referral.measure({ customers: 240, recommenders: 12 })).toMatchObject({ value: 0.05, base: 240 });
  });

  test('a change is one only beyond the margin of error', () => {
    const before = { customers: 240, recommenders: 12 };
    expect(referral.change({ customers: 250, recommenders: 15 }, before)?.proven).toBe(false);
    expect(referral.change({ customers: 250, recommenders: 50 }, before)?.proven).toBe(true);
  });
});

describe('acquisition cost', () => {
  test('30 000 for 12 customers are 2 500 each', () => {
    const counts = spent(3_000_000, 12);
    expect(cacMeasure(counts)).toEqual({ value: 250_000, base: 12, counts, interval: null });
  });

  test('is unknown where no spend was recorded, and 0 only where 0 was', () => {
    expect(cacMeasure(spent(0, 12, 0))).toMatchObject({ value: null, base: 12, missing: 'spend' });
    expect(cacMeasure(spent(0, 12))).toMatchObject({ value: 0, base: 12 });
    expect(cacMeasure(spent(0, 12))).not.toHaveProperty('missing');
  });

  test('is null where nobody was won, however much was spent', () => {
    expect(cacMeasure(spent(3_000_000, 0))).toMatchObject({ value: null, base: 0 });
    expect(cacChange(spent(3_000_000, 12), spent(3_000_000, 0))).toBeNull();
  });

  test('a difference is told, and never called a change: two totals know no chance', () => {
    expect(cacChange(spent(3_000_000, 12), spent(3_000_000, 10))).toEqual({ value: -50_000, p: null, proven: false });
  });
});
