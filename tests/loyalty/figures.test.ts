import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csat, csatAverage } from '../../src/loyalty/figures/csat.ts';
import { figures } from '../../src/loyalty/figures/index.ts';
import { npsChange, npsMeasure } from '../../src/loyalty/figures/nps.ts';
import { repeat } from '../../src/loyalty/figures/repeat.ts';
import { toReport } from '../../src/loyalty/figures/report.ts';
import { roundHalfAway } from '../../src/loyalty/rounding.ts';

const votes = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors });
const satisfaction = (satisfied: number, others: number, scoreSum = 0) => ({ satisfied, others, scoreSum });
const anyCounts = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400));

describe('NPS', () => {
  test.each([
    { counts: votes(50, 30, 20), value: 30, interval: [14.05, 44.2] },
    { counts: votes(5, 0, 0), value: 100, interval: [17.49, 100] },
    { counts: votes(1, 0, 0), value: 100, interval: [-48.5, 98.5] },
    { counts: votes(0, 0, 5), value: -100, interval: [-100, -17.49] },
  ])('$counts is $value within $interval', ({ counts, value, interval }) => {
    const measure = npsMeasure(counts);
    expect(measure.value).toBe(value);
    expect(measure.interval?.map((limit) => roundHalfAway(limit, 2))).toEqual(interval);
    expect(measure.base).toBe(counts.promoters + counts.passives + counts.detractors);
  });

  test('without answers there is no score, not a score of 0', () => {
    expect(npsMeasure(votes(0, 0, 0))).toEqual({ value: null, base: 0, counts: votes(0, 0, 0), interval: null });
  });

  test('a rise from 10 to 30 on 100 answers each is not proven', () => {
    const change = npsChange(votes(50, 30, 20), votes(40, 30, 30));
    expect(change?.value).toBe(20);
    expect(change?.p).toBeCloseTo(0.083, 3);
    expect(change?.proven).toBe(false);
  });

  test('the same rise on 1 000 answers each is proven', () => {
    expect(npsChange(votes(500, 300, 200), votes(400, 300, 300))).toMatchObject({ value: 20, proven: true });
  });

  test('there is no change from or to nothing', () => {
    expect(npsChange(votes(1, 2, 3), votes(0, 0, 0))).toBeNull();
    expect(npsChange(votes(0, 0, 0), votes(1, 2, 3))).toBeNull();
  });

  test('a total is counted from its rows, not averaged from segments', () => {
    expect(roundHalfAway(npsMeasure(votes(90, 10, 10)).value ?? 0, 1)).toBe(72.7);
  });

  test('one customer who answers 0 ten times has one vote beside ten others who answer 10', () => {
    expect(roundHalfAway(npsMeasure(votes(10, 0, 1)).value ?? 0, 1)).toBe(81.8);
  });

  test('the interval stays within the scale, and whoever swaps promoters and detractors mirrors it', () => {
    fc.assert(
      fc.property(anyCounts, ([promoters, passives, detractors]) => {
        fc.pre(promoters + passives + detractors > 0);
        const [low, high] = npsMeasure(votes(promoters, passives, detractors)).interval ?? [Number.NaN, Number.NaN];
        const [mirroredLow, mirroredHigh] = npsMeasure(votes(detractors, passives, promoters)).interval ?? [];
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThan(high);
        expect(mirroredHigh).toBeCloseTo(-low, 9);
        expect(mirroredLow).toBeCloseTo(-high, 9);
      }),
    );
  });
});

