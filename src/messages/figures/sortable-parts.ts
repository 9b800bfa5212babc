import type { DataTableBlock } from '@slack/types';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { isApart, isChanged, tellingFirst } from '../../loyalty/figures/telling-parts.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import type { ReplyOf } from '../kit/presenter.ts';
import { type SortableCell, sortableRoom, sortableTable, unknownCell } from '../kit/sortable-table.ts';
import type { Column } from '../kit/table.ts';
import { partName } from '../words/part-words.ts';
import { comparison, isShown, shortChangeWords } from './figure-words.ts';
import { toldFigures } from './told/index.ts';

const words = defineText({
  en: { telling: 'Those that stand out first', most: (these: string) => `Most ${these} first` },
  da: { telling: 'Dem, der skiller sig ud, først', most: (these: string) => `Flest ${these} først` },
  nb: { telling: 'De som skiller seg ut, først', most: (these: string) => `Flest ${these} først` },
});

/** With the title, the window and the total as many as are seen at once. */
const atOnce = 5;

/**
 * As many parts of a figure as find room in a table that its reader sorts. The total, which is none of them, stands elsewhere.
 *
 * @param told how the value of a part is read
 * @returns the block, and how many they are
 */
export function sortableParts(
  locale: Locale,
  { figure, by, rows, total }: ReplyOf<'figure-by'>,
  columns: readonly Column[],
  told: (report: FigureReport) => string,
): { readonly block: DataTableBlock; readonly shown: number } {
  const cells = tellingFirst(rows, total).map(({ value, report }): SortableCell[] => [
    partName(locale, by, value),
    isShown(report) && report.value !== null ? { value: report.value, text: told(report) } : unknownCell(told(report)),
    { value: report.base, text: formatNumber(locale, report.base) },
    changeCell(locale, report),
  ]);
  const shown = sortableRoom(cells);
  const { telling, most } = words(locale);
  const doesTell = rows.some(({ report }) => isChanged(report) || isApart(report, total));
  const order = doesTell ? telling : most(toldFigures[figure].base(locale).many);
  const standing = { order, isAll: shown === rows.length, atOnce };
  return { block: sortableTable(locale, standing, columns, cells.slice(0, shown)), shown };
}

/** What is no more than chance counts as no change; of what is told beside the one before, that is what is sorted. */
function changeCell(locale: Locale, report: FigureReport): SortableCell {
  const text = shortChangeWords(locale, report) ?? '';
  switch (comparison(report)) {
    case null:
      return unknownCell(text);
    case 'untold':
      return { value: report.previous.value ?? 0, text };
    case 'steady':
      return { value: 0, text };
    case 'changed':
      return { value: report.change?.value ?? 0, text };
  }
}
