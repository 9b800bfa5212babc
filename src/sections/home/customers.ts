import type { HomeCustomer } from '../../facts/home.ts';
import { readNames } from '../../flows/customers/read-names.ts';
import { factorsInto } from '../../flows/upkeep/read-factors.ts';
import { toMoney } from '../../loyalty/facts/worth.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { showCustomerButton } from '../../messages/customers/customers.ts';
import { divider, header, plainSection } from '../../messages/kit/blocks.ts';
import { wholeMoneyWords } from '../../messages/words/money-words.ts';
import { nameOf } from '../../messages/words/names.ts';
import { rungTitle } from '../../messages/words/rung-words.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { HomeRequest, HomeSection } from './section.ts';

const words = defineText({
  en: {
    title: 'Your customers',
    taken: (day: string) => `you took a follow-up on ${day}`,
    atWork: (day: string) => `follow-up in progress since ${day}`,
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

const shown = 4;

/** The customers whose follow-ups this member took. */
export const myCustomers: HomeSection = {
  name: 'my-customers',
  of: 'follow-ups',
  gather: async (request) => ({ myCustomers: await readMyCustomers(request) }),
  draw: ({ myCustomers = [] }, locale) =>
    myCustomers.length === 0
      ? []
      : [divider(), header(words(locale).title), ...myCustomers.map((customer) => drawCustomer(customer, locale))],
};

async function readMyCustomers({ store, settings, memberId, today }: HomeRequest): Promise<HomeCustomer[]> {
  const taken = await store.followUps.customersTaken(memberId, shown);
  const ids = taken.map(({ customerId }) => customerId);
  const [names, rungs, sums, factors] = await Promise.all([
    readNames(store, ids, settings.nameStyle),
    store.rungChanges.rungsAsOf(ids, today + 1),
    store.orders.sumsBefore(ids, today + 1),
    factorsInto(settings.currency, store),
  ]);
  return taken.flatMap(({ customerId, takenAt, atWork }) => {
    const name = names.get(customerId);
    if (!name) return [];
    const value = toMoney(sums.get(customerId)?.revenue ?? {}, factors);
    const takenDay = localDay(takenAt, settings.timeZone);
    return [{ ...name, rung: rungs.get(customerId) ?? null, value, takenDay, atWork }];
  });
}

function drawCustomer(customer: HomeCustomer, locale: Locale) {
  const text = words(locale);
  const name = nameOf(locale, customer);
  const money = wholeMoneyWords(locale, customer.value);
  const day = formatDay(locale, customer.takenDay);
  const standing = [rungTitle(locale, customer.rung), ...(money ? [text.value(money)] : [])].join(' · ');
  const said = `${name} · ${standing}\n${customer.atWork ? text.atWork(day) : text.taken(day)}`;
  const show = showCustomerButton.element(text.show, { customerId: customer.id }, { spoken: `${text.show} ${name}` });
  return plainSection(said, show);
}
