import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarWindow, cutAt, isPart, previousWindow } from '../../src/loyalty/time/calendar.ts';
import { type Calendar, dayFromIso, isoFromDay, type Window } from '../../src/loyalty/time/period.ts';

const day = dayFromIso;

function dates({ from, to }: Window): string {
  return `${isoFromDay(from)} ${isoFromDay(to)}`;
}

/** What is asked for as of a day: cut there, as a running month is. */
function asked(calendar: Calendar, within: string, asOf: string): Window {
  const window = cutAt(day(asOf), calendarWindow(calendar, day(within)));
  if (!window) throw new Error(`${within} begins on ${asOf} or later`);
  return window;
}

describe('a month, a quarter, a year', () => {
  test.each([
    ['month', '2026-01-31', '2026-01-01 2026-02-01'],
    ['month', '2026-02-01', '2026-02-01 2026-03-01'],
    ['month', '2024-02-29', '2024-02-01 2024-03-01'],
    ['month', '2026-12-31', '2026-12-01 2027-01-01'],
    ['quarter', '2026-03-31', '2026-01-01 2026-04-01'],
    ['quarter', '2026-04-01', '2026-04-01 2026-07-01'],
    ['quarter', '2026-08-15', '2026-07-01 2026-10-01'],
    ['quarter', '2026-12-31', '2026-10-01 2027-01-01'],
    ['year', '2024-12-31', '2024-01-01 2025-01-01'],
    ['year', '2025-01-01', '2025-01-01 2026-01-01'],
    ['month', '1969-12-31', '1969-12-01 1970-01-01'],
  ] as const)('the %s of %s is %s', (calendar, within, expected) => {
    expect(dates(calendarWindow(calendar, day(within)))).toBe(expected);
  });

  test('holds its day, and each begins where the one before ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Calendar>('month', 'quarter', 'year'),
        fc.integer({ min: -25_000, max: 47_000 }),
        (calendar, within) => {
          const window = calendarWindow(calendar, within);
          expect(window.from <= within && within < window.to).toBe(true);
          expect(previousWindow(window).to).toBe(window.from);
          expect(calendarWindow(calendar, window.to - 1)).toEqual(window);
        },
      ),
    );
  });
});

describe('what is finished is compared with the whole one before', () => {
  test.each([
    ['month', '2026-03-10', '2026-02-01 2026-03-01'],
    ['month', '2024-03-10', '2024-02-01 2024-03-01'],
    ['month', '2026-01-10', '2025-12-01 2026-01-01'],
    ['quarter', '2026-01-01', '2025-10-01 2026-01-01'],
    ['quarter', '2026-09-30', '2026-04-01 2026-07-01'],
    ['year', '2025-06-01', '2024-01-01 2025-01-01'],
  ] as const)('the %s of %s with %s', (calendar, within, before) => {
    const window = asked(calendar, within, '2026-12-24');
    expect(isPart(window)).toBe(false);
    expect(dates(previousWindow(window))).toBe(before);
  });
});

describe('what is running ends on the as-of day and is compared with as many days', () => {
  test.each([
    ['month', '2026-11-23', '2026-11-01 2026-11-23', '2026-10-01 2026-10-23'],
    ['quarter', '2026-11-23', '2026-10-01 2026-11-23', '2026-07-01 2026-08-23'],
    ['year', '2026-11-23', '2026-01-01 2026-11-23', '2025-01-01 2025-11-23'],
    // After 29 February the 60th day of the year has another date.
    ['year', '2024-03-01', '2024-01-01 2024-03-01', '2023-01-01 2023-03-02'],
  ] as const)('the %s as of %s is %s, compared with %s', (calendar, asOf, expected, before) => {
    const window = asked(calendar, isoFromDay(day(asOf) - 1), asOf);
    expect(isPart(window)).toBe(true);
    expect(dates(window)).toBe(expected);
    expect(dates(previousWindow(window))).toBe(before);
  });

  test('on its first day it is one day, compared with one day', () => {
    const window = asked('month', '2026-11-01', '2026-11-02');
    expect(dates(window)).toBe('2026-11-01 2026-11-02');
    expect(dates(previousWindow(window))).toBe('2026-10-01 2026-10-02');
  });

  test('never with more days than the one before has', () => {
    const window = asked('month', '2026-03-30', '2026-03-31');
    expect(dates(window)).toBe('2026-03-01 2026-03-31');
    expect(dates(previousWindow(window))).toBe('2026-02-01 2026-03-01');
    expect(isPart(previousWindow(window))).toBe(false);
    expect(dates(previousWindow(asked('month', '2024-03-30', '2024-03-31')))).toBe('2024-02-01 2024-03-01');
  });

  test('as of the day after its last one it is whole', () => {
    const window = asked('quarter', '2026-03-31', '2026-04-01');
    expect(isPart(window)).toBe(false);
    expect(dates(previousWindow(window))).toBe('2025-10-01 2026-01-01');
  });
});

test('of what begins on the as-of day or later nothing is left', () => {
  expect(cutAt(day('2026-03-01'), calendarWindow('month', day('2026-03-01')))).toBeNull();
  expect(cutAt(day('2026-03-01'), calendarWindow('year', day('2027-01-01')))).toBeNull();
});

test('a number of days is compared with as many days that end where it begins', () => {
  const window = { from: day('2026-11-01'), to: day('2026-11-23') };
  expect(isPart(window)).toBe(false);
  expect(previousWindow(window)).toEqual({ from: day('2026-10-10'), to: day('2026-11-01') });
});
