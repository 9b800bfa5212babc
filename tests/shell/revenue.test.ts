import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recountOlder } from '../../src/flows/upkeep/recount.ts';
import { withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Two customers: 3 orders of 100, one on a later day than its customer's first, a refund of 50, and one that was cancelled. */
const worked = `order,customer,date,amount,status
1,A,2026-03-02,100,completed
2,A,2026-03-05,100,completed
3,B,2026-03-05,100,completed
4,B,2026-03-09,-50,completed
5,B,2026-03-10,900,cancelled
`;

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  const revenue = (...args: string[]) => json(ask, 'revenue', '2026-03', ...args, '--as-of', '2026-06-01');
  const orders = (text: string) => importing(ask, 'orders', file(text), '--currency', 'DKK');
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  test('3 orders of 100 and a refund of 50 are a revenue of 250, with an average order of 100', async () => {
    await orders(worked);
    expect(await revenue()).toMatchObject({
      figure: 'revenue',
      currency: 'DKK',
      value: 250_00,
      base: 3,
      counts: { orders: 3, revenueMinor: 250_00, refundsMinor: 50_00, repeatMinor: 100_00 },
      interval: null,
      average: 100_00,
      repeatShare: 1 / 3,
      currencies: [{ currency: 'DKK', orders: 3, revenueMinor: 250_00, refundsMinor: 50_00 }],
      previous: { value: null, base: 0 },
      change: null,
    });
    const { out } = await ask(['revenue', '2026-03', '--as-of', '2026-06-01']);
    for (const words of ['Revenue: DKK 250', '3 orders', 'Average order DKK 100', '33.3% from repeat orders'])
      expect(out.replaceAll('\u00a0', ' ')).toContain(words);
  });

  test('an earlier order that comes later makes of the first one a repeat order, and gone again it is the first', async () => {
    await orders(worked);
    await orders('order,customer,date,amount\n0,A,2026-02-01,100\n');
    expect((await revenue()).counts).toMatchObject({ revenueMinor: 250_00, repeatMinor: 200_00 });
    await orders('order,customer,date,amount,status\n0,A,2026-02-01,100,cancelled\n');
    expect((await revenue()).counts).toMatchObject({ revenueMinor: 250_00, repeatMinor: 100_00 });
  });

  test('of a part, and told apart, the parts make the whole', async () => {
    await importing(ask, 'customers', file('customer,country,segments\nA,DK,vip\nB,NO,\n'));
    await orders(worked);
    for (const [by, ...values] of [
      ['country', 200_00, 50_00],
      ['rung', 200_00, 50_00],
      ['source', 250_00],
    ] as const) {
      const { parts, total } = await revenue('by', by);
      expect(parts.map(({ value }: { value: number }) => value)).toEqual(values);
      expect(total.value).toBe(250_00);
    }
    expect(await revenue('segment:vip')).toMatchObject({ value: 200_00, base: 2, repeatShare: 0.5 });
    expect(await revenue('country:NO', 'rung:customer')).toMatchObject({
      value: -50_00,
      base: 0,
      currencies: [{ currency: 'DKK', orders: 0, revenueMinor: -50_00, refundsMinor: 50_00 }],
    });
    const { points } = await json(ask, 'revenue', 'trend', 'weeks', '2026-03', '--as-of', '2026-06-01');
    expect(points.flatMap(({ value }: { value: number | null }) => value ?? [])).toEqual([300_00, -50_00]);
  });

  test('a currency without a rate that only other times know changes nothing', async () => {
    const some = ['AUD', 'DKK', 'SEK', 'USD'].map((currency, i) => `${i + 10},Z,2020-01-01,10,completed,${currency}\n`);
    await orders(
      worked
        .replace('status', 'status,currency')
        .replaceAll(/(completed|cancelled)\n/g, '$1,DKK\n')
        .concat(...some),
    );
    expect(await revenue()).toMatchObject({ value: 250_00, base: 3 });
  });

  test('each amount is told at the rate of its day; without one the currency and the day are named, and each currency is told', async () => {
    await orders(
      `${worked}6,C,2026-03-20,10,completed\n`
        .replace('status', 'status,currency')
        .replaceAll(/(completed|cancelled)\n/g, '$1,DKK\n')
        .replace('10,completed,DKK', '10,completed,EUR'),
    );
    expect(await revenue()).toMatchObject({
      value: null,
      missingRate: { currency: 'EUR', day: '2026-03-20' },
      currencies: [
        { currency: 'DKK', revenueMinor: 250_00 },
        { currency: 'EUR', orders: 1, revenueMinor: 10_00 },
      ],
    });
    const { out } = await ask(['revenue', '2026-03', '--as-of', '2026-06-01']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Amounts in EUR cannot be converted, as there is no rate for 20 March 2026.',
    );
    expect(out.replaceAll(/\s+/g, ' ')).toContain('DKK 250 (3 orders) · €10 (1 order)');
    const apart = await ask(['revenue', '2026-03', 'by', 'country', '--as-of', '2026-06-01']);
    expect(apart.err).toContain('There is no rate from EUR into DKK for 20 March 2026.');

    await importing(ask, 'rates', file('currency,date,rate\nEUR,2026-01-01,7\nEUR,2026-03-20,7.5\n'));
    expect(await revenue()).toMatchObject({ value: 325_00, base: 4, repeatShare: 100 / 375 });
  });

  test('of several currencies the one worth most comes first: a yen is no hundredth', async () => {
    await orders(
      'order,customer,date,amount,status,currency\n1,A,2026-03-01,700,completed,DKK\n2,A,2026-03-02,60000,completed,JPY\n',
    );
    const first = async () => [
      (await revenue()).currencies.map(({ currency }: { currency: string }) => currency),
      (await json(ask, 'overview')).revenue.map(({ currency }: { currency: string }) => currency),
      (await json(ask, 'customer', 'A')).value.map(({ currency }: { currency: string }) => currency),
      (await json(ask, 'customers')).customers[0].value.map(({ currency }: { currency: string }) => currency),
    ];
    expect(await first()).toEqual(Array(4).fill(['DKK', 'JPY']));
    await importing(ask, 'rates', file('currency,date,rate\nJPY,2026-01-01,0.045\n'));
    expect(await first()).toEqual(Array(4).fill(['JPY', 'DKK']));
  });

  test('a database that an older version has counted is counted anew when it is opened', async () => {
    await orders(worked);
    const right = await revenue();
    await terminal.pool.query(`DELETE FROM tallies WHERE figure LIKE 'first-orders%'`);
    await terminal.pool.query(`UPDATE tallies SET third = 0 WHERE figure LIKE 'orders%'`);
    await terminal.pool.query('UPDATE workspaces SET counts_version = 4');
    expect(await revenue()).not.toEqual(right);
    await recountOlder(depsOn(kind, terminal.pool), () => false);
    expect(await revenue()).toEqual(right);
    expect((await ask(['verify'])).code).toBe(0);
  });
});
