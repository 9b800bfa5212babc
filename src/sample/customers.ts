import type { NewCustomer } from '../loyalty/facts/customer.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { Segment } from './comments/phrases.ts';
import { type Country, customerName, slugOf } from './names.ts';
import type { Random } from './random.ts';

/** How the story of a customer goes. */
export type Course = 'prospect' | 'once' | 'lapsed' | 'back' | 'regular';
type Mood = 'delighted' | 'content' | 'lukewarm' | 'unhappy';

/** A customer with what the rows do not tell, but orders and answers follow from. */
export interface SampleCustomer extends NewCustomer {
  readonly sinceDay: Day;
  readonly country: Country;
  readonly language: 'da' | 'nb' | 'en';
  readonly segment: Segment;
  readonly course: Course;
  /** 0 furious to 1 delighted. */
  readonly mood: number;
}

/** Customers in the order in which they were won: about every eighth came on another's recommendation. */
export function sampleCustomers(random: Random, count: number, firstDay: Day, today: Day): SampleCustomer[] {
  const days = Array.from({ length: count }, () => sinceDay(random, firstDay, today)).sort((a, b) => a - b);
  const names = new Set<string>();
  const customers: SampleCustomer[] = [];
  for (const [i, since] of days.entries()) {
    const customer = sampleCustomer(random, `NK${1001 + i}`, since, today, names);
    customers.push({ ...customer, recommendedBy: random.chance(0.13) ? recommender(random, customers) : null });
  }
  return customers;
}

function sampleCustomer(random: Random, customer: string, since: Day, today: Day, names: Set<string>): SampleCustomer {
  const country = random.weighted<Country>({ DK: 63, NO: 21, SE: 4, DE: 4, GB: 3, NL: 2, FI: 2, IS: 1 });
  const segment = random.weighted<Segment>({ cafe: 28, office: 30, home: 42 });
  const name = newName(random, country, segment, names);
  const mood = random.weighted<Mood>({ delighted: 36, content: 33, lukewarm: 18, unhappy: 13 });
  const known = random.chance(0.65);
  return {
    customer,
    name,
    email: random.chance(0.95) ? emailOf(random, name, segment, country) : null,
    language: languageOf(random, country),
    country,
    sinceDay: since,
    costMinor: known ? random.between(...costs[segment]) * 100 : null,
    costCurrency: known ? 'DKK' : null,
    source: null,
    relationshipYears: null,
    segments: null,
    recommendedBy: null,
    rewardMinor: null,
    rewardCurrency: null,
    segment,
    course: courseOf(random, mood, today - since),
    mood: Math.max(0.05, Math.min(1, moods[mood] + random.normal() * 0.05)),
  };
}

/** A third was won before the orders at hand begin. */
function sinceDay(random: Random, firstDay: Day, today: Day): Day {
  return random.chance(0.34) ? firstDay - random.between(1, 1_400) : random.between(firstDay, today - 2);
}

const moods: Readonly<Record<Mood, number>> = { delighted: 0.96, content: 0.83, lukewarm: 0.66, unhappy: 0.36 };

/** What winning one costs, in whole kroner. */
const costs: Readonly<Record<Segment, readonly [number, number]>> = {
  cafe: [900, 4_200],
  office: [500, 2_600],
  home: [40, 260],
};

/** The unhappy leave sooner; nobody lapses or comes back who has not been here for long. */
function courseOf(random: Random, mood: Mood, knownDays: number): Course {
  if (random.chance(knownDays < 200 ? 0.16 : 0.06)) return 'prospect';
  const courses: Readonly<Record<Mood, Readonly<Record<Course, number>>>> = {
    delighted: { prospect: 0, once: 5, lapsed: 4, back: 14, regular: 77 },
    content: { prospect: 0, once: 14, lapsed: 14, back: 14, regular: 58 },
    lukewarm: { prospect: 0, once: 26, lapsed: 32, back: 6, regular: 36 },
    unhappy: { prospect: 0, once: 36, lapsed: 44, back: 0, regular: 20 },
  };
  const course = random.weighted(courses[mood]);
  if (course === 'back' && knownDays < 560) return 'regular';
  if (course === 'lapsed' && knownDays < 240) return 'once';
  return course;
}

/** Who recommends is content and was a customer before. */
function recommender(random: Random, earlier: readonly SampleCustomer[]): string | null {
  const happy = earlier.filter(({ course, mood }) => mood > 0.8 && (course === 'regular' || course === 'back'));
  return happy.length > 0 ? random.pick(happy).customer : null;
}

function languageOf(random: Random, country: Country): 'da' | 'nb' | 'en' {
  if (country === 'DK') return random.chance(0.95) ? 'da' : 'en';
  if (country === 'NO') return random.chance(0.93) ? 'nb' : 'en';
  return 'en';
}

function newName(random: Random, country: Country, segment: Segment, taken: Set<string>): string {
  const name = customerName(random, country, segment);
  let unique = name;
  // Where all names are taken, a number tells two of one name apart.
  for (let n = 2; taken.has(unique); n += 1) {
    unique = n < 6 ? customerName(random, country, segment) : `${name} ${n}`;
  }
  taken.add(unique);
  return unique;
}

/** At domains that nobody can own (RFC 2606). */
function emailOf(random: Random, name: string, segment: Segment, country: Country): string {
  if (segment === 'home') return `${slugOf(name, '.')}@${random.pick(['example.com', 'example.net', 'example.org'])}`;
  const boxes = country === 'DK' || country === 'NO' ? ['post', 'info', 'mail', 'kontor'] : ['info', 'mail', 'hello'];
  return `${random.pick(boxes)}@${slugOf(name, '-')}.example`;
}
