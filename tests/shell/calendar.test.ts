import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../src/commands/command.ts';
import { findCommand } from '../../src/commands/index.ts';
import { understand } from '../../src/commands/understand.ts';
import { windowOf as toWindow } from '../../src/commands/window.ts';
import { UserError } from '../../src/errors.ts';
import { dayFromIso, isoFromDay } from '../../src/loyalty/time/period.ts';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Customer 7 answers in all three months of the first quarter; the others in February and March. */
const answers = `customer,date,kind,score
7,2025-12-31,nps,10
7,2026-01-15,nps,10
7,2026-02-15,nps,3
7,2026-03-31,nps,9
1,2026-02-01,nps,9
2,2026-02-02,nps,9
3,2026-02-03,nps,9
4,2026-02-28,nps,9
1,2026-03-01,nps,9
2,2026-03-02,nps,7
3,2026-03-03,nps,7
4,2026-03-04,nps,9
5,2026-03-05,nps,9
,2026-03-06,nps,0
5,2026-03-05,csat,4
5,2026-02-05,csat,2
`;
const orders = `customer,order,date,amount
1,A1,2025-12-31,100
1,A2,2026-01-01,100
2,A3,2026-01-31,100
2,A4,2026-01-31,100
2,A5,2026-03-31,100
`;

