import { z } from 'zod';
import type { CustomerListFacts } from '../../facts/customer-list.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { actions, context, header } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { menuElement } from '../kit/menu.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter, ReplyOf } from '../kit/presenter.ts';
import { nameOf } from '../words/names.ts';
import { customerQuery } from './customer-query-schema.ts';
import { queryWords } from './customer-query-words.ts';
import { customerTable } from './customer-table.ts';
import { openCustomerButton } from './customers.ts';

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
    of: (count: string, base: string) => `${count} of ${base}`,
    atLeast: (count: string) => `At least ${count}`,
    noneYet: (base: string) => `None found yet, of ${base}`,
    customer: 'Customer',
    inTerminal: 'All of them: --csv FILE',
    show: 'Show a customer',
    more: 'Show more',
    file: 'Send me as a file',
    save: 'Save as segment',
  },
  da: {
    of: (count: string, base: string) => `${count} af ${base}`,
    atLeast: (count: string) => `Mindst ${count}`,
    noneYet: (base: string) => `Ingen fundet endnu, af ${base}`,
    customer: 'Kunde',
    inTerminal: 'Alle: --csv FIL',
    show: 'Vis en kunde',
    more: 'Vis flere',
    file: 'Send mig som fil',
    save: 'Gem som segment',
  },
  nb: {
    of: (count: string, base: string) => `${count} av ${base}`,
    atLeast: (count: string) => `Minst ${count}`,
    noneYet: (base: string) => `Ingen funnet ennå, av ${base}`,
    customer: 'Kunde',
    inTerminal: 'Alle: --csv FIL',
    show: 'Vis en kunde',
    more: 'Vis flere',
    file: 'Send meg som fil',
    save: 'Lagre som segment',
  },
});

/** A list of customers, the greatest value first, a page at a time. */
export const customerListReply: Presenter<'customer-list'> = {
  draw(reply, locale, { inTerminal }) {
    const { list } = reply;
    const { count, asked } = headline(locale, reply);
    const title = asked === '' ? count : `${count}: ${asked}`;
    const isLong = title.length > mostInTitle;
    return toMessage(escapeMrkdwn(title), [
      header(isLong ? count : title),
      ...(isLong ? [context(asked)] : []),
      ...(list.customers.length > 0 ? [customerTable(locale, list.query, list.customers)] : []),
      ...(inTerminal && list.next ? [context(words(locale).inTerminal)] : []),
      ...(inTerminal ? [] : buttons(locale, reply)),
    ]);
  },
  json: ({ list: { query: asked, ...list } }) => withIsoDays({ ...list, query: asked }),
};

/** A headline of two lines. */
const mostInTitle = 125;

/** "12 of 400 customers", "ambassadors, country NO". */
function headline(
  locale: Locale,
  { list, currency }: ReplyOf<'customer-list'>,
): { readonly count: string; readonly asked: string } {
  const base = counted(locale, list.base, customersBase(locale));
  const asked = queryWords(locale, list.query, currency, list.ownerName);
  if (asked.length === 0) return { count: `${base}${pageWords(locale, list)}`, asked: '' };
  return { count: `${countWords(locale, list, base)}${pageWords(locale, list)}`, asked: asked.join(', ') };
}

/** "12 of 400 customers"; of very many, not all of whom were looked at, no more is said than is known. */
function countWords(locale: Locale, { count, isExact }: CustomerListFacts, base: string): string {
  const text = words(locale);
  if (count === 0 && !isExact) return text.noneYet(base);
  const number = formatNumber(locale, count);
  return text.of(isExact ? number : text.atLeast(number), base);
}

/** " (11–20)"; of the first page nothing. */
function pageWords(locale: Locale, { before, customers }: CustomerListFacts): string {
  if (before === 0 || customers.length === 0) return '';
  return ` (${formatNumber(locale, before + 1)}–${formatNumber(locale, before + customers.length)})`;
}

function buttons(locale: Locale, { list, mayExport }: ReplyOf<'customer-list'>): Message['blocks'] {
  const text = words(locale);
  const { customers, next, before } = list;
  const choices = customers.map((one) => ({ label: nameOf(locale, one), value: { customerId: one.id } }));
  const fits = fitsListButton(list.query);
  const elements = [
    ...(choices.length > 0 ? [menuElement(openCustomerButton, text.show, [{ title: text.customer, choices }])] : []),
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

/** Slack takes 2,000 characters in a button: of endless names there is none. */
export function fitsListButton(query: CustomerQuery): boolean {
  return JSON.stringify(query).length < 1800;
}

/** A list of everybody is no segment, and no rule knows of campaigns and of who looks after whom. */
function isRule(query: CustomerQuery): boolean {
  if (query.campaign !== null || query.owner !== null) return false;
  return Object.values(query).some((asked) => asked !== null && asked !== false);
}
