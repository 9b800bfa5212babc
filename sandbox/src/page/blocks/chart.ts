import { html } from 'htm/preact';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt } from '../json.ts';
import { viewer } from '../state.ts';
import { unknown } from './surface.ts';

const colours = ['accent', 'clay', 'amber', 'moss', 'soft', 'edge'];
const bar = 'fill-(--series) stroke-sheet stroke-[1.5]';
const line = 'fill-none stroke-(--series) stroke-[2.5] [stroke-linejoin:round]';

/** The classes of a shape, and the colour of its series in them. */
function look(series: number, shape: string): object {
  const n = series % colours.length;
  return { class: `chart-${n} ${shape}`, style: { '--series': `var(--color-${colours[n]})` } };
}

/** A `data_visualization`: the chart for the eye, its numbers as a table for assistive technology. */
export function Chart({ block }: { block: Json }) {
  const chart = objectAt(block, 'chart');
  const type = textAt(chart, 'type');
  const draw = { line: drawLines, area: drawLines, bar: drawBars, pie: drawPie }[type];
  if (!draw) return unknown('element', type);
  const plot = readPlot(chart);
  const title = textAt(block, 'title');
  const names = plot.series.map(
    ({ name }, n) => html`<span>
      <i ...${look(n, 'mr-[0.4rem] inline-block h-1 w-[0.9rem] rounded-[0.125rem] bg-(--series) align-middle')} />${name}
    </span>`,
  );
  const legend = html`<div class="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-hidden="true">${names}</div>`;
  const heads = plot.series.map(({ name }) => html`<th scope="col">${name}</th>`);
  const rows = plot.categories.map((category, i) => {
    const cells = plot.series.map(({ values }) => html`<td>${values[i]}</td>`);
    return html`<tr><th scope="row">${category}</th>${cells}</tr>`;
  });
  return html`<figure class="grid max-w-[36rem] gap-[0.35rem] rounded-md border border-line px-[0.9rem] py-3">
    <figcaption class="font-semi">${title}</figcaption>
    ${plot.series.length > 1 && legend}
    <svg viewBox="0 0 ${width} ${height + (plot.across === '' ? 0 : 18)}" class="chart w-full" aria-hidden="true">${draw(plot, type === 'area')}</svg>
    <div class="sr-only">
      <table>
        <caption>${title}</caption>
        <thead><tr><td>${plot.unit}</td>${heads}</tr></thead>
        <tbody>${rows}</tbody>
      </table>
    </div>
  </figure>`;
}

type Plot = ReturnType<typeof readPlot>;

const width = 560;
const height = 220;
const inset = { left: 68, right: 20, top: 14, bottom: 30 };

/** Every series has a value for each category; the segments of a pie are series of one value. */
function readPlot(chart: Json) {
  const axes = objectAt(chart, 'axis_config');
  const segments = listAt(chart, 'segments');
  const categories = segments.length > 0 ? ['Value'] : textsAt(axes, 'categories');
  const lines = listAt(chart, 'series').map((one) => {
    const points = new Map(listAt(one, 'data').map((point) => [textAt(point, 'label'), amountOf(point)]));
    return { name: textAt(one, 'name'), values: categories.map((category) => points.get(category) ?? 0) };
  });
  const slices = segments.map((one) => ({ name: textAt(one, 'label'), values: [amountOf(one)] }));
  return { categories, series: [...lines, ...slices], unit: textAt(axes, 'y_label'), across: textAt(axes, 'x_label') };
}

function amountOf(point: Json): number {
  return numberAt(point, 'value') ?? 0;
}

function drawLines(plot: Plot, isFilled: boolean) {
  const { x, y, axes, ground } = frame(plot);
  const lines = plot.series.map(({ values }, n) => {
    const points = values.map((value, i) => `${x(i)} ${y(value)}`).join(' ');
    const area = `${points} ${x(values.length - 1)} ${ground} ${x(0)} ${ground}`;
    const dots = values.map((value, i) => html`<circle cx=${x(i)} cy=${y(value)} r="4" ...${look(n, bar)} />`);
    return html`${isFilled && html`<polygon points=${area} ...${look(n, 'fill-(--series) opacity-15')} />`}
      <polyline points=${points} ...${look(n, line)} />${dots}`;
  });
  return html`${axes}${lines}`;
}