describe('what may be typed, as of 23 November 2026', () => {
  test.each([
    ['2026-03', '2026-03-01 2026-04-01'],
    ['2024-2', '2024-02-01 2024-03-01'],
    ['march 2026', '2026-03-01 2026-04-01'],
    ['marts 2026', '2026-03-01 2026-04-01'],
    ['mars 2026', '2026-03-01 2026-04-01'],
    ['mar. 2026', '2026-03-01 2026-04-01'],
    ['maj', '2026-05-01 2026-06-01'],
    ['mai', '2026-05-01 2026-06-01'],
    ['december', '2025-12-01 2026-01-01'],
    ['desember 2025', '2025-12-01 2026-01-01'],
    ['2026-q1', '2026-01-01 2026-04-01'],
    ['2026q1', '2026-01-01 2026-04-01'],
    ['2026 q1', '2026-01-01 2026-04-01'],
    ['q1 2026', '2026-01-01 2026-04-01'],
    ['2026k1', '2026-01-01 2026-04-01'],
    ['1. kvartal 2026', '2026-01-01 2026-04-01'],
    ['kvartal 1 2026', '2026-01-01 2026-04-01'],
    ['q3', '2026-07-01 2026-10-01'],
    ['2025', '2025-01-01 2026-01-01'],
    ['2026-11', '2026-11-01 2026-11-23'],
    ['november', '2026-11-01 2026-11-23'],
    ['q4 2026', '2026-10-01 2026-11-23'],
    ['2026', '2026-01-01 2026-11-23'],
    ['month', '2026-11-01 2026-11-23'],
    ['måned', '2026-11-01 2026-11-23'],
    ['denne måned', '2026-11-01 2026-11-23'],
    ['denne måneden', '2026-11-01 2026-11-23'],
    ['last month', '2026-10-01 2026-11-01'],
    ['sidste måned', '2026-10-01 2026-11-01'],
    ['forrige måned', '2026-10-01 2026-11-01'],
    ['this quarter', '2026-10-01 2026-11-23'],
    ['kvartal', '2026-10-01 2026-11-23'],
    ['dette kvartalet', '2026-10-01 2026-11-23'],
    ['previous quarter', '2026-07-01 2026-10-01'],
    ['sidste kvartal', '2026-07-01 2026-10-01'],
    ['forrige kvartal', '2026-07-01 2026-10-01'],
    ['year', '2026-01-01 2026-11-23'],
    ['år', '2026-01-01 2026-11-23'],
    ['i år', '2026-01-01 2026-11-23'],
    ['last year', '2025-01-01 2026-01-01'],
    ['sidste år', '2025-01-01 2026-01-01'],
    ['i fjor', '2025-01-01 2026-01-01'],
    ['', '2026-08-25 2026-11-23'],
    ['30', '2026-10-24 2026-11-23'],
    ['365 dager', '2025-11-23 2026-11-23'],
    ['week 14', '2026-03-30 2026-04-06'],
    ['uge 14', '2026-03-30 2026-04-06'],
    ['uke 14', '2026-03-30 2026-04-06'],
    ['14. uge', '2026-03-30 2026-04-06'],
    ['2026-W14', '2026-03-30 2026-04-06'],
    ['w14', '2026-03-30 2026-04-06'],
    ['week 14, 2025', '2025-03-31 2025-04-07'],
    ['uge 14 i 2025', '2025-03-31 2025-04-07'],
    ['uge 50', '2025-12-08 2025-12-15'],
    ['uge 53', '2020-12-28 2021-01-04'],
    ['2020-W53', '2020-12-28 2021-01-04'],
    ['uge 47', '2026-11-16 2026-11-23'],
    ['year 2025', '2025-01-01 2026-01-01'],
  ])('“%s” is %s', (typed, expected) => {
    expect(windowOf(typed, '2026-11-23')).toBe(expected);
  });

  test.each([
    ['month', '2026-03-01', '2026-02-01 2026-03-01'],
    ['last month', '2026-03-01', '2026-01-01 2026-02-01'],
    ['quarter', '2026-04-01', '2026-01-01 2026-04-01'],
    ['year', '2026-01-01', '2025-01-01 2026-01-01'],
    ['month', '2026-03-02', '2026-03-01 2026-03-02'],
    ['last month', '2024-03-02', '2024-02-01 2024-03-01'],
    ['march', '2026-03-01', '2025-03-01 2025-04-01'],
  ])('“%s” is the one of the newest day that counts: as of %s it is %s', (typed, asOf, expected) => {
    expect(windowOf(typed, asOf)).toBe(expected);
  });

  test.each([
    '2026-12',
    '2027',
    'q1 2027',
    'december 2026',
    '2026-Q5',
    '2026-13',
    '91',
    '2026-W53',
    '2026-W00',
    'uge 54',
    'siste måned',
    'mandag',
    'ma',
  ])('“%s” is refused with what may be typed', (typed) => {
    expect(() => windowOf(typed, '2026-11-23')).toThrow(UserError);
    try {
      windowOf(typed, '2026-11-23');
    } catch (thrown) {
      for (const locale of ['en', 'da', 'nb'] as const) {
        expect((thrown as UserError).words(locale)).toMatch(/\/loyalty (ladder|stige|nps)/);
      }
    }
  });

  test('a month that begins on the as-of day has no day yet', () => {
    expect(() => windowOf('2026-03', '2026-03-01')).toThrow(UserError);
    expect(windowOf('2026-03', '2026-03-02')).toBe('2026-03-01 2026-03-02');
  });
});

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    expect(await importing(ask, 'orders', file(orders), '--locale', 'en')).toMatchObject({ imported: 5 });
    expect(await importing(ask, 'feedback', file(answers))).toMatchObject({ imported: 16 });
  });
  afterAll(() => terminal.close());
  const asOf = ['--as-of', '2026-05-01'];

  test('answers in two months count in both months, in the quarter once', async () => {
    const [january, february, march, quarter] = await Promise.all(
      ['2026-01', '2026-02', '2026-03', '2026-Q1'].map((period) => json(ask, 'nps', period, ...asOf)),
    );
    expect(january).toMatchObject({ base: 1, counts: { promoters: 1 }, previous: { base: 1 } });
    expect(february).toMatchObject({ base: 5, counts: { promoters: 4, detractors: 1 }, previous: { base: 1 } });
    expect(march).toMatchObject({ base: 7, counts: { promoters: 4, passives: 2, detractors: 1 } });
    expect(march.previous).toMatchObject({ window: { from: '2026-02-01', to: '2026-03-01' }, base: 5 });
    expect(quarter).toMatchObject({ base: 7, counts: { promoters: 4, passives: 2, detractors: 1 } });
    expect(quarter.previous).toMatchObject({ window: { from: '2025-10-01', to: '2026-01-01' }, base: 1 });
  });

  test('the running month is compared with the same number of days of the month before', async () => {
    const month = await json(ask, 'nps', 'month', '--as-of', '2026-03-04');
    expect(month).toMatchObject({ window: { from: '2026-03-01', to: '2026-03-04' }, base: 3 });
    expect(month.previous).toMatchObject({ window: { from: '2026-02-01', to: '2026-02-04' }, base: 3 });
  });

  test('a year of 365 days has what the 365 days to its end have', async () => {
    // 2024 had 366: this one is counted from the answers, those below from what is kept.
    const { window, counts, previous } = await json(ask, 'nps', '2025', ...asOf);
    const kept = await json(ask, 'nps', '365', '--as-of', '2026-01-01');
    expect({ window, counts }).toEqual({ window: kept.window, counts: kept.counts });
    expect(previous.window).toEqual({ from: '2024-01-01', to: '2025-01-01' });
    expect(await json(ask, 'repeat', '2026', '--as-of', '2027-01-01')).toEqual(
      await json(ask, 'repeat', '365', '--as-of', '2027-01-01'),
    );
  });

  test('CSAT, repeat purchase rate, the ladder and the overview take them too, by --window as well', async () => {
    expect(await json(ask, 'csat', 'marts', '2026', ...asOf)).toMatchObject({ value: 1, previous: { value: 0 } });
    expect(await json(ask, 'repeat', '--window', 'q1 2026', ...asOf)).toMatchObject({
      counts: { customers: 2, repeat: 2 },
      previous: { counts: { customers: 1, repeat: 0 } },
    });
    expect(await json(ask, 'repeat', '2026-01', ...asOf)).toMatchObject({ counts: { customers: 2, repeat: 1 } });
    expect(await json(ask, 'ladder', '2025-12', ...asOf)).toEqual(await json(ask, 'ladder', '--as-of', '2026-01-01'));
    const { figures } = await json(ask, '--window', 'sidste kvartal', ...asOf);
    expect(figures.nps).toEqual(await json(ask, 'nps', '2026-Q1', ...asOf));
    const { total, window } = await json(ask, 'nps', 'q1', '2026', 'by', 'rung', ...asOf);
    expect([total, window]).toEqual([figures.nps, { from: '2026-01-01', to: '2026-04-01' }]);
  });

  test.each([
    ['en', 'month', '1–5 March 2026 (the month so far)', 'Too little in the first 5 days of February to compare with'],
    [
      'da',
      'måned',
      '1.–5. marts 2026 (måneden indtil nu)',
      'For lidt at sammenligne med i de første 5 dage af februar',
    ],
    ['nb', 'denne måneden', '1.–5. mars 2026 (så langt i måneden)', 'i de første 5 dagene av februar'],
    ['en', 'last month', 'February 2026', 'Too little in January 2026 to compare with (1 answer)'],
    ['da', 'sidste måned', 'Februar 2026', 'For lidt at sammenligne med i januar 2026 (1 svar)'],
    ['nb', 'forrige måned', 'Februar 2026', 'For lite å sammenligne med i januar 2026 (1 svar)'],
  ])('people read in %s what “%s” is and what it is compared with', async (language, typed, days, compared) => {
    const { out } = await ask(['nps', typed, '--as-of', '2026-03-06', '--language', language]);
    const said = out.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
    expect(said.toLowerCase()).toContain(days.toLowerCase());
    expect(said).toContain(compared);
  });

  test('what is still ahead or no period is a wrong call', async () => {
    for (const period of ['2026-06', 'ninety', '2026-13']) {
      const { code, err } = await ask(['nps', '--window', period, ...asOf]);
      expect([period, code]).toEqual([period, 2]);
      expect(err).toContain(period);
    }
  });
});

function windowOf(typed: string, asOf: string): string {
  const asking = { asOf: dayFromIso(asOf), windowDays: null } as Asking;
  const ladder = findCommand('ladder');
  if (!ladder) throw new Error('There is no ladder.');
  const { period } = understand(asking, ladder, typed === '' ? [] : typed.split(' '));
  const { from, to } = toWindow(asking, period);
  return `${isoFromDay(from)} ${isoFromDay(to)}`;
}
