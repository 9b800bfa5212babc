import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultLadderRules,
  type LadderRules,
  type Pin,
  placementAsOf,
  type Rung,
  type RungFacts,
  rungAsOf,
  rungChanges,
} from '../../src/loyalty/ladder/rung-rules.ts';
import type { Day } from '../../src/loyalty/time/period.ts';
import { anyCustomer, anyRules, facts, horizon } from './customers.ts';

const rules = defaultLadderRules;
const everyDay = Array.from({ length: horizon + 400 }, (_, i) => i - 5);
const withPins = (of: Omit<RungFacts, 'pins'>, pins: readonly Pin[] = []): RungFacts => ({ ...of, pins });
const rungOn = (of: Omit<RungFacts, 'pins'>, asOf: Day, pins: readonly Pin[] = []) =>
  placementAsOf(withPins(of, pins), asOf, rules)?.rung ?? null;

describe('the rung of a customer', () => {
  test('is none before the customer is known', () => {
    expect(rungOn(facts([], { knownDay: 10 }), 10)).toBeNull();
    expect(rungOn(facts([], { knownDay: 10 }), 11)).toBe('prospect');
  });

  test('is customer from the day after the first order on, as "as of D" excludes D', () => {
    const of = facts([100], { knownDay: 0 });
    expect(rungOn(of, 100)).toBe('prospect');
    expect(rungOn(of, 101)).toBe('customer');
  });

  test('is repeat with orders on two different days', () => {
    expect(rungOn(facts([100, 130]), 130)).toBe('customer');
    expect(rungOn(facts([100, 130]), 131)).toBe('repeat');
  });

  test('stays repeat for 365 days after the newest order, then lapses', () => {
    expect(rungOn(facts([100, 130]), 130 + 365)).toBe('repeat');
    expect(rungOn(facts([100, 130]), 130 + 366)).toBe('customer');
    expect(placementAsOf(withPins(facts([100, 130])), 130 + 366, rules)).toMatchObject({
      active: false,
      newestOrderDay: 130,
      orderDays: 2,
    });
  });

  test('is repeat again when a lapsed customer comes back', () => {
    expect(rungOn(facts([100, 130, 600]), 601)).toBe('repeat');
  });

  test('is repeat at once when the second order comes after years', () => {
    expect(rungOn(facts([0, 700]), 701)).toBe('repeat');
  });

  test('is ambassador for a repeat customer who recommends in deed, with or without an NPS answer', () => {
    expect(rungOn(facts([100, 130], { advocateDay: 140 }), 140)).toBe('repeat');
    expect(rungOn(facts([100, 130], { advocateDay: 140 }), 141)).toBe('ambassador');
    expect(rungOn(facts([100], { advocateDay: 140 }), 141)).toBe('customer');
  });

  test.each([
    { score: 10, rung: 'ambassador' },
    { score: 9, rung: 'ambassador' },
    { score: 8, rung: 'repeat' },
    { score: 0, rung: 'repeat' },
  ])('of an advocate whose newest NPS answer is $score is $rung', ({ score, rung }) => {
    const of = facts([100, 130], { advocateDay: 140, npsDays: [110, 150], npsScores: [0, score] });
    expect(rungOn(of, 151)).toBe(rung);
  });

  test('is no ambassador for an answer of 10 alone: words are no deed', () => {
    expect(rungOn(facts([100, 130], { npsDays: [140], npsScores: [10] }), 150)).toBe('repeat');
  });

  test('is never partner by a rule, only by a pin', () => {
    expect(rungOn(facts([]), 50, [{ rung: 'partner', fromDay: 40, untilDay: null }])).toBe('partner');
  });

  test('is the pin’s from its first day on and before its end; of two pins the later made one counts', () => {
    const partner = { rung: 'partner', fromDay: 40, untilDay: 60 } as const;
    const prospect = { rung: 'prospect', fromDay: 50, untilDay: 55 } as const;
    const seen = (asOf: Day, pins: readonly Pin[]) => rungOn(facts([10]), asOf, pins);
    expect([40, 41, 60, 61].map((asOf) => seen(asOf, [partner]))).toEqual([
      'customer',
      'partner',
      'partner',
      'customer',
    ]);
    expect([50, 51, 55, 56].map((asOf) => seen(asOf, [partner, prospect]))).toEqual([
      'partner',
      'prospect',
      'prospect',
      'partner',
    ]);
    expect(seen(52, [prospect, partner])).toBe('partner');
  });

  test('follows the workspace’s own rules', () => {
    const own: LadderRules = { activeWindowDays: 30, repeatOrderDays: 3, ambassadorNps: 10, reviewStars: 5 };
    const of = withPins(facts([0, 10, 20], { advocateDay: 5, npsDays: [15], npsScores: [9] }));
    expect([20, 21, 50, 51].map((asOf) => placementAsOf(of, asOf, own)?.rung)).toEqual([
      'customer',
      'repeat',
      'repeat',
      'customer',
    ]);
  });
});

