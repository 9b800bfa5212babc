import { LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { labelWords, tickWords } from '../text/unit.ts';
import { colours, fontFamily, margin, width } from './look.ts';
import type { TrendLine, TrendPicture } from './picture.ts';
import { card, element, footHeight, headHeight, widthOf } from './svg.ts';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption | LegendComponentOption | MarkLineComponentOption>;

/** Lines over time, by ECharts; the period that is not over is a dashed line to a hollow point. */
export function trendSvg(picture: TrendPicture): string {
  const height = headHeight + plotHeight + footHeight(picture.notes);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: plotHeight });
  try {
    chart.setOption(toOption(picture));
    const plot = chart.renderToSVGString().replace('<svg ', `<svg y="${headHeight}" `);
    return card(picture, height, element('g', {}, plot));
  } finally {
    chart.dispose();
  }
}

const plotHeight = 272;
const labels = { fontFamily, fontSize: 14, color: colours.soft };

const legend = {
  left: margin - 4,
  top: 0,
  itemWidth: 20,
  itemGap: 20,
  icon: 'roundRect',
  itemHeight: 4,
  textStyle: { ...labels, color: colours.ink },
};

function toOption(picture: TrendPicture): Option {
  const { periods, lines, locale, unit } = picture;
  const several = lines.length > 1;
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily },
    grid: {
      left: margin,
      right: margin + 18,
      top: several ? 44 : 20,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(several && { legend: { ...legend, data: lines.map(({ name }) => name) } }),
    xAxis: {
      type: 'category',
      boundaryGap: periods.length < 3,
      data: periods.map(({ label }) => label),
      axisLine: { lineStyle: { color: colours.edge }, onZero: false },
      axisTick: { show: false },
      axisLabel: { ...labels, margin: 12, hideOverlap: true, showMaxLabel: true, interval: labelStep(picture) },
    },
    yAxis: {
      type: 'value',
      ...roomFor(picture),
      splitLine: { lineStyle: { color: colours.grid } },
      axisLabel: { ...labels, margin: 12, formatter: (value: number) => tickWords(locale, unit, value) },
    },
    series: lines.flatMap((line, i) => lineSeries(picture, line, i)),
  };
}

/** Labels are counted back from the newest period, so that it always has one. */
function labelStep({ periods }: TrendPicture): (index: number) => boolean {
  const count = periods.length;
  const widest = Math.max(...periods.map(({ label }) => widthOf(label, labels.fontSize)));
  const step = Math.ceil((count * (widest + 16)) / (width - 2 * margin - 70));
  return (index) => (count - 1 - index) % step === 0;
}

/** The axis holds the target too. */
function roomFor({ target, lines, unit }: TrendPicture): { min: number; max: number; interval: number } {
  const values = lines.flatMap(({ values, band }) => [...values, ...(band ?? []).flatMap((one) => one ?? [])]);
  const held = [...values, target?.value ?? null].filter((value) => value !== null);
  if (held.length === 0)
    return unit.kind === 'share' ? { min: 0, max: 1, interval: 0.25 } : { min: 0, max: 100, interval: 25 };
  const [low, high] = [Math.min(...held), Math.max(...held)];
  const least = { score: 20, share: 0.1, number: 10, money: Math.max(1, Math.abs(high) * 0.1) }[unit.kind];
  const room = Math.max(high - low, least);
  // No finer than a tick is written.
  const step = Math.max(niceStep(room / 4), unit.kind === 'money' ? 10 ** unit.digits : 0);
  const bounds = {
    score: [-100, 100],
    share: [0, 1],
    number: [0, Number.MAX_VALUE],
    money: [low < 0 ? -Number.MAX_VALUE : 0, Number.MAX_VALUE],
  };
  const [floor = 0, ceiling = 0] = bounds[unit.kind];
  const middle = (high + low) / 2;
  return {
    min: Math.max(floor, Math.floor(Math.min(low, middle - room / 2) / step) * step),
    max: Math.min(ceiling, Math.ceil(Math.max(high, middle + room / 2) / step) * step),
    interval: step,
  };
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
}

