import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { type Ask, file, importing, json, nothing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

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

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    expect(await importing(ask, 'orders', file(orders))).toEqual({
      ...nothing,
      code: 0,
      imported: 5,
      customersMade: 3,
    });
    expect(await importing(ask, 'feedback', file(answers))).toEqual({ ...nothing, code: 0, imported: 5 });
  });
  afterAll(() => terminal.close());
  const asOf = ['--as-of', '2026-03-01'];

  describe('what programs read', () => {
    test('of a figure', async () => {
      const { interval, ...nps } = await json(ask, 'nps', ...asOf);
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
      expect(await json(ask, 'csat', '30', ...asOf)).toMatchObject({
        figure: 'csat',
        window: { from: '2026-01-30', to: '2026-03-01' },
        value: 1,
        base: 1,
        counts: { satisfied: 1, others: 0 },
        previous: { value: null, base: 0, counts: { satisfied: 0, others: 0 } },
        change: null,
      });
      expect(await json(ask, 'repeat', ...asOf)).toMatchObject({
        figure: 'repeat',
        value: 0.5,
        base: 2,
        counts: { repeat: 1, customers: 2 },
      });
      expect(await json(ask, 'nps', '--as-of', '2024-01-01')).toMatchObject({
        value: null,
        base: 0,
        interval: null,
        change: null,
      });
    });

    test('of the ladder, as of any day', async () => {
      // Of the third all that is known is an order that was cancelled.
      expect(await json(ask, 'ladder', ...asOf)).toEqual({
        prospect: 1,
        customer: 1,
        repeat: 1,
        ambassador: 0,
        partner: 0,
      });
      expect(await json(ask, 'ladder', '--as-of', '2026-01-06')).toMatchObject({
        prospect: 1,
        customer: 1,
        repeat: 0,
      });
      expect(Object.keys(await json(ask, 'ladder'))).toEqual([
        'prospect',
        'customer',
        'repeat',
        'ambassador',
        'partner',
      ]);
    });

    test('of the overview', async () => {
      const overview = await json(ask, ...asOf);
      expect(overview).toMatchObject({
        ladder: { customer: 1, repeat: 1 },
        figures: { nps: { base: 3 }, csat: { base: 1 }, repeat: { base: 2 } },
        customers: 3,
        orders: 3,
        revenue: [{ currency: 'DKK', amountMinor: 34_050 }],
      });
    });

    test('of targets, which are set in words: values unrounded, days as dates', async () => {
      const year = new Date().getUTCFullYear() + 1;
      const { target } = await json(ask, 'target', 'nps', '44,5', `${year}-06-30`, '--locale', 'da');
      expect(target).toMatchObject({ figure: 'nps', part: null, comparison: 'at-least', value: 44.5, span: 90 });
      const again = await json(ask, 'mål', 'csat', '85', '%', `30. juni ${year}`, 'over', 'the', 'quarter');
      expect(again.target).toMatchObject({ value: 0.85, until: `${year}-06-30`, span: 'quarter', createdBy: 'shell' });
      const { targets } = await json(ask, 'targets', ...asOf);
      expect(targets).toHaveLength(2);
      expect(targets[0]).toMatchObject({ distance: 44.5, report: { figure: 'nps', value: 0, base: 3 } });
      for (const words of [
        ['target', 'joy', '4', 'Q2'],
        ['target', 'nps', '44,5', 'Q2'],
        ['target', 'nps', '45', 'whenever'],
        ['target', 'nps', '45', '2020-01-01'],
      ])
        expect([words, (await ask(words)).code]).toEqual([words, 2]);
      expect(await json(ask, 'target', 'remove', 'csat')).toMatchObject({ target: { figure: 'csat' } });
      expect((await json(ask, 'targets')).targets).toHaveLength(1);
    });

    test('of a quarter looked back on', async () => {
      const review = await json(ask, 'review', '2026-Q1', ...asOf);
      expect(review).toMatchObject({
        window: { from: '2026-01-01', to: '2026-03-01' },
        causes: { closed: 0, closedBefore: 0, byCause: [] },
        late: null,
      });
      expect(review.figures[0]).toMatchObject({ figure: 'nps', value: 0, base: 3, previous: { base: 1 } });
      expect((await json(ask, 'review', ...asOf)).window).toMatchObject({
        from: '2025-10-01',
        to: '2026-01-01',
      });
      expect((await ask(['review', 'March'])).code).toBe(2);
    });

    test('the window is 90 days unless --window or a word says another; --window may be any', async () => {
      expect((await json(ask, 'nps', '--window', '17', ...asOf)).window).toEqual({
        from: '2026-02-12',
        to: '2026-03-01',
      });
      expect((await json(ask, 'nps', '365', ...asOf)).window.from).toBe('2025-03-01');
      const { window } = await json(ask, 'nps');
      expect((Date.parse(window.to) - Date.parse(window.from)) / 86_400_000).toBe(90);
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now() + 86_400_000);
      expect(window.to).toBe(today);
    });

    test('the same words in Danish and Norwegian', async () => {
      const english = await json(ask, 'ladder', ...asOf);
      expect(await json(ask, 'stige', ...asOf)).toEqual(english);
      expect(await json(ask, 'trinn', ...asOf)).toEqual(english);
      expect(await json(ask, 'repeat', ...asOf)).toEqual(await json(ask, 'genkøb', ...asOf));
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
      const { code, out, err } = await ask(args);
      expect(code).toBe(2);
      expect(`${out}${err}`).not.toBe('');
    });

    test('an unknown word is told the nearest one', async () => {
      expect((await ask(['npss'])).err).toContain('nps');
    });

    test('1 for a file that is not there and for one that is refused', async () => {
      expect(await ask(['import', 'orders', '/nowhere/x.csv'])).toMatchObject({ code: 1, out: '' });
      expect(await importing(ask, 'orders', file('name;colour\na;red\n'))).toMatchObject({ code: 1 });
    });

    test('0 with text for people', async () => {
      const { code, out, err } = await ask(['ladder', ...asOf, '--language', 'da']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('tilbagevendende');
    });
  });

  test('--workspace takes the id or the name', async () => {
    const plain = await json(ask, 'ladder', ...asOf);
    expect(await json(ask, 'ladder', ...asOf, '--workspace', 'T0NORDLYS01')).toEqual(plain);
    expect(await json(ask, 'ladder', ...asOf, '--workspace', 'nordlys kaffe')).toEqual(plain);
  });

  test('--time-zone is for a workspace without customers; the currency of figures stays', async () => {
    expect(await ask(['nps', '--time-zone', 'America/New_York'])).toMatchObject({ code: 2 });
    expect(await ask(['nps', '--time-zone', 'Europe/Copenhagen'])).toMatchObject({ code: 0 });
  });

  describe('on the first day', () => {
    beforeEach(() => terminal.empty());

    test('of several real workspaces one must be chosen; the only real one goes before the sandbox’s', async () => {
      const { workspaces } = depsOn(kind, terminal.pool).store;
      await workspaces.ensure('T0NORDLYS01', 'Nordlys Kaffe', true);
      await workspaces.ensure('T0REAL00001', 'Real', false);
      expect(await importing(ask, 'orders', file('customer,date,amount\n1,2026-01-01,5.00\n'))).toMatchObject({
        code: 0,
      });
      expect(await json(ask, '--workspace', 'T0REAL00001')).toMatchObject({ customers: 1 });
      expect(await json(ask, '--workspace', 'T0NORDLYS01')).toMatchObject({ customers: 0 });
      await workspaces.ensure('T0REAL00002', 'Second', false);
      const { code, err } = await ask(['ladder']);
      expect(code).toBe(2);
      expect(err).toContain('T0REAL00001');
      expect(err).toContain('T0REAL00002');
    });

    test('the first import says in which time zone days are counted; another one is a recount, with --yes', async () => {
      const path = file('customer,order,date,amount\n1,A,2026-01-01T04:30:00Z,5.00\n2,B,2026-01-01,7.00\n');
      const first = await ask(['import', 'orders', path]);
      expect(first.err).toContain('Europe/Copenhagen');
      expect((await ask(['import', 'orders', path])).err).not.toContain('Europe/Copenhagen');
      expect(
        await importing(ask, 'feedback', file('customer,date,kind,score\n1,2026-01-01T04:30:00Z,nps,9\n')),
      ).toMatchObject({
        code: 0,
      });
      const december = async () => (await json(ask, 'overview', '--as-of', '2026-01-01')).orders;
      expect(await december()).toBe(0);
      for (const args of [['nps'], ['settings'], ['nps', '--yes']]) {
        const refused = await ask([...args, '--time-zone', 'America/New_York']);
        expect(refused.code).toBe(2);
      }
      expect(await december()).toBe(0);
      const moved = await ask(['settings', '--time-zone', 'America/New_York', '--yes', '--json']);
      expect(moved.code).toBe(0);
      expect(moved.err).toContain('2');
      expect(JSON.parse(moved.out)).toMatchObject({ timeZone: 'America/New_York' });
      expect(await december()).toBe(1);
      expect((await json(ask, 'nps', '--as-of', '2026-01-01')).base).toBe(1);
      expect(await json(ask, 'verify')).toMatchObject({ differences: [] });
      expect((await ask(['settings', '--time-zone', 'Europe/Oslo', '--yes'])).code).toBe(0);
      expect(await december()).toBe(0);
    });

    test('an empty workspace takes the time zone and currency that come with the first import', async () => {
      // 2026-01-01T04:30Z is still December in New York.
      const path = file('customer,date,amount\n1,2026-01-01T04:30:00Z,5.00\n');
      const given = ['--time-zone', 'America/New_York', '--currency', 'USD'];
      expect(await importing(ask, 'orders', path, ...given)).toMatchObject({ code: 0, imported: 1 });
      expect(await json(ask, '--as-of', '2026-01-01')).toMatchObject({
        orders: 1,
        revenue: [{ currency: 'USD', amountMinor: 500 }],
      });
    });
  });
});
