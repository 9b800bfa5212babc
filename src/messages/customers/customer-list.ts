import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { CustomerListFacts } from '../../facts/customer-list.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { actions, context } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { fitsButton, listHead, listWords, placesShown } from '../kit/list-page.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter, ReplyOf } from '../kit/presenter.ts';
import { wholeMoneyWords } from '../words/money-words.ts';
import { customerQuery } from './customer-query-schema.ts';
import { queryWords } from './customer-query-words.ts';
import { customerTable, sortableCustomers } from './customer-table.ts';
import { customerMenuElements } from './list-elements.ts';

const place = z.object({ worthMinor: z.int(), id: z.int() });

/** Opens the list behind a number. */
export const listCustomersButton = buttonKind('customers.list', z.object({ query: customerQuery }));

/** The next page of a list. */
export const moreCustomersButton = buttonKind(
  'customers.more',
  z.object({ query: customerQuery, after: place, before: z.int() }),
);
/** The whole list as a file, for the one who presses it. */
export const customersFileButton = buttonKind('customers.file', z.object({ query: customerQuery }));

/** Opens the form that saves what the list is of as a segment. */
export const saveSegmentButton = buttonKind('segment.save', z.object({ query: customerQuery }));

const words = defineText({
  en: {
    noneYet: (base: string) => `None found yet, of ${base}`,
    worth: (count: string, money: string) => `${count}, ${money} so far`,
    save: 'Save as segment',
  },
  da: {
    noneYet: (base: string) => `Ingen fundet endnu, af ${base}`,
    worth: (count: string, money: string) => `${count}, ${money} til nu`,
    save: 'Gem som segment',
  },
  nb: {
    noneYet: (base: string) => `Ingen funnet ennå, av ${base}`,
    worth: (count: string, money: string) => `${count}, ${money} til nå`,
    save: 'Lagre som segment',
  },
});

/** So many customers are read at a glance; in a table that can be sorted there are more, a few of which are seen at once. */
const mostAtAGlance = 10;

/** A list of customers, the greatest value first, a page at a time. */
export const customerListReply: Presenter<'customer-list'> = {
  draw(reply, locale, { inTerminal }) {
    const { list } = reply;
    const shown = { ...reply, list: narrowed(list, mostAtAGlance) };
    const { customers, next } = shown.list;
    const table = customers.length > 0 ? [customerTable(locale, list.query, customers)] : [];
    if (inTerminal) {
      const foot = next ? [context(listWords(locale).inTerminal)] : [];
      return drawList(headline(locale, shown, null), [...table, ...foot]);
    }
    const worth = worthOf(locale, list);
    const message = drawList(headline(locale, shown, worth), [...table, ...buttons(locale, shown)]);
    if (list.customers.length < 2) return message;
    const { block, shown: most } = sortableCustomers(locale, reply);
    const sorted = { ...reply, list: narrowed(list, most) };
    return {
      ...message,
      sortable: drawList(headline(locale, sorted, worth), [block, ...buttons(locale, sorted)]),
    };
  },
  json: ({ list: { query: asked, ...list } }) => withIsoDays({ ...narrowed(list, mostAtAGlance), query: asked }),
};

function drawList(head: ReturnType<typeof headline>, below: readonly KnownBlock[]): Message {
  return toMessage(escapeMrkdwn(head.title), [...head.blocks, ...below]);
}

/** The first customers of a page, from which the next page then goes on. */
function narrowed<List extends Pick<CustomerListFacts, 'customers' | 'next'>>(list: List, most: number): List {
  const customers = list.customers.slice(0, most);
  const last = customers.at(-1);
  if (customers.length === list.customers.length || !last) return list;
  return { ...list, customers, next: { worthMinor: last.worthMinor, id: last.id } };
}

/** @param worth what all of them come to; null: it is not told */
function headline(locale: Locale, { list, currency }: ReplyOf<'customer-list'>, worth: string | null) {
  const base = counted(locale, list.base, customersBase(locale));
  const asked = queryWords(locale, list.query, currency, list.ownerName);
  const found = asked.length === 0 ? base : countWords(locale, list, base);
  const count = worth === null ? found : words(locale).worth(found, worth);
  return listHead(`${count}${placesShown(locale, list.before, list.customers.length)}`, asked.join(', '));
}

/** What several customers come to, where that is all of them and can be said in few words: per currency, as it was paid. */
function worthOf(locale: Locale, { customers, before, next }: CustomerListFacts): string | null {
  if (customers.length < 2 || before > 0 || next !== null) return null;
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of customers.flatMap(({ value }) => value))
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  const amounts = [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
  return amounts.length <= 2 ? wholeMoneyWords(locale, amounts) : null;
}

/** "12 of 400 customers"; of very many, not all of whom were looked at, no more is said than is known. */
function countWords(locale: Locale, { count, isExact }: CustomerListFacts, base: string): string {
  if (count === 0 && !isExact) return words(locale).noneYet(base);
  const text = listWords(locale);
  const number = formatNumber(locale, count);
  return text.of(isExact ? number : text.atLeast(number), base);
}

function buttons(locale: Locale, { list, mayExport }: ReplyOf<'customer-list'>): Message['blocks'] {
  const text = { ...listWords(locale), ...words(locale) };
  const { customers, next, before } = list;
  const fits = fitsButton(list.query);
  const elements = [
    ...customerMenuElements(locale, customers),
    ...(next && fits
      ? [moreCustomersButton.element(text.more, { query: list.query, after: next, before: before + customers.length })]
      : []),
    ...(mayExport && fits && customers.length > 0
      ? [customersFileButton.element(text.file, { query: list.query })]
      : []),
    ...(mayExport && fits && isRule(list.query) ? [saveSegmentButton.element(text.save, { query: list.query })] : []),
  ];
  return elements.length > 0 ? [actions(...elements)] : [];
}

/** A list of everybody is no segment, and no rule knows of campaigns and of who looks after whom. */
function isRule(query: CustomerQuery): boolean {
  if (query.campaign !== null || query.owner !== null) return false;
  return Object.values(query).some((asked) => asked !== null && asked !== false);
}
