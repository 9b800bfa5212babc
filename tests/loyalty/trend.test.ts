import { expect, test } from 'vitest';
import { csat } from '../../src/loyalty/figures/csat.ts';
import { findTrend, shownPoints } from '../../src/loyalty/figures/find-trend.ts';
import type { FigureName } from '../../src/loyalty/figures/index.ts';
import { nps } from '../../src/loyalty/figures/nps.ts';
import type { Series, SeriesPoint } from '../../src/loyalty/figures/series.ts';

function seriesOf(figure: FigureName, points: readonly Partial<SeriesPoint>[]): Series {
  const whole = points.map((point, i) => ({
    window: { from: 30 * i, to: 30 * (i + 1) },
    value: 0,
    base: 100,
    interval: null,
    running: false,
    ...point,
  }));
  return { figure, step: 'month', points: whole };
}

const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps.measure({ promoters, passives, detractors });
const csatOf = (satisfied: number, others: number) => csat.measure({ satisfied, others, scoreSum: 0 });

test.each([
  ['+10 against +30 of a hundred each is no change', 'nps', npsOf(40, 30, 30), npsOf(50, 30, 20)],
  ['84% against 80% of fifty is no change', 'csat', csatOf(42, 8), csatOf(40, 10)],
] as const)('%s', (_, figure, before, after) => {
  expect(findTrend(seriesOf(figure, [before, after]))?.proven).toBe(false);
});

test.each([
  ['nps', npsOf(40, 30, 30), npsOf(70, 20, 10)],
  ['nps', npsOf(70, 20, 10), npsOf(40, 30, 30)],
  ['csat', csatOf(80, 20), csatOf(95, 5)],
] as const)('a large difference of %s is proven, up and down', (figure, before, after) => {
  expect(findTrend(seriesOf(figure, [before, after]))?.proven).toBe(true);
});

test('the first and the newest closed period are compared, not the one that is not over', () => {
  const series = seriesOf('nps', [
    { value: null },
    { value: 10 },
    { value: 90 },
    { value: 20 },
    { value: 99, running: true },
  ]);
  const { first, last, proven } = findTrend(series) ?? {};
  expect([first?.value, last?.value, proven]).toEqual([10, 20, null]);
});

test('below five answers no value is shown, and one closed period has nothing to be compared with', () => {
  expect(shownPoints(seriesOf('nps', [{ base: 4 }, { base: 5 }, { value: null }]))).toHaveLength(1);
  expect(findTrend(seriesOf('nps', [{ value: 10 }, { value: 20, running: true }]))).toBeNull();
  expect(findTrend(seriesOf('nps', []))).toBeNull();
});
