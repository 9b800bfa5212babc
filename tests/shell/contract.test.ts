import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database/database.ts';
import { openStore } from '../../src/store/store.ts';
import { type Place, type RunningApp, runShell, startApp, withPlaces } from '../support/life.ts';
import { file, importing, json, nothing } from './support.ts';

const orders = `customer,order,date,amount,currency,status
1,A1,2026-01-05,100.00,DKK,completed
1,A2,2026-02-05,200.00,DKK,completed
2,A3,2026-02-10,50.50,DKK,completed
2,A4,2026-02-11,-10.00,DKK,completed
3,A5,2026-02-12,75.00,NOK,cancelled
`;
const answers = `customer,date,kind,score,comment
1,2026-02-06,nps,10,Godt
2,2026-02-20,nps,3,Skidt
,2026-02-21,nps,8,
1,2026-02-22,csat,5,
2,2025-11-01,nps,9,
`;

withPlaces((kind) => {
  let place: Place;
  let app: RunningApp | null = null;
  beforeAll(async () => {
    place = await kind.open();
    // Opening the embedded database takes a second each time; while the app has it open, it answers.
    if (kind.name === 'embedded') app = await startApp(place, { args: ['--empty'] });
    expect(await importing(place, 'orders', file(orders))).toEqual({
      ...nothing,
      code: 0,
      imported: 5,
      customersMade: 3,
    });
    expect(await importing(place, 'feedback', file(answers))).toEqual({ ...nothing, code: 0, imported: 5 });
  });
  afterAll(async () => {
    await app?.stop();
    await place.close();
  });
  const asOf = ['--as-of', '2026-03-01'];

  describe('what programs read', () => {
    test('of a figure', async () => {
      const { interval, ...nps } = await json(place, 'nps', ...asOf);
      expect(nps).toEqual({
        figure: 'nps',
        window: { from: '2025-12-01', to: '2026-03-01' },
        value: 0,
        base: 3,
        counts: { promoters: 1, passives: 1, detractors: 1 },
        previous: {
          window: { from: '2025-09-02', to: '2025-12-01' },
          value: 100,
          base: 1,
          counts: { promoters: 1, passives: 0, detractors: 0 },
        },
        change: { value: -100, p: expect.any(Number), proven: false },
      });
      expect(interval).toEqual([expect.any(Number), expect.any(Number)]);
      expect(interval[0]).toBeCloseTo(-interval[1], 10);
    });

    test('of CSAT and repeat purchase rate: rates from 0 to 1, null where there is nothing', async () => {
      expect(await json(place, 'csat', '30', ...asOf)).toMatchObject({
        figure: 'csat',
        window: { from: '2026-01-30', to: '2026-03-01' },
        value: 1,
        base: 1,
        counts: { satisfied: 1, others: 0 },
        previous: { value: null, base: 0, counts: { satisfied: 0, others: 0 } },
        change: null,
      });
      expect(await json(place, 'repeat', ...asOf)).toMatchObject({
        figure: 'repeat',
        value: 0.5,
        base: 2,
        counts: { repeat: 1, customers: 2 },
      });
      expect(await json(place, 'nps', '--as-of', '2024-01-01')).toMatchObject({
        value: null,
        base: 0,
        interval: null,
        change: null,
      });
    });

    test('of the ladder, as of any day', async () => {
      expect(await json(place, 'ladder', ...asOf)).toEqual({
        prospect: 0,
        customer: 1,
        repeat: 1,
        ambassador: 0,
        partner: 0,
      });
      expect(await json(place, 'ladder', '--as-of', '2026-01-06')).toMatchObject({
        prospect: 1,
        customer: 1,
        repeat: 0,
      });
      expect(Object.keys(await json(place, 'ladder'))).toEqual([
        'prospect',
        'customer',
        'repeat',
        'ambassador',
        'partner',
      ]);
    });

    test('of the overview', async () => {
      const overview = await json(place, ...asOf);
      expect(overview).toMatchObject({
        ladder: { customer: 1, repeat: 1 },
        figures: { nps: { base: 3 }, csat: { base: 1 }, repeat: { base: 2 } },
        customers: 2,
        orders: 3,
        revenue: [{ currency: 'DKK', amountMinor: 34_050 }],
      });
    });

    test('of targets, which are set in words: values unrounded, days as dates', async () => {
      const year = new Date().getUTCFullYear() + 1;
      const { target } = await json(place, 'target', 'nps', '44,5', `${year}-06-30`, '--locale', 'da');
      expect(target).toMatchObject({ figure: 'nps', part: null, comparison: 'at-least', value: 44.5, span: 90 });
      const again = await json(place, 'mål', 'csat', '85', '%', `30. juni ${year}`, 'over', 'the', 'quarter');
      expect(again.target).toMatchObject({ value: 0.85, until: `${year}-06-30`, span: 'quarter', createdBy: 'shell' });
      const { targets } = await json(place, 'targets', ...asOf);
      expect(targets).toHaveLength(2);
      expect(targets[0]).toMatchObject({ distance: 44.5, report: { figure: 'nps', value: 0, base: 3 } });
      for (const words of [
        ['target', 'joy', '4', 'Q2'],
        ['target', 'nps', '44,5', 'Q2'],
        ['target', 'nps', '45', 'whenever'],
        ['target', 'nps', '45', '2020-01-01'],
      ])
        expect([words, (await runShell(place, words)).code]).toEqual([words, 2]);
      expect(await json(place, 'target', 'remove', 'csat')).toMatchObject({ target: { figure: 'csat' } });
      expect((await json(place, 'targets')).targets).toHaveLength(1);
    });

    test('of a quarter looked back on', async () => {
      const review = await json(place, 'review', '2026-Q1', ...asOf);
      expect(review).toMatchObject({
        window: { from: '2026-01-01', to: '2026-03-01' },
        causes: { closed: 0, closedBefore: 0, byCause: [] },
        late: null,
      });
      expect(review.figures[0]).toMatchObject({ figure: 'nps', value: 0, base: 3, previous: { base: 1 } });
      expect((await json(place, 'review', 'now', ...asOf)).window).toMatchObject({
        from: '2025-10-01',
        to: '2026-01-01',
      });
      expect((await runShell(place, ['review', 'March'])).code).toBe(2);
    });

    test('the window is 90 days unless --window or a word says another; --window may be any', async () => {
      expect((await json(place, 'nps', '--window', '17', ...asOf)).window).toEqual({
        from: '2026-02-12',
        to: '2026-03-01',
      });
      expect((await json(place, 'nps', '365', ...asOf)).window.from).toBe('2025-03-01');
      const { window } = await json(place, 'nps');
      expect((Date.parse(window.to) - Date.parse(window.from)) / 86_400_000).toBe(90);
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now() + 86_400_000);
      expect(window.to).toBe(today);
    });

    test('the same words in Danish and Norwegian', async () => {
      const english = await json(place, 'ladder', ...asOf);
      expect(await json(place, 'stige', ...asOf)).toEqual(english);
      expect(await json(place, 'trinn', ...asOf)).toEqual(english);
      expect(await json(place, 'repeat', ...asOf)).toEqual(await json(place, 'genkøb', ...asOf));
    });
  });

  describe('exit codes', () => {
    test.each([
      ['an unknown word', ['npss']],
      ['an unknown option', ['nps', '--windwo', '90']],
      ['a window that is no number', ['nps', '--window', 'ninety']],
      ['a day that is none', ['nps', '--as-of', '2026-02-30']],
      ['a currency that is none', ['nps', '--currency', 'XXZ']],
      ['a time zone that is none', ['nps', '--time-zone', 'Mars/Olympus']],
      ['a workspace nobody knows', ['nps', '--workspace', 'T0NOWHERE1']],
      ['an import without a file', ['import', 'orders']],
      ['an import of what is none', ['import', 'invoices', 'x.csv']],
      ['a choice that is none', ['import', 'feedback', 'x.csv', '--follow-up', 'some']],
    ])('2 for %s', async (_, args) => {
      const { code, out, err } = await runShell(place, args);
      expect(code).toBe(2);
      expect(`${out}${err}`).not.toBe('');
    });

    test('an unknown word is told the nearest one', async () => {
      expect((await runShell(place, ['npss'])).out).toContain('nps');
    });

    test('1 for a file that is not there and for one that is refused', async () => {
      expect(await runShell(place, ['import', 'orders', '/nowhere/x.csv'])).toMatchObject({ code: 1, out: '' });
      expect(await importing(place, 'orders', file('name;colour\na;red\n'))).toMatchObject({ code: 1 });
    });

    test('0 with text for people', async () => {
      const { code, out, err } = await runShell(place, ['ladder', ...asOf, '--language', 'da']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('tilbagevendende');
    });
  });

  test('--workspace takes the id or the name', async () => {
    const plain = await json(place, 'ladder', ...asOf);
    expect(await json(place, 'ladder', ...asOf, '--workspace', 'T0NORDLYS01')).toEqual(plain);
    expect(await json(place, 'ladder', ...asOf, '--workspace', 'nordlys kaffe')).toEqual(plain);
  });

  test('--time-zone is for a workspace without customers; the currency of figures stays', async () => {
    expect(await runShell(place, ['nps', '--time-zone', 'America/New_York'])).toMatchObject({ code: 2 });
    expect(await runShell(place, ['nps', '--time-zone', 'Europe/Copenhagen'])).toMatchObject({ code: 0 });
  });

  test('of several real workspaces one must be chosen; the only real one goes before the sandbox’s', async () => {
    const other = await kind.open();
    try {
      const add = (pool: Pool, team: string, name: string, sandbox: boolean) =>
        openStore(asDatabase(pool)).workspaces.ensure(team, name, sandbox);
      await other.use(async (pool) => {
        await add(pool, 'T0NORDLYS01', 'Nordlys Kaffe', true);
        await add(pool, 'T0REAL00001', 'Real', false);
      });
      expect(await importing(other, 'orders', file('customer,date,amount\n1,2026-01-01,5.00\n'))).toMatchObject({
        code: 0,
      });
      expect(await json(other, '--workspace', 'T0REAL00001')).toMatchObject({ customers: 1 });
      expect(await json(other, '--workspace', 'T0NORDLYS01')).toMatchObject({ customers: 0 });
      await other.use((pool) => add(pool, 'T0REAL00002', 'Second', false));
      const { code, err } = await runShell(other, ['ladder']);
      expect(code).toBe(2);
      expect(err).toContain('T0REAL00001');
      expect(err).toContain('T0REAL00002');
    } finally {
      await other.close();
    }
  });

  test('an empty workspace takes the time zone and currency that come with the first import', async () => {
    const other = await kind.open();
    try {
      // 2026-01-01T04:30Z is still December in New York.
      const path = file('customer,date,amount\n1,2026-01-01T04:30:00Z,5.00\n');
      expect(
        await importing(other, 'orders', path, '--time-zone', 'America/New_York', '--currency', 'USD'),
      ).toMatchObject({ code: 0, imported: 1 });
      expect(await json(other, '--as-of', '2026-01-01')).toMatchObject({
        orders: 1,
        revenue: [{ currency: 'USD', amountMinor: 500 }],
      });
    } finally {
      await other.close();
    }
  });
});

function asDatabase(pool: Pool): Database {
  return { kind: 'server', pool, durable: true, lock: null, dump: null, close: async () => undefined };
}
