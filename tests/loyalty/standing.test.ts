import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOrderLines, countStanding } from '../../src/loyalty/counts/contribution.ts';
import { addTally, countSheet, moneySegment } from '../../src/loyalty/counts/count-sheet.ts';
import { keptSpan, standingBetween } from '../../src/loyalty/counts/stays.ts';
import { countsAsOrder, type NewOrder } from '../../src/loyalty/facts/order.ts';
import { defaultLadderRules, placementAsOf, rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import {
  addOrderLine,
  type OrderLines,
  type StandingFacts,
  toStanding,
  withNewOrders,
} from '../../src/loyalty/ladder/standing.ts';
import { noSegmentRules } from '../../src/loyalty/segment-rule.ts';
import { isoFromDay } from '../../src/loyalty/time/period.ts';
import { countedDays } from './counted-days.ts';
import { anyCustomer, facts, horizon } from './customers.ts';

const rules = defaultLadderRules;
const company = fc.array(anyCustomer, { maxLength: 5 });
const [firstDay, lastDay] = [-400, horizon + 500];
const everyDay = Array.from({ length: horizon + 400 }, (_, i) => i - 5);

function sheetOf(customers: readonly (typeof anyCustomer extends fc.Arbitrary<infer T> ? T : never)[]) {
  const sheet = countSheet();
  for (const { facts: of, pins } of customers) {
    countStanding(toStanding(of, pins, rules, noSegmentRules), rules.activeWindowDays, 1, sheet);
  }
  return sheet;
}

/** Promoters, passives and detractors of a window, on a rung. */
function votes(of: StandingFacts, from: number, to: number, rung: string): number[] {
  const counted = countedDays(sheetOf([{ facts: of, pins: [] }]), firstDay, lastDay);
  const span = keptSpan([{ from, to }]) ?? 30;
  return [0, 1, 2].map((kind) => {
    const sums = (day: number) => counted.stays('nps', rung === '' ? '' : 'rung', rung, kind, day, span);
    return standingBetween(sums(from), sums(to), span);
  });
}

describe('kept counts', () => {
  test('give the ladder as of any day', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const sheet = sheetOf(customers);
        const counted = countedDays(sheet, firstDay, lastDay);
        const moves = [...new Set(sheet.tallyChanges().flatMap((of) => (of.figure === 'ladder' ? [of.segment] : [])))];
        for (const rung of rungs) {
          const summed = everyDay.map((asOf) =>
            moves.reduce((total, move) => {
              const [from, to] = move.split('>');
              const [count = 0] = counted.tally('ladder', move, asOf);
              return total + count * (Number(to === rung) - Number(from === rung));
            }, 0),
          );
          const placed = everyDay.map(
            (asOf) =>
              customers.filter(({ facts: of, pins }) => placementAsOf({ ...of, pins }, asOf, rules)?.rung === rung)
                .length,
          );
          expect(summed).toEqual(placed);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('give by the month of the first order the customers who ordered in each month, on the first day on which they did', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const monthOf = (day: number) => isoFromDay(day).slice(0, 7);
        const cohorts = new Map<string, number>();
        for (const { facts: of } of customers) {
          for (const month of new Set(of.orderDays.map(monthOf))) {
            const first = of.orderDays.find((day) => monthOf(day) === month);
            const place = `${monthOf(Math.min(...of.orderDays))} ${first}`;
            cohorts.set(place, (cohorts.get(place) ?? 0) + 1);
          }
        }
        const kept = sheetOf(customers)
          .tallyChanges()
          .filter(({ figure }) => figure === 'cohort')
          .map(({ segment, day, counts }): [string, number] => [`${segment} ${day}`, counts[0] ?? 0]);
        expect(new Map(kept)).toEqual(cohorts);
      }),
    );
  });

  test('answers in two months count in both months, in the quarter once', () => {
    const of = facts([], { npsDays: [10, 40], npsScores: [0, 10], npsSources: ['', ''] });
    expect(votes(of, 0, 30, '')).toEqual([0, 0, 1]);
    expect(votes(of, 30, 60, '')).toEqual([1, 0, 0]);
    expect(votes(of, 0, 90, '')).toEqual([1, 0, 0]);
  });

  test('the answer of a customer counts on the rung of the morning, not on the one it leads to', () => {
    const of = facts([0, 10], { advocateDay: 20, npsDays: [30], npsScores: [2], npsSources: [''] });
    expect(votes(of, 1, 31, 'ambassador')).toEqual([0, 0, 1]);
    expect(votes(of, 1, 31, 'repeat')).toEqual([0, 0, 0]);
  });
});

