import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, readDate, toIsoDay, toMoment } from '../../src/ingest/dates.ts';
import { utc } from './files.ts';

/** ISO day, time of day and offset of a reading, or what else came back. */
function read(text: string, order: DateOrder | null = null): string {
  const reading = readDate(text, order);
  if ('code' in reading) return reading.code;
  if ('readings' in reading) return reading.readings.join(' or ');
  const { day, timeMs, offset } = reading;
  const time = timeMs === null ? '' : ` ${new Date(timeMs).toISOString().slice(11, 23)}`;
  return `${toIsoDay(day)}${time}${offset === null ? '' : ` ${offset}`}`;
}

describe('days that can be read one way only', () => {
  it.each([
    '2026-03-01',
    '20260301',
    '2026/03/01',
    '2026.3.1',
    '01.03.2026',
    '1.3.2026',
    '1. 3. 2026',
    '1/3-2026',
    '1/3 2026',
    ' 2026-03-01 ',
    '1. marts 2026',
    '1. mars 2026',
    '1 March 2026',
    '1 Mar 2026',
    '01-Mar-2026',
    '1. mar. 2026',
    'March 1, 2026',
    'Mar 1 2026',
    '2026-Mar-01',
    '\u200e01.03.2026',
    '01\u200e.03\u200e.2026',
    '="2026-03-01"',
    'søndag den 1. marts 2026',
    'søndag 1. mars 2026',
    'søndag, 1. mars 2026',
    'den 1. marts 2026',
    'Sunday, March 1, 2026',
    'Sunday 1st March 2026',
    '1st of March 2026',
    'søn. 01.03.2026',
    'Sun 2026-03-01',
  ])('%s is 1 March 2026', (text) => {
    expect(read(text)).toBe('2026-03-01');
    expect(read(text, 'month-first')).toBe('2026-03-01');
  });

  it.each(['da', 'nb', 'en', 'en-GB'])('knows the months and the days of the week in three languages: %s', (locale) => {
    const styles = [
      { month: 'long' },
      { month: 'short' },
      { dateStyle: 'full' },
      { month: 'short', weekday: 'short' },
    ] as const;
    for (const style of styles) {
      const parts = 'dateStyle' in style ? style : ({ day: 'numeric', year: 'numeric', ...style } as const);
      const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
      for (let m = 0; m < 12; m++) {
        const date = new Date(Date.UTC(2026, m, 15 + (m % 7)));
        expect(read(format.format(date))).toBe(date.toISOString().slice(0, 10));
      }
    }
  });
});

describe('days that can be read two ways', () => {
  it.each([
    ['03/04/2026', '2026-04-03', '2026-03-04'],
    ['3-4-2026', '2026-04-03', '2026-03-04'],
  ])('%s is asked about, or read in the order that is settled', (text, dayFirst, monthFirst) => {
    expect(read(text)).toBe(`${dayFirst} or ${monthFirst}`);
    expect(read(text, 'day-first')).toBe(dayFirst);
    expect(read(text, 'month-first')).toBe(monthFirst);
  });

  it('are proof where only one reading is a day, and none where both are the same', () => {
    expect(readDate('13/04/2026', null)).toMatchObject({ proves: 'day-first' });
    expect(readDate('04/13/2026', null)).toMatchObject({ proves: 'month-first' });
    expect(readDate('04/04/2026', null)).toMatchObject({ proves: null });
    expect(read('04/13/2026', 'day-first')).toBe('2026-04-13');
  });
});

