import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { withDatabases } from '../support/database.ts';
import { type Ask, importing, json, nothing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const sample = ['../../../shared/data', '../../../../shared/data']
  .map((folder) => fileURLToPath(new URL(`${folder}/cdnow/CDNOW_sample.txt`, import.meta.url)))
  .find((path) => existsSync(path));
if (!sample) process.stderr.write('Left out: the CDNOW sample (../shared/data/cdnow is not there).\n');

describe.skipIf(!sample)('the CDNOW sample', () => {
  withDatabases((kind) => {
    let terminal: Terminal;
    const ask: Ask = (args) => terminal.ask(args);
    let first: unknown;
    const path = sample ?? '';
    const options = ['--columns', ',customer,date,,amount', '--currency', 'USD', '--time-zone', 'America/New_York'];
    beforeAll(async () => {
      terminal = await openTerminal(kind);
      first = await importing(ask, 'orders', path, ...options);
    });
    afterAll(() => terminal.close());

    test('comes in whole: 6 919 orders of 2 357 customers', async () => {
      expect(first).toEqual({ ...nothing, code: 0, imported: 6919, customersMade: 2357 });
      expect(await json(ask, '--as-of', '1998-07-01')).toMatchObject({
        customers: 2357,
        orders: 6919,
        revenue: [{ currency: 'USD', amountMinor: 24_409_194 }],
      });
    });

    test('imported again changes nothing', async () => {
      expect(await importing(ask, 'orders', path, ...options)).toMatchObject({
        ...nothing,
        code: 0,
        unchanged: 6919,
        notes: [{ code: 'already-there', rows: 6919 }],
      });
    });

    test('gives 1 040 of 2 357 as repeat purchase rate of the 365 days to 1998-01-01', async () => {
      expect(await json(ask, 'repeat', '--window', '365', '--as-of', '1998-01-01')).toMatchObject({
        figure: 'repeat',
        window: { from: '1997-01-01', to: '1998-01-01' },
        value: 1040 / 2357,
        base: 2357,
        counts: { repeat: 1040, customers: 2357 },
      });
    });

    test('gives the revenue of 1997 that its rows come to, by what of it came after each customer’s first day', async () => {
      const rows = readFileSync(path, 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.trim().split(/\s+/));
      const firstDays = new Map<string, string>();
      for (const [customer = '', , day = ''] of rows)
        if (day < (firstDays.get(customer) ?? '9')) firstDays.set(customer, day);
      const cents = (some: typeof rows) => some.reduce((sum, row) => sum + Math.round(Number(row.at(-1)) * 100), 0);
      const ofYear = rows.filter(([, , day = '']) => day.startsWith('1997'));
      const repeats = ofYear.filter(([customer = '', , day = '']) => day > (firstDays.get(customer) ?? ''));
      expect([ofYear.length, repeats.length].every((count) => count > 1000)).toBe(true);
      expect(await json(ask, 'revenue', '1997', '--as-of', '1998-07-01')).toMatchObject({
        value: cents(ofYear),
        base: ofYear.length,
        currency: 'USD',
        counts: { refundsMinor: 0, repeatMinor: cents(repeats) },
        average: cents(ofYear) / ofYear.length,
        repeatShare: cents(repeats) / cents(ofYear),
      });
    });

    test('gives a ladder of 1 545 customers and 812 repeat customers on 1998-07-01', async () => {
      expect(await json(ask, 'ladder', '--as-of', '1998-07-01')).toEqual({
        prospect: 0,
        customer: 1545,
        repeat: 812,
        ambassador: 0,
        partner: 0,
      });
    });

    test('is fitted as published as of 1997-10-01, whatever was ordered since', async () => {
      const said = await json(ask, 'prediction', '--as-of', '1997-10-01');
      const { bgnbd, gammaGamma } = said as Record<'bgnbd' | 'gammaGamma', Record<string, number>>;
      expect(bgnbd?.logLikelihood).toBeCloseTo(-9582.4292, 3);
      expect(bgnbd).toMatchObject({
        r: expect.closeTo(0.243, 3),
        alpha: expect.closeTo(4.414, 3),
        a: expect.closeTo(0.793, 3),
        b: expect.closeTo(2.426, 3),
      });
      expect(gammaGamma).toMatchObject({
        p: expect.closeTo(6.25, 2),
        q: expect.closeTo(3.74, 2),
        v: expect.closeTo(15.44, 2),
        customers: 946,
      });
      expect(said).toMatchObject({
        asOf: '1997-10-01',
        currency: 'USD',
        plain: { customers: 2357, repeaters: 946, repeatOrders: 2457 },
        backTest: { kind: 'tested', days: 91, customers: 2357, actualOrders: 711 },
        amountsLeftOut: 0,
      });
    });

    test('lists who is at risk as of a day, of whom most can still be won first', async () => {
      const said = await json(ask, 'at-risk', '--as-of', '1997-10-01');
      const { customers, total } = said as {
        customers: { winnableMinor: number; churnRisk: number }[];
        total: number;
      };
      expect(customers).toHaveLength(10);
      expect(total).toBeGreaterThan(10);
      const winnable = customers.map(({ winnableMinor }) => winnableMinor);
      expect([...winnable].sort((a, b) => b - a)).toEqual(winnable);
      for (const { churnRisk } of customers) expect(churnRisk).toBeGreaterThan(0.5);
    });

    test('tells no drop-out as of its first days, and shows no parameters', async () => {
      expect(await json(ask, 'prediction', '--as-of', '1997-01-05')).toMatchObject({
        bgnbd: { degenerate: 'no-repeats' },
        expected: null,
        backTest: { kind: 'none' },
      });
    });

    test('leaves everything that is kept as a recount gives it', async () => {
      const { rows } = await terminal.pool.query('SELECT id FROM workspaces');
      expect(await inconsistencies(terminal.pool, rows[0]?.id, 197)).toEqual([]);
    });
  });
});
