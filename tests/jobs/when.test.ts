import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timetable } from '../../src/jobs/timetable.ts';
import { describeWhen, parseWhen } from '../../src/loyalty/time/read-schedule.ts';

describe('what a person types becomes a cron expression', () => {
  it.each([
    ['Mondays 9:00', '0 9 * * 1'],
    ['monday at 9', '0 9 * * 1'],
    ['every Monday at 9:30', '30 9 * * 1'],
    ['Mondays 9am', '0 9 * * 1'],
    ['Mondays at 4:15 pm', '15 16 * * 1'],
    ['Sundays 12am', '0 0 * * 0'],
    ['Sundays 12 p.m.', '0 12 * * 0'],
    ["Fridays 3 o'clock", '0 3 * * 5'],
    ['mandag 9.00', '0 9 * * 1'],
    ['hver mandag kl. 9', '0 9 * * 1'],
    ['hver mandag kl.9', '0 9 * * 1'],
    ['mandag kl 9.', '0 9 * * 1'],
    ['om mandagen klokken 9', '0 9 * * 1'],
    ['mandage 9:00', '0 9 * * 1'],
    ['mandager kl. 09:00', '0 9 * * 1'],
    ['på mandager klokka 9', '0 9 * * 1'],
    ['Mandag', '0 9 * * 1'],
    ['LØRDAGE 10.15', '15 10 * * 6'],
    ['So\u0308ndag', null],
    ['søn. 8', '0 8 * * 0'],
    ['Mondays and Thursdays 9:00', '0 9 * * 1,4'],
    ['Mon, Wed & Fri 8:05', '5 8 * * 1,3,5'],
    ['mandag og torsdag', '0 9 * * 1,4'],
    ['Monday to Friday 8', '0 8 * * 1-5'],
    ['mandag-fredag 8.30', '30 8 * * 1-5'],
    ['lørdag til mandag kl 7', '0 7 * * 0,1,6'],
    ['weekdays 8:30', '30 8 * * 1-5'],
    ['every weekday', '0 9 * * 1-5'],
    ['hverdage 8.30', '30 8 * * 1-5'],
    ['hverdager', '0 9 * * 1-5'],
    ['weekdays and Saturday 7', '0 7 * * 1,2,3,4,5,6'],
    ['weekends 10', '0 10 * * 0,6'],
    ['daily 7', '0 7 * * *'],
    ['every day at 23:59', '59 23 * * *'],
    ['dagligt', '0 9 * * *'],
    ['daglig', '0 9 * * *'],
    ['hver dag kl. 7', '0 7 * * *'],
    ['alle dage 7.00', '0 7 * * *'],
    ['weekly', '0 9 * * 1'],
    ['hver uge', '0 9 * * 1'],
    ['ukentlig fredag 14.00', '0 14 * * 5'],
    ['1st of the month 9:00', '0 9 1 * *'],
    ['the first day of the month', '0 9 1 * *'],
    ['every 1st of the month', '0 9 1 * *'],
    ['15th at 8', '0 8 15 * *'],
    ['1st and 15th of the month 8:00', '0 8 1,15 * *'],
    ['den 1. i måneden kl. 9', '0 9 1 * *'],
    ['den 1. kl. 9', '0 9 1 * *'],
    ['den 15 i måneden 8.30', '30 8 15 * *'],
    ['hver måned den 28. kl. 10', '0 10 28 * *'],
    ['monthly 8', '0 8 1 * *'],
    ['every quarter', '0 9 1 1,4,7,10 *'],
    ['hvert kvartal kl. 8.15', '15 8 1 1,4,7,10 *'],
    ['kvartalsvis den 2. kl. 9', '0 9 2 1,4,7,10 *'],
    [' 0 9 * *  1 ', '0 9 * * 1'],
    ['0 9 * * mon-fri', '0 9 * * MON-FRI'],
    ['0 9 1 1 0', '0 9 1 1 0'],
    ['0 8-16/2 * * 1-5', '0 8-16/2 * * 1-5'],
    ['0 * * * *', '0 * * * *'],
    ['0 9 29 feb *', '0 9 29 FEB *'],
    ['0 9 31 2 1', '0 9 31 2 1'],
  ])('%j', (typed, cron) => {
    const when = parseWhen(typed);
    expect(when.kind === 'parsed' ? when.cron : null).toBe(cron);
  });
});

