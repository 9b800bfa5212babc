import { el, svgEl } from '../dom.ts';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt } from '../read.ts';
import { drawUnknown } from './unknown.ts';

/** A `data_visualization`: the chart for the eye, its numbers as a table for assistive technology. */
export function drawChart(block: Json): HTMLElement {
  const chart = objectAt(block, 'chart');
  const type = textAt(chart, 'type');
  const title = textAt(block, 'title');
  const plot = type === 'pie' ? readPie(chart) : readPlot(chart);
  const draw = { line: drawLines, area: drawLines, bar: drawBars, pie: drawPie }[type];
  if (!draw) return drawUnknown('element', type);
  return el(
    'figure',
    { class: 'block block-chart' },
    el('figcaption', {}, title),
    plot.series.length > 1 ? drawLegend(plot) : null,
    draw(plot, type === 'area'),
    drawNumbers(plot, title),
  );
}

interface Plot {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly unit: string;
}

const width = 560;
const height = 220;
const inset = { left: 52, right: 20, top: 14, bottom: 30 };

function readPlot(chart: Json): Plot {
  const axes = objectAt(chart, 'axis_config');
  const categories = textsAt(axes, 'categories');
  const series = listAt(chart, 'series').map((one) => {
    const points = new Map(listAt(one, 'data').map((point) => [textAt(point, 'label'), numberAt(point, 'value') ?? 0]));
    return { name: textAt(one, 'name'), values: categories.map((category) => points.get(category) ?? 0) };
  });
  return { categories, series, unit: textAt(axes, 'y_label') };
}

/** The segments of a pie, each a series of one value. */
function readPie(chart: Json): Plot {
  const segments = listAt(chart, 'segments');
  const series = segments.map((one) => ({ name: textAt(one, 'label'), values: [numberAt(one, 'value') ?? 0] }));
  return { categories: ['Value'], series, unit: '' };
}

function drawLines(plot: Plot, isFilled: boolean): SVGElement {
  const { x, y, axes, ground } = frame(plot);
  const lines = plot.series.flatMap(({ values }, n) => {
    const points = values.map((value, i) => `${x(i)} ${y(value)}`);
    const edge = `${x(values.length - 1)} ${ground} ${x(0)} ${ground}`;
    return [
      ...(isFilled
        ? [svgEl('polygon', { points: `${points.join(' ')} ${edge}`, class: `chart-fill chart-${n % 6}` })]
        : []),
      svgEl('polyline', { points: points.join(' '), class: `chart-line chart-${n % 6}` }),
      ...values.map((value, i) =>
        svgEl('circle', { cx: x(i), cy: y(value), r: 4, class: `chart-point chart-${n % 6}` }),
      ),
    ];
  });
  return sheet(...axes, ...lines);
}

function drawBars(plot: Plot): SVGElement {
  const { x, y, axes, ground, step } = frame(plot, 0.5);
  const thickness = (step * 0.7) / Math.max(1, plot.series.length);
  const bars = plot.series.flatMap(({ values }, n) =>
    values.map((value, i) => {
      const [top, bottom] = [Math.min(y(value), ground), Math.max(y(value), ground)];
      const left = x(i) - step * 0.35 + n * thickness;
      return svgEl('rect', {
        x: left,
        y: top,
        width: Math.max(1, thickness - 2),
        height: Math.max(1, bottom - top),
        class: `chart-bar chart-${n % 6}`,
      });
    }),
  );
  return sheet(...axes, ...bars);
}

function drawPie({ series }: Plot): SVGElement {
  const total = series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  const around = (share: number) => [
    width / 2 + 95 * Math.sin(2 * Math.PI * share),
    height / 2 - 95 * Math.cos(2 * Math.PI * share),
  ];
  let from = 0;
  const slices = series.map(({ values }, n) => {
    const to = from + Math.min(0.9999, (values[0] ?? 0) / total);
    const d = `M${width / 2} ${height / 2}L${around(from).join(' ')}A95 95 0 ${to - from > 0.5 ? 1 : 0} 1 ${around(to).join(' ')}Z`;
    from = to;
    return svgEl('path', { d, class: `chart-bar chart-${n % 6}` });
  });
  return sheet(...slices);
}

/** The axes and where values come to stand. `margin` is room on both sides, in steps between categories. */
function frame({ categories, series, unit }: Plot, margin = 0) {
  const values = series.flatMap((one) => one.values);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = (width - inset.left - inset.right) / Math.max(1, categories.length - 1 + 2 * margin);
  const room = height - inset.top - inset.bottom;
  const x = (i: number) => Math.round((inset.left + (i + margin) * step) * 10) / 10;
  const y = (value: number) => Math.round((inset.top + ((high - value) / (high - low || 1)) * room) * 10) / 10;
  const ticks = [low, low + (high - low) / 2, high];
  const every = Math.ceil((categories.length * 76) / (width - inset.left));
  const axes = [
    ...ticks.flatMap((tick) => [
      svgEl('line', { x1: inset.left, x2: width - inset.right, y1: y(tick), y2: y(tick), class: 'chart-grid' }),
      svgEl(
        'text',
        { x: inset.left - 8, y: y(tick) + 4, class: 'chart-tick chart-end' },
        `${Math.round(tick * 10) / 10}${unit === '%' ? '%' : ''}`,
      ),
    ]),
    ...categories.flatMap((category, i) =>
      (categories.length - 1 - i) % every === 0
        ? [svgEl('text', { x: x(i), y: height - 8, class: 'chart-tick chart-middle' }, category)]
        : [],
    ),
  ];
  return { x, y, step, axes, ground: y(Math.max(low, Math.min(high, 0))) };
}

function sheet(...drawn: readonly SVGElement[]): SVGElement {
  return svgEl('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart', 'aria-hidden': 'true' }, ...drawn);
}

function drawLegend({ series }: Plot): HTMLElement {
  const names = series.map(({ name }, n) => el('span', { class: `chart-name chart-${n % 6}` }, name));
  return el('div', { class: 'chart-legend', 'aria-hidden': 'true' }, ...names);
}

function drawNumbers({ categories, series, unit }: Plot, title: string): HTMLElement {
  const head = el('tr', {}, el('td', {}, unit), ...series.map(({ name }) => el('th', { scope: 'col' }, name)));
  const rows = categories.map((category, i) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, category),
      ...series.map(({ values }) => el('td', {}, String(values[i] ?? ''))),
    ),
  );
  const table = el('table', {}, el('caption', {}, title), el('thead', {}, head), el('tbody', {}, ...rows));
  return el('div', { class: 'visually-hidden' }, table);
}