describe('times', () => {
  it.each([
    ['2026-03-01T14:05', '2026-03-01 14:05:00.000'],
    ['2026-03-01 14:05:33', '2026-03-01 14:05:33.000'],
    ['2026-03-01T14:05:33.123456Z', '2026-03-01 14:05:33.123 0'],
    ['2026-03-01T14:05:33+01:00', '2026-03-01 14:05:33.000 60'],
    ['2026-03-01 14:05:33 -0330', '2026-03-01 14:05:33.000 -210'],
    ['2026-03-01 14:05:33 UTC', '2026-03-01 14:05:33.000 0'],
    ['01.03.2026 kl. 14.05', '2026-03-01 14:05:00.000'],
    ['01.03.2026 kl 9:05', '2026-03-01 09:05:00.000'],
    ['1.3.2026, 14.05', '2026-03-01 14:05:00.000'],
    ['13/3/2026 2:05 PM', '2026-03-13 14:05:00.000'],
    ['3/13/2026, 2:05\u202fPM', '2026-03-13 14:05:00.000'],
    ['2026-03-01 12:00 am', '2026-03-01 00:00:00.000'],
    ['2026-03-01 12:30 p.m.', '2026-03-01 12:30:00.000'],
    ['1. marts 2026 kl. 23.59.59', '2026-03-01 23:59:59.000'],
    ['2026/10/31 2:15:00 PM GMT+1', '2026-10-31 14:15:00.000 60'],
    ['2026/11/01 10:00:00 AM CET', '2026-11-01 10:00:00.000 60'],
    ['2026-07-01 10:00 EEST', '2026-07-01 10:00:00.000 180'],
    ['2026-03-01 10:00 EET', '2026-03-01 10:00:00.000 120'],
    ['2026-03-01 10:00 PST', '2026-03-01 10:00:00.000 -480'],
    ['2026-03-01 10:00 UTC+01:00', '2026-03-01 10:00:00.000 60'],
    ['2026-03-01 10:00 GMT-0330', '2026-03-01 10:00:00.000 -210'],
    ['2026-03-01 10:00 UTC\u22125', '2026-03-01 10:00:00.000 -300'],
    ['2026-03-01T10:00:00+01:00[Europe/Copenhagen]', '2026-03-01 10:00:00.000 60'],
    ['2026-03-01 10:00 (CET)', '2026-03-01 10:00:00.000 60'],
    ['Mon, 02 Mar 2026 14:05:00 +0100', '2026-03-02 14:05:00.000 60'],
    ['Mon, 2 Mar 2026 14:05:00 +0100 (CET)', '2026-03-02 14:05:00.000 60'],
    ['2 Mar 2026 14:05:00 GMT', '2026-03-02 14:05:00.000 0'],
    ['Mon Mar 02 2026 14:05:00 GMT+0100 (Central European Standard Time)', '2026-03-02 14:05:00.000 60'],
    ['Mon Mar  2 14:05:00 2026', '2026-03-02 14:05:00.000'],
    ['Mon Mar 2 14:05:00 CET 2026', '2026-03-02 14:05:00.000 60'],
    ['mandag den 2. marts 2026 kl. 14.05', '2026-03-02 14:05:00.000'],
    ['mandag 2. mars 2026 kl. 14:05', '2026-03-02 14:05:00.000'],
    ['Monday, March 2, 2026 at 2:05 PM', '2026-03-02 14:05:00.000'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('make instants: with an offset by themselves, without one by the time zone', () => {
    const zone = {
      dayOf: (at: number) => utc.dayOf(at + 3_600_000),
      instantOf: (day: number, ms: number) => utc.instantOf(day, ms) - 3_600_000,
    };
    const moment = (text: string) => {
      const written = readDate(text, null);
      if (!('day' in written)) throw new Error(text);
      const { day, at } = toMoment(written, zone);
      return [toIsoDay(day), at === null ? null : new Date(at).toISOString()];
    };
    expect(moment('2025-12-31T23:30Z')).toEqual(['2026-01-01', '2025-12-31T23:30:00.000Z']);
    expect(moment('2026-01-01 00:30')).toEqual(['2026-01-01', '2025-12-31T23:30:00.000Z']);
    expect(moment('2026-01-01')).toEqual(['2026-01-01', null]);
    expect(moment('1767223800')).toEqual(['2026-01-01', '2025-12-31T23:30:00.000Z']);
    expect(moment('1767223800000')).toEqual(['2026-01-01', '2025-12-31T23:30:00.000Z']);
  });
});

describe('what is no day', () => {
  it.each([
    ['2026-02-30', 'no-such-day'],
    ['2025-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['20260431', 'no-such-day'],
    ['31/02/2026', 'no-such-day'],
    ['00.01.2026', 'no-such-day'],
    ['1899-12-31', 'year-out-of-range'],
    ['2201-01-01', 'year-out-of-range'],
    ['01032026', 'year-out-of-range'],
    ['01.03.26', 'two-digit-year'],
    ['02-Mar-26', 'two-digit-year'],
    ['tirsdag den 2. marts 2026', 'other-weekday'],
    ['Tue, 02 Mar 2026 14:05:00 +0100', 'other-weekday'],
    ['2026-03-01 10:00 IST', 'unknown-zone'],
    ['2026-03-01 10:00 CET+1', 'unknown-zone'],
    ['2026-03-01 10:00 tomorrow', 'not-a-date'],
    ['26-03-01', 'two-digit-year'],
    ['2026-03-01 25:00', 'no-such-time'],
    ['2026-03-01 24:00', 'no-such-time'],
    ['2026-03-01 14:60', 'no-such-time'],
    ['2026-03-01 13:00 PM', 'no-such-time'],
    ['2026-03-01T14:05+15:00', 'no-such-time'],
    ['46082', 'not-a-date'],
    ['2026-03', 'not-a-date'],
    ['2026-03-01x', 'not-a-date'],
    ['2026-03-01 tomorrow', 'not-a-date'],
    ['1. foo 2026', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    ['202603011', 'not-a-date'],
    ['1.3-2026', 'not-a-date'],
    ['NaN', 'not-a-date'],
  ])('%s: %s', (text, code) => {
    expect(read(text, 'day-first')).toBe(code);
  });

  it('takes the years 1900 to 2200, both included, and leap days where there are any', () => {
    expect(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'].map((text) => read(text))).toEqual([
      '1900-01-01',
      '2200-12-31',
      '2024-02-29',
      '2000-02-29',
    ]);
  });
});

it('reads any day back from any writing', () => {
  const writings = [
    (y: string, m: string, d: string) => `${y}-${m}-${d}`,
    (y: string, m: string, d: string) => `${y}${m}${d}`,
    (y: string, m: string, d: string) => `${d}.${m}.${y}`,
    (y: string, m: string, d: string) => `${Number(d)}/${Number(m)}-${y}`,
    (y: string, m: string, d: string) => `${d}/${m}/${y}`,
    (y: string, m: string, d: string) => `${d}-${m}-${y} 00:00`,
  ];
  fc.assert(
    fc.property(fc.integer({ min: -25567, max: 84005 }), fc.constantFrom(...writings), (day, write) => {
      const [y = '', m = '', d = ''] = toIsoDay(day).split('-');
      expect(readDate(write(y, m, d), 'day-first')).toMatchObject({ day });
    }),
  );
});