describe('every second week', () => {
  it.each([
    ['every second Tuesday', '0 9 * * 2'],
    ['every other Monday 8:30', '30 8 * * 1'],
    ['hver anden tirsdag', '0 9 * * 2'],
    ['hveranden torsdag kl. 8', '0 8 * * 4'],
    ['annenhver tirsdag', '0 9 * * 2'],
    ['hver annen tirsdag kl. 10', '0 10 * * 2'],
  ])('%j', (typed, cron) => {
    expect(parseWhen(typed)).toEqual({ kind: 'parsed', cron: `${cron} /2` });
  });

  it('comes fourteen days apart, over a year with 53 weeks and the change of clocks', () => {
    for (const turn of [0, 1]) {
      const cron = `0 9 * * 2 /2:${turn}`;
      const dues: number[] = [];
      let at = new Date('2026-11-30T12:00:00Z');
      for (let i = 0; i < 12; i += 1) {
        at = timetable.next(cron, 'Europe/Copenhagen', at) ?? at;
        dues.push(at.getTime());
        expect(timetable.previous(cron, 'Europe/Copenhagen', new Date(at.getTime() + 1))).toEqual(at);
      }
      expect(new Date(dues[0] ?? 0).toISOString().slice(0, 10)).toBe(turn === 0 ? '2026-12-01' : '2026-12-08');
      const days = dues.slice(1).map((due, i) => Math.round((due - (dues[i] ?? 0)) / 3_600_000 / 24));
      expect(new Set(days)).toEqual(new Set([14]));
    }
  });
});

describe('what could be meant differently, or means nothing, is refused with what was not understood', () => {
  it.each([
    ['', 'empty', ''],
    ['9:00', 'no-day', '9:00'],
    ['banana 9:00', 'not-understood', 'banana'],
    ['second Tuesday', 'not-understood', 'second'],
    ['every second week', 'not-understood', 'second'],
    ['every second weekday', 'not-understood', 'second'],
    ['every second Tuesday of the month', 'days-mixed', 'every second Tuesday of the month'],
    ['annenhver uke', 'not-understood', 'annenhver'],
    ['every 2 weeks', 'not-understood', '2'],
    ['hver 14 dage', 'not-understood', '14'],
    ['every 2nd month', 'not-understood', '2nd'],
    ['hver 3. måned', 'not-understood', '3.'],
    ['every 2nd day', 'not-understood', '2nd'],
    ['2nd Monday of the month', 'not-understood', '2nd'],
    ['last day of the month', 'not-understood', 'last'],
    ['Mondays 9:00:00', 'bad-time', '9:00:00'],
    ['Mondays 25:00', 'bad-time', '25:00'],
    ['Mondays 9:60', 'bad-time', '9:60'],
    ['Mondays 24', 'bad-time', '24'],
    ['Mondays 13pm', 'bad-time', '13pm'],
    ['Mondays 9:00 and 15:00', 'several-times', 'Mondays 9:00 and 15:00'],
    ['mandag 9,00', 'several-times', 'mandag 9,00'],
    ['32nd of the month', 'bad-day-of-month', '32nd'],
    ['den 0. i måneden', 'bad-day-of-month', '0.'],
    ['31st of the month', 'not-every-month', '31st'],
    ['den 29. i måneden', 'not-every-month', '29.'],
    ['Mondays and the 1st', 'days-mixed', 'Mondays and the 1st'],
    ['daily on Mondays', 'days-mixed', 'daily on Mondays'],
    ['to Monday', 'not-understood', 'to'],
    ['@weekly', 'cron-nickname', '@weekly'],
    ['0 0 9 * * 1', 'cron-seconds', '0 0 9 * * 1'],
    ['0 9 * *', 'cron-fields', '0 9 * *'],
    ['0 9 * * 1 2026 x', 'cron-fields', '0 9 * * 1 2026 x'],
    ['60 9 * * 1', 'cron-field', '60'],
    ['0 24 * * 1', 'cron-field', '24'],
    ['0 9 0 * *', 'cron-field', '0'],
    ['0 9 * 13 *', 'cron-field', '13'],
    ['0 9 * * 8', 'cron-field', '8'],
    ['0 9 * * mandag', 'cron-field', 'mandag'],
    ['0 9 L * *', 'cron-field', 'l'],
    ['0 9 ? * 1', 'cron-field', '?'],
    ['0 9 * * 1#2', 'cron-field', '1#2'],
    ['0 9 15W * *', 'cron-field', '15w'],
    ['0 9 5/2 * *', 'cron-field', '5/2'],
    ['0 9 5-2 * *', 'cron-field', '5-2'],
    ['0 9 */0 * *', 'cron-field', '*/0'],
    ['0 9 * * */8', 'cron-field', '*/8'],
    ['0 9 , * *', 'cron-field', ','],
    ['0 9 31 2 *', 'never', '0 9 31 2 *'],
    ['0 9 31 4,6,9,11 *', 'never', '0 9 31 4,6,9,11 *'],
    ['0 9 30,31 2 */2', 'never', '0 9 30,31 2 */2'],
    ['* * * * *', 'too-often', '* * * * *'],
    ['*/30 9 * * *', 'too-often', '*/30 9 * * *'],
    ['0,1 9 * * 1', 'too-often', '0,1 9 * * 1'],
  ])('%j: %s', (typed, code, what) => {
    expect(parseWhen(typed)).toMatchObject({ kind: 'refused', code, typed: what });
  });

  it('names the field of an expression that is wrong', () => {
    expect(parseWhen('0 9 * * 8')).toMatchObject({ field: 'weekday' });
    expect(parseWhen('0 9 32 * 8')).toMatchObject({ field: 'day' });
  });
});

