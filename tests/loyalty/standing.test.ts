import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLadderRules, placementAsOf, rungs } from '../../src/loyalty/ladder.ts';
import { countsAsOrder, type NewOrder } from '../../src/loyalty/order.ts';
import type { Day } from '../../src/loyalty/period.ts';
import {
  keptWindows,
  type OrderSums,
  type Standing,
  type StandingFacts,
  sumOrder,
  tallyNpsVote,
  tallySheet,
  tallyStanding,
  toStanding,
  withNewOrders,
} from '../../src/loyalty/standing.ts';
import { anyCustomer, facts, horizon } from './customers.ts';

const rules = defaultLadderRules;
const company = fc.array(anyCustomer, { maxLength: 5 });
const everyDay = Array.from({ length: horizon + 400 }, (_, i) => i - 5);

type Three = readonly [number, number, number];

/** Kept counts as a table keeps them: a row per figure, segment and day. */
function tallies() {
  const rows = new Map<string, Map<Day, [number, number, number]>>();
  return {
    rows,
    add(figure: string, segment: string, day: Day, first: number, second: number, third: number) {
      const key = `${figure} ${segment}`;
      const byDay = rows.get(key) ?? new Map<Day, [number, number, number]>();
      rows.set(key, byDay);
      const [a, b, c] = byDay.get(day) ?? [0, 0, 0];
      byDay.set(day, [a + first, b + second, c + third]);
    },
    /** The sums of all days before each day asked for. */
    runningSums(figure: string, segment: string, days: readonly Day[]): Three[] {
      const rest = [...(rows.get(`${figure} ${segment}`) ?? [])].sort(([a], [b]) => a - b);
      const sum: [number, number, number] = [0, 0, 0];
      return days.map((asOf) => {
        while (rest[0] && rest[0][0] < asOf) {
          const [, added] = rest.shift() ?? [0, [0, 0, 0]];
          for (const i of [0, 1, 2] as const) sum[i] += added[i] ?? 0;
        }
        return [...sum];
      });
    },
  };
}

function tallied(standings: readonly Standing[]) {
  const kept = tallies();
  for (const standing of standings) tallyStanding(standing, 1, kept.add);
  return kept;
}

