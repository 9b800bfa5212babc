import type { TableBlock } from '@slack/types';
import type { ListedCustomer } from '../../facts/customer-list.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { formatMediumDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { capital } from '../../text/terms.ts';
import { type Column, table, unbroken } from '../kit/table.ts';
import { wholeMoneyWords } from '../words/money-words.ts';
import { nameOf } from '../words/names.ts';
import { rungName } from '../words/rung-words.ts';

const words = defineText({
  en: {
    customer: 'Customer',
    value: 'Value so far ↓',
    last: 'Newest order',
    orders: 'Orders',
    nps: 'NPS',
    rung: 'Rung',
  },
  da: { customer: 'Kunde', value: 'Værdi til nu ↓', last: 'Nyeste ordre', orders: 'Ordrer', nps: 'NPS', rung: 'Trin' },
  nb: { customer: 'Kunde', value: 'Verdi til nå ↓', last: 'Nyeste ordre', orders: 'Ordrer', nps: 'NPS', rung: 'Trinn' },
});

interface ToldColumn {
  readonly name: 'value' | 'last' | 'orders' | 'nps' | 'rung';
  readonly kind: Column['kind'];
  /** Empty: not known. */
  cell(locale: Locale, one: ListedCustomer): string;
  /** Whether the list was asked for by it. */
  isAsked(query: CustomerQuery): boolean;
}

const told: readonly ToldColumn[] = [
  {
    name: 'value',
    kind: 'number',
    cell: (locale, { value }) => unbroken(wholeMoneyWords(locale, value) ?? ''),
    isAsked: ({ value }) => value !== null,
  },
  {
    name: 'last',
    kind: 'words',
    cell: (locale, { lastOrderDay: day }) => (day === null ? '' : unbroken(formatMediumDay(locale, day))),
    isAsked: ({ last, lapsed }) => last !== null || lapsed,
  },
  {
    name: 'orders',
    kind: 'number',
    cell: (locale, { orders }) => formatNumber(locale, orders),
    isAsked: ({ orders }) => orders !== null,
  },
  {
    name: 'nps',
    kind: 'number',
    cell: (locale, { nps }) => (nps === null ? '' : formatNumber(locale, nps)),
    isAsked: ({ nps }) => nps !== null,
  },
  { name: 'rung', kind: 'words', cell: (locale, { rung }) => capital(rungName(locale, rung)), isAsked: () => false },
];

/**
 * A line for each customer of a list. What was asked for stands beside the name, as a phone shows two columns, and else the
 * value; what says nothing of anybody is left out, and so is the rung where all stand on the one that was asked for.
 */
export function customerTable(locale: Locale, query: CustomerQuery, customers: readonly ListedCustomer[]): TableBlock {
  const shown = told.filter(({ name }) => name !== 'rung' || query.rung === null);
  const columns = [...shown.filter(({ isAsked }) => isAsked(query)), ...shown.filter(({ isAsked }) => !isAsked(query))];
  const heads = columns.map(({ name, kind }) => ({ head: words(locale)[name], kind, mayBeLeftOut: true }) as const);
  const rows = customers.map((one) => [nameOf(locale, one), ...columns.map(({ cell }) => cell(locale, one))]);
  return table([{ head: words(locale).customer, kind: 'words' }, ...heads], rows).block;
}
