import type { NewOrder } from '../loyalty/facts/order.ts';
import { type Day, isoFromDay, weekdayOf } from '../loyalty/time/period.ts';
import type { Segment } from './comments/phrases.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';

type UnnumberedOrder = Omit<NewOrder, 'orderId'>;

/** All orders by day, numbered as a shop numbers them: NK-2025-00042. */
export function sampleOrders(
  random: Random,
  customers: readonly SampleCustomer[],
  firstDay: Day,
  today: Day,
): NewOrder[] {
  const orders = customers.flatMap((customer) => ordersOf(random, customer, firstDay, today));
  const counts = new Map<string, number>();
  return orders
    .sort((a, b) => a.day - b.day)
    .map((order) => {
      const year = isoFromDay(order.day).slice(0, 4);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { orderId: `NK-${year}-${String(count).padStart(5, '0')}`, ...order };
    });
}

function ordersOf(random: Random, customer: SampleCustomer, firstDay: Day, today: Day): UnnumberedOrder[] {
  const { country } = customer;
  const currency = country === 'DK' ? 'DKK' : country === 'NO' ? 'NOK' : 'EUR';
  const usual = random.between(...usualKroner[customer.segment]);
  const days = orderDays(random, customer, firstDay, today);
  const orders: UnnumberedOrder[] = [];
  for (const day of days) {
    const amountMinor = amountOf(random, usual * seasonOf(day, customer.segment).amount, currency);
    const status = random.chance(0.02) ? 'cancelled' : 'completed';
    const order = { shop: '', customer: customer.customer, day, at: null, amountMinor, currency, status } as const;
    orders.push(order);
    if (random.chance(0.03)) orders.push({ ...order, amountMinor: amountOf(random, usual * 0.3, currency) });
    const refundDay = day + random.between(2, 10);
    // The unhappy send more back.
    if (
      status === 'completed' &&
      amountMinor > 0 &&
      refundDay <= today &&
      random.chance(0.01 + 0.06 * (1 - customer.mood))
    ) {
      const share = random.pick([0.25, 0.5, 1]);
      orders.push({ ...order, day: refundDay, amountMinor: -Math.round(amountMinor * share) });
    }
  }
  return orders;
}

/** What an order costs, in whole kroner. */
const usualKroner: Readonly<Record<Segment, readonly [number, number]>> = {
  cafe: [1_600, 6_200],
  office: [800, 3_400],
  home: [180, 620],
};

/** Days between two orders. */
const usualGap: Readonly<Record<Segment, readonly [number, number]>> = {
  cafe: [9, 21],
  office: [24, 42],
  home: [30, 75],
};

const minorPerKrone: Readonly<Record<string, number>> = { DKK: 100, NOK: 155, EUR: 13.4 };

function amountOf(random: Random, kroner: number, currency: string): number {
  // Now and then a bag goes out for nothing: a sample, or in place of a broken one.
  if (random.chance(0.012)) return 0;
  const minor = kroner * (0.75 + random.next() * 0.5) * (minorPerKrone[currency] ?? 100);
  return Math.max(50, Math.round(minor / 50) * 50);
}

function orderDays(random: Random, customer: SampleCustomer, firstDay: Day, today: Day): Day[] {
  const start = Math.min(today, Math.max(customer.sinceDay, firstDay + random.between(0, 45)));
  switch (customer.course) {
    case 'prospect':
      return [];
    case 'once':
      return [workday(start, customer.segment, today)];
    case 'lapsed':
      return spell(random, customer, start, random.between(start + 40, Math.max(start + 60, today - 150)));
    case 'back': {
      const left = random.between(start + 40, Math.max(start + 60, today - 500));
      const back = left + random.between(375, Math.max(380, Math.min(460, today - left - 20)));
      return [...spell(random, customer, start, left), ...spell(random, customer, Math.min(back, today), today)];
    }
    case 'regular':
      return spell(random, customer, start, today);
  }
}

/** Orders at the customer's own pace: the less happy, the further between. */
function spell(random: Random, { segment, mood }: SampleCustomer, from: Day, to: Day): Day[] {
  const gap = random.between(...usualGap[segment]) * (1.9 - mood);
  const days: Day[] = [];
  let day = from;
  while (day <= to) {
    const ordered = workday(day, segment, to);
    if (ordered > (days.at(-1) ?? Number.NEGATIVE_INFINITY)) days.push(ordered);
    day += Math.max(1, Math.round(gap * seasonOf(day, segment).gap * (0.6 + random.next() * 0.8)));
  }
  return days;
}

/** Cafés and offices order from Monday to Friday: what falls on a weekend is done on Monday, or was on Friday. */
function workday(day: Day, segment: Segment, last: Day): Day {
  const weekday = weekdayOf(day);
  if (segment === 'home' || (weekday !== 0 && weekday !== 6)) return day;
  const monday = day + (weekday === 6 ? 2 : 1);
  return monday <= last ? monday : day - (weekday === 6 ? 1 : 2);
}

/** December is for presents, July for holidays. */
function seasonOf(day: Day, segment: Segment): { readonly gap: number; readonly amount: number } {
  const month = Number(isoFromDay(day).slice(5, 7));
  if (month >= 11) return { gap: 0.8, amount: segment === 'home' ? 1.45 : 1.2 };
  if (month === 7) return segment === 'cafe' ? { gap: 0.85, amount: 1.15 } : { gap: 1.7, amount: 0.8 };
  return { gap: 1, amount: 1 };
}
