import type { Picture, TrendPicture } from '../../pictures/picture.ts';
import { defineText } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';

/** Slack's own chart. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
}

const words = defineText({
  en: { target: 'Target' },
  da: { target: 'Mål' },
  nb: { target: 'Mål' },
});

/**
 * A picture as Slack's own chart. Null where that would not tell the same: it draws lines alone, no more than 20 periods,
 * and knows no gaps. A period that is not over has three dots after its name.
 */
export function chartBlock(picture: Picture): ChartBlock | null {
  if (picture.kind !== 'trend') return null;
  const from = picture.periods.findIndex((_, i) => picture.lines.some(({ values }) => values[i] !== null));
  if (from < 0) return null;
  const periods = picture.periods.slice(from);
  const lines = linesOf(picture).map(({ name, values }) => ({ name, values: values.slice(from) }));
  const categories = periods.map(({ label, running }) => `${shortened(label, mostLabel - 2)}${running ? ' …' : ''}`);
  const names = lines.map(({ name }) => shortened(name, mostLabel));
  if (periods.length > mostCategories || lines.length > mostSeries) return null;
  if (new Set(categories).size < categories.length || new Set(names).size < names.length) return null;
  if (lines.some(({ values }) => values.includes(null))) return null;
  const label = axisLabel(picture);
  return {
    type: 'data_visualization',
    title: shortened(picture.title, mostTitle),
    chart: {
      type: 'line',
      series: lines.map(({ values }, n) => ({
        name: names[n] ?? '',
        data: categories.map((category, i) => ({ label: category, value: axisValue(picture, values[i] ?? 0) })),
      })),
      axis_config: { categories, ...(label && { y_label: label }) },
    },
  };
}

const mostTitle = 50;
const mostLabel = 20;
const mostCategories = 20;
/** Documents say 6 and 12; the smaller is safe. */
const mostSeries = 6;

function linesOf({ lines, target, locale, periods }: TrendPicture) {
  if (!target) return lines;
  return [...lines, { name: words(locale).target, values: periods.map(() => target.value) }];
}

/** As people read it: percent, and whole units of money. Rounded only so far that nobody sees it. */
function axisValue({ unit }: TrendPicture, value: number): number {
  const shown = unit.kind === 'share' ? value * 100 : unit.kind === 'money' ? value / 10 ** unit.digits : value;
  return Math.round(shown * 100) / 100;
}

function axisLabel({ unit }: TrendPicture): string | null {
  if (unit.kind === 'share') return '%';
  return unit.kind === 'money' && unit.currency !== '' ? unit.currency.slice(0, 10) : null;
}
