import { bareCell } from './bare-cell.ts';
import { saysNothing } from './cells.ts';
import type { ColumnPlace } from './header.ts';
import { isWholeNumber, mayBeCut } from './ids.ts';
import { type HowSpelt, surveyManners, surveySpellings } from './spellings.ts';

/** Finds the columns of ids that hold numbers alone, some of them with decimals that say nothing: 1042.0. */
export interface IdSurvey {
  see(cells: readonly string[]): void;
  wholeNumbers(): string[];
  /** Columns in which every long number ends in zeros: a spreadsheet has dropped their last digits. */
  cutNumbers(): string[];
  /** How numbers of customers and orders are spelt. */
  spellings(): HowSpelt;
  /** Whether most rows have an order number, so that one without is a total or a slip. */
  isNumbered(): boolean;
}

export function surveyIds(places: readonly ColumnPlace[]): IdSurvey {
  // A column drops out at its first value that is no such number.
  let open = places;
  const withDecimals = new Set<string>();
  const orderAt = places.find(({ column }) => column === 'order')?.at;
  const named = places.filter(({ column }) => !ownNumbers.has(column));
  const cut = watchCutNumbers();
  const spelt = surveySpellings();
  const ordersSpelt = surveyManners();
  let [numbered, unnumbered] = [0, 0];
  return {
    see(cells) {
      if (orderAt !== undefined) {
        if ((cells[orderAt] ?? '').trim() === '') unnumbered++;
        else numbered++;
        ordersSpelt.see(cells[orderAt] ?? '');
      }
      for (const { at } of named) spelt.see(cells[at] ?? '');
      for (const { column, at } of places) cut.see(column, cells[at] ?? '');
      for (const place of open) {
        const text = cells[place.at] ?? '';
        if (isDigits(text)) continue;
        const bare = bareCell(text);
        const number = isWholeNumber(bare);
        if (number === 'with-decimals') withDecimals.add(place.column);
        else if (number === null && bare !== '' && !saysNothing(bare)) open = open.filter((one) => one !== place);
      }
    },
    cutNumbers: cut.found,
    spellings: () => ({ ...spelt.found(), orders: ordersSpelt.mayBeAlike() }),
    isNumbered: () => numbered > unnumbered,
    wholeNumbers: () => open.flatMap(({ column }) => (withDecimals.has(column) ? [column] : [])),
  };
}

/** One long number may end in zeros by chance, unless these are three and more; several others do not. */
function watchCutNumbers() {
  const first = new Map<string, string>();
  const several = new Set<string>();
  const whole = new Set<string>();
  return {
    see(column: string, cell: string): void {
      if (cell.length <= shortest || whole.has(column)) return;
      const number = bareCell(cell);
      const isCut = mayBeCut(number);
      if (isCut === false) whole.add(column);
      if (isCut !== true) return;
      const other = first.get(column);
      if (other === undefined) first.set(column, number);
      if (number.length >= surelyCut || (other !== undefined && other !== number)) several.add(column);
    },
    found: () => [...first.keys()].filter((column) => !whole.has(column) && several.has(column)),
  };
}

/** No number of so few digits is cut. */
const shortest = 16;
const surelyCut = 18;

/** Those that are no customer's. */
const ownNumbers = new Set(['order', 'response_id', 'recommendation', 'spend']);

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