describe('changes of rung', () => {
  test('tell a whole story with the reason of each', () => {
    const of = facts([100, 130, 600], {
      knownDay: 50,
      advocateDay: 200,
      npsDays: [120, 220, 240],
      npsScores: [9, 3, 10],
    });
    const pins: Pin[] = [{ rung: 'partner', fromDay: 300, untilDay: 310 }];
    expect(
      rungChanges(withPins(of, pins), rules).map(({ day, from, rung, reason }) => [day, from, rung, reason]),
    ).toEqual([
      [50, null, 'prospect', 'known'],
      [100, 'prospect', 'customer', 'first-order'],
      [130, 'customer', 'repeat', 'repeat-order'],
      [200, 'repeat', 'ambassador', 'recommends'],
      [220, 'ambassador', 'repeat', 'newest-answer'],
      [240, 'repeat', 'ambassador', 'newest-answer'],
      [300, 'ambassador', 'partner', 'pinned'],
      [310, 'partner', 'ambassador', 'pin-ended'],
      [495, 'ambassador', 'customer', 'lapsed'],
      [600, 'customer', 'ambassador', 'repeat-order'],
      [965, 'ambassador', 'customer', 'lapsed'],
    ]);
  });

  test('an order on the very day of the lapse comes before it', () => {
    expect(rungChanges(withPins(facts([0, 10, 375])), rules).map(({ day, rung }) => [day, rung])).toEqual([
      [0, 'customer'],
      [10, 'repeat'],
      [740, 'customer'],
    ]);
  });

  test('agree on every day with the placement computed for that day, under any rules', () => {
    fc.assert(
      fc.property(anyCustomer, anyRules, ({ facts: of, pins }, own) => {
        const changes = rungChanges(withPins(of, pins), own);
        expect(everyDay.map((asOf) => rungAsOf(changes, asOf))).toEqual(
          everyDay.map((asOf) => placementAsOf(withPins(of, pins), asOf, own)?.rung ?? null),
        );
      }),
    );
  });

  test('agree on every day with the rules as they are written, read naively', () => {
    fc.assert(
      fc.property(anyCustomer, ({ facts: of, pins }) => {
        const changes = rungChanges(withPins(of, pins), rules);
        expect(everyDay.map((asOf) => rungAsOf(changes, asOf))).toEqual(
          everyDay.map((asOf) => asWritten(withPins(of, pins), asOf)),
        );
      }),
    );
  });

  test('ascend, at most one a day, each from where the one before led', () => {
    fc.assert(
      fc.property(anyCustomer, anyRules, ({ facts: of, pins }, own) => {
        let before: { day: Day; rung: Rung } | null = null;
        for (const change of rungChanges(withPins(of, pins), own)) {
          expect(change.from).toBe(before?.rung ?? null);
          expect(change.rung).not.toBe(change.from);
          expect(change.day).toBeGreaterThan(before?.day ?? Number.NEGATIVE_INFINITY);
          before = change;
        }
      }),
    );
  });
});

/** The default rules word by word, without a thought of speed. */
function asWritten({ knownDay, orderDays, npsDays, npsScores, advocateDay, pins }: RungFacts, asOf: Day): Rung | null {
  if (knownDay >= asOf) return null;
  const evening = asOf - 1;
  const holding = pins.filter((pin) => pin.fromDay <= evening && (pin.untilDay === null || evening < pin.untilDay));
  const last = holding.at(-1);
  if (last) return last.rung;
  const orders = orderDays.filter((day) => day < asOf);
  if (orders.length === 0) return 'prospect';
  const recent = orders.some((day) => day >= asOf - 365);
  if (orders.length === 1 || !recent) return 'customer';
  const answers = npsDays.map((day, i) => ({ day, score: npsScores[i] })).filter(({ day }) => day < asOf);
  const newest = answers.at(-1)?.score ?? 10;
  return advocateDay !== null && advocateDay < asOf && newest >= 9 ? 'ambassador' : 'repeat';
}