describe('whatever is accepted', () => {
  const words = [
    ...'Mondays mandag torsdager hverdage weekends daily weekly uge month måneden quarter every hver the den of i and og'.split(
      ' ',
    ),
    ...'at kl. to 1 9 15 31 1st 2. 28th 9:00 8.30 24:00 9am 13pm first other 0 */2 * 1-5 MON L @daily'.split(' '),
  ];
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((list) => list.join(' ')),
    fc.array(fc.stringMatching(/^[0-9*,/a-z-]{1,5}$/), { minLength: 5, maxLength: 5 }).map((list) => list.join(' ')),
    fc
      .tuple(
        fc.nat(70),
        fc.constantFrom('*', '*/3', '*/24', '*/25', '9', '8-16', '23-7'),
        fc.constantFrom('*', '*/31', '*/32', '1', '31', '1-31', '30,31', '*/2'),
        fc.constantFrom('*', '2', 'feb', '2-4/2', '4,6', '*/12'),
        fc.constantFrom('*', '0-7', '7', '5-7', 'sun', 'sat-sun', '*/7', '1,1'),
      )
      .map((fields) => fields.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );

  it('comes, at most once an hour, and is accepted again as it was written down', () => {
    let accepted = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const when = parseWhen(text);
        if (when.kind === 'refused') return;
        accepted += 1;
        expect(parseWhen(when.cron)).toEqual(when);
        const first = timetable.next(when.cron, 'Europe/Copenhagen', new Date('2025-06-01T00:00:00Z'));
        const second = first && timetable.next(when.cron, 'Europe/Copenhagen', first);
        expect((second?.getTime() ?? 0) - (first?.getTime() ?? 0)).toBeGreaterThanOrEqual(3_600_000);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('an expression is told by its days and times', () => {
  const nine = [{ hour: 9, minute: 0 }];
  it.each([
    ['0 9 * * 1', { days: { kind: 'weekdays', weekdays: [1] }, times: nine }],
    ['0 9 * * SUN,mon', { days: { kind: 'weekdays', weekdays: [1, 0] }, times: nine }],
    ['0 9 * * 5-7', { days: { kind: 'weekdays', weekdays: [5, 6, 0] }, times: nine }],
    ['0 9 * * *', { days: { kind: 'every-day' }, times: nine }],
    ['0 9 * * 0-6', { days: { kind: 'every-day' }, times: nine }],
    ['0 9 1-31 * 1', { days: { kind: 'every-day' }, times: nine }],
    ['0 9 * * 0-7', { days: { kind: 'every-day' }, times: nine }],
    ['0 9 1 1,4,7,10 *', { days: { kind: 'month-days', monthDays: [1], months: [1, 4, 7, 10] }, times: nine }],
    [
      '30 8,16 * * *',
      {
        days: { kind: 'every-day' },
        times: [
          { hour: 8, minute: 30 },
          { hour: 16, minute: 30 },
        ],
      },
    ],
  ])('%s', (cron, when) => {
    expect(describeWhen(cron)).toEqual(when);
  });

  it.each(['0 9 1 * 1', '0 9 * 6 *', '0 9 * 6 1', '0 9 */2 * 1', '*/5 * * * *', 'nonsense'])(
    'only the expression itself can say %s',
    (cron) => {
      expect(describeWhen(cron)).toBeNull();
    },
  );
});
