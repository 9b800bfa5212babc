import { isJson, type Json, jsonList } from '../json.ts';
import { also, byType, type Check, fields, finite, list, type Spot, text } from './check.ts';
import { blockId } from './text.ts';

const label = text({ max: 20 });
const point = fields({ label, value: finite });
/** So much Slack's documents say; others have seen twelve taken. */
const mostSeries = 6;
const mostCategories = 20;

const series = list(fields({ name: label, data: list(point, { max: mostCategories }) }), { max: mostSeries });
const axes = fields(
  { categories: list(label, { max: mostCategories }) },
  { x_label: text({ max: 50 }), y_label: text({ max: 50 }) },
);
const plot = also(fields({ series, axis_config: axes }), checkSeries);

const pie = also(fields({ segments: list(point, { max: mostSeries }) }), (chart, at, spot) => {
  jsonList(chart.segments).forEach((segment, n) => {
    if (Number(segment.value) <= 0) spot.report('must be greater than 0', `${at}/segments/${n}/value`);
  });
});

/** Slack's own charts, by type. */
export const charts = {
  data_visualization: fields(
    { title: text({ max: 50 }), chart: byType({ pie, bar: plot, area: plot, line: plot }) },
    { block_id: blockId },
  ),
} satisfies Readonly<Record<string, Check>>;

/** Series have names of their own, and exactly one point for every category. */
function checkSeries(chart: Json, at: string, spot: Spot): void {
  const axis = isJson(chart.axis_config) ? chart.axis_config.categories : [];
  const categories = Array.isArray(axis) ? axis : [];
  if (new Set(categories).size < categories.length) {
    spot.report('categories must be unique', `${at}/axis_config/categories`);
  }
  const names = new Set<unknown>();
  jsonList(chart.series).forEach((one, n) => {
    if (names.has(one.name)) spot.report('series names must be unique', `${at}/series/${n}/name`);
    names.add(one.name);
    const labels = jsonList(one.data).map((given) => given.label);
    const fits = labels.length === categories.length && categories.every((category) => labels.includes(category));
    if (!fits) spot.report('data labels must match the categories', `${at}/series/${n}/data`);
  });
}