test('a sheet of changes sums what belongs together and leaves out what came to nothing', () => {
  const sheet = countSheet();
  const csat = sheet.tallies('csat', '');
  addTally(csat, 5, 1, 0, 4);
  addTally(csat, 5, 0, 1, 2);
  addTally(csat, 6, 1, 0, 5);
  addTally(csat, 6, -1, 0, -5);
  addTally(sheet.tallies('csat/rung', 'repeat'), 5, 0, 0, 1);
  expect(sheet.tallyChanges().map(({ figure, segment, day, counts }) => [figure, segment, day, ...counts])).toEqual([
    ['csat', '', 5, 1, 1, 6],
    ['csat:16', '', 0, 1, 1, 6],
    ['csat:256', '', 0, 1, 1, 6],
    ['csat/rung', 'repeat', 5, 0, 0, 1],
    ['csat/rung:16', 'repeat', 0, 0, 0, 1],
    ['csat/rung:256', 'repeat', 0, 0, 0, 1],
  ]);
});

describe('amounts', () => {
  const segments = { country: 'DK', source: null, tags: ['club', 'vip'], relationshipYears: 2.5, orderDays: [10, 40] };
  const lines: OrderLines = { DKK: [10, 1000, 1, 10, -300, 0], NOK: [40, 50, 1] };
  const kept = (years: number | null) => {
    const sheet = countSheet();
    countOrderLines(lines, { ...segments, relationshipYears: years }, 1, sheet);
    return sheet;
  };

  test('count per currency, in all and in each segment', () => {
    const counted = countedDays(kept(null), firstDay, lastDay);
    expect(counted.tally('orders', 'DKK', 11)).toEqual([1, 700, 300]);
    expect(counted.tally('orders', 'NOK', 41)).toEqual([1, 50, 0]);
    for (const part of ['country DK', 'source ', 'segment club', 'segment vip']) {
      const [dimension = '', value = ''] = part.split(' ');
      expect(counted.tally(`orders/${dimension}`, moneySegment(value, 'DKK'), 11)).toEqual([1, 700, 300]);
    }
    expect(counted.tally('entered', 'DKK', 11)).toEqual([0, 0, 0]);
  });

  test('of customers whose relationship was entered in years stand by themselves too, times the years', () => {
    const counted = countedDays(kept(2.5), firstDay, lastDay);
    expect(counted.tally('entered', 'DKK', 11)).toEqual([0, 700, 175_000]);
    expect(counted.tally('entered/segment', moneySegment('vip', 'NOK'), 41)).toEqual([0, 50, 12_500]);
    expect(countedDays(kept(0), firstDay, lastDay).tally('entered', 'DKK', 11)).toEqual([0, 700, 0]);
    expect(countedDays(kept(0.125), firstDay, lastDay).tally('entered', 'DKK', 11)).toEqual([3_500_000, 700, 8_400]);
  });

  test('of the first day stand by themselves, without what was given back', () => {
    const counted = countedDays(kept(null), firstDay, lastDay);
    expect(counted.tally('first-orders', 'DKK', 11)).toEqual([1, 1000, 0]);
    expect(counted.tally('first-orders/country', moneySegment('DK', 'DKK'), 11)).toEqual([1, 1000, 0]);
    expect(counted.tally('first-orders', 'NOK', 41)).toEqual([0, 0, 0]);
  });

  test('taken away again leave nothing', () => {
    const sheet = kept(2.5);
    countOrderLines(lines, segments, -1, sheet);
    expect(sheet.tallyChanges()).toEqual([]);
  });
});

