import { existsSync, readFileSync } from 'node:fs';

const dayMs = 86_400_000;

/** The CDNOW sample as of a day, with the order days of the `days` that follow; null where it is not beside the checkout. */
export function readCdnow(asOfText, days) {
  const file = ['../shared', '../../shared']
    .map((folder) => new URL(`../../${folder}/data/cdnow/CDNOW_sample.txt`, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) return null;
  const asOf = Date.parse(asOfText) / dayMs;
  const customers = new Map();
  for (const line of readFileSync(file, 'utf8').split('\r\n')) {
    const [, customer, date = ''] = line.trim().split(/\s+/);
    if (!customer) continue;
    const day = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6)) / dayMs;
    customers.set(customer, (customers.get(customer) ?? new Set()).add(day));
  }
  const books = [...customers.values()].map((all) => [...all].sort((a, b) => a - b));
  const known = books.filter(([first]) => first < asOf).map((all) => [all, all.filter((day) => day < asOf)]);
  return {
    histories: {
      repeats: Int32Array.from(known, ([, before]) => before.length - 1),
      recencyDays: Int32Array.from(known, ([, before]) => before.at(-1) - before[0]),
      ageDays: Int32Array.from(known, ([, before]) => asOf - 1 - before[0]),
    },
    orders: Int32Array.from(known, ([all]) => all.filter((day) => day >= asOf && day < asOf + days).length),
  };
}
