import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file, importing, json } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds.map((kind) => [kind.name, kind] as const))('order numbers, %s', (_, kind) => {
  const terminal = useTerminal(kind);

  const bring = (text: string, ...options: string[]) =>
    importing(terminal.ask, 'orders', file(text), '--currency', 'DKK', ...options);

  /** What is there: orders, and what they come to. */
  async function kept(): Promise<[orders: number, kroner: number]> {
    const { orders, kroner } = await terminal.kept();
    return [orders, kroner];
  }

  describe('within a file', () => {
    const lines =
      'Ordrenr;Kundenr;Dato;Beløb\n5001;17;2026-03-02;300,00\n5001;17;2026-03-02;120,00\n5001;17;2026-03-02;80,00\n5002;18;2026-03-03;50,00\n';

    test('lines of one order add up, and the same file again changes nothing', async () => {
      expect(await bring(lines)).toMatchObject({ code: 0, imported: 2, refused: 0 });
      expect(await kept()).toEqual([2, 550]);
      expect(await bring(lines)).toMatchObject({ code: 0, imported: 0, updated: 0, unchanged: 2 });
      expect(await kept()).toEqual([2, 550]);
    });

    test('lines that stand apart in the file are one order, too', async () => {
      await bring('order,customer,date,amount\n1,a,2026-03-02,10\n2,b,2026-03-02,5\n1,a,2026-03-02,20\n');
      expect(await kept()).toEqual([2, 35]);
    });

    test('an order’s total that stands in each of its lines counts once', async () => {
      const text =
        'Order,Customer,Date,Order total,Item\n1,a,2026-03-02,90.00,Mug\n1,a,2026-03-02,90.00,Cup\n2,b,2026-03-02,40.00,Cup\n';
      expect(await bring(text)).toMatchObject({ code: 0, imported: 2 });
      expect(await kept()).toEqual([2, 130]);
    });

    test('rows without an amount are items of their order', async () => {
      const text = 'Order,Customer,Date,Total,Item\n1,a,2026-03-02,144.00,Mug\n1,a,,,Cup\n1,,,,Spoon\n';
      expect(await bring(text)).toMatchObject({ code: 0, imported: 1, refused: 0 });
      expect(await kept()).toEqual([1, 144]);
    });

    test('a cancelled line is no part of its order', async () => {
      await bring(
        'order,customer,date,amount,status\n1,a,2026-03-02,10,paid\n1,a,2026-03-02,20,cancelled\n1,a,2026-03-02,5,paid\n',
      );
      expect(await kept()).toEqual([1, 15]);
    });

    test('rows exactly alike are one, and already there', async () => {
      const text = 'order,customer,date,amount\n1,a,2026-03-02,10\n1,a,2026-03-02,10\n';
      expect(await bring(text)).toMatchObject({ code: 0, imported: 1, unchanged: 1 });
      expect(await kept()).toEqual([1, 10]);
    });

    test.each([
      ['another customer', '1,a,2026-03-02,10\n1,b,2026-03-02,20\n', ['different customers', '“a”', '“b”', 'shop']],
      ['another day', '1,a,2026-03-02,10\n1,a,2026-05-02,20\n', ['different days', '--same-number lines']],
      ['the same amount', '1,a,2026-03-02,10,Mug\n1,a,2026-03-02,10,Cup\n', ['the same amount', '--same-number lines']],
    ])('the same number with %s is asked about before the first row', async (_, rows, words) => {
      const head = rows.includes('Mug') ? 'order,customer,date,amount,item\n' : 'order,customer,date,amount\n';
      const { code, err } = await bring(head + rows);
      expect(code).toBe(1);
      for (const word of ['Lines 2 and 3', ...words, '--same-number correct', '--same-number refuse'])
        expect(err).toContain(word);
      expect(await kept()).toEqual([0, 0]);
    });

    const parts = 'order,customer,date,amount\n1,a,2026-03-02,200\n1,a,2026-04-02,200.50\n1,a,2026-05-02,200\n';
    test.each([
      ['lines', [1, 600.5]],
      ['correct', [1, 200]],
    ])('--same-number %s settles part payments', async (choice, expected) => {
      expect(await bring(parts, '--same-number', choice)).toMatchObject({ code: 0, imported: 1 });
      expect(await kept()).toEqual(expected);
    });

    test('--same-number refuse gives them back and takes the others', async () => {
      const { refusedFile, ...counts } = await bring(`${parts}2,b,2026-03-02,7\n`, '--same-number', 'refuse');
      expect(counts).toMatchObject({ code: 1, imported: 1, refused: 3, customersMade: 1 });
      expect(readFileSync(refusedFile, 'utf8')).toContain('1,a,2026-04-02,200.50');
      expect(await kept()).toEqual([1, 7]);
    });

    test('an order of which one line cannot be read is given back whole, and comes in whole', async () => {
      const text =
        'order,customer,date,amount\n1,a,2026-03-02,10.00\n1,a,2026-03-02,lots\n2,b,2026-03-02,4.00,x\n2,b,2026-03-02,5.00\n3,c,2026-03-02,1.00\n';
      const { refusedFile, ...counts } = await bring(text);
      expect(counts).toMatchObject({ code: 1, imported: 1, refused: 4, customersMade: 1 });
      expect(await kept()).toEqual([1, 1]);
      const mended = readFileSync(refusedFile, 'utf8').replace('lots', '20.00').replace('"4.00,x"', '4.00');
      expect(await bring(mended)).toMatchObject({ code: 0, imported: 2 });
      expect(await kept()).toEqual([3, 40]);
    });

    test('a column of shops tells their numbers apart', async () => {
      const text =
        'shop,order,customer,date,amount\nNorth,1,a,2026-03-02,10\nSouth,1,b,2026-03-02,20\nnorth,1,a,2026-03-02,10\n';
      expect(await bring(text)).toMatchObject({ code: 0, imported: 2 });
      expect(await kept()).toEqual([2, 30]);
    });
  });

  test('a file that makes its customers has them counted before their orders are written', async () => {
    await terminal.pool.query('ANALYZE customers');
    const rows = Array.from({ length: 300 }, (_, i) => `${i},C${i},2026-03-02,10\n`);
    expect(await bring(`order,customer,date,amount\n${rows.join('')}`)).toMatchObject({
      imported: 300,
      customersMade: 300,
    });
    const { rows: counted } = await terminal.pool.query(
      `SELECT n_distinct FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'customers' AND attname = 'external_id'`,
    );
    expect(counted).toEqual([{ n_distinct: -1 }]);
  });

  describe('across files', () => {
    const first =
      'Bilagsnr;Kundenr;Dato;Beløb\n1;K1;10.01.2025;1000,00\n2;K2;12.02.2025;2000,00\n3;K3;12.03.2025;3000,00\n';
    const second =
      'Bilagsnr;Kundenr;Dato;Beløb\n1;K4;10.01.2026;100,00\n2;K1;12.02.2026;200,00\n3;K5;12.03.2026;300,00\n';

    test('a known number of another customer is refused with whose it is, and makes no customer', async () => {
      await bring(first);
      const { refusedFile, ...counts } = await bring(second);
      expect(counts).toMatchObject({ code: 1, imported: 0, refused: 3, customersMade: 0 });
      const text = readFileSync(refusedFile, 'utf8');
      expect(text).toContain('1 is K1’s order of 10 January 2025');
      expect(text).toContain('--shop');
      expect(text).toContain('--same-number correct');
      expect(await json(terminal.ask)).toMatchObject({ customers: 3, orders: 3 });
      expect(await kept()).toEqual([3, 6000]);
    });

    test('--shop tells them apart, and both files may come again', async () => {
      await bring(first);
      expect(await bring(second, '--shop', '2026')).toMatchObject({ code: 0, imported: 3, customersMade: 2 });
      expect(await kept()).toEqual([6, 6600]);
      expect(await bring(second, '--shop', '2026')).toMatchObject({ code: 0, unchanged: 3 });
      expect(await bring(first)).toMatchObject({ code: 0, unchanged: 3 });
      expect(await bring(first, '--shop', 'old')).toMatchObject({ code: 0, unchanged: 3 });
      expect(await bring(second)).toMatchObject({ code: 0, unchanged: 3 });
      expect(await kept()).toEqual([6, 6600]);
    });

    test('--same-number correct lets them take the place of the known ones', async () => {
      await bring(first);
      expect(await bring(second, '--same-number', 'correct')).toMatchObject({ code: 0, updated: 3 });
      expect(await kept()).toEqual([3, 600]);
    });

    test('the same customer’s order is corrected near its day, and another far from it', async () => {
      const order = (day: string, amount: string) => `order,customer,date,amount\n1,a,${day},${amount}\n`;
      await bring(order('2026-01-10', '10.00'));
      expect(await bring(order('2026-01-15', '12.00'))).toMatchObject({ code: 0, updated: 1 });
      expect(await bring(order('2026-06-01', '99.00'))).toMatchObject({ code: 1, refused: 1 });
      expect(await kept()).toEqual([1, 12]);
    });
  });
});