describe('kept counts', () => {
  test('give the repeat purchase counts of every window that ends on any day', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const kept = tallied(customers.map(({ facts: of, pins }) => toStanding(of, pins, rules)));
        for (const window of keptWindows) {
          const counted = everyDay.map((to): Three => {
            const ordered = customers.filter(({ facts: of }) =>
              of.orderDays.some((day) => day >= to - window && day < to),
            );
            const again = ordered.filter(({ facts: of }) => {
              const firstEver = Math.min(...of.orderDays);
              return of.orderDays.some((day) => day > firstEver && day >= to - window && day < to);
            });
            return [ordered.length, again.length, 0];
          });
          expect(kept.runningSums(`repeat:${window}`, '', everyDay)).toEqual(counted);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('give the NPS of every window that ends on any day, one vote per customer, in all and by rung', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const kept = tallied(customers.map(({ facts: of, pins }) => toStanding(of, pins, rules)));
        for (const window of keptWindows) {
          const votes = everyDay.map((to) =>
            customers.flatMap((customer) => newestVote(customer, to - window, to) ?? []),
          );
          for (const segment of ['', ...rungs]) {
            const counted = votes.map((of) => countVotes(of.filter(({ rung }) => segment === '' || rung === segment)));
            expect(kept.runningSums(`nps:${window}`, segment, everyDay)).toEqual(counted);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('give the ladder as of any day', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const kept = tallied(customers.map(({ facts: of, pins }) => toStanding(of, pins, rules)));
        const moves = [...kept.rows.keys()].filter((key) => key.startsWith('ladder ')).map((key) => key.slice(7));
        const sums = moves.map((move) => ({ move, sums: kept.runningSums('ladder', move, everyDay) }));
        const placements = everyDay.map((asOf) =>
          customers.map(({ facts: of, pins }) => placementAsOf({ ...of, pins }, asOf, rules)?.rung),
        );
        for (const rung of rungs) {
          const summed = everyDay.map((_, i) =>
            sums.reduce((total, { move, sums: of }) => {
              const [from, to] = move.split('>');
              return total + (of[i]?.[0] ?? 0) * (Number(to === rung) - Number(from === rung));
            }, 0),
          );
          const placed = placements.map((of) => of.filter((other) => other === rung).length);
          expect(summed).toEqual(placed);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are all zero again when every contribution is taken away', () => {
    fc.assert(
      fc.property(company, (customers) => {
        const standings = customers.map(({ facts: of, pins }) => toStanding(of, pins, rules));
        const kept = tallied(standings);
        for (const standing of standings.toReversed()) tallyStanding(standing, -1, kept.add);
        for (const byDay of kept.rows.values()) {
          for (const [, row] of byDay) expect(row.every((count) => count === 0)).toBe(true);
        }
      }),
    );
  });

  test('each anonymous answer counts, for as long as the window is', () => {
    const kept = tallies();
    for (const score of [9, 9, 3, 7]) tallyNpsVote(100, null, score, 'anonymous', 1, kept.add);
    expect(kept.runningSums('nps:30', 'anonymous', [100, 101, 130, 131])).toEqual([
      [0, 0, 0],
      [2, 1, 1],
      [2, 1, 1],
      [0, 0, 0],
    ]);
    expect(kept.runningSums('nps:365', '', [465, 466])).toEqual([
      [2, 1, 1],
      [0, 0, 0],
    ]);
  });

  test('answers in two months count in both months, in the quarter once', () => {
    const kept = tallied([toStanding(facts([], { npsDays: [10, 40], npsScores: [0, 10] }), [], rules)]);
    expect(kept.runningSums('nps:30', '', [30, 60])).toEqual([
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(kept.runningSums('nps:90', '', [90])).toEqual([[1, 0, 0]]);
  });

  test('the answer of a customer counts on the rung of the morning, not on the one it leads to', () => {
    const of = facts([0, 10], { advocateDay: 20, npsDays: [30], npsScores: [2] });
    const kept = tallied([toStanding(of, [], rules)]);
    expect(kept.runningSums('nps:30', 'ambassador', [31])).toEqual([[0, 0, 1]]);
    expect(kept.runningSums('nps:30', 'repeat', [31])).toEqual([[0, 0, 0]]);
  });
});

test('a sheet of changes sums what belongs together and leaves out what came to nothing', () => {
  const sheet = tallySheet();
  sheet.add('csat', '', 5, 1, 0, 4);
  sheet.add('csat', '', 5, 0, 1, 2);
  sheet.add('csat', '', 6, 1, 0, 5);
  sheet.add('csat', '', 6, -1, 0, -5);
  sheet.add('nps:30', 'repeat', 5, 0, 0, 1);
  expect(sheet.changes()).toEqual([
    { figure: 'csat', segment: '', day: 5, first: 1, second: 1, third: 6 },
    { figure: 'nps:30', segment: 'repeat', day: 5, first: 0, second: 0, third: 1 },
  ]);
});

describe('new orders', () => {
  const order: fc.Arbitrary<NewOrder> = fc.record({
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
        expect(all.orderCount).toBe(counted.length);
        expect(all.orderDays).toEqual([...new Set(counted.map(({ day }) => day))].sort((a, b) => a - b));
        expect(all.knownDay).toBe(Math.min(knownDay, ...counted.map(({ day }) => day)));
      }),
    );
  });

  test.each([
    { what: 'an order of amount 0', amountMinor: 0, status: 'completed', counts: true, revenue: { DKK: 0 } },
    { what: 'a refund', amountMinor: -500, status: 'completed', counts: false, revenue: { DKK: -500 } },
    { what: 'a cancelled order', amountMinor: 900, status: 'cancelled', counts: false, revenue: {} },
    { what: 'a cancelled refund', amountMinor: -900, status: 'cancelled', counts: false, revenue: {} },
  ] as const)('$what counts as an order: $counts, and leaves $revenue', ({ amountMinor, status, counts, revenue }) => {
    const one = { orderId: '1', customer: 'C1', day: 50, at: null, amountMinor, currency: 'DKK', status };
    expect(countsAsOrder(one)).toBe(counts);
    const after = added(facts([], { knownDay: 60 }), [one]);
    expect(after).toMatchObject({ orderCount: counts ? 1 : 0, orderDays: counts ? [50] : [], revenue });
  });

  test('of one currency leave the sum of another alone', () => {
    const start = facts([], { revenue: { DKK: 100 } });
    const one = {
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
  const sums: OrderSums = { days: [], revenue: {} };
  for (const order of orders) sumOrder(sums, order);
  return withNewOrders(start, sums);
}

type Customer = typeof anyCustomer extends fc.Arbitrary<infer T> ? T : never;

/** One vote per customer: the newest answer in the window, with the rung at the start of its day. */
function newestVote({ facts: of, pins }: Customer, from: Day, to: Day) {
  const answers = of.npsDays.map((day, i) => ({ day, score: of.npsScores[i] ?? Number.NaN }));
  const newest = answers.filter(({ day }) => day >= from && day < to).sort((a, b) => b.day - a.day)[0];
  if (!newest) return null;
  return { score: newest.score, rung: placementAsOf({ ...of, pins }, newest.day, rules)?.rung ?? 'prospect' };
}

function countVotes(votes: readonly { readonly score: number }[]): Three {
  return [
    votes.filter(({ score }) => score >= 9 && score <= 10).length,
    votes.filter(({ score }) => score === 7 || score === 8).length,
    votes.filter(({ score }) => score >= 0 && score <= 6).length,
  ];
}
