import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timetable } from '../../src/jobs/timetable.ts';
import { parseCron } from '../../src/loyalty/time/schedule-cron.ts';

const minuteMs = 60_000;

interface TestedCron {
  readonly text: string;
  readonly matches: (local: WallTime) => boolean;
}

interface WallTime {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** What each minute of real time shows on the wall, by Intl alone, which is asked once for each. */
function wallClock(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const seen = new Map<number, number>();
  return (at) => {
    const known = seen.get(at);
    if (known !== undefined) return known;
    const shown = Date.parse(`${format.format(at).replace(' ', 'T')}Z`) / minuteMs;
    seen.set(at, shown);
    return shown;
  };
}

function toWallTime(local: number): WallTime {
  const date = new Date(local * minuteMs);
  return {
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** Minute by minute: due is a matching minute that the wall shows for the first time, or the end of a gap that hid one. */
function dueMinutes(cron: TestedCron, wall: (at: number) => number, from: number, to: number): number[] {
  const due: number[] = [];
  let latest = wall(from - minuteMs);
  for (let at = from; at < to; at += minuteMs) {
    const local = wall(at);
    let isDue = false;
    // Empty while the wall shows minutes again that it has shown before.
    for (let shown = latest + 1; shown <= local; shown += 1) isDue ||= cron.matches(toWallTime(shown));
    if (isDue) due.push(at);
    latest = Math.max(latest, local);
  }
  return due;
}

function walkedForward({ text }: TestedCron, timeZone: string, from: number, to: number): number[] {
  const due: number[] = [];
  for (let at = new Date(from - 1); ; ) {
    const next = timetable.next(text, timeZone, at);
    if (!next || next.getTime() >= to) return due;
    due.push(next.getTime());
    at = next;
  }
}

function walkedBackward({ text }: TestedCron, timeZone: string, from: number, to: number): number[] {
  const due: number[] = [];
  for (let at = new Date(to); ; ) {
    const previous = timetable.previous(text, timeZone, at);
    if (!previous || previous.getTime() < from) return due.reverse();
    due.push(previous.getTime());
    at = previous;
  }
}

const clockChanges: readonly (readonly [zone: string, day: string, words: string])[] = [
  ['Europe/Copenhagen', '2025-03-30', 'forward at 2:00'],
  ['Europe/Copenhagen', '2025-10-26', 'back at 3:00'],
  ['America/New_York', '2025-03-09', 'forward at 2:00'],
  ['America/New_York', '2025-11-02', 'back at 2:00'],
  ['Australia/Lord_Howe', '2025-10-05', 'forward by half an hour'],
  ['Australia/Lord_Howe', '2025-04-06', 'back by half an hour'],
  ['America/Santiago', '2025-09-07', 'forward at midnight'],
  ['America/Santiago', '2025-04-06', 'back at midnight'],
  ['Asia/Beirut', '2025-03-30', 'forward at midnight'],
  ['Asia/Beirut', '2025-10-26', 'back at midnight'],
];

const crons: readonly TestedCron[] = [
  { text: '0 * * * *', matches: ({ minute }) => minute === 0 },
  { text: '30 2 * * *', matches: ({ hour, minute }) => hour === 2 && minute === 30 },
  { text: '0 3 * * *', matches: ({ hour, minute }) => hour === 3 && minute === 0 },
  { text: '15 1 * * *', matches: ({ hour, minute }) => hour === 1 && minute === 15 },
  { text: '0 0 * * *', matches: ({ hour, minute }) => hour === 0 && minute === 0 },
  { text: '45 23 * * 6', matches: ({ weekday, hour, minute }) => weekday === 6 && hour === 23 && minute === 45 },
  { text: '0 0 * * SUN', matches: ({ weekday, hour, minute }) => weekday === 0 && hour === 0 && minute === 0 },
  { text: '10 2,3 * * *', matches: ({ hour, minute }) => (hour === 2 || hour === 3) && minute === 10 },
];

describe.each(clockChanges)('in %s around %s, when clocks go %s', (zone, day) => {
  const from = Date.parse(`${day}T00:00:00Z`) - 36 * 3_600_000;
  const to = from + 96 * 3_600_000;
  const wall = wallClock(zone);

  it.each(crons)('"$text" comes when the wall shows it, after a gap or at the first of two', (cron) => {
    const expected = dueMinutes(cron, wall, from, to);
    expect(expected.length).toBeGreaterThan(0);
    expect(walkedForward(cron, zone, from, to)).toEqual(expected);
    expect(walkedBackward(cron, zone, from, to)).toEqual(expected);
  });

  it('asked at any minute, it names the same next and previous instant', () => {
    const cron: TestedCron = {
      text: '30 2,14 * * *',
      matches: ({ hour, minute }) => (hour === 2 || hour === 14) && minute === 30,
    };
    const expected = dueMinutes(cron, wall, from - 2 * 86_400_000, to + 2 * 86_400_000);
    const change = Date.parse(`${day}T00:00:00Z`);
    const wrong = [];
    const reach = 3 * 3_600_000;
    for (let at = change - 14 * 3_600_000; at < change + 30 * 3_600_000; ) {
      const next = timetable.next(cron.text, zone, new Date(at))?.getTime();
      const previous = timetable.previous(cron.text, zone, new Date(at))?.getTime();
      const instant = at;
      const isNext = next === expected.find((due) => due > instant);
      if (!isNext || previous !== expected.findLast((due) => due < instant)) wrong.push({ at, next, previous });
      // Every minute near the change, elsewhere every seventh.
      const isNear = wall(at + reach) - wall(at - reach) !== (2 * reach) / minuteMs;
      at += (isNear ? 1 : 7) * minuteMs;
    }
    expect(wrong).toEqual([]);
  });
});

describe('a time that clocks skip or show twice', () => {
  const localIn = (zone: string, at: Date | null) =>
    at && new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'long' }).format(at);

  it('skipped at 2:30, it comes at 3:00', () => {
    const due = timetable.next('30 2 * * *', 'Europe/Copenhagen', new Date('2025-03-29T12:00:00Z'));
    expect(due?.toISOString()).toBe('2025-03-30T01:00:00.000Z');
  });

  it('shown twice at 2:30, it comes at the first and not again', () => {
    const first = timetable.next('30 2 * * *', 'Europe/Copenhagen', new Date('2025-10-25T12:00:00Z'));
    expect(first?.toISOString()).toBe('2025-10-26T00:30:00.000Z');
    const next = timetable.next('30 2 * * *', 'Europe/Copenhagen', first ?? new Date(0));
    expect(next?.toISOString()).toBe('2025-10-27T01:30:00.000Z');
  });

  it('two times that become the same instant are one', () => {
    const first = timetable.next('0 2,3 * * *', 'Europe/Copenhagen', new Date('2025-03-29T12:00:00Z'));
    const next = timetable.next('0 2,3 * * *', 'Europe/Copenhagen', first ?? new Date(0));
    expect([first, next].map((at) => at?.toISOString())).toEqual([
      '2025-03-30T01:00:00.000Z',
      '2025-03-31T00:00:00.000Z',
    ]);
  });

  it('midnight skipped, it comes at 1:00', () => {
    const due = timetable.next('0 0 * * *', 'America/Santiago', new Date('2025-09-06T12:00:00Z'));
    expect(localIn('America/Santiago', due)).toContain('2025-09-07 01:00');
  });
});

describe('the calendar of an expression', () => {
  // Each part of an expression with the values it stands for, so that nothing here reads expressions.
  const part = (least: number, most: number) =>
    fc.oneof(
      fc.constant({ text: '*', has: (_: number) => true, star: true }),
      fc.integer({ min: least, max: most }).map((only) => ({
        text: `${only}`,
        has: (value: number) => value === only,
        star: false,
      })),
      fc.integer({ min: 2, max: Math.min(9, most) }).map((step) => ({
        text: `*/${step}`,
        has: (value: number) => (value - least) % step === 0,
        star: true,
      })),
      fc
        .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 3 }))
        .map(([from, length, step]) => {
          const to = Math.min(most, from + length);
          return {
            text: `${from}-${to}/${step}`,
            has: (value: number) => value >= from && value <= to && (value - from) % step === 0,
            star: false,
          };
        }),
      fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 }).map((list) => ({
        text: list.join(','),
        has: (value: number) => list.includes(value),
        star: false,
      })),
    );

  const from = Date.parse('2024-02-01T00:00:00Z');
  const to = from + 420 * 86_400_000;
  const hours = Array.from({ length: 420 * 24 }, (_, n) => from + n * 3_600_000).map((at) => ({
    at,
    wall: toWallTime(at / minuteMs),
  }));

  it('is that of Vixie cron: one of the two day fields is enough unless one begins with an asterisk', () => {
    fc.assert(
      fc.property(part(0, 23), part(1, 31), part(1, 12), part(0, 6), (hour, day, month, weekday) => {
        const text = `0 ${hour.text} ${day.text} ${month.text} ${weekday.text}`;
        const bothDays = day.star || weekday.star;
        const cron: TestedCron = {
          text,
          matches: (local) =>
            local.minute === 0 &&
            hour.has(local.hour) &&
            month.has(local.month) &&
            (bothDays
              ? day.has(local.day) && weekday.has(local.weekday)
              : day.has(local.day) || weekday.has(local.weekday)),
        };
        const expected = hours.filter(({ wall }) => cron.matches(wall)).map(({ at }) => at);
        if ('kind' in parseCron(text)) expect(expected).toEqual([]);
        else expect(walkedForward(cron, 'UTC', from, to).slice(0, 200)).toEqual(expected.slice(0, 200));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['0 9 29 2 *', '2096-03-01T00:00:00Z', '2104-02-29T09:00:00.000Z'],
    ['0 9 29 2 */7', '2025-01-01T00:00:00Z', '2032-02-29T09:00:00.000Z'],
    ['0 9 29 2 */7', '2088-03-01T00:00:00Z', '2128-02-29T09:00:00.000Z'],
  ])('however rare "%s" is, after %s it comes on %s', (cron, after, due) => {
    expect(timetable.next(cron, 'UTC', new Date(after))?.toISOString()).toBe(due);
  });
});
