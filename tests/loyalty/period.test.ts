import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWeekdays,
  dayFromIso,
  instantOf,
  isoFromDay,
  isTimeZone,
  localDay,
  localMinute,
  startOfDay,
  weekdayOf,
  windowBefore,
} from '../../src/loyalty/time/period.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What the platform itself says the wall clock shows, in minutes from 1970-01-01 00:00. */
function wallClock(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`) / minuteMs;
}

const changes = [
  { zone: 'Europe/Copenhagen', date: '2025-03-30', hours: 23 },
  { zone: 'Europe/Copenhagen', date: '2025-10-26', hours: 25 },
  { zone: 'America/New_York', date: '2026-03-08', hours: 23 },
  { zone: 'America/New_York', date: '2026-11-01', hours: 25 },
  { zone: 'Australia/Lord_Howe', date: '2025-04-06', hours: 24.5 },
  { zone: 'Australia/Lord_Howe', date: '2025-10-05', hours: 23.5 },
  { zone: 'Asia/Kathmandu', date: '2025-03-30', hours: 24 },
  { zone: 'Asia/Kathmandu', date: '1986-01-01', hours: 23.75 },
  { zone: 'America/Sao_Paulo', date: '2018-11-04', hours: 23 },
  { zone: 'America/Havana', date: '2025-11-02', hours: 25 },
  { zone: 'Pacific/Apia', date: '2011-12-29', hours: 24 },
  { zone: 'Pacific/Apia', date: '2011-12-30', hours: 0 },
  { zone: 'Pacific/Apia', date: '2011-12-31', hours: 24 },
] as const;

describe('local days', () => {
  test.each(changes)('$date has $hours hours in $zone', ({ zone, date, hours }) => {
    const day = dayFromIso(date);
    expect((startOfDay(day + 1, zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000).toBe(hours);
  });

  test('2025-12-31T23:30Z is January 2026 in Copenhagen, December in New York', () => {
    const at = new Date('2025-12-31T23:30:00Z');
    expect(isoFromDay(localDay(at, 'Europe/Copenhagen'))).toBe('2026-01-01');
    expect(isoFromDay(localDay(at, 'America/New_York'))).toBe('2025-12-31');
  });

  test('the day that Samoa skipped begins and ends when the next one begins', () => {
    const day = dayFromIso('2011-12-30');
    expect(startOfDay(day, 'Pacific/Apia')).toEqual(new Date('2011-12-30T10:00:00Z'));
    expect(isoFromDay(localDay(new Date('2011-12-30T09:59:59Z'), 'Pacific/Apia'))).toBe('2011-12-29');
    expect(isoFromDay(localDay(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia'))).toBe('2011-12-31');
  });

  test.each(changes)(
    'around $date in $zone every local minute has the instant that a clock on the wall gives it',
    ({ zone, date }) => {
      const shown = wallClock(zone);
      const midnight = Date.parse(`${date}T00:00:00Z`);
      const firstInstant = new Map<number, number>();
      const instants = Array.from({ length: 4 * 1440 }, (_, i) => midnight - 2 * dayMs + i * minuteMs);
      for (const at of instants) if (!firstInstant.has(shown(at))) firstInstant.set(shown(at), at);
      const minutes = [...firstInstant.keys()];
      const wrong: string[] = [];
      for (let minute = midnight / minuteMs; minute < midnight / minuteMs + 1440; minute += 1) {
        const after = Math.min(...minutes.filter((other) => other >= minute));
        const expected = firstInstant.get(after);
        const found = instantOf(minute, zone).getTime();
        if (found !== expected)
          wrong.push(`${new Date(minute * minuteMs).toISOString()} → ${new Date(found).toISOString()}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('at any instant since 1980 the local minute is what the platform shows', () => {
    const zones = ['Europe/Copenhagen', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
    const shown = new Map(zones.map((zone) => [zone, wallClock(zone)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2040, 0) }),
        (zone, at) => {
          const minute = shown.get(zone)?.(at) ?? Number.NaN;
          expect(localMinute(at, zone)).toBe(minute);
          expect(localDay(new Date(at), zone)).toBe(Math.floor(minute / 1440));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a day begins where the one before ends: the instant before it is an earlier day', () => {
    const zones = ['Europe/Copenhagen', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Cairo'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 7_000, max: 25_000 }), (zone, day) => {
        const start = startOfDay(day, zone);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(new Date(start.getTime() - 1), zone)).toBe(day - 1);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['Europe/Copenhagen', 'UTC', 'Asia/Kathmandu'])('%s is a time zone', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(['', 'Copenhagen', 'Europe/Kopenhagen'])('"%s" is no time zone', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('dates', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-02-30', '20260301', '', 'yesterday', '2026-03-01T00:00'])(
    '"%s" is no date',
    (text) => {
      expect(dayFromIso(text)).toBeNaN();
    },
  );

  test('dates and days convert both ways', () => {
    expect(dayFromIso('1970-01-01')).toBe(0);
    expect(dayFromIso('2024-02-29')).toBe(19_782);
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(dayFromIso(isoFromDay(day))).toBe(day);
        expect(weekdayOf(day)).toBe(new Date(isoFromDay(day)).getUTCDay());
      }),
    );
  });

  test('a window of 365 days that ends before 1998-01-01 is the year 1997', () => {
    const window = windowBefore(dayFromIso('1998-01-01'), 365);
    expect(isoFromDay(window.from)).toBe('1997-01-01');
  });

  test.each([
    ['Monday', '2026-03-02', '2026-03-04'],
    ['Wednesday', '2026-03-04', '2026-03-06'],
    ['Thursday', '2026-03-05', '2026-03-09'],
    ['Friday', '2026-03-06', '2026-03-10'],
    ['Saturday', '2026-03-07', '2026-03-10'],
    ['Sunday', '2026-03-08', '2026-03-10'],
  ])('two weekdays after %s %s is %s', (_, from, to) => {
    expect(isoFromDay(addWeekdays(dayFromIso(from), 2))).toBe(to);
  });
});
