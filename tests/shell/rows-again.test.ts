import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentKey, hashContent } from '../../src/ingest/content-key.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { databaseKinds } from '../support/database.ts';
import { file, importing, json } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('rows that come again, on $name', (kind) => {
  const terminal = useTerminal(kind);

  const bring = (what: string, text: string, ...options: string[]) =>
    importing(
      terminal.ask,
      what,
      file(text),
      '--currency',
      'DKK',
      ...(what === 'feedback' ? ['--follow-up', 'none'] : []),
      ...options,
    );

  const { rowsOf } = terminal;
  const comments = async () =>
    (await rowsOf<{ comment: string | null }>('SELECT comment FROM answers ORDER BY day, id')).map(
      ({ comment }) => comment,
    );
  const orders = async () => {
    const [row] = await rowsOf<{ orders: number; amount: number }>(
      'SELECT count(*)::int AS orders, coalesce(sum(amount_minor), 0)::int AS amount FROM orders',
    );
    return [row?.orders, (row?.amount ?? 0) / 100];
  };

  describe('answers with a response number', () => {
    test('are the same answers however they are edited later', async () => {
      const first = 'Response ID,Date,NPS,Comment\nr1,2026-11-02,9,\nr2,2026-11-02,3,\nr3,2026-11-03,9,\n';
      expect(await bring('feedback', first, '--kind', 'nps')).toMatchObject({ code: 0, imported: 3 });
      const later =
        'Response ID,Date,NPS,Comment\nr1,2026-11-02,9,Great coffee\nr2,2026-11-02,3,Came late\nr3,2026-11-03,9,\nr4,2026-11-04,10,\n';
      expect(await bring('feedback', later)).toMatchObject({ code: 0, imported: 1, updated: 2, unchanged: 1 });
      expect(await json(terminal.ask, 'nps', '--window', '2026', '--as-of', '2026-11-30')).toMatchObject({
        value: 50,
        base: 4,
      });
      expect(await comments()).toEqual(['Great coffee', 'Came late', null, null]);
    });

    test('take another score on their day', async () => {
      await bring('feedback', 'Response ID,Customer,Date,NPS\nr1,K1,2026-11-02,9\n');
      expect(await bring('feedback', 'Response ID,Customer,Date,NPS\nr1,K1,2026-11-02,2\n')).toMatchObject({
        updated: 1,
      });
      expect(await rowsOf('SELECT score, negative FROM answers')).toEqual([{ score: 2, negative: true }]);
    });

    test('keep what a later file leaves empty', async () => {
      await bring('feedback', 'Response ID,Customer,Date,NPS,Comment\nr1,K1,2026-11-02,9,Good\n');
      expect(await bring('feedback', 'Response ID,Date,NPS,Comment\nr1,2026-11-02,9,\n')).toMatchObject({
        unchanged: 1,
      });
      expect(await rowsOf('SELECT comment, customer_id IS NULL AS nobody FROM answers')).toEqual([
        { comment: 'Good', nobody: false },
      ]);
    });

    test('of another survey, which counts for itself, are refused and come in as others', async () => {
      await bring('feedback', 'Response ID,Date,NPS\n1,2026-10-02,9\n2,2026-10-02,9\n');
      const other = 'Response ID,Date,NPS\n1,2026-11-05,9\n2,2026-11-06,4\n';
      expect(await bring('feedback', other)).toMatchObject({ code: 1, refused: 2, imported: 0, updated: 0 });
      expect(await bring('feedback', other, '--others')).toMatchObject({ code: 0, imported: 2 });
      expect(await bring('feedback', other, '--others')).toMatchObject({ code: 0, imported: 0, refused: 0 });
      expect((await json(terminal.ask, 'nps', '--window', '2026', '--as-of', '2026-11-30')).base).toBe(4);
    });

    test('are each one row of a file: exactly alike they count once, otherwise the later is refused', async () => {
      const text = 'Response ID,Date,NPS\nr1,2026-11-02,9\nr1,2026-11-02,9\nr1,2026-11-02,3\nr2,2026-11-02,3\n';
      expect(await bring('feedback', text)).toMatchObject({
        code: 1,
        imported: 2,
        updated: 0,
        unchanged: 1,
        refused: 1,
      });
      expect(await rowsOf('SELECT score FROM answers ORDER BY id')).toEqual([{ score: 9 }, { score: 3 }]);
    });

    test('do not take the place of what was counted elsewhere without one', async () => {
      await bring('feedback', 'Date,NPS\n2026-11-02,9\n');
      expect(await bring('feedback', 'Response ID,Date,NPS\nr1,2026-11-02,9\n')).toMatchObject({ imported: 1 });
    });

    test('take the place of what an older version read without its number', async () => {
      await bring('feedback', 'Date,NPS\n2026-11-02,9\n');
      await terminal.pool.query(
        'ALTER TABLE answers DISABLE TRIGGER USER; UPDATE answers SET import_id = NULL; ALTER TABLE answers ENABLE TRIGGER USER',
      );
      expect(await bring('feedback', 'Response ID,Date,NPS\nr1,2026-11-02,9\n')).toMatchObject({
        imported: 0,
        unchanged: 1,
      });
    });

    test('of which two older keys are known take the place of one, and the file comes in', async () => {
      const words = ['answer', 'nps', 'K1', dayFromIso('2026-11-02'), null, null, 9, null, null, null];
      await bring('feedback', 'Customer,Date,NPS\nK1,2026-11-02,9\nK1,2026-11-02,9\n');
      await terminal.pool.query("UPDATE answers SET external_id = $1 WHERE external_id LIKE '%:2'", [
        contentKey(hashContent([...words, 'Good', null]), 1),
      ]);
      expect(await bring('feedback', 'Response ID,Customer,Date,NPS,Comment\nr1,K1,2026-11-02,9,Good\n')).toMatchObject(
        { code: 0, imported: 0 },
      );
      expect(await rowsOf("SELECT count(*)::int AS n FROM answers WHERE external_id = 'response:nps:r1'")).toEqual([
        { n: 1 },
      ]);
    });

    test('that came in without being asked for one are the same as those with it', async () => {
      await bring('feedback', 'Customer,Date,NPS,Comment\nK1,2026-11-02,9,Good\n');
      expect(await bring('feedback', 'Response ID,Customer,Date,NPS,Comment\nr1,K1,2026-11-02,9,Good\n')).toMatchObject(
        { imported: 0 },
      );
      expect((await comments()).length).toBe(1);
    });
  });

  describe('answers without a number', () => {
    test.each([
      [
        'of a customer',
        'Customer,Date,NPS,Comment\nK1,2026-11-02,9,',
        'Customer,Date,NPS,Comment\nK1,2026-11-02,9,Good',
      ],
      [
        'at a time of day',
        'Submitted at,NPS,Comment\n2026-11-02 14:05:07,9,',
        'Submitted at,NPS,Comment\n2026-11-02 14:05:07,9,Good',
      ],
    ])('%s are the same where words were written to them later', async (_, first, later) => {
      await bring('feedback', `${first}\n`, '--kind', 'nps');
      expect(await bring('feedback', `${later}\n`, '--kind', 'nps')).toMatchObject({ imported: 0, updated: 1 });
      expect(await comments()).toEqual(['Good']);
    });

    describe('of nobody in one minute', () => {
      const head = 'Submitted at,NPS,Comment\n';
      const [a, b] = ['2026-11-02 14:05,3,Came late\n', '2026-11-02 14:05,3,Cold food\n'];
      const answers = (rows: string, ...options: string[]) =>
        bring('feedback', head + rows, '--kind', 'nps', ...options);

      test('keep their own words when one of them comes again alone', async () => {
        await answers(a + b);
        expect(await answers(b)).toMatchObject({ code: 0, imported: 0, updated: 0, unchanged: 1 });
        expect(await answers(b + a)).toMatchObject({ code: 0, imported: 0, updated: 0, unchanged: 2 });
        expect(await comments()).toEqual(['Came late', 'Cold food']);
      });

      test('are both left alone when one comes alone with other words, which is told', async () => {
        await answers(a + b);
        const { refusedFile, ...counts } = await answers(
          '2026-11-02 14:05,3,Cold food and rude\n2026-11-02 14:09,9,Fine\n',
        );
        expect(counts).toMatchObject({ code: 1, imported: 1, updated: 0, refused: 1 });
        expect(readFileSync(refusedFile, 'utf8')).toContain('with other words');
        expect(await comments()).toEqual(['Came late', 'Cold food', 'Fine']);
        expect(await importing(terminal.ask, 'feedback', refusedFile, '--kind', 'nps', '--others')).toMatchObject({
          imported: 1,
        });
        expect(await comments()).toHaveLength(4);
      });

      test('are edited where the file holds both and one has its words still', async () => {
        await answers(a + b);
        expect(await answers(`2026-11-02 14:05,3,Cold food and rude\n${a}`)).toMatchObject({
          updated: 1,
          unchanged: 1,
        });
        expect(await comments()).toEqual(['Came late', 'Cold food and rude']);
      });

      test('are as many as the file has, of which the known one comes last', async () => {
        await answers(a);
        expect(await answers(b + a)).toMatchObject({ code: 0, imported: 1, unchanged: 1 });
        expect(await answers(b + a)).toMatchObject({ code: 0, imported: 0, unchanged: 2 });
        expect((await comments()).sort()).toEqual(['Came late', 'Cold food']);
      });

      test('of which each came with a file of its own are not taken for one', async () => {
        await answers(a);
        expect(await answers(b)).toMatchObject({ code: 1, imported: 0, updated: 0, refused: 1 });
        expect(await comments()).toEqual(['Came late']);
      });

      test('without words get them later', async () => {
        const [bare, other] = ['2026-11-02 14:05,3,\n', '2026-11-02 14:06,3,\n'];
        await answers(bare + bare + other);
        expect(await answers(`${bare + a}2026-11-02 14:06,3,Rude\n`)).toMatchObject({ updated: 2, unchanged: 1 });
        expect(await comments()).toEqual(expect.arrayContaining([null, 'Came late', 'Rude']));
        expect(await answers('2026-11-02 14:05,3,\n')).toMatchObject({ unchanged: 1 });
        expect((await comments()).filter((words) => words === null)).toHaveLength(1);
      });

      test('to the second, one that was edited is the same', async () => {
        await answers('2026-11-02 14:05:07,3,Came late\n');
        expect(await answers('2026-11-02 14:05:07,3,Came an hour late\n')).toMatchObject({ updated: 1 });
        expect(await comments()).toEqual(['Came an hour late']);
      });
    });

    test('of nobody on a day differ by their words', async () => {
      await bring('feedback', 'Date,NPS,Comment\n2026-11-02,9,Good\n');
      expect(await bring('feedback', 'Date,NPS,Comment\n2026-11-02,9,Fine\n')).toMatchObject({ imported: 1 });
      expect(await comments()).toEqual(['Good', 'Fine']);
    });

    test('two remarks of one customer on a day are two', async () => {
      await bring('feedback', 'Customer,Date,Kind,Comment\nK1,2026-11-02,remark,Late\n');
      expect(await bring('feedback', 'Customer,Date,Kind,Comment\nK1,2026-11-02,remark,Cold\n')).toMatchObject({
        imported: 1,
      });
      expect(await comments()).toEqual(['Late', 'Cold']);
    });

    test('a follow-up whose answer was edited shows the words of the later file', async () => {
      const bad = 'Response ID,Customer,Date,NPS,Comment\nr1,K1,2026-11-02,1,';
      await importing(terminal.ask, 'feedback', file(`${bad}\n`), '--follow-up', 'all');
      expect(await importing(terminal.ask, 'feedback', file(`${bad}Came late\n`), '--follow-up', 'all')).toMatchObject({
        updated: 1,
      });
      const { out } = await terminal.ask(['followups']);
      expect(out).toContain('Came late');
    });
  });

  describe('orders without a number are the same', () => {
    const first = 'customer;date;amount\nK1;2026-03-02;100,00\nK2;2026-03-02;50,00\n';
    test.each([
      ['at midnight', 'customer;date;amount\nK1;2026-03-02 00:00:00;100\nK2;2026-03-02 00:00:00;50\n'],
      [
        'with their currency beside them',
        'customer;date;amount;currency\nK1;2026-03-02;100;DKK\nK2;2026-03-02;50;DKK\n',
      ],
      ['with the currency in the amount', 'customer;date;amount\nK1;2026-03-02;100,00 DKK\nK2;2026-03-02;50,00 DKK\n'],
      ['with days and amounts in another spelling', 'customer;date;amount\nK1;02.03.2026;100,0\nK2;02.03.2026;50\n'],
    ])('%s', async (_, again) => {
      await bring('orders', first);
      expect(await bring('orders', again, '--locale', 'da')).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
      expect(await orders()).toEqual([2, 150]);
      expect(await bring('orders', first)).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    });

    test('the other way round, too', async () => {
      await bring('orders', 'customer,date,amount,currency\nK1,2026-03-02 00:00:00,100.00,DKK\n');
      expect(await bring('orders', 'customer,date,amount\nK1,2026-03-02,100\n')).toMatchObject({ unchanged: 1 });
      expect(await orders()).toEqual([1, 100]);
    });

    test('one in another currency is another', async () => {
      await bring('orders', 'customer,date,amount\nK1,2026-03-02,100\n');
      expect(await bring('orders', 'customer,date,amount,currency\nK1,2026-03-02,100,EUR\n')).toMatchObject({
        imported: 1,
      });
    });
  });

  test('an order with a number that a later file says otherwise is told, as it was and as it is', async () => {
    await bring('orders', 'order,customer,date,amount\n1,K1,2026-03-02,125\n2,K2,2026-03-02,50\n');
    const { out } = await terminal.ask([
      ...['import', 'orders', file('order,customer,date,amount\n1,K1,2026-03-02,25\n2,K2,2026-03-02,50\n')],
      ...['--currency', 'DKK', '--language', 'en'],
    ]);
    expect(out).toMatch(/another amount or day now: 1; the first is 1: DKK.125 → DKK.25/);
  });

  test('what was spent is the same at midnight and with its currency', async () => {
    await bring('spend', 'date,source,amount\n2026-03-02,ads,100\n');
    expect(await bring('spend', 'date,source,amount,currency\n2026-03-02 00:00:00,ads,100.00,DKK\n')).toMatchObject({
      imported: 0,
      unchanged: 1,
    });
  });

  test('rows that an older version knew by all that stood there are found, and their import is not built on by that', async () => {
    const text = 'customer,date,amount,currency\nK1,2026-03-02 00:00:00,100.00,DKK\n';
    await bring('orders', text);
    const former = contentKey(hashContent(['order', 'K1', dayFromIso('2026-03-02'), 0, null, '100 DKK']), 1);
    const { rowCount } = await terminal.pool.query(
      "UPDATE orders SET external_id = $1 WHERE external_id LIKE 'content:%'",
      [former],
    );
    expect(rowCount).toBe(1);
    await terminal.pool.query('DELETE FROM import_changes');
    expect(await bring('orders', text)).toMatchObject({ imported: 0, unchanged: 1 });
    expect(await orders()).toEqual([1, 100]);
    const { rows } = await terminal.pool.query('SELECT count(*)::int AS changes FROM import_changes');
    expect(rows[0].changes).toBe(0);
  });

  describe('what two people counted alike', () => {
    const tablet = 'Date,NPS\n2026-11-02,9\n2026-11-02,9\n2026-11-02,3\n';
    function named(name: string): string {
      const path = join(mkdtempSync(join(tmpdir(), 'tablets-')), name);
      copyFileSync(file(tablet), path);
      expect(readFileSync(path, 'utf8')).toBe(tablet);
      return path;
    }
    const count = async () => (await rowsOf<{ n: number }>('SELECT count(*)::int AS n FROM answers'))[0]?.n;

    test('is told with the file that brought it, and comes in when it is said to be others', async () => {
      await importing(terminal.ask, 'feedback', named('door.csv'), '--kind', 'nps');
      const till = named('till.csv');
      const again = await terminal.ask(['import', 'feedback', till, '--kind', 'nps', '--language', 'en']);
      expect(again.out).toMatch(/Rows that were already there: 3, from “door.csv” of \d+ \w+ \d{4}\. .*--others/);
      expect(await count()).toBe(3);
      expect(await importing(terminal.ask, 'feedback', till, '--kind', 'nps', '--others')).toMatchObject({
        imported: 3,
        notes: expect.not.arrayContaining([expect.objectContaining({ code: 'already-there' })]),
      });
      expect(await importing(terminal.ask, 'feedback', till, '--kind', 'nps', '--others')).toMatchObject({
        imported: 0,
        unchanged: 3,
      });
      expect(await importing(terminal.ask, 'feedback', till, '--kind', 'nps')).toMatchObject({ imported: 0 });
      expect(await count()).toBe(6);
    });
  });
});
