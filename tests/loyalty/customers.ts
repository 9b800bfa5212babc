import fc from 'fast-check';
import { type LadderRules, type Pin, rungs } from '../../src/loyalty/ladder.ts';
import type { Day } from '../../src/loyalty/period.ts';
import type { StandingFacts } from '../../src/loyalty/standing.ts';

/** The days on which things happen in property tests: long enough for a lapse and a return. */
export const horizon = 800;

const day = fc.integer({ min: 0, max: horizon });
const days = (max: number) => fc.uniqueArray(day, { maxLength: max }).map((found) => found.sort((a, b) => a - b));

export const anyPin: fc.Arbitrary<Pin> = fc.record({
  rung: fc.constantFrom(...rungs),
  fromDay: day,
  untilDay: fc.option(day),
});

export const anyRules: fc.Arbitrary<LadderRules> = fc.record({
  activeWindowDays: fc.constantFrom(365, 365, 90, 30, 1),
  repeatOrderDays: fc.constantFrom(2, 2, 1, 3),
  ambassadorNps: fc.constantFrom(9, 9, 10),
  reviewStars: fc.constant(4),
});

/** The facts of any customer: who is known no later than the first thing they did. */
export const anyFacts: fc.Arbitrary<StandingFacts> = fc
  .record({
    knownDay: day,
    orderDays: days(7),
    // Half of the scores at the edges between detractors, passives and promoters.
    nps: fc.uniqueArray(fc.tuple(day, fc.oneof(fc.constantFrom(6, 7, 8, 9), fc.integer({ min: 0, max: 10 }))), {
      maxLength: 6,
      selector: ([of]) => of,
    }),
    advocateDay: fc.option(day),
  })
  .map(({ knownDay, orderDays, nps, advocateDay }) => {
    const npsDays = nps.map(([of]) => of).sort((a, b) => a - b);
    return {
      customerId: 1,
      knownDay: Math.min(knownDay, orderDays[0] ?? knownDay, npsDays[0] ?? knownDay),
      orderDays,
      orderCount: orderDays.length,
      revenue: {},
      npsDays,
      npsScores: npsDays.map((of) => nps.find(([other]) => other === of)?.[1] ?? Number.NaN),
      advocateDay,
    };
  });

export const anyCustomer = fc.record({ facts: anyFacts, pins: fc.array(anyPin, { maxLength: 3 }) });

export function facts(orderDays: readonly Day[], more: Partial<StandingFacts> = {}): StandingFacts {
  return {
    customerId: 1,
    knownDay: orderDays[0] ?? 0,
    orderDays,
    orderCount: orderDays.length,
    revenue: {},
    npsDays: [],
    npsScores: [],
    advocateDay: null,
    ...more,
  };
}
