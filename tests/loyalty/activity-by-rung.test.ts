import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countActivityByRung, lostOnRung } from '../../src/loyalty/counts/activity-by-rung.ts';
import { countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { type KeptSpan, keptSpans } from '../../src/loyalty/counts/stays.ts';
import { type LadderRules, placementAsOf, rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import { toStanding } from '../../src/loyalty/ladder/standing.ts';
import { noSegmentRules } from '../../src/loyalty/segment-rule.ts';
import { calendarWindow } from '../../src/loyalty/time/calendar.ts';
import type { Day, Window } from '../../src/loyalty/time/period.ts';
import { type CountedDays, countedDays } from './counted-days.ts';
import { anyCustomer, anyRules, horizon } from './customers.ts';

type Customer = typeof anyCustomer extends fc.Arbitrary<infer One> ? One : never;
const company = fc.array(anyCustomer, { minLength: 1, maxLength: 4 });
const [firstDay, lastDay] = [-400, horizon + 900];
// Every fifth meets each day of the week, and each end of a month in one of them.
const days = Array.from({ length: (horizon + 500) / 5 }, (_, i) => i * 5 - 3);

function windowTo(to: Day, span: KeptSpan): Window {
  if (span === 'day') return { from: to - 1, to };
  return typeof span === 'number' ? { from: to - span, to } : { ...calendarWindow(span, to - 1), to };
}

/** What is read from the kept counts. */
function keptLost(counted: CountedDays, span: KeptSpan, rung: string, { from, to }: Window): number {
  const { figure, place } = lostOnRung[span];
  const [now = 0, before = 0] = [to, from].map((day) => counted.tally(figure, rung, day)[place]);
  return typeof span === 'number' ? now : now - before;
}

/** Of how many customers it holds, looked at one by one. */
function count(customers: readonly Customer[], rules: LadderRules, window: Window, rung: string) {
  const isActive = ({ facts }: Customer, asOf: Day) =>
    facts.orderDays.some((day) => day < asOf && day >= asOf - rules.activeWindowDays);
  const active = customers.filter(
    (one) =>
      isActive(one, window.from) && placementAsOf({ ...one.facts, pins: one.pins }, window.from, rules)?.rung === rung,
  );
  return { active: active.length, lost: active.filter((one) => !isActive(one, window.to)).length };
}

test.each(keptSpans)(
  'who was active on each rung when a window (%s) began, and who of them is lost at its end, is as a look at everybody says',
  (span) => {
    let lostAtAll = 0;
    fc.assert(
      fc.property(company, anyRules, (customers, rules) => {
        const sheet = countSheet();
        for (const { facts, pins } of customers)
          countActivityByRung(toStanding(facts, pins, rules, noSegmentRules), rules.activeWindowDays, 1, sheet);
        const counted = countedDays(sheet, firstDay, lastDay);
        for (const window of days.map((to) => windowTo(to, span))) {
          // Of a longer window nothing is read: some who lapsed in it were not active when it began.
          if (window.to - window.from > rules.activeWindowDays) continue;
          for (const rung of rungs) {
            const seen = count(customers, rules, window, rung);
            const [active] = counted.tally('active/rung', rung, window.from);
            expect({ active, lost: keptLost(counted, span, rung, window) }).toEqual(seen);
            lostAtAll += seen.lost;
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(lostAtAll).toBeGreaterThan(0);
  },
);

test('what is counted of a customer and taken away again leaves nothing', () => {
  fc.assert(
    fc.property(anyCustomer, anyRules, ({ facts, pins }, rules) => {
      const sheet = countSheet();
      const standing = toStanding(facts, pins, rules, noSegmentRules);
      for (const sign of [1, -1]) countActivityByRung(standing, rules.activeWindowDays, sign, sheet);
      expect(sheet.tallyChanges()).toEqual([]);
    }),
  );
});