function lineSeries(picture: TrendPicture, line: TrendLine, i: number): LineSeriesOption[] {
  const { periods, target } = picture;
  const colour = colours.lines[i % colours.lines.length] ?? colours.ink;
  const isRunning = (n: number) => periods[n]?.running === true;
  const closed = line.values.map((value, n) => (isRunning(n) ? null : value));
  const labelled = labelledPoints(picture, line);
  const common = { type: 'line', symbol: 'circle', symbolSize: 9, itemStyle: { color: colour } } as const;
  const point = (value: number | null, n: number) =>
    labelled.has(n) && value !== null ? { value, label: valueLabel(picture, line, n, colour) } : (value ?? '-');
  return [
    ...(line.band ? bandSeries(line.band, colour, i) : []),
    {
      ...common,
      name: line.name,
      data: closed.map(point),
      lineStyle: { width: 3.5, color: colour, cap: 'round', join: 'round' },
      z: 4,
      ...(i === 0 && target && { markLine: targetLine(target, line) }),
    },
    ...(periods.some((_, n) => isRunning(n)) ? [runningSeries()] : []),
  ];

  /** From the newest closed period to the one that is not over. */
  function runningSeries(): LineSeriesOption {
    return {
      ...common,
      name: line.name,
      data: line.values.map((value, n) => {
        if (isRunning(n)) return point(value, n);
        return isRunning(n + 1) && value !== null ? { value, symbol: 'none' } : '-';
      }),
      lineStyle: { width: 3, color: colour, type: [5, 6] },
      itemStyle: { color: colours.card, borderColor: colour, borderWidth: 2.5 },
      z: 3,
    };
  }
}

/** Of one line the first and the newest value are written out, and that of the period that is not over. */
function labelledPoints({ periods, lines }: TrendPicture, { values }: TrendLine): ReadonlySet<number> {
  if (lines.length > 1) return new Set();
  const shown = values.flatMap((value, n) => (value === null ? [] : [n]));
  const closed = shown.filter((n) => periods[n]?.running !== true);
  const hasRoom = periods.length <= 12 || closed.length === shown.length;
  return new Set([closed[0], hasRoom ? closed.at(-1) : undefined, shown.at(-1)].filter((n) => n !== undefined));
}

/** Stands where the line does not run: below a point from which it rises, and below one to which it fell. */
function valueLabel(
  { locale, unit }: TrendPicture,
  { values }: TrendLine,
  n: number,
  color: string,
): NonNullable<LineSeriesOption['label']> {
  const value = values[n] ?? 0;
  const [before, after] = [values[n - 1] ?? value, values[n + 1] ?? value];
  const isFirst = n === 0;
  const isLast = n === values.length - 1;
  return {
    show: true,
    position: (isFirst ? after > value : before > value && after >= value) ? 'bottom' : 'top',
    distance: 9,
    // At the edges the words stay inside of the plot.
    ...(isFirst && { align: 'left', offset: [-6, 0] }),
    ...(isLast && !isFirst && { align: 'right', offset: [16, 0] }),
    formatter: () => labelWords(locale, unit, value),
    fontFamily,
    fontSize: 17,
    fontWeight: 600,
    color,
  };
}

/** The interval as a band: its low end is not drawn, its height stands on it. */
function bandSeries(band: NonNullable<TrendLine['band']>, colour: string, i: number): LineSeriesOption[] {
  const common = {
    type: 'line',
    stack: `band ${i}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    z: 1,
  } as const;
  const lineStyle = { width: 0, opacity: 0 };
  return [
    {
      ...common,
      lineStyle,
      data: band.map((one) => one?.[0] ?? '-'),
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: colour, opacity: 0.13, width: 10, type: 'solid' },
        data: aloneIn(band).map(({ n, low, high }) => [{ coord: [n, low] }, { coord: [n, high] }]),
      },
    },
    {
      ...common,
      lineStyle,
      data: band.map((one) => (one ? one[1] - one[0] : '-')),
      areaStyle: { color: colour, opacity: 0.13 },
    },
  ];
}

/** Between two gaps a band has no width: it is drawn as a bar. */
function aloneIn(band: NonNullable<TrendLine['band']>) {
  return band.flatMap((one, n) => (one && !band[n - 1] && !band[n + 1] ? [{ n, low: one[0], high: one[1] }] : []));
}

/** Its words stand at the end where the line is farther away. */
function targetLine({ value, label }: NonNullable<TrendPicture['target']>, { values }: TrendLine) {
  const shown = values.filter((one) => one !== null);
  const away = (some: readonly number[]) => Math.min(...some.map((one) => Math.abs(one - value)));
  const position = away(shown.slice(0, 3)) > away(shown.slice(-3)) ? 'insideStartTop' : 'insideEndTop';
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.soft, width: 1.5, type: [3, 4] },
    data: [{ yAxis: value }],
    label: { ...labels, position, formatter: () => label, distance: 5 } as const,
  };
}
