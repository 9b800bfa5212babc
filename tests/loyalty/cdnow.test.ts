import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countStanding } from '../../src/loyalty/counts/contribution.ts';
import { countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { standingBetween } from '../../src/loyalty/counts/stays.ts';
import { repeat as repeatRate } from '../../src/loyalty/figures/repeat.ts';
import { defaultLadderRules, rungAsOf } from '../../src/loyalty/ladder/rung-rules.ts';
import {
  addOrderLine,
  type OrderLines,
  type Standing,
  toStanding,
  withNewOrders,
} from '../../src/loyalty/ladder/standing.ts';
import { roundHalfAway } from '../../src/loyalty/rounding.ts';
import { noSegmentRules } from '../../src/loyalty/segment-rule.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { countedDays } from './counted-days.ts';
import { facts } from './customers.ts';

const file = ['../shared', '../../shared']
  .map((folder) => new URL(`../../${folder}/data/cdnow/CDNOW_sample.txt`, import.meta.url))
  .find((url) => existsSync(url));

if (!file) console.log('Left out: the CDNOW sample, as ../shared/data/cdnow is not here.');

describe.skipIf(!file)('the CDNOW sample', () => {
  const standings = file ? read(file) : [];

  test('has 2 357 customers with 6 919 orders on 6 696 customer-days', () => {
    expect(standings).toHaveLength(2357);
    expect(standings.reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(6919);
    expect(standings.reduce((sum, { orderDays }) => sum + orderDays.length, 0)).toBe(6696);
    expect(standings.reduce((sum, { revenue }) => sum + (revenue.USD ?? 0), 0)).toBe(24_409_194);
  });

  test('has a repeat purchase rate of 1 040 of 2 357 for the 365 days to 1998-01-01', () => {
    const to = dayFromIso('1998-01-01');
    const sheet = countSheet();
    for (const standing of standings) countStanding(standing, defaultLadderRules.activeWindowDays, 1, sheet);
    const counted = countedDays(sheet, to - 366, to + 1);
    const ordered = (kind: number) => {
      const sums = (day: number) => counted.stays('repeat', '', '', kind, day, 365);
      return standingBetween(sums(to - 365), sums(to), 365);
    };
    const repeat = ordered(1);
    const customers = ordered(0) + repeat;
    expect({ customers, repeat }).toEqual({ customers: 2357, repeat: 1040 });
    expect(roundHalfAway((repeatRate.measure({ repeat, customers }).value ?? 0) * 100, 2)).toBe(44.12);
  });

  test('has a ladder of 1 545 customers and 812 repeat customers as of 1998-07-01', () => {
    const rungs = standings.map(({ changes }) => rungAsOf(changes, dayFromIso('1998-07-01')));
    expect(
      Object.fromEntries([...new Set(rungs)].map((rung) => [rung, rungs.filter((other) => other === rung).length])),
    ).toEqual({ customer: 1545, repeat: 812 });
  });
});

function read(url: URL): Standing[] {
  const byCustomer = new Map<string, string[][]>();
  for (const line of readFileSync(url, 'utf8').split('\r\n')) {
    const fields = line.trim().split(/\s+/);
    const customer = fields[1];
    if (customer) byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), fields]);
  }
  return [...byCustomer.values()].map((rows) => {
    const lines: OrderLines = {};
    for (const [, , date = '', , amount] of rows) {
      addOrderLine(lines, {
        day: dayFromIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`),
        amountMinor: Math.round(Number(amount) * 100),
        currency: 'USD',
        status: 'completed',
      });
    }
    return toStanding(
      withNewOrders(facts([], { knownDay: dayFromIso('1999-01-01') }), lines),
      [],
      defaultLadderRules,
      noSegmentRules,
    );
  });
}
