import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file, importing } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('orders that a file says in part, on $name', (kind) => {
  const terminal = useTerminal(kind);

  const bring = (text: string, ...options: string[]) =>
    importing(terminal.ask, 'orders', file(text), '--currency', 'DKK', ...options);

  async function kept(): Promise<[orders: number, kroner: number]> {
    const { orders, kroner } = await terminal.kept();
    return [orders, kroner];
  }

  const head = 'Ordrenr;Kundenr;Dato;Beløb\n';
  const lines = `${head}1042;K1;2026-03-02;300,00\n1042;K1;2026-03-02;120,00\n1042;K1;2026-03-02;130,00\n7;K2;2026-03-02;50,00\n`;

  describe('with fewer lines than are known', () => {
    test.each([
      ['one line', '1042;K1;2026-03-02;130,00\n', '1 line', 130],
      ['two of three', '1042;K1;2026-03-02;120,00\n1042;K1;2026-03-02;130,00\n', '2 lines', 250],
      ['one that is cancelled by another day', '1042;K1;2026-03-04;130,00\n', '1 line', 130],
    ])('%s: asked before the first row, and kept or corrected as is said', async (_, rows, told, amount) => {
      await bring(lines);
      const part = `${head}8;K3;2026-03-02;1,00\n${rows}`;
      const { code, err } = await bring(part);
      expect(code).toBe(1);
      expect(err).toContain(`“1042” in line`);
      expect(err).toMatch(new RegExp(`DKK.550 \\(3 lines\\) → DKK.${amount} \\(${told}\\)`));
      expect(await kept()).toEqual([2, 600]);
      expect(await bring(part, '--known-orders', 'keep')).toMatchObject({
        code: 0,
        imported: 1,
        updated: 0,
        unchanged: 1,
      });
      expect(await kept()).toEqual([3, 601]);
      expect(await bring(part, '--known-orders', 'correct')).toMatchObject({ code: 0, updated: 1 });
      expect(await kept()).toEqual([3, 51 + amount]);
    });

    test('lines that came after their order’s total are known, too', async () => {
      await bring(`${head}1042;K1;2026-03-02;550,00\n`);
      expect(await bring(lines.replace('7;K2;2026-03-02;50,00\n', ''))).toMatchObject({ code: 0, unchanged: 1 });
      expect(await bring(`${head}1042;K1;2026-03-02;130,00\n`)).toMatchObject({ code: 1 });
      expect(await kept()).toEqual([1, 550]);
    });

    test('a part payment that comes alone takes the place of nothing unasked', async () => {
      await bring(`${head}1;K1;2026-03-02;200\n1;K1;2026-04-02;200,5\n`, '--same-number', 'lines');
      const { code, err } = await bring(`${head}1;K1;2026-04-02;200,5\n`);
      expect([code, err.includes('--known-orders')]).toEqual([1, true]);
    });
  });

  describe('is not asked about', () => {
    test.each([
      ['the same file again', lines, [2, 600]],
      ['a line that was added', `${lines}1042;K1;2026-03-02;10,00\n`, [2, 610]],
      ['a price that was put right', lines.replace('300,00', '200,00'), [2, 500]],
      ['an order of one line that is now cheaper', `${head}7;K2;2026-03-02;40,00\n`, [2, 590]],
      [
        'a cancelled order',
        'Ordrenr;Kundenr;Dato;Beløb;Status\n1042;K1;2026-03-02;550,00;annulleret\n7;K2;2026-03-02;50,00;betalt\n',
        [1, 50],
      ],
      [
        'a cancelled line',
        'Ordrenr;Kundenr;Dato;Beløb;Status\n1042;K1;2026-03-02;300,00;betalt\n1042;K1;2026-03-02;120,00;annulleret\n1042;K1;2026-03-02;130,00;betalt\n',
        [2, 480],
      ],
      ['a refund in a column', 'Ordrenr;Kundenr;Dato;Beløb;Refunderet\n7;K2;2026-03-02;50,00;20,00\n', [2, 580]],
    ])('%s', async (_, text, expected) => {
      await bring(lines);
      expect(await bring(text)).toMatchObject({ code: 0 });
      expect(await kept()).toEqual(expected);
    });
  });

  describe('whose numbers were left out', () => {
    const numbered = 'order,customer,date,amount\n1,K1,2026-03-02,100\n2,K1,2026-03-02,100\n3,K2,2026-03-03,50\n';
    const bare = 'customer,date,amount\nK1,2026-03-02,100\nK1,2026-03-02,100\nK2,2026-03-03,50\n';

    test('are asked about before the first row, with the file that brought them', async () => {
      await bring(numbered);
      const { code, err } = await bring(`${bare}K1,2026-03-02,100\nK3,2026-03-03,5\n`);
      expect(code).toBe(1);
      expect(err).toMatch(
        /3 of 5 rows repeat without a number what is already known with one, from “file.csv” of \d+ \w+ \d{4}\. The first is line 2\./,
      );
      for (const option of ['--known-rows same', '--known-rows others']) expect(err).toContain(option);
      expect(await kept()).toEqual([3, 250]);
    });

    test('are left alone where they are the same, and the others come in', async () => {
      await bring(numbered);
      const text = `${bare}K1,2026-03-02,100\nK3,2026-03-03,5\n`;
      expect(await bring(text, '--known-rows', 'same')).toMatchObject({ code: 0, imported: 2, unchanged: 3 });
      expect(await kept()).toEqual([5, 355]);
    });

    test('come in where they are others, and nobody is asked again', async () => {
      await bring(numbered);
      expect(await bring(bare, '--known-rows', 'others')).toMatchObject({ code: 0, imported: 3 });
      expect(await bring(bare)).toMatchObject({ code: 0, unchanged: 3 });
      expect(await kept()).toEqual([6, 500]);
    });

    test('are others by themselves: what the same file brought before stays what it is', async () => {
      await bring(bare);
      await bring('order,customer,date,amount\n9,K4,2026-03-04,80\n');
      const longer = `${bare}K4,2026-03-04,80\n`;
      expect(await bring(longer)).toMatchObject({ code: 1 });
      expect(await bring(longer, '--known-rows', 'others')).toMatchObject({ code: 0, imported: 1, unchanged: 3 });
      expect(await kept()).toEqual([5, 410]);
    });

    test('come in with all others of a file whose rows are said to be others', async () => {
      await bring(bare);
      await bring('order,customer,date,amount\n9,K4,2026-03-04,80\n');
      const till = `${bare}K4,2026-03-04,80\n`;
      expect(await bring(till, '--others')).toMatchObject({ code: 0, imported: 4 });
      expect(await bring(till, '--others')).toMatchObject({ code: 0, unchanged: 4 });
      expect(await kept()).toEqual([8, 660]);
    });

    test('get their numbers later where they are the same, and nobody is asked again', async () => {
      await bring(bare);
      const { code, err } = await bring(numbered);
      expect(code).toBe(1);
      expect(err).toContain('3 of 3 rows repeat with a number what is already known without one');
      expect(await bring(numbered, '--known-rows', 'same')).toMatchObject({ code: 0, imported: 0, unchanged: 3 });
      expect(await bring(numbered)).toMatchObject({ code: 0, imported: 0, unchanged: 3 });
      expect(await kept()).toEqual([3, 250]);
    });

    test('any is found of a customer who stands for everybody', async () => {
      const many = (line: (i: number) => string) => Array.from({ length: 620 }, (_, i) => line(i + 1)).join('');
      const till = many((i) => `${i},Till,2026-03-02,${i}\n`);
      await bring(`order,customer,date,amount\n${till}`);
      expect(await bring('customer,date,amount\nTill,2026-03-02,610\n')).toMatchObject({ code: 1 });
      const again = `customer,date,amount\n${many((i) => `Till,2026-03-02,${i}\n`)}Till,2026-03-02,5\n`;
      expect(await bring(again, '--known-rows', 'same')).toMatchObject({ imported: 1, unchanged: 620 });
      const { code, err } = await bring('order,customer,date,amount\n#610,Till,2026-03-02,610\n');
      expect([code, err.includes('the customer has an order “610” of the same day')]).toEqual([1, true]);
    });

    test('of two shops each has its own', async () => {
      const one = 'customer,date,amount\nK1,2026-03-02,100\n';
      await bring(one, '--shop', 'North');
      const second = await bring(one, '--shop', 'South');
      expect(second).toMatchObject({ code: 0, imported: 1, notes: [] });
      const number = 'order,customer,date,amount\n7,K1,2026-03-02,100\n';
      for (const shop of ['North', 'South']) {
        expect(await bring(number, '--shop', shop)).toMatchObject({ code: 1 });
        expect(await bring(number, '--shop', shop, '--known-rows', 'same')).toMatchObject({
          imported: 0,
          unchanged: 1,
        });
        expect(await bring(number, '--shop', shop)).toMatchObject({ code: 0, unchanged: 1 });
      }
      expect(await bring(number, '--shop', 'West')).toMatchObject({ code: 0, imported: 1 });
      expect(await kept()).toEqual([3, 300]);
    });

    test('the preview names no order that stays as it is', async () => {
      await bring(lines);
      const part = `${head}1042;K1;2026-03-02;130,00\n7;K2;2026-03-02;45,00\n`;
      const changed = ({ notes }: { notes: readonly { code: string }[] }) =>
        notes.find(({ code }) => code === 'changed-orders');
      expect(changed(await bring(part, '--known-orders', 'keep'))).toMatchObject({ orders: 1, first: { number: '7' } });
    });

    test('both answers at once are refused', async () => {
      expect(await bring(bare, '--known-rows', 'same', '--others')).toMatchObject({
        code: 2,
        err: expect.stringContaining('opposite'),
      });
    });

    test.each([
      ['another amount', 'customer,date,amount\nK1,2026-03-02,101\n'],
      ['another day', 'customer,date,amount\nK1,2026-03-03,100\n'],
      ['another customer', 'customer,date,amount\nK9,2026-03-02,100\n'],
      ['another currency', 'customer,date,amount,currency\nK1,2026-03-02,100,EUR\n'],
    ])('%s is another order, and comes in', async (_, text) => {
      await bring(numbered);
      expect(await bring(text)).toMatchObject({ code: 0, imported: 1 });
    });
  });
});
