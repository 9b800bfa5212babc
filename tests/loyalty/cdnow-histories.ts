import { existsSync, readFileSync } from 'node:fs';
import type { Spending } from '../../src/loyalty/prediction/gamma-gamma.ts';
import type { Histories } from '../../src/loyalty/prediction/histories.ts';
import { type Day, dayFromIso } from '../../src/loyalty/time/period.ts';

/** Undefined where the sample is not beside the checkout. */
export const cdnowFile = ['../shared', '../../shared']
  .map((folder) => new URL(`../../${folder}/data/cdnow/CDNOW_sample.txt`, import.meta.url))
  .find((url) => existsSync(url));

/** The order days of each customer, ascending, with what was spent on each, in cents. */
export type Book = readonly (readonly { readonly day: Day; readonly cents: number }[])[];

export function readBook(url: URL): Book {
  const customers = new Map<string, Map<Day, number>>();
  for (const line of readFileSync(url, 'utf8').split('\r\n')) {
    const [, customer, date = '', , amount] = line.trim().split(/\s+/);
    if (!customer) continue;
    const day = dayFromIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    const days = customers.get(customer) ?? new Map<Day, number>();
    customers.set(customer, days.set(day, (days.get(day) ?? 0) + Math.round(Number(amount) * 100)));
  }
  return [...customers.values()].map((days) =>
    [...days].map(([day, cents]) => ({ day, cents })).sort((a, b) => a.day - b.day),
  );
}

/** What is known of orders before the as-of day. */
export function toColumns(book: Book, asOf: Day): { readonly histories: Histories; readonly spending: Spending } {
  const known = book.map((orders) => orders.filter(({ day }) => day < asOf)).filter((orders) => orders.length > 0);
  const first = (orders: Book[number]) => orders[0]?.day ?? 0;
  const paid = known.map((orders) => orders.slice(1).filter(({ cents }) => cents > 0));
  return {
    histories: {
      repeats: Int32Array.from(known, (orders) => orders.length - 1),
      recencyDays: Int32Array.from(known, (orders) => (orders.at(-1)?.day ?? 0) - first(orders)),
      ageDays: Int32Array.from(known, (orders) => asOf - 1 - first(orders)),
    },
    spending: {
      counts: Int32Array.from(paid, (orders) => orders.length),
      sums: Float64Array.from(paid, (orders) => orders.reduce((sum, { cents }) => sum + cents, 0)),
    },
  };
}

/** Order days from `from` until before `to`, of those who were customers before `from`. */
export function ordersWithin(book: Book, from: Day, to: Day): Int32Array {
  return Int32Array.from(
    book.filter((orders) => (orders[0]?.day ?? to) < from),
    (orders) => orders.filter(({ day }) => day >= from && day < to).length,
  );
}
