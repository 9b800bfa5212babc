import { describe, expect, test } from 'vitest';
import { campaignReport, chiSquareP } from '../../src/loyalty/figures/campaign-response.ts';

const variant = (name: string, responded: number, delivered: number, contacted = delivered) => ({
  variant: name,
  contacted,
  delivered,
  responded,
});

test('18 of 240 who were reached responded: 7.5 %', () => {
  const { total, balance } = campaignReport([variant('', 18, 240, 250)]);
  expect(total.value).toBe(0.075);
  expect(total.interval?.[0]).toBeCloseTo(0.048, 3);
  expect(balance).toBeNull();
});

test('200 of 1 000 against 250 of 1 000 is +25 %, p = .0074', () => {
  const [, b] = campaignReport([variant('B', 250, 1_000), variant('A', 200, 1_000)]).variants;
  expect(b?.comparison).toMatchObject({ to: 'A', relative: 0.25, proven: true });
  expect(b?.comparison?.p).toBeCloseTo(0.0074, 4);
});

test('small cells are compared by Fisher’s exact test: 5 of 10 against 9 of 10 is p = .141', () => {
  const [, b] = campaignReport([variant('A', 5, 10), variant('B', 9, 10)]).variants;
  expect(b?.comparison?.p).toBeCloseTo(0.141, 3);
  expect(b?.comparison?.proven).toBe(false);
});

test('a variant that reached nobody has no rate and is compared with nobody', () => {
  const { variants, total } = campaignReport([variant('A', 5, 10), variant('B', 0, 0, 10)]);
  expect(variants[1]).toMatchObject({ value: null, interval: null, comparison: null });
  expect(total).toMatchObject({ value: 0.5, contacted: 20 });
  expect(campaignReport([variant('A', 0, 0, 10), variant('B', 5, 10)]).variants[1]?.comparison).toBeNull();
});

test('a first variant without responses leaves no relative difference', () => {
  const [, b] = campaignReport([variant('A', 0, 100), variant('B', 10, 100)]).variants;
  expect(b?.comparison).toMatchObject({ relative: null, value: 0.1, proven: true });
});

test('a total comes from its customers, not from the mean of rates', () => {
  expect(campaignReport([variant('A', 90, 100), variant('B', 0, 900)]).total.value).toBe(0.09);
});

test('of three variants each comparison has to be clearer than of two', () => {
  const two = [variant('A', 200, 1_000), variant('B', 237, 1_000)];
  expect(campaignReport(two).variants[1]?.comparison?.proven).toBe(true);
  expect(campaignReport([...two, variant('C', 200, 1_000)]).variants[1]?.comparison?.proven).toBe(false);
});

describe('variants dealt out unevenly', () => {
  test.each([
    [[1_000, 1_000], 1, false],
    [[1_000, 1_100], 0.0291, false],
    [[1_000, 1_160], 0.000_576, true],
    [[500, 500, 650], 0.000_001_2, true],
  ])('%j: p = %d, alarm %s', (contacted, p, alarm) => {
    const { balance } = campaignReport(contacted.map((count, i) => variant(`${i}`, 1, count)));
    expect(balance?.alarm).toBe(alarm);
    expect(balance?.p).toBeCloseTo(p, p < 0.001 ? 6 : 4);
  });

  test.each([
    [3.841459, 1, 0.05],
    [5.991465, 2, 0.05],
    [7.814728, 3, 0.05],
    [9.487729, 4, 0.05],
    [11.070498, 5, 0.05],
    [18.307038, 10, 0.05],
    [0, 3, 1],
  ])('the χ² of %d with %d degrees has p = %d', (x, degrees, p) => {
    expect(chiSquareP(x, degrees)).toBeCloseTo(p, 6);
  });
});
