import { countsAsOrder, type NewOrder } from '../loyalty/facts/order.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { Occasion } from './answers.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';

/** One contact per person per 90 days. */
const contactGap = 90;
const leastAnonymous = 60;

/** Who is asked and who speaks up over the two years, in no order; the anonymous fill up to `count`. */
export function occasions(
  random: Random,
  customers: readonly SampleCustomer[],
  orders: readonly NewOrder[],
  count: number,
  today: Day,
): Occasion[] {
  const daysOf = new Map<string, Day[]>();
  for (const order of orders) {
    if (!countsAsOrder(order)) continue;
    const days = daysOf.get(order.customer);
    if (days) days.push(order.day);
    else daysOf.set(order.customer, [order.day]);
  }
  const found: Occasion[] = [];
  for (const customer of customers) {
    const days = daysOf.get(customer.customer);
    if (days) found.push(...surveysOf(random, customer, days, today), ...spokenUpBy(random, customer, days, today));
    else if (random.chance(0.45)) found.push(prospectRemark(random, customer, today));
  }
  found.push(...lateParcels(random, customers, found, daysOf, today));
  const anonymousCount = Math.max(leastAnonymous, count - found.length);
  return [...found, ...Array.from({ length: anonymousCount }, () => anonymous(random, today))];
}

/** Asked a few days after the first purchase, then about quarterly for as long as they order; two of three answer. */
function surveysOf(random: Random, customer: SampleCustomer, days: readonly Day[], today: Day): Occasion[] {
  const [first = today, last = today] = [days[0], days.at(-1)];
  const surveys: Occasion[] = [];
  const end = Math.min(today, last + 100);
  let day = first + random.between(2, 7);
  while (day <= end) {
    const kind =
      day < first + 8 ? random.weighted({ csat: 65, nps: 35 }) : random.weighted({ nps: 64, csat: 25, cli: 11 });
    const source = random.weighted({ email: 72, web: 19, phone: 9 });
    if (random.chance(0.67))
      surveys.push(occasion(customer, kind, day, moodOn(customer, day, last, today), source, today));
    day += contactGap + random.between(0, 32);
  }
  return surveys;
}

/** Reviews and remarks come unasked. */
function spokenUpBy(random: Random, customer: SampleCustomer, days: readonly Day[], today: Day): Occasion[] {
  const [first = today, last = today] = [days[0], days.at(-1)];
  const found: Occasion[] = [];
  const anyDay = () => Math.min(today, random.between(first, last) + random.between(1, 9));
  const moved = Math.abs(customer.mood - 0.7);
  if (random.chance(0.08 + 0.8 * moved)) {
    const day = anyDay();
    const source = random.weighted({ trustpilot: 50, google: 38, facebook: 12 });
    found.push(occasion(customer, 'review', day, moodOn(customer, day, last, today), source, today));
  }
  const remarks = random.pick([0, 0, 0, 0, 1, 1, 2]);
  for (let i = 0; i < remarks; i += 1) {
    const day = anyDay();
    const source = random.weighted({ phone: 40, support: 35, visit: 18, fair: 7 });
    const mood = moodOn(customer, day, last, today) + random.normal() * 0.12;
    found.push(occasion(customer, 'remark', day, mood, source, today));
  }
  return found;
}

function prospectRemark(random: Random, customer: SampleCustomer, today: Day): Occasion {
  const day = Math.min(today, Math.max(customer.sinceDay, today - 700) + random.between(0, 20));
  return occasion(customer, 'remark', day, 0.7, random.pick(['fair', 'web', 'phone']), today);
}

/** From the code on the bag, or a review under a name that nobody knows. */
function anonymous(random: Random, today: Day): Occasion {
  const kind = random.weighted({ nps: 50, csat: 32, review: 18 });
  return {
    customer: null,
    language: random.weighted({ da: 60, nb: 22, en: 18 }),
    kind,
    day: today - random.between(0, 700),
    mood: random.pick([0.97, 0.95, 0.9, 0.84, 0.8, 0.74, 0.6, 0.35]),
    source: kind === 'review' ? random.pick(['google', 'trustpilot']) : 'qr',
    theme: null,
  };
}

/** The newest first, one a day. */
const complaints = [
  { language: 'da', kind: 'nps', source: 'email' },
  { language: 'nb', kind: 'csat', source: 'email' },
  { language: 'da', kind: 'remark', source: 'phone' },
  { language: 'en', kind: 'nps', source: 'web' },
  { language: 'da', kind: 'review', source: 'trustpilot' },
  { language: 'nb', kind: 'cli', source: 'email' },
] as const;

/** This week's story: a new carrier, and parcels that come late. From some who order often and were not asked of late, in each language. */
function lateParcels(
  random: Random,
  customers: readonly SampleCustomer[],
  found: readonly Occasion[],
  daysOf: ReadonlyMap<string, readonly Day[]>,
  today: Day,
): Occasion[] {
  const sinceDay = today - contactGap - complaints.length;
  const asked = new Set(found.filter(({ day }) => day > sinceDay).map(({ customer }) => customer));
  const waiting = customers.filter((customer) => {
    const last = daysOf.get(customer.customer)?.at(-1) ?? 0;
    return customer.course === 'regular' && last > today - 45 && !asked.has(customer);
  });
  return complaints.flatMap(({ language, kind, source }, daysAgo) => {
    const speakers = waiting.filter((customer) => customer.language === language);
    if (speakers.length === 0) return [];
    const customer = random.pick(speakers);
    waiting.splice(waiting.indexOf(customer), 1);
    return { customer, language, kind, day: today - daysAgo, mood: 0.12, source, theme: 'delivery' as const };
  });
}

/**
 * Things get a little better over the two years, a rise in price was taken badly half a year ago, and who is about to
 * leave is not at their happiest.
 */
function moodOn({ mood, course }: SampleCustomer, day: Day, lastOrder: Day, today: Day): number {
  const progress = 0.05 * (0.5 - (today - day) / 730);
  const price = isPriceRise(day, today) ? -0.1 : 0;
  const leaving = course === 'lapsed' && day > lastOrder - 60 ? -0.18 : 0;
  return Math.max(0, Math.min(1, mood + progress + price + leaving));
}

function isPriceRise(day: Day, today: Day): boolean {
  return day > today - 205 && day < today - 165;
}

function occasion(
  customer: SampleCustomer,
  kind: Occasion['kind'],
  day: Day,
  mood: number,
  source: string,
  today: Day,
): Occasion {
  const theme = isPriceRise(day, today) && mood < 0.75 ? 'price' : null;
  return { customer, language: customer.language, kind, day, mood, source, theme };
}
