import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAnonymous, countStanding } from '../../src/loyalty/counts/contribution.ts';
import { blockDays, blockFigure, type CountChange, countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import {
  countStay,
  type KeptSpan,
  keptSpan,
  keptWindows,
  type StayFigure,
  standingBetween,
  stayKinds,
} from '../../src/loyalty/counts/stays.ts';
import { type LadderRules, type Pin, placementAsOf } from '../../src/loyalty/ladder/rung-rules.ts';
import { type StandingFacts, toStanding } from '../../src/loyalty/ladder/standing.ts';
import { noSegmentRules } from '../../src/loyalty/segment-rule.ts';
import { calendarEnds, calendarWindow } from '../../src/loyalty/time/calendar.ts';
import type { Calendar, Day, Window } from '../../src/loyalty/time/period.ts';
import { type CountedDays, countedDays } from './counted-days.ts';
import { anyCustomer, anyRules, horizon } from './customers.ts';

const company = fc.array(anyCustomer, { minLength: 1, maxLength: 5 });
const [firstDay, lastDay] = [-400, horizon + 500];
const everyDay = Array.from({ length: horizon + 420 }, (_, i) => i - 5);
const calendars: readonly Calendar[] = ['week', 'month', 'quarter', 'year'];

/** A window, and the counts it is read from. */
interface Spanned {
  readonly window: Window;
  readonly span: KeptSpan;
}

/** Every kept window that ends on a day: of a calendar the running one, which on its last day is the whole one. */
function windowsTo(to: Day): Spanned[] {
  return [
    { window: { from: to - 1, to }, span: 'day' },
    ...keptWindows.map((span) => ({ window: { from: to - span, to }, span })),
    ...calendars.map((span) => ({ window: { ...calendarWindow(span, to - 1), to }, span })),
  ];
}

interface Customer {
  readonly facts: StandingFacts;
  readonly pins: readonly Pin[];
}

/** Something of a customer that counts in a window, and the parts that it is counted in. */
interface Entry {
  readonly counts: readonly number[];
  readonly parts: readonly string[];
}

/** All counts of a window by part, counted one by one. */
type ByPart = Map<string, number[]>;

function sumByPart(entries: readonly Entry[]): ByPart {
  const sums: ByPart = new Map();
  for (const { counts, parts } of entries) {
    for (const part of ['/', ...parts]) {
      const sum = sums.get(part) ?? counts.map(() => 0);
      sums.set(part, sum);
      counts.forEach((count, i) => {
        sum[i] = (sum[i] ?? 0) + count;
      });
    }
  }
  return sums;
}

function partsOf({ facts }: Customer, source: string | null): string[] {
  return [`country/${facts.country ?? ''}`, `source/${source ?? ''}`, ...facts.tags.map((tag) => `segment/${tag}`)];
}

function rungPart({ facts, pins }: Customer, day: Day, rules: LadderRules): string {
  return `rung/${placementAsOf({ ...facts, pins }, day, rules)?.rung ?? 'prospect'}`;
}

const allParts = [
  '/',
  ...['anonymous', 'prospect', 'customer', 'repeat', 'ambassador', 'partner'].map((rung) => `rung/${rung}`),
  ...['', 'DK', 'NO'].map((country) => `country/${country}`),
  ...['', 'web', 'shop', 'fair'].map((source) => `source/${source}`),
  ...['club', 'vip'].map((tag) => `segment/${tag}`),
];

/** What differs between the kept counts of every window that ends on any day and a count one by one. */
function differences(
  counted: CountedDays,
  figure: StayFigure,
  windowsOf: (to: Day) => readonly Spanned[],
  entriesIn: (window: Window) => readonly Entry[],
): string[] {
  const found: string[] = [];
  const kinds = Array.from({ length: stayKinds[figure] }, (_, kind) => kind);
  for (const { window, span } of everyDay.flatMap(windowsOf)) {
    const expected = sumByPart(entriesIn(window));
    for (const part of allParts) {
      const [dimension = '', segment = ''] = part.split('/');
      const sums = (kind: number, day: Day) => counted.stays(figure, dimension, segment, kind, day, span);
      const kept = kinds.map((kind) => standingBetween(sums(kind, window.from), sums(kind, window.to), span));
      const own = expected.get(part) ?? kinds.map(() => 0);
      if (kept.join() !== own.join()) found.push(`${JSON.stringify(window)} ${part}: kept ${kept}, counted ${own}`);
    }
  }
  return found.slice(0, 5);
}

function sheetOf(customers: readonly Customer[], rules: LadderRules) {
  const sheet = countSheet();
  for (const { facts, pins } of customers) {
    countStanding(toStanding(facts, pins, rules, noSegmentRules), rules.activeWindowDays, 1, sheet);
  }
  return sheet;
}

const lastIn = (days: readonly Day[], { from, to }: Window) => days.findLastIndex((day) => day >= from && day < to);

describe('the counts that are kept of each day give, of every window that ends on any day and by every part,', () => {
  test('one vote per customer, the newest in the window', () => {
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const counted = countedDays(sheetOf(customers, rules), firstDay, lastDay);
        const entriesIn = (window: Window) =>
          customers.flatMap((customer): Entry[] => {
            const { npsDays, npsScores, npsSources } = customer.facts;
            const newest = lastIn(npsDays, window);
            if (newest < 0) return [];
            const score = npsScores[newest] ?? Number.NaN;
            const counts = [score >= 9, score === 7 || score === 8, score <= 6].map(Number);
            const rung = rungPart(customer, npsDays[newest] ?? Number.NaN, rules);
            return [{ counts, parts: [rung, ...partsOf(customer, npsSources[newest] ?? '')] }];
          });
        expect(differences(counted, 'nps', windowsTo, entriesIn)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test('the customers who ordered: those whose newest order is their first ever, and those who came back', () => {
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const counted = countedDays(sheetOf(customers, rules), firstDay, lastDay);
        const entriesIn = (window: Window) =>
          customers.flatMap((customer): Entry[] => {
            const { orderDays, source } = customer.facts;
            const newest = orderDays.filter((day) => day >= window.from && day < window.to).at(-1);
            if (newest === undefined) return [];
            const isFirst = newest === Math.min(...orderDays);
            const parts = [rungPart(customer, newest, rules), ...partsOf(customer, source)];
            return [{ counts: [isFirst, !isFirst].map(Number), parts }];
          });
        expect(differences(counted, 'repeat', windowsTo, entriesIn)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test('the customers active when it began, and those of them who were lost, where it is no longer than they stay active', () => {
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const counted = countedDays(sheetOf(customers, rules), firstDay, lastDay);
        const isActive = ({ facts }: Customer, asOf: Day) =>
          facts.orderDays.some((day) => day < asOf && day >= asOf - rules.activeWindowDays);
        const windowsOf = (to: Day) => windowsTo(to).filter(({ window }) => to - window.from <= rules.activeWindowDays);
        const entriesIn = ({ from, to }: Window) =>
          customers
            .filter((customer) => isActive(customer, from) && !isActive(customer, to))
            .map((customer) => ({ counts: [1], parts: partsOf(customer, customer.facts.source) }));
        expect(differences(counted, 'lost', windowsOf, entriesIn)).toEqual([]);

        for (const asOf of everyDay) {
          const active = customers.filter((customer) => isActive(customer, asOf));
          const byPart = sumByPart(active.map((one) => ({ counts: [1], parts: partsOf(one, one.facts.source) })));
          // By rung it is another matter, held in activity-by-rung.test.ts.
          const told = [...talliesOf(counted, 'active', asOf, 1)].filter(([part]) => !part.startsWith('rung/'));
          expect(new Map(told)).toEqual(withoutZeros(byPart));
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('the tallies of the days before any day give', () => {
  test('every CSAT and every complete CLI answer', () => {
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const counted = countedDays(sheetOf(customers, rules), firstDay, lastDay);
        const entries = (kind: 'csat' | 'cli') =>
          customers.flatMap((customer) => {
            const { facts } = customer;
            const numbers = kind === 'csat' ? facts.csatScores : facts.cliSums;
            const sources = kind === 'csat' ? facts.csatSources : facts.cliSources;
            return facts[`${kind}Days`].map((day, i) => {
              const number = numbers[i] ?? Number.NaN;
              const counts =
                kind === 'csat' ? [Number(number >= 4), Number(number <= 3), number] : [1, number, number ** 2];
              return { day, counts, parts: [rungPart(customer, day, rules), ...partsOf(customer, sources[i] ?? '')] };
            });
          });
        for (const kind of ['csat', 'cli'] as const) {
          const all = entries(kind);
          for (const asOf of everyDay.filter((day) => day % 7 === 0)) {
            const byPart = sumByPart(all.filter(({ day }) => day < asOf));
            expect(talliesOf(counted, kind, asOf)).toEqual(withoutZeros(byPart));
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('the customers, and those of them whose recommendation won another one', () => {
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const counted = countedDays(sheetOf(customers, rules), firstDay, lastDay);
        for (const asOf of everyDay) {
          const bought = customers.filter(({ facts }) => facts.orderDays.some((day) => day < asOf));
          const byPart = sumByPart(
            bought.map((one) => ({
              counts: [1, Number(one.facts.wonDay !== null && one.facts.wonDay < asOf), 0],
              parts: partsOf(one, one.facts.source),
            })),
          );
          expect(talliesOf(counted, 'referral', asOf)).toEqual(withoutZeros(byPart));
        }
      }),
      { numRuns: 10 },
    );
  });
});

test('sums of blocks of days are the sums of their days', () => {
  fc.assert(
    fc.property(company, anyRules, (customers, rules) => {
      const sheet = sheetOf(customers, rules);
      for (const changes of [sheet.tallyChanges(), sheet.stayChanges()] as CountChange<Float64Array | Int32Array>[][]) {
        const daily = changes.filter(({ figure }) => !figure.includes(':'));
        for (const length of blockDays) {
          const summed = new Map<string, number[]>();
          for (const { figure, segment, day, counts } of daily) {
            const place = `${blockFigure(figure, length)} ${segment} ${Math.floor(day / length) * length}`;
            const sum = summed.get(place) ?? [...counts].map(() => 0);
            summed.set(
              place,
              sum.map((total, i) => total + (counts[i] ?? 0)),
            );
          }
          const blocks = changes.filter(({ figure }) => figure.endsWith(`:${length}`));
          const kept = new Map(blocks.map((of) => [`${of.figure} ${of.segment} ${of.day}`, [...of.counts]]));
          expect(kept).toEqual(withoutZeros(summed));
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('what is counted of a customer and taken away again leaves nothing', () => {
  fc.assert(
    fc.property(company, anyRules, (customers, rules) => {
      const sheet = sheetOf(customers, rules);
      for (const { facts, pins } of customers.toReversed()) {
        countStanding(toStanding(facts, pins, rules, noSegmentRules), rules.activeWindowDays, -1, sheet);
      }
      expect(sheet.tallyChanges()).toEqual([]);
      expect(sheet.stayChanges()).toEqual([]);
    }),
  );
});

test('windows are read from the counts that hold all of them, a whole month of 30 days as either', () => {
  const april = calendarWindow('month', 100);
  const march = calendarWindow('month', 80);
  expect(keptSpan([april])).toBe(30);
  expect(keptSpan([april, march])).toBe('month');
  expect(keptSpan([{ ...april, to: april.from + 10 }, march])).toBe('month');
  expect(keptSpan([april, { from: 0, to: 30 }])).toBe(30);
  expect(keptSpan([march, { from: 0, to: 30 }])).toBe('month');
  expect(keptSpan([march, { from: 1, to: 31 }])).toBeNull();
  expect(
    keptSpan([
      { from: 60, to: 90 },
      { from: 0, to: 90 },
    ]),
  ).toBeNull();
  expect(keptSpan([{ from: 7, to: 8 }])).toBe('day');
  expect(keptSpan([{ from: 7, to: 54 }])).toBeNull();
});

test('a stay that ends on the last day of a leap year has lasted the year', () => {
  const { from, to } = calendarWindow('year', 800);
  expect(to - from).toBe(366);
  const sheet = countSheet();
  countStay([sheet.stays('repeat', '', '')], 0, from, to - 1, 1);
  const counted = countedDays(sheet, firstDay, lastDay);
  const standing = (window: Window) => {
    const span = keptSpan([window]) ?? 'year';
    const sums = (day: Day) => counted.stays('repeat', '', '', 0, day, span);
    return standingBetween(sums(window.from), sums(window.to), span);
  };
  expect(standing({ from, to, calendar: 'year' })).toBe(0);
  expect(standing({ from, to: to - 1, calendar: 'year' })).toBe(1);
  // The 365 days to the last one hold its beginning; those to the end of the year do not.
  expect(standing({ from, to: to - 1 })).toBe(1);
  expect(standing({ from: to - 365, to })).toBe(0);
});

test('each anonymous answer counts, in all, as anonymous and by its source', () => {
  const sheet = countSheet();
  const answer = { kind: 'nps', day: 100, cliSum: null };
  for (const score of [9, 3, 7]) countAnonymous({ ...answer, score }, 'web', 1, sheet);
  countAnonymous({ ...answer, score: 10 }, '', 2, sheet);
  const counted = countedDays(sheet, firstDay, lastDay);
  const votes = (part: string, window: Window) => {
    const [dimension = '', segment = ''] = part.split('/');
    const span = keptSpan([window]) ?? 30;
    return [0, 1, 2].map((kind) => {
      const sums = (day: Day) => counted.stays('nps', dimension, segment, kind, day, span);
      return standingBetween(sums(window.from), sums(window.to), span);
    });
  };
  expect(votes('/', { from: 71, to: 101 })).toEqual([3, 1, 1]);
  expect(votes('rung/anonymous', { from: 100, to: 130 })).toEqual([3, 1, 1]);
  expect(votes('source/web', { from: 71, to: 101 })).toEqual([1, 1, 1]);
  expect(votes('source/', { from: 71, to: 101 })).toEqual([2, 0, 0]);
  expect(votes('/', { from: 101, to: 131 })).toEqual([0, 0, 0]);
  expect(votes('/', { from: 90, to: 101, calendar: 'quarter' })).toEqual([3, 1, 1]);
  expect(calendarEnds(100).quarter).toBe(181);
});

/** The sums of a tally before a day, of every part in which there is anything. */
function talliesOf(counted: CountedDays, figure: string, before: Day, width = 3): ByPart {
  const sums = new Map(
    allParts.map((part) => {
      const [dimension = '', segment = ''] = part.split('/');
      const name = dimension === '' ? figure : `${figure}/${dimension}`;
      return [part, counted.tally(name, segment, before).slice(0, width)];
    }),
  );
  return withoutZeros(sums);
}

function withoutZeros(sums: ByPart): ByPart {
  return new Map(
    [...sums].filter(([, counts]) => counts.some((count) => count !== 0)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
