import fc from 'fast-check';
import { type LadderRules, type Pin, rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import type { StandingFacts } from '../../src/loyalty/ladder/standing.ts';
import type { Day } from '../../src/loyalty/time/period.ts';

/** The days on which things happen in property tests: long enough for a lapse and a return. */
export const horizon = 800;

const day = fc.integer({ min: 0, max: horizon });
const days = (max: number) => fc.uniqueArray(day, { maxLength: max }).map((found) => found.sort((a, b) => a - b));
const source = fc.constantFrom('', 'web', 'shop');

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

// Half of the scores at the edges between detractors, passives and promoters.
const npsScore = fc.oneof(fc.constantFrom(6, 7, 8, 9), fc.integer({ min: 0, max: 10 }));

type Answers = [Day, number, string][];
const inOrder = (found: Answers) => found.sort(([a], [b]) => a - b);
const votes = fc.uniqueArray(fc.tuple(day, npsScore, source), { maxLength: 6, selector: ([of]) => of }).map(inOrder);
/** Of these several may come on one day. */
const scores = (score: fc.Arbitrary<number>) => fc.array(fc.tuple(day, score, source), { maxLength: 5 }).map(inOrder);

/** The facts of any customer: who is known no later than the first thing they did. */
export const anyFacts: fc.Arbitrary<StandingFacts> = fc
  .record({
    knownDay: day,
    orderDays: days(7),
    nps: votes,
    csat: scores(fc.integer({ min: 1, max: 5 })),
    cli: scores(fc.integer({ min: 0, max: 15 })),
    advocateDay: fc.option(day),
    wonDay: fc.option(day),
    country: fc.constantFrom(null, 'DK', 'NO'),
    source: fc.constantFrom(null, 'web', 'fair'),
    tags: fc.subarray(['club', 'vip']),
  })
  .map(({ knownDay, orderDays, nps, csat, cli, ...more }) =>
    facts(orderDays, {
      knownDay: Math.min(
        knownDay,
        ...[orderDays[0], nps[0]?.[0], csat[0]?.[0], cli[0]?.[0]].map((of) => of ?? knownDay),
      ),
      npsDays: nps.map(([of]) => of),
      npsScores: nps.map(([, score]) => score),
      npsSources: nps.map(([, , from]) => from),
      csatDays: csat.map(([of]) => of),
      csatScores: csat.map(([, score]) => score),
      csatSources: csat.map(([, , from]) => from),
      cliDays: cli.map(([of]) => of),
      cliSums: cli.map(([, sum]) => sum),
      cliSources: cli.map(([, , from]) => from),
      ...more,
    }),
  );

export const anyCustomer = fc.record({ facts: anyFacts, pins: fc.array(anyPin, { maxLength: 3 }) });

export function facts(orderDays: readonly Day[], more: Partial<StandingFacts> = {}): StandingFacts {
  return { ...nothingKnown, knownDay: orderDays[0] ?? 0, orderDays, orderCount: orderDays.length, ...more };
}

const nothingKnown: StandingFacts = {
  customerId: 1,
  knownDay: 0,
  orderDays: [],
  orderCount: 0,
  revenue: {},
  npsDays: [],
  npsScores: [],
  npsSources: [],
  npsRespondents: [],
  csatDays: [],
  csatScores: [],
  csatSources: [],
  cliDays: [],
  cliSums: [],
  cliSources: [],
  country: null,
  source: null,
  tags: [],
  relationshipYears: null,
  wonDay: null,
  advocateDay: null,
};
