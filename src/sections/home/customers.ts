import type { HomeCustomer } from '../../facts/home.ts';
import { showCustomerButton } from '../../messages/customers/customers.ts';
import { divider, header, plainSection } from '../../messages/kit/blocks.ts';
import { moneyWords } from '../../messages/words/money-words.ts';
import { nameOf } from '../../messages/words/names.ts';
import { rungTitle } from '../../messages/words/rung-words.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { DrawHomeSection } from './section.ts';

const words = defineText({
  en: {
    title: 'Your customers',
    taken: (day: string) => `you took a follow-up on ${day}`,
    atWork: (day: string) => `follow-up at work since ${day}`,
    value: (money: string) => `${money} in all`,
    show: 'Show',
  },
  da: {
    title: 'Dine kunder',
    taken: (day: string) => `du tog en opfølgning den ${day}`,
    atWork: (day: string) => `opfølgning i gang siden ${day}`,
    value: (money: string) => `${money} i alt`,
    show: 'Vis',
  },
  nb: {
    title: 'Kundene dine',
    taken: (day: string) => `du tok en oppfølging ${day}`,
    atWork: (day: string) => `oppfølging i gang siden ${day}`,
    value: (money: string) => `${money} totalt`,
    show: 'Vis',
  },
});

/** The customers whose follow-ups this member took. */
export const drawMyCustomers: DrawHomeSection = ({ myCustomers }, locale) =>
  myCustomers.length === 0
    ? []
    : [divider(), header(words(locale).title), ...myCustomers.map((customer) => drawCustomer(customer, locale))];

function drawCustomer(customer: HomeCustomer, locale: Locale) {
  const text = words(locale);
  const name = nameOf(locale, customer);
  const money = moneyWords(locale, customer.value);
  const day = formatDay(locale, customer.takenDay);
  const standing = [rungTitle(locale, customer.rung), ...(money ? [text.value(money)] : [])].join(' · ');
  const said = `${name} · ${standing}\n${customer.atWork ? text.atWork(day) : text.taken(day)}`;
  const show = showCustomerButton.element(text.show, { customerId: customer.id }, { spoken: `${text.show} ${name}` });
  return plainSection(said, show);
}