describe('CSAT and repeat purchase rate', () => {
  test('42 satisfied of 50 are 84 %, 71.5–91.7 %', () => {
    const measure = csat.measure(satisfaction(42, 8));
    expect(measure).toMatchObject({ value: 0.84, base: 50 });
    expect(measure.interval?.map((limit) => roundHalfAway(limit * 100, 1))).toEqual([71.5, 91.7]);
  });

  test.each([
    { hits: 0, base: 10, interval: [0, 0.2775] },
    { hits: 10, base: 10, interval: [0.7225, 1] },
    { hits: 80, base: 100, interval: [0.7112, 0.8666] },
  ])('the Wilson interval of $hits of $base is $interval', ({ hits, base, interval }) => {
    const found = csat.measure(satisfaction(hits, base - hits)).interval;
    expect(found?.map((limit) => roundHalfAway(limit, 4))).toEqual(interval);
    expect(repeat.measure({ repeat: hits, customers: base }).interval).toEqual(found);
  });

  test('without answers or orders there is no rate', () => {
    expect(csat.measure(satisfaction(0, 0))).toMatchObject({ value: null, base: 0, interval: null });
    expect(repeat.measure({ repeat: 0, customers: 0 })).toMatchObject({ value: null, base: 0, interval: null });
    expect(csatAverage(satisfaction(0, 0))).toBeNull();
  });

  test('the average of 5, 4 and 1 is 3.33', () => {
    expect(csatAverage(satisfaction(2, 1, 10))).toBeCloseTo(10 / 3, 12);
  });

  test('1 040 of 2 357 customers are a repeat purchase rate of 44.12 %', () => {
    expect(roundHalfAway((repeat.measure({ repeat: 1040, customers: 2357 }).value ?? 0) * 100, 2)).toBe(44.12);
  });

  test.each([
    { now: [250, 1000], before: [200, 1000], p: 0.0074, proven: true, why: 'two proportions' },
    { now: [9, 10], before: [5, 10], p: 0.141, proven: false, why: 'Fisher for small cells' },
    { now: [10, 10], before: [0, 10], p: 0, proven: true, why: 'Fisher for small cells' },
    { now: [10, 10], before: [1000, 1000], p: 1, proven: false, why: 'nobody differs' },
    { now: [3, 100_000], before: [0, 100_000], p: 0.25, proven: false, why: 'Fisher with a large base' },
  ])('$now against $before has p = $p ($why)', ({ now, before, p, proven }) => {
    const [hits = 0, base = 0] = now;
    const [hitsBefore = 0, baseBefore = 0] = before;
    const change = repeat.change({ repeat: hits, customers: base }, { repeat: hitsBefore, customers: baseBefore });
    expect(change?.value).toBeCloseTo(hits / base - hitsBefore / baseBefore, 12);
    expect(Math.abs((change?.p ?? Number.NaN) - p)).toBeLessThan(0.0005);
    expect(change?.proven).toBe(proven);
  });

  test('there is no change from nothing', () => {
    expect(csat.change(satisfaction(3, 1), satisfaction(0, 0))).toBeNull();
  });

  test('every p is a probability, 1 where nothing differs, and the same in both directions', () => {
    const share = fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 300 })).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(share, share, ([a, b], [c, d]) => {
        const now = satisfaction(a, b);
        const before = satisfaction(c, d);
        const p = csat.change(now, before)?.p ?? Number.NaN;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(csat.change(before, now)?.p).toBeCloseTo(p, 9);
        expect(csat.change(now, now)?.p).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    [13.333, 0, 13],
    [-12.5, 0, -13],
    [12.5, 0, 13],
    [-0.4, 0, 0],
    [100 * (57 / 200), 0, 29],
    [100 * (1040 / 2357), 2, 44.12],
    [1.005, 2, 1.01],
    [-100, 1, -100],
  ])('%d with %d digits is %d', (value, digits, rounded) => {
    expect(roundHalfAway(value, digits)).toBe(rounded);
  });

  test('7/3/5 votes are shown as 13, 125/625/250 as −13', () => {
    expect(roundHalfAway(npsMeasure(votes(7, 3, 5)).value ?? 0)).toBe(13);
    expect(roundHalfAway(npsMeasure(votes(125, 625, 250)).value ?? 0)).toBe(-13);
  });
});

describe('a report', () => {
  test('tells value, base, counts, interval, the window before and the change', () => {
    const [window, previousWindow] = [
      { from: 20_000, to: 20_090 },
      { from: 19_910, to: 20_000 },
    ];
    const report = toReport('nps', [window, [50, 30, 20]], [previousWindow, [40, 30, 30]]);
    expect(report).toEqual({
      figure: 'nps',
      window,
      value: 30,
      base: 100,
      counts: votes(50, 30, 20),
      interval: [expect.closeTo(14.05, 2), expect.closeTo(44.2, 2)],
      previous: { window: previousWindow, value: 10, base: 100, counts: votes(40, 30, 30) },
      change: { value: 20, p: expect.closeTo(0.083, 3), proven: false },
    });
  });

  test('is made from the kept counts in the order in which they are kept', () => {
    expect(figures.nps.countsOf([5, 3, 2])).toEqual(votes(5, 3, 2));
    expect(figures.csat.countsOf([42, 8, 205])).toEqual(satisfaction(42, 8, 205));
    expect(figures.cli.countsOf([2, 20, 202])).toEqual({ responses: 2, sum: 20, squares: 202 });
    expect(figures.repeat.countsOf([1317, 1040])).toEqual({ repeat: 1040, customers: 2357 });
    expect(figures.retention.countsOf([120, 30])).toEqual({ active: 120, lost: 30 });
    expect(figures.churn.countsOf([120, 30])).toEqual({ active: 120, lost: 30 });
    expect(figures.referral.countsOf([240, 12])).toEqual({ customers: 240, recommenders: 12 });
    expect(figures.cac.countsOf([3_000_000, 1, 12])).toEqual({ spendMinor: 3_000_000, won: 12, spendKnown: 1 });
    expect(figures.clv.countsOf([100, 200, 4, 5, 1])).toEqual({
      revenueMinor: 100,
      revenueTimesYears: 200,
      active: 4,
      activeBefore: 5,
      lost: 1,
    });
  });

  test.each(Object.entries(figures))('%s of nothing has no value, no interval and no change', (_, figure) => {
    const nothing = figure.countsOf([]);
    expect(figure.measure(nothing)).toEqual({ value: null, base: 0, counts: nothing, interval: null });
    expect(figure.change(nothing, nothing)).toBeNull();
  });
});
