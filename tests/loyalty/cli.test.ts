import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cliSum } from '../../src/loyalty/facts/answer.ts';
import { type CliCounts, cliChange, cliMeasure } from '../../src/loyalty/figures/cli.ts';
import { studentP, studentT95 } from '../../src/loyalty/figures/student.ts';
import { roundHalfAway } from '../../src/loyalty/rounding.ts';

/** The counts of responses given by their sums, 0 to 15. */
function countsOf(...sums: readonly (number | null)[]): CliCounts {
  const complete = sums.filter((sum) => sum !== null);
  return {
    responses: complete.length,
    sum: complete.reduce((total, sum) => total + sum, 0),
    squares: complete.reduce((total, sum) => total + sum * sum, 0),
  };
}

describe('CLI', () => {
  test('1,2,3 and 2,2,6 are 66.7', () => {
    const counts = countsOf(cliSum({ recommend: 1, again: 2, other: 3 }), cliSum({ recommend: 2, again: 2, other: 6 }));
    expect(counts).toEqual({ responses: 2, sum: 20, squares: 208 });
    expect(roundHalfAway(cliMeasure(counts).value ?? 0, 1)).toBe(66.7);
  });

  test('an incomplete response counts neither in the score nor in the base', () => {
    const counts = countsOf(
      cliSum({ recommend: 1, again: 1, other: 1 }),
      cliSum({ recommend: 6, again: null, other: 6 }),
    );
    expect(cliMeasure(counts)).toEqual({ value: 100, base: 1, counts, interval: null });
  });

  test('the interval is that of the responses, not of their three answers each', () => {
    // Means of 60, 80 and 100: 80 ± 4.3027 × 20 / √3.
    const [low, high] = cliMeasure(countsOf(9, 12, 15)).interval ?? [];
    expect(low).toBeCloseTo(80 - (4.302653 * 20) / Math.sqrt(3), 4);
    expect(high).toBe(100);
  });

  test('one response, or responses that are all alike, tell no interval', () => {
    expect(cliMeasure(countsOf(12)).interval).toBeNull();
    expect(cliMeasure(countsOf(12, 12, 12)).interval).toBeNull();
  });

  test('a change is told from chance by Welch’s test', () => {
    // Means of 76.67 and 45: t = 3.0168 with 5.1302 degrees of freedom (SciPy's ttest_ind without equal variances).
    const change = cliChange(countsOf(9, 12, 15, 10), countsOf(6, 7, 9, 5));
    expect(change?.value).toBeCloseTo(95 / 3, 10);
    expect(change?.p).toBeCloseTo(0.0285801815, 9);
    expect(change?.proven).toBe(true);
  });

  test('two groups that are all alike within can not be told from chance', () => {
    expect(cliChange(countsOf(15, 15), countsOf(14, 14))).toEqual({
      value: expect.closeTo(20 / 3, 9),
      p: null,
      proven: false,
    });
    expect(cliChange(countsOf(15), countsOf(14, 12))).toMatchObject({ p: null, proven: false });
    expect(cliChange(countsOf(), countsOf(14, 12))).toBeNull();
  });

  test('the index and its interval stay within 0 to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 60 }), (sums) => {
        const { value, interval } = cliMeasure(countsOf(...sums));
        const [low, high] = interval ?? [value ?? -1, value ?? -1];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value ?? -1);
        expect(high).toBeGreaterThanOrEqual(value ?? 101);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('Student’s t', () => {
  test.each([
    [1, 12.7062047],
    [2, 4.3026527],
    [4, 2.7764451],
    [9, 2.2621572],
    [29, 2.0452296],
    [120, 1.9799304],
    [100_000, 1.9599877],
  ])('with %d degrees of freedom has its 95 %% quantile at %d', (df, quantile) => {
    expect(studentT95(df)).toBeCloseTo(quantile, 6);
  });

  test.each([
    [0, 3, 1],
    [1, 1, 0.5],
    [2, 2, 0.1835034],
    [-2.5, 10, 0.0314472],
    [1.96, 10_000_000, 0.0499958],
  ])('lies at least as far from zero as %d with %d degrees of freedom by a chance of %d', (t, df, p) => {
    expect(studentP(t, df)).toBeCloseTo(p, 6);
  });
});
