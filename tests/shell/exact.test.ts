import { afterAll, beforeEach, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

withDatabases((kind) => {
  let terminal: Terminal | undefined;
  const ask: Ask = (args) => (terminal as Terminal).ask(args);
  const bring = async (what: string, content: string, ...options: string[]) =>
    expect(await importing(ask, what, file(content), ...options)).toMatchObject({ code: 0, refused: 0 });
  beforeEach(async () => {
    terminal ??= await openTerminal(kind);
    await terminal.empty();
  });
  afterAll(() => terminal?.close());

  test.each([
    ['0.125', 12_500_000],
    ['2.333', 233_300_000],
    ['0.333333', 33_333_300],
  ])('an average of one customer over %s years is what that customer is worth', async (years, minor) => {
    await bring('customers', `customer,years\na,${years}\n`, '--locale', 'en');
    await bring('orders', 'order,customer,date,amount\n1,a,2025-06-01,1000000\n');
    expect(await json(ask, 'clv', '--as-of', '2026-01-01')).toMatchObject({ value: minor });
    expect(await json(ask, 'clv', 'a', '--as-of', '2026-01-01')).toMatchObject({ valueMinor: minor });
    expect(await json(ask, 'verify')).toMatchObject({ differences: [] });
  });

  test('an amount in another currency is rounded when it is told, and not before', async () => {
    await bring('customers', 'customer,years\na,10\n', '--currency', 'JPY');
    await bring('rates', 'currency,date,rate\nDKK,2025-01-01,22.45\n', '--locale', 'en');
    await bring('orders', 'order,customer,date,amount,currency\n1,a,2025-06-01,10.01,DKK\n');
    const worth = await json(ask, 'clv', 'a', '--as-of', '2026-01-01');
    expect(worth.valueMinor).toBeCloseTo(2247.245, 9);
    expect((await json(ask, 'clv', '--as-of', '2026-01-01')).value).toBeCloseTo(2247.245, 9);
  });

  test('who only got money back, or cancelled, is known from that day on', async () => {
    await bring(
      'orders',
      'order,customer,date,amount,status\n1,n,2025-01-01,-5,completed\n2,c,2025-01-01,5,cancelled\n',
    );
    expect(await json(ask, 'ladder', '--as-of', '2025-06-01')).toMatchObject({ prospect: 2 });
    expect(await json(ask, 'ladder', '--as-of', '2025-01-01')).toMatchObject({ prospect: 0 });
    expect(await json(ask, 'verify')).toMatchObject({ differences: [] });
  });

  test('a target is in no review of a quarter that was over when it was set', async () => {
    await bring('orders', 'order,customer,date,amount\n1,a,2025-02-01,5\n');
    const year = new Date().getUTCFullYear() + 1;
    await json(ask, 'target', 'repeat', '45', '%', `${year}-06-30`);
    expect(await json(ask, 'review', '2025-Q1')).toMatchObject({ targets: [] });
    expect((await json(ask, 'review', '--window', 'quarter')).targets).toHaveLength(1);
  });
});