function drawBars(plot: Plot) {
  const { x, y, axes, ground, step } = frame(plot, 0.5);
  const thickness = (step * 0.7) / Math.max(1, plot.series.length);
  const bars = plot.series.flatMap(({ values }, n) =>
    values.map((value, i) => {
      const [top, bottom] = [Math.min(y(value), ground), Math.max(y(value), ground)];
      const size = { width: Math.max(1, thickness - 2), height: Math.max(1, bottom - top) };
      return html`<rect x=${x(i) - step * 0.35 + n * thickness} y=${top} ...${size} ...${look(n, bar)} />`;
    }),
  );
  return html`${axes}${bars}`;
}

function drawPie({ series }: Plot) {
  const total = series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  const around = (share: number): string =>
    `${width / 2 + 95 * Math.sin(2 * Math.PI * share)} ${height / 2 - 95 * Math.cos(2 * Math.PI * share)}`;
  let from = 0;
  const slices = series.map(({ values }, n) => {
    const to = from + Math.min(0.9999, (values[0] ?? 0) / total);
    const arc = `L${around(from)}A95 95 0 ${to - from > 0.5 ? 1 : 0} 1 ${around(to)}`;
    from = to;
    return html`<path d="M${width / 2} ${height / 2}${arc}Z" ...${look(n, bar)} />`;
  });
  return html`${slices}`;
}

/** The axes and where values come to stand. `margin` is room on both sides, in steps between categories. */
function frame({ categories, series, unit, across }: Plot, margin = 0) {
  const values = series.flatMap((one) => one.values);
  const marks = roundTicks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 0];
  const step = (width - inset.left - inset.right) / Math.max(1, categories.length - 1 + 2 * margin);
  const top = inset.top + (unit === '' ? 0 : 16);
  const room = height - top - inset.bottom;
  const x = (i: number): number => Math.round((inset.left + (i + margin) * step) * 10) / 10;
  const y = (value: number): number => Math.round((top + ((high - value) / (high - low || 1)) * room) * 10) / 10;
  const ticks = marks.map((tick) => {
    const words = tickWords(tick, unit, Math.max(-low, high));
    return html`<line x1=${inset.left} x2=${width - inset.right} y1=${y(tick)} y2=${y(tick)} class="stroke-line" />
      <text x=${inset.left - 8} y=${y(tick) + 4} text-anchor="end" class="fill-soft">${words}</text>`;
  });
  const every = Math.ceil((categories.length * 76) / (width - inset.left));
  const labels = categories.map((category, i) => {
    if ((categories.length - 1 - i) % every !== 0) return null;
    return html`<text x=${x(i)} y=${height - 8} text-anchor="middle" class="fill-soft text-xs">${category}</text>`;
  });
  const names = [
    unit !== '' && html`<text x="0" y="13" class="fill-soft text-xs">${unit}</text>`,
    across !== '' &&
      html`<text x=${width - inset.right} y=${height + 12} text-anchor="end" class="fill-soft text-xs">${across}</text>`,
  ];
  return { x, y, step, axes: [ticks, labels, names], ground: y(Math.max(low, Math.min(high, 0))) };
}

/** From below the least value to above the greatest in steps of 1, 2 or 5 times a power of ten. */
function roundTicks(least: number, greatest: number): number[] {
  const rough = (greatest - least || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
  const [from, to] = [Math.floor(least / step), Math.ceil(greatest / step)];
  // A step is divided by, where it is a fraction: 3 * 0.1 is not 0.3.
  return Array.from({ length: to - from + 1 }, (_, i) => (step < 1 ? (from + i) / (1 / step) : (from + i) * step));
}

/** As the reader writes numbers; beside an axis that goes far they are shortened, as there is little room. */
function tickWords(tick: number, unit: string, furthest: number): string {
  const short = furthest >= 1_000_000 ? ({ notation: 'compact' } as const) : {};
  const { locale } = viewer();
  if (unit !== '%') return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...short }).format(tick);
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(tick / 100);
}
