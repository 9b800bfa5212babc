import { validateBlocks } from '@loyalty-ladder/sandbox/block-kit';
import { expect, test } from 'vitest';
import { drawTrend } from '../../src/messages/figures/trend.ts';
import { chartBlock } from '../../src/messages/kit/chart-block.ts';
import { ladderOf, npsTrend, pictureOf } from '../pictures/facts.ts';
import { context } from './facts.ts';
import { months, spans } from './trend-facts.ts';

const twoPeriods = ['Oct', 'Nov'].map((label) => ({ label, running: false }));

function chartOf(series: Parameters<typeof drawTrend>[0]['series'], target: number | null = null) {
  return chartBlock(pictureOf(drawTrend({ kind: 'trend', series, target }, 'en', context)));
}

test('a trend is a line of Slack’s own, with the period that is not over marked', () => {
  const chart = chartOf(months('nps', [21, 24, 34.56]));
  expect(validateBlocks([chart], 'message')).toEqual([]);
  expect(chart).toEqual({
    type: 'data_visualization',
    title: 'NPS by month',
    chart: {
      type: 'line',
      series: [
        {
          name: 'NPS',
          data: [
            { label: 'Sept', value: 21 },
            { label: 'Oct', value: 24 },
            { label: 'Nov …', value: 34.56 },
          ],
        },
      ],
      axis_config: { categories: ['Sept', 'Oct', 'Nov …'] },
    },
  });
});

test('shares are told in percent, money in whole units, and a target is a line beside', () => {
  const share = chartOf(months('repeat', [0.441, 0.45], null), 0.5)?.chart;
  expect(share?.axis_config.y_label).toBe('%');
  expect(share?.series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual([
    ['Repeat purchase rate'.slice(0, 20), [44.1, 45]],
    ['Target', [50, 50]],
  ]);
  const amounts = {
    ...npsTrend('en'),
    periods: twoPeriods,
    lines: [{ name: 'CLV', values: [123_450, 200_000], band: null }],
  };
  const money = chartBlock({ ...amounts, target: null, unit: { kind: 'money', currency: 'DKK', digits: 2 } })?.chart;
  expect(money?.axis_config.y_label).toBe('DKK');
  expect(money?.series[0]?.data.map(({ value }) => value)).toEqual([1234.5, 2000]);
});

test('periods before the first value are left out', () => {
  expect(chartOf(months('nps', [null, null, 21, 24]))?.chart.axis_config.categories).toEqual(['Oct', 'Nov …']);
});

test.each([
  ['a gap', months('nps', [21, null, 24])],
  [
    'more than 20 periods',
    months(
      'nps',
      Array.from({ length: 21 }, (_, i) => i),
    ),
  ],
  [
    'a quarter of days',
    spans(
      'nps',
      'day',
      Array.from({ length: 90 }, (_, i) => i),
    ),
  ],
])('%s is told by a drawn picture, as Slack’s chart would leave it out', (_, series) => {
  expect(chartOf(series)).toBeNull();
});

test('twenty months have names of their own', () => {
  const chart = chartOf(
    months(
      'nps',
      Array.from({ length: 20 }, (_, i) => i),
    ),
  );
  expect(validateBlocks([chart], 'message')).toEqual([]);
  expect(new Set(chart?.chart.axis_config.categories).size).toBe(20);
});

test('the ladder is no chart', () => {
  expect(chartBlock(ladderOf('en'))).toBeNull();
});