describe('new orders', () => {
  const order: fc.Arbitrary<NewOrder> = fc.record({
    shop: fc.constant(''),
    orderId: fc.uuid(),
    customer: fc.constant('C1'),
    day: fc.integer({ min: 0, max: horizon }),
    at: fc.constant(null),
    amountMinor: fc.integer({ min: -5_000, max: 100_000 }),
    currency: fc.constantFrom('DKK', 'NOK', 'EUR'),
    status: fc.constantFrom('completed', 'completed', 'completed', 'cancelled'),
  });

  test('in any batches and any sequence leave the same facts as all at once', () => {
    const batches = fc.array(fc.array(order, { maxLength: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(batches, fc.integer({ min: 0, max: horizon }), (arriving, knownDay) => {
        const start = facts([], { knownDay });
        const all = added(start, arriving.flat());
        expect(arriving.reduce(added, start)).toEqual(all);
        expect(arriving.toReversed().reduce(added, start)).toEqual(all);
        const counted = arriving.flat().filter(countsAsOrder);
        // A cancelled one makes the standing be read anew, from its own day on.
        const completed = arriving.flat().filter(({ status }) => status === 'completed');
        expect(all.orderCount).toBe(counted.length);
        expect(all.orderDays).toEqual([...new Set(counted.map(({ day }) => day))].sort((a, b) => a - b));
        expect(all.knownDay).toBe(Math.min(knownDay, ...completed.map(({ day }) => day)));
      }),
    );
  });

  test('that go away again leave lines that come to nothing', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 8 }), (orders) => {
        const sheet = countSheet();
        const segments = { country: null, source: null, tags: [], relationshipYears: 3, orderDays: [0] };
        const lines: OrderLines = {};
        for (const one of orders) addOrderLine(lines, one);
        for (const one of orders.toReversed()) addOrderLine(lines, one, -1);
        countOrderLines(lines, segments, 1, sheet);
        expect(sheet.tallyChanges()).toEqual([]);
      }),
    );
  });

  test.each([
    { what: 'an order of amount 0', amountMinor: 0, status: 'completed', counts: true, revenue: { DKK: 0 } },
    { what: 'a refund', amountMinor: -500, status: 'completed', counts: false, revenue: { DKK: -500 } },
    { what: 'a cancelled order', amountMinor: 900, status: 'cancelled', counts: false, revenue: {} },
    { what: 'a cancelled refund', amountMinor: -900, status: 'cancelled', counts: false, revenue: {} },
  ] as const)('$what counts as an order: $counts, and leaves $revenue', ({ amountMinor, status, counts, revenue }) => {
    const one = { shop: '', orderId: '1', customer: 'C1', day: 50, at: null, amountMinor, currency: 'DKK', status };
    expect(countsAsOrder(one)).toBe(counts);
    const after = added(facts([], { knownDay: 60 }), [one]);
    expect(after).toMatchObject({ orderCount: counts ? 1 : 0, orderDays: counts ? [50] : [], revenue });
  });

  test('of one currency leave the sum of another alone', () => {
    const start = facts([], { revenue: { DKK: 100 } });
    const one = {
      shop: '',
      orderId: '1',
      customer: 'C1',
      day: 5,
      at: null,
      amountMinor: 250,
      currency: 'NOK',
      status: 'completed',
    } as const;
    expect(added(start, [one]).revenue).toEqual({ DKK: 100, NOK: 250 });
    expect(start.revenue).toEqual({ DKK: 100 });
  });
});

function added(start: StandingFacts, orders: readonly NewOrder[]): StandingFacts {
  const lines: OrderLines = {};
  for (const order of orders) addOrderLine(lines, order);
  return withNewOrders(start, lines);
}
