import type { FileCell, FileRefusal } from '../facts/refusal.ts';
import { minorDigits } from '../loyalty/facts/money.ts';
import { bareCell } from './bare-cell.ts';
import { toCurrency } from './currency.ts';
import type { ColumnMap, ColumnPlace } from './header.ts';
import { type MoneyRules, readMoney } from './money.ts';
import { aspectOf } from './read-header.ts';

/** Watches for amounts that may have more decimals than their currency. */
export interface DecimalsWatch {
  see(line: number, cells: readonly string[]): void;
  /** Why the file is refused until somebody says what such amounts are; null: there are none. */
  settle(rules: MoneyRules): FileRefusal | null;
}

/** Amounts of one form and currency are all read in one way, so that the first few of them stand for the others. */
const keptOfForm = 5;
const mostForms = 100;
const usualDigits = 2;

export function watchDecimals(
  columns: ColumnMap,
  numberPlaces: readonly ColumnPlace[],
  defaultCurrency: string | null,
): DecimalsWatch {
  const forms = new Map<string, { readonly place: FileCell; readonly currency: string }[]>();
  const places = numberPlaces.filter(({ column }) => aspectOf(columns.kind, column) === 'amount');
  const digits = new Map<string, number>();
  /** How many decimals the currency of a row has. */
  function digitsOf(cell: string): number {
    const known = digits.get(cell);
    if (known !== undefined || digits.size > mostForms) return known ?? 0;
    const reading = toCurrency(cell === '' ? (columns.currency ?? defaultCurrency ?? '') : cell, defaultCurrency);
    const found = 'currency' in reading ? minorDigits(reading.currency) : usualDigits;
    digits.set(cell, found);
    return found;
  }
  return {
    see(line, cells) {
      for (const { column, at } of places) {
        const value = cells[at] ?? '';
        const sign = Math.max(value.lastIndexOf('.'), value.lastIndexOf(','));
        if (sign < 0) continue;
        const currency = bareCell(cells[columns.at.currency ?? -1] ?? '');
        if (value.length - sign - 1 <= digitsOf(currency)) continue;
        const form = `${column} ${value[sign]}${value.length - sign} ${currency}`;
        const seen = forms.get(form) ?? [];
        if (seen.length >= keptOfForm || forms.size >= mostForms) continue;
        seen.push({ place: { line, column, value: bareCell(value) }, currency });
        forms.set(form, seen);
      }
    },
    settle(rules) {
      for (const { place, currency } of [...forms.values()].flat().sort((a, b) => a.place.line - b.place.line)) {
        const money = readMoney(place.value, currency, rules, place.column);
        if ('reason' in money && money.reason.code === 'too-many-decimals') return { ...money.reason, place };
      }
      return null;
    },
  };
}
