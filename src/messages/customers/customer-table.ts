import type { DataTableBlock, TableBlock } from '@slack/types';
import type { ListedCustomer } from '../../facts/customer-list.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import { formatMediumDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { capital } from '../../text/terms.ts';
import type { ReplyOf } from '../kit/presenter.ts';
import { dayCell, type SortableCell, sortableRoom, sortableTable, unknownCell } from '../kit/sortable-table.ts';
import { type Column, table, unbroken } from '../kit/table.ts';
import { wholeMoneyWords } from '../words/money-words.ts';
import { nameOf } from '../words/names.ts';
import { rungName } from '../words/rung-words.ts';

const words = defineText({
  en: {
    customer: 'Customer',
    value: 'Value so far',
    last: 'Newest order',
    orders: 'Orders',
    nps: 'NPS',
    rung: 'Rung',
    order: 'Greatest value first',
  },
  da: {
    customer: 'Kunde',
    value: 'Værdi til nu',
    last: 'Nyeste ordre',
    orders: 'Ordrer',
    nps: 'NPS',
    rung: 'Trin',
    order: 'Størst værdi først',
  },
  nb: {
    customer: 'Kunde',
    value: 'Verdi til nå',
    last: 'Nyeste ordre',
    orders: 'Ordrer',
    nps: 'NPS',
    rung: 'Trinn',
    order: 'Størst verdi først',
  },
});

interface ToldColumn {
  readonly name: 'value' | 'last' | 'orders' | 'nps' | 'rung';
  readonly kind: Column['kind'];
  /** Empty: not known. */
  cell(locale: Locale, one: ListedCustomer): string;
  /** What a reader sorts it by; left out: its words. Who has none comes before all others. */
  sorted?(one: ListedCustomer, text: string, currency: string): SortableCell;
  /** Whether the list was asked for by it. */
  isAsked(query: CustomerQuery): boolean;
}

const told: readonly ToldColumn[] = [
  {
    name: 'value',
    kind: 'number',
    cell: (locale, { value }) => unbroken(wholeMoneyWords(locale, value) ?? ''),
    sorted: ({ worthMinor }, text, currency) => ({ value: worthMinor / 10 ** minorDigits(currency), text }),
    isAsked: ({ value }) => value !== null,
  },
  {
    name: 'last',
    kind: 'words',
    cell: (locale, { lastOrderDay: day }) => (day === null ? '' : unbroken(formatMediumDay(locale, day))),
    sorted: ({ lastOrderDay: day }, text) => dayCell(day, text),
    isAsked: ({ last, lapsed }) => last !== null || lapsed,
  },
  {
    name: 'orders',
    kind: 'number',
    cell: (locale, { orders }) => formatNumber(locale, orders),
    sorted: ({ orders }, text) => ({ value: orders, text }),
    isAsked: ({ orders }) => orders !== null,
  },
  {
    name: 'nps',
    kind: 'number',
    cell: (locale, { nps }) => (nps === null ? '' : formatNumber(locale, nps)),
    sorted: ({ nps }, text) => (nps === null ? unknownCell(text) : { value: nps, text }),
    isAsked: ({ nps }) => nps !== null,
  },
  { name: 'rung', kind: 'words', cell: (locale, { rung }) => capital(rungName(locale, rung)), isAsked: () => false },
];

/**
 * What was asked for stands beside the name, as a phone shows two columns, and else the value; the rung is left out where all
 * stand on the one that was asked for.
 */
function columnsOf(query: CustomerQuery): ToldColumn[] {
  const shown = told.filter(({ name }) => name !== 'rung' || query.rung === null);
  return [...shown.filter(({ isAsked }) => isAsked(query)), ...shown.filter(({ isAsked }) => !isAsked(query))];
}

function headsOf(locale: Locale, columns: readonly ToldColumn[]): Column[] {
  const heads = columns.map(({ name, kind }) => ({ head: words(locale)[name], kind, mayBeLeftOut: true }) as const);
  return [{ head: words(locale).customer, kind: 'words' }, ...heads];
}

/** A line for each customer of a list; what says nothing of anybody is left out. */
export function customerTable(locale: Locale, query: CustomerQuery, customers: readonly ListedCustomer[]): TableBlock {
  const columns = columnsOf(query);
  const heads = headsOf(locale, columns).map((column, i) =>
    columns[i - 1]?.name === 'value' ? { ...column, head: `${column.head} ↓` } : column,
  );
  const rows = customers.map((one) => [nameOf(locale, one), ...columns.map(({ cell }) => cell(locale, one))]);
  return table(heads, rows).block;
}

/**
 * As many of a page as find room in a table that its reader sorts, with a menu of their names below it.
 *
 * @returns the block, and how many they are
 */
export function sortableCustomers(
  locale: Locale,
  { list, currency }: ReplyOf<'customer-list'>,
): { readonly block: DataTableBlock; readonly shown: number } {
  const { query, customers, before, next } = list;
  const columns = columnsOf(query);
  const rows = customers.map((one) => [
    nameOf(locale, one),
    ...columns.map(({ cell, sorted }): SortableCell => {
      const text = cell(locale, one);
      return sorted ? sorted(one, text, currency) : text;
    }),
  ]);
  const inMenu = customers.map((one) => nameOf(locale, one).length);
  const shown = sortableRoom(rows, inMenu);
  const isAll = before > 0 || (next === null && shown === rows.length);
  const order = { order: words(locale).order, isAll };
  return { block: sortableTable(locale, order, headsOf(locale, columns), rows.slice(0, shown)), shown };
}
