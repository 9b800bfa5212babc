import { describe, expect, test } from 'vitest';
import { isNegative, type NewAnswer } from '../../src/loyalty/facts/answer.ts';
import { countsAsOrder } from '../../src/loyalty/facts/order.ts';
import { convert, ratesInto } from '../../src/loyalty/facts/rates.ts';
import { defaultLadderRules, rungAsOf, rungChanges, rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import { type Day, dayFromIso } from '../../src/loyalty/time/period.ts';
import { da } from '../../src/sample/comments/da.ts';
import { en } from '../../src/sample/comments/en.ts';
import { nb } from '../../src/sample/comments/nb.ts';
import type { Tone } from '../../src/sample/comments/phrases.ts';
import { generateSample, type Sample } from '../../src/sample/generate-sample.ts';

const samples = [
  { seed: 1, date: '2026-11-22' },
  { seed: 2, date: '2026-03-01' },
  { seed: 3, date: '2028-02-29' },
  { seed: 2_026, date: '2026-07-04' },
].map((of) => ({ ...of, today: dayFromIso(of.date) }));

test('the same seed and day give the same sample, another seed another', () => {
  const today = dayFromIso('2026-11-22');
  expect(generateSample({ seed: 7, today })).toEqual(generateSample({ seed: 7, today }));
  expect(generateSample({ seed: 8, today })).not.toEqual(generateSample({ seed: 7, today }));
});

describe.each(['nb', 'en'] as const)('the sample company in %s', (language) => {
  const today = dayFromIso('2026-11-22');
  const danish = generateSample({ seed: 1, today });
  const sample = generateSample({ seed: 1, today, language });
  const phrases = { nb, en }[language];
  const sentences = allTexts(phrases);

  test('is the same company, whose customers all write in that language', () => {
    expect(sample.orders).toEqual(danish.orders);
    expect(sample.answers.map(({ customer, day, kind, score }) => ({ customer, day, kind, score }))).toEqual(
      danish.answers.map(({ customer, day, kind, score }) => ({ customer, day, kind, score })),
    );
    const comments = sample.answers.flatMap(({ comment }) => (comment ? [comment] : []));
    expect(comments.length).toBeGreaterThan(500);
    const foreign = comments.filter((one) => !sentences.some((text) => one.toLowerCase().includes(text)));
    expect(foreign).toEqual([]);
  });

  test('has segments, sources and a campaign with names in that language', () => {
    const named = (all: Sample) => [
      ...new Set([
        ...all.customers.flatMap(({ segments, source }) => [...(segments ?? []), source]),
        ...all.spend.map(({ source }) => source),
        ...all.contacts.flatMap(({ campaign, variant }) => [campaign, variant]),
      ]),
    ];
    const same = named(sample).filter((name) => name !== null && named(danish).includes(name));
    // Names of others, and words that both languages have.
    const shared = { nb: ['Anbefaling', 'Kontor', 'Messe', 'Ny høst', 'Privat', 'Storkunde'], en: ['Café'] }[language];
    expect(same.sort()).toEqual([...shared, 'Google Ads', 'Instagram'].sort());
  });
});

/** Every sentence, in small letters and without its full stop, as some write it. */
function allTexts(phrases: object): string[] {
  return Object.values(phrases).flatMap((one: unknown) =>
    typeof one === 'string' ? [one.toLowerCase().replace(/\.$/, '')] : allTexts(one as object),
  );
}

describe.each(samples)('the sample of seed $seed on $date', ({ seed, today }) => {
  const sample = generateSample({ seed, today });
  const { customers, orders, answers, pins } = sample;
  const ordersBy = groupBy(orders.filter(countsAsOrder), ({ customer }) => customer);
  const answersBy = groupBy(answers, ({ customer }) => customer);

  test('has 400 customers, two years of orders and 1 500 answers, with numbers of their own', () => {
    expect(customers).toHaveLength(400);
    expect(answers).toHaveLength(1_500);
    expect(orders.length).toBeGreaterThan(3_500);
    expect(orders.length).toBeLessThan(7_000);
    for (const ids of [
      customers.map(({ customer }) => customer),
      customers.map(({ name }) => name),
      orders.map(({ orderId }) => orderId),
      answers.map(({ answerId }) => answerId),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('has nothing dated after today, and orders from the first days of the two years on', () => {
    const last = (days: readonly (Day | null)[]) => Math.max(...days.map((day) => day ?? 0));
    expect(last(customers.map(({ sinceDay }) => sinceDay))).toBeLessThanOrEqual(today);
    expect(last(orders.map(({ day }) => day))).toBeLessThanOrEqual(today);
    expect(last(answers.map(({ day }) => day))).toBe(today);
    expect(last(pins.map(({ fromDay }) => fromDay))).toBeLessThanOrEqual(today);
    const first = Math.min(...orders.map(({ day }) => day));
    expect(today - first).toBeGreaterThan(715);
    expect(today - first).toBeLessThan(735);
  });

  test('names only customers that there are, recommenders before those they recommended', () => {
    const place = new Map(customers.map(({ customer }, i) => [customer, i]));
    for (const { customer } of [...orders, ...pins]) expect(place.has(customer)).toBe(true);
    for (const { customer } of answers) expect(customer === null || place.has(customer)).toBe(true);
    for (const [i, { recommendedBy }] of customers.entries()) {
      if (recommendedBy !== null) expect(place.get(recommendedBy)).toBeLessThan(i);
    }
    const won = customers.filter(({ customer, recommendedBy }) => recommendedBy !== null && ordersBy.has(customer));
    expect(won.length).toBeGreaterThan(15);
  });

  test('speaks Danish, Norwegian and English, from several countries, in three currencies', () => {
    for (const language of ['da', 'nb', 'en']) {
      const speakers = customers.filter((customer) => customer.language === language);
      expect(speakers.length).toBeGreaterThan(40);
      const commented = speakers.filter(({ customer }) =>
        answersBy.get(customer)?.some(({ comment }) => comment !== null),
      );
      expect(commented.length).toBeGreaterThan(20);
    }
    expect(new Set(customers.map(({ country }) => country)).size).toBeGreaterThan(4);
    const share = (currency: string) => orders.filter((order) => order.currency === currency).length / orders.length;
    expect(share('DKK')).toBeGreaterThan(0.5);
    expect(share('NOK')).toBeGreaterThan(0.1);
    expect(share('EUR')).toBeGreaterThan(0.05);
  });

  test('tells how customers were won, at what cost, and how a campaign with two variants did', () => {
    const { spend, rates, contacts, recommendations } = sample;
    const known = new Set(customers.map(({ customer }) => customer));
    const sources = new Set(customers.map(({ source }) => source));
    for (const { source, from, to } of spend) {
      expect(sources.has(source)).toBe(true);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(today + 1);
    }
    expect(new Set(customers.flatMap(({ segments }) => segments ?? [])).size).toBe(5);
    expect(customers.every(({ source, recommendedBy }) => (source === 'Anbefaling') === (recommendedBy !== null))).toBe(
      true,
    );
    // Everything can be told in kroner.
    expect(convert(ratesInto('DKK', rates), orders)).toMatchObject({ kind: 'converted' });
    for (const { recommender, day } of recommendations) {
      expect(known.has(recommender)).toBe(true);
      expect(day).toBeLessThanOrEqual(today);
    }
    expect(new Set(contacts.map(({ customer }) => customer)).size).toBe(contacts.length);
    expect(contacts.every(({ customer, respondedDay }) => known.has(customer) && (respondedDay ?? 0) <= today)).toBe(
      true,
    );
    for (const variant of new Set(contacts.map((contact) => contact.variant))) {
      const own = contacts.filter((contact) => contact.variant === variant);
      expect(own.length).toBeGreaterThan(80);
      expect(own.filter(({ responded }) => responded).length).toBeGreaterThan(2);
    }
  });

  test('writes to addresses that nobody can own', () => {
    for (const { email } of customers) {
      if (email !== null) expect(email).toMatch(/^[a-z0-9.]+@(example\.(com|net|org)|[a-z0-9-]+\.example)$/);
    }
  });

  test('has cancelled orders, refunds and orders of nothing', () => {
    expect(orders.filter(({ status }) => status === 'cancelled').length).toBeGreaterThan(20);
    expect(orders.filter(({ amountMinor }) => amountMinor < 0).length).toBeGreaterThan(20);
    expect(orders.filter(({ amountMinor }) => amountMinor === 0).length).toBeGreaterThan(10);
    expect(orders.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && !Object.is(amountMinor, -0))).toBe(
      true,
    );
  });

  test('has customers on every rung, those who lapsed and those who came back', () => {
    const standing = customers.map(({ customer }) => changesOf(sample, customer));
    for (const rung of rungs) {
      const onRung = standing.filter((changes) => rungAsOf(changes, today + 1) === rung);
      expect(onRung.length, rung).toBeGreaterThanOrEqual(4);
    }
    const lapsed = standing.filter((changes) => changes.some(({ day, reason }) => reason === 'lapsed' && day <= today));
    const back = lapsed.filter((changes) => {
      const lapse = changes.findIndex(({ reason }) => reason === 'lapsed');
      return changes.slice(lapse + 1).some(({ rung, day }) => rung !== 'customer' && day <= today);
    });
    expect(lapsed.length).toBeGreaterThan(5);
    expect(back.length).toBeGreaterThan(3);
  });

  test('has answers of every kind with values on their scales, named and anonymous, public and not', () => {
    const byKind = groupBy(answers, ({ kind }) => kind);
    for (const [kind, least] of [
      ['nps', 500],
      ['csat', 250],
      ['cli', 50],
      ['review', 60],
      ['remark', 120],
    ] as const) {
      expect(byKind.get(kind)?.length, kind).toBeGreaterThan(least);
    }
    for (const { kind, score, recommend, again, comment, public: isPublic } of answers) {
      const [low, high] = kind === 'nps' ? [0, 10] : [1, 5];
      if (kind === 'nps' || kind === 'csat' || kind === 'review') {
        expect(Number.isInteger(score) && Number(score) >= low && Number(score) <= high).toBe(true);
      } else expect(score).toBeNull();
      if (kind === 'cli') for (const part of [recommend, again]) expect([1, 2, 3, 4, 5, 6]).toContain(part);
      if (kind === 'remark') expect(comment).not.toBeNull();
      if (isPublic) expect(kind).toBe('review');
    }
    expect(answers.filter(({ customer }) => customer === null).length).toBeGreaterThanOrEqual(60);
    expect(answers.some((answer) => answer.public)).toBe(true);
  });

  test('has comments that are varied, and fit the score', () => {
    const commented = answers.filter(({ comment }) => comment !== null);
    expect(commented.length).toBeGreaterThan(800);
    expect(new Set(commented.map(({ comment }) => comment)).size / commented.length).toBeGreaterThan(0.8);
    const praise = sentences('positive');
    const blame = sentences('negative');
    const says = ({ comment }: NewAnswer, list: readonly string[]) =>
      list.some((sentence) => comment?.toLowerCase().includes(sentence));
    for (const answer of commented) {
      if (isNegative(answer)) expect(says(answer, praise), answer.comment ?? '').toBe(false);
      else expect(says(answer, blame), answer.comment ?? '').toBe(false);
    }
  });

  test('asks nobody twice within 90 days', () => {
    const surveys = answers.filter(({ kind }) => kind === 'nps' || kind === 'csat' || kind === 'cli');
    for (const [customer, asked] of groupBy(surveys, (answer) => answer.customer)) {
      if (customer === null) continue;
      const days = asked.map(({ day }) => day);
      for (const [i, day] of days.entries())
        expect(day - (days[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(90);
    }
  });

  test('has some to follow up: negative answers of the last 7 days, in more than one language', () => {
    const recent = answers.filter((answer) => isNegative(answer) && answer.day > today - 7);
    expect(recent.length).toBeGreaterThanOrEqual(4);
    expect(recent.length).toBeLessThan(20);
    const languages = new Set(
      recent.map(({ customer }) => customers.find((other) => other.customer === customer)?.language),
    );
    expect(languages.size).toBeGreaterThan(1);
  });

  test('tells a consistent story: who is unhappy orders less', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ordersWhere = (isMeant: (nps: number) => boolean) =>
      mean(
        customers.flatMap(({ customer, sinceDay }) => {
          const scores = (answersBy.get(customer) ?? []).flatMap(({ kind, score }) =>
            kind === 'nps' && score !== null ? [score] : [],
          );
          if (scores.length === 0 || (sinceDay ?? today) > today - 365 || !isMeant(mean(scores))) return [];
          return [ordersBy.get(customer)?.length ?? 0];
        }),
      );
    const unhappy = ordersWhere((nps) => nps <= 6);
    const happy = ordersWhere((nps) => nps >= 9);
    expect(unhappy).toBeGreaterThan(0);
    expect(happy).toBeGreaterThan(1.5 * unhappy);
  });
});

/** Long sentences only: a short one may be part of another. */
function sentences(tone: Tone): string[] {
  const own = [da, nb, en].flatMap((phrases) => Object.values(phrases[tone]).flat());
  return own.map((sentence) => sentence.toLowerCase().replace(/\.$/, '')).filter(({ length }) => length > 15);
}

/** The changes of rung by the facts of the sample, gathered by the definitions. */
function changesOf({ customers, orders, answers, pins }: Sample, customer: string) {
  const orderDaysOf = (of: string) =>
    [...new Set(orders.filter((order) => order.customer === of && countsAsOrder(order)).map(({ day }) => day))].sort(
      (a, b) => a - b,
    );
  const own = answers.filter((answer) => answer.customer === customer);
  const npsByDay = new Map(
    own.filter(({ kind }) => kind === 'nps').map(({ day, score }) => [day, score ?? Number.NaN]),
  );
  const won = customers
    .filter(({ recommendedBy }) => recommendedBy === customer)
    .flatMap((other) => orderDaysOf(other.customer)[0] ?? []);
  const reviews = own.filter((answer) => answer.kind === 'review' && answer.public && (answer.score ?? 0) >= 4);
  const deeds = [...won, ...reviews.map(({ day }) => day)];
  const facts = {
    knownDay: customers.find((other) => other.customer === customer)?.sinceDay ?? 0,
    orderDays: orderDaysOf(customer),
    npsDays: [...npsByDay.keys()],
    npsScores: [...npsByDay.values()],
    advocateDay: deeds.length > 0 ? Math.min(...deeds) : null,
    pins: pins.filter((pin) => pin.customer === customer),
  };
  return rungChanges(facts, defaultLadderRules);
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
