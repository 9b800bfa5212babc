import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoFromDay, localDay } from '../../src/loyalty/time/period.ts';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json, nothing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// What is held here is the shell's own: that both databases answer alike is held in same.test.ts.
let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

const today = localDay(new Date(), 'Europe/Copenhagen');
const ago = (days: number) => isoFromDay(today - days);

async function checkKept(): Promise<void> {
  const { rows } = await terminal.pool.query('SELECT id FROM workspaces');
  expect(await inconsistencies(terminal.pool, rows[0]?.id, 31)).toEqual([]);
}

describe('files as people have them', () => {
  const files = {
    en: {
      customers:
        'customer,name,email,country,language,since,cost,recommended_by\n1,Emily,e@example.com,GB,en,2026-01-02,12.50,\n',
      orders: 'order,customer,date,amount,currency,status\nA,1,2026-01-05,"1,250.50",GBP,completed\n',
      feedback:
        'customer,date,kind,score,recommend,again,other,comment,source,public\n1,2026-01-06,nps,10,,,,Lovely,mail,no\n',
    },
    da: {
      customers: iconv.encode(
        'Kundenr;Navn;E-mail;Land;Sprog\r\n1;Søren Ågård;s@example.com;Danmark;dansk\r\n',
        'windows-1252',
      ),
      orders: '\uFEFFOrdrenr;Kundenr;Dato;Beløb;Valuta;Status\r\nA;1;05.01.2026;1.250,50;DKK;gennemført\r\n',
      feedback: 'Kundenr;Dato;Type;Score;Kommentar\n1;06.01.2026;NPS;10;"Dejligt,\nvirkelig"\n',
    },
    nb: {
      customers: 'Kundenummer\tNavn\tE-post\tLand\tSpråk\n1\tJonas Bø\tj@example.com\tNorge\tnorsk\n',
      orders: 'Ordrenummer\tKundenummer\tDato\tBeløp\tValuta\tStatus\nA\t1\t05.01.2026\t1 250,50\tNOK\tfullført\n',
      feedback: 'Kundenummer\tDato\tType\tPoeng\tKommentar\n1\t06.01.2026\tNPS\t10\tFint\n',
    },
  };

  test.each(Object.entries(files))(
    'come in in %s, and a second time change nothing',
    async (_, { customers, orders, feedback }) => {
      const paths = { customers: file(customers), orders: file(orders), feedback: file(feedback) };
      for (const [kindOfFile, path] of Object.entries(paths)) {
        expect(await importing(ask, kindOfFile, path)).toEqual({ ...nothing, code: 0, imported: 1 });
      }
      const before = await json(ask, '--as-of', '2026-02-01');
      expect(before).toMatchObject({
        customers: 1,
        orders: 1,
        revenue: [{ amountMinor: 125_050 }],
        figures: { nps: { value: 100 } },
      });
      for (const [kindOfFile, path] of Object.entries(paths)) {
        expect(await importing(ask, kindOfFile, path)).toMatchObject({
          ...nothing,
          code: 0,
          unchanged: 1,
          notes: expect.any(Array),
        });
      }
      expect(await json(ask, '--as-of', '2026-02-01')).toEqual(before);
    },
  );

  test('an ambiguous file is refused before its first row, naming --locale; with it, it comes in', async () => {
    const path = file('customer;date;amount\na;2026-03-01;5\nb;2026-03-02;1.234\n');
    const { code, err } = await importing(ask, 'orders', path);
    expect(code).toBe(1);
    expect(err).toContain('--locale');
    expect(err).toContain('1.234');
    expect(await json(ask)).toMatchObject({ customers: 0, orders: 0 });
    expect(await importing(ask, 'orders', path, '--locale', 'da')).toMatchObject({ code: 0, imported: 2 });
    expect(await json(ask)).toMatchObject({ revenue: [{ currency: 'DKK', amountMinor: 123_900 }] });
  });
});

test('columns that are not read are named, in words and in JSON', async () => {
  const path = file('customer,date,amount,Shoe size\n1,2026-01-01,5.00,42\n');
  const { out } = await ask(['import', 'orders', path]);
  expect(out).toContain('Not read: Shoe size');
  expect(await importing(ask, 'orders', path)).toMatchObject({
    unchanged: 1,
    notes: [
      { code: 'not-read', headers: ['Shoe size'] },
      { code: 'already-there', rows: 1 },
    ],
  });
});

describe('refused rows', () => {
  test('come back as a file to mend, and mended come in', async () => {
    const path = file('customer,date,amount\n1,2026-01-01,5.00\n2,someday,6.00\n3,2026-01-03,lots\n', 'orders.csv');
    const { refusedFile, ...counts } = await importing(ask, 'orders', path);
    expect(counts).toEqual({ ...nothing, refusedFile: undefined, code: 1, imported: 1, refused: 2, customersMade: 1 });
    expect(refusedFile).toBe(`${dirname(path)}/orders.refused.csv`);
    const text = readFileSync(refusedFile, 'utf8');
    expect(text).toContain('someday');
    expect(text).toContain('lots');
    const mended = file(text.replace('someday', '2026-01-02').replace('lots', '7.00'), 'mended.csv');
    expect(await importing(ask, 'orders', mended)).toEqual({ ...nothing, code: 0, imported: 2, customersMade: 2 });
    expect(await json(ask)).toMatchObject({ customers: 3, orders: 3, revenue: [{ amountMinor: 1800 }] });
    await checkKept();
  });

  test('leave no file where nothing is refused', async () => {
    const path = file('customer,date,amount\n1,2026-01-01,5.00\n', 'fine.csv');
    expect(await importing(ask, 'orders', path)).toMatchObject({ code: 0, refusedFile: null });
    expect(existsSync(`${dirname(path)}/fine.refused.csv`)).toBe(false);
  });

  test('are told by the first of each reason before more of the same', async () => {
    const rows = [...Array.from({ length: 7 }, (_, i) => `${i},a,nope,1`), '8,a,2026-01-05,many', '9,a,2026-01-05,1'];
    const { out } = await ask([
      'import',
      'orders',
      file(`order,customer,date,amount\n${rows.join('\n')}\n`),
      '--language',
      'en',
    ]);
    expect(out).toMatch(/Line 2, date: .*\n.*Line 9, amount: .*\n.*Line 3, date: /);
    expect(out).toContain('and 3 more');
  });

  test('are told with line, column and reason', async () => {
    const path = file(
      'customer,date,kind,score\n1,2026-01-01,nps,11\n1,2026-01-01,nps,\n1,2026-01-01,nps,7.5\n1,2026-01-02,nps,0\n',
    );
    // Two scores of three off the scale may mean another one.
    expect((await ask(['import', 'feedback', path])).err).toContain('--scale 0-10');
    const { code, out } = await ask(['import', 'feedback', path, '--scale', '0-10']);
    expect(code).toBe(1);
    expect(out).toContain('2');
    expect(out).toContain('score');
    expect(await json(ask, 'nps', '--as-of', '2026-02-01')).toMatchObject({ base: 1, counts: { detractors: 1 } });
  });

  test('--known-customers-only refuses the rows of others', async () => {
    await importing(ask, 'customers', file('customer,name\n1,Astrid\n'));
    const path = file('customer,date,amount\n1,2026-01-01,5.00\n2,2026-01-01,6.00\n');
    expect(await importing(ask, 'orders', path, '--known-customers-only')).toMatchObject({
      code: 1,
      imported: 1,
      refused: 1,
      customersMade: 0,
    });
    expect(await json(ask)).toMatchObject({ customers: 1, orders: 1 });
  });
});

describe('negative feedback', () => {
  const answers = `customer,date,kind,score\n1,${ago(0)},nps,2\n2,${ago(6)},nps,3\n3,${ago(7)},nps,4\n4,${ago(400)},nps,1\n1,${ago(1)},csat,1\n5,${ago(0)},nps,9\n`;

  test.each([
    ['recent', [], 2],
    ['recent', ['--follow-up', 'recent'], 2],
    ['all', ['--follow-up', 'all'], 4],
    ['none', ['--follow-up', 'none'], 0],
  ])('%s: %j makes %i follow-ups, one per customer', async (_, options, count) => {
    expect(await importing(ask, 'feedback', file(answers), ...options)).toMatchObject({ code: 0, imported: 6 });
    expect((await json(ask, 'followups')).total).toBe(count);
    expect(await importing(ask, 'feedback', file(answers), '--follow-up', 'all')).toMatchObject({ unchanged: 6 });
    expect((await json(ask, 'followups')).total).toBe(count);
  });
});

describe('late facts correct the days they belong to', () => {
  test('an older order that comes in later, and one that is cancelled later', async () => {
    const header = 'order,customer,date,amount,status\n';
    await importing(ask, 'orders', file(`${header}A,1,2026-03-01,10.00,completed\n`));
    expect(await json(ask, 'ladder', '--as-of', '2026-03-02')).toMatchObject({ customer: 1, repeat: 0 });
    expect(await json(ask, 'ladder', '--as-of', '2026-02-15')).toMatchObject({ prospect: 0, customer: 0 });

    await importing(ask, 'orders', file(`${header}B,1,2026-02-01,10.00,completed\n`));
    expect(await json(ask, 'ladder', '--as-of', '2026-02-15')).toMatchObject({ customer: 1 });
    expect(await json(ask, 'ladder', '--as-of', '2026-03-02')).toMatchObject({ customer: 0, repeat: 1 });
    expect(await json(ask, 'ladder', '--as-of', '2027-03-01')).toMatchObject({ repeat: 1 });
    expect(await json(ask, 'ladder', '--as-of', '2027-03-02')).toMatchObject({ customer: 1, repeat: 0 });

    const cancelled = await importing(ask, 'orders', file(`${header}B,1,2026-02-01,10.00,cancelled\n`));
    expect(cancelled).toEqual({ ...nothing, code: 0, updated: 1 });
    expect(await json(ask, 'ladder', '--as-of', '2026-03-02')).toMatchObject({ customer: 1, repeat: 0 });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject({ orders: 1, revenue: [{ amountMinor: 1000 }] });
    await checkKept();
  });

  test('a won recommendation makes an ambassador, until a newest answer below 9', async () => {
    await importing(ask, 'orders', file('customer,date,amount\n1,2026-01-01,5.00\n1,2026-02-01,5.00\n'));
    await importing(ask, 'customers', file('customer,name,recommended_by\n2,Berit,1\n'));
    expect(await json(ask, 'ladder', '--as-of', '2026-03-10')).toMatchObject({ repeat: 1, ambassador: 0 });
    await importing(ask, 'orders', file('customer,date,amount\n2,2026-03-01,5.00\n'));
    expect(await json(ask, 'ladder', '--as-of', '2026-03-01')).toMatchObject({ repeat: 1, ambassador: 0 });
    expect(await json(ask, 'ladder', '--as-of', '2026-03-02')).toMatchObject({ repeat: 0, ambassador: 1 });
    await importing(ask, 'feedback', file('customer,date,kind,score\n1,2026-03-05,nps,8\n'));
    expect(await json(ask, 'ladder', '--as-of', '2026-03-06')).toMatchObject({ repeat: 1, ambassador: 0 });
    expect((await json(ask, 'nps', 'by', 'rung', '--as-of', '2026-03-10')).rungs).toMatchObject([
      { rung: 'ambassador', base: 1 },
    ]);
    await checkKept();
  });

  test('a customer who recommends themselves is refused', async () => {
    expect(await importing(ask, 'customers', file('customer,recommended_by\n1,1\n2,1\n'))).toMatchObject({
      code: 1,
      imported: 1,
      refused: 1,
    });
  });
});

test('a file is never written over by the refused rows of another run', async () => {
  const path = file('customer,date,amount\n1,never,5.00\n', 'orders.csv');
  await importing(ask, 'orders', path);
  writeFileSync(path, 'customer,date,amount\n1,2026-01-01,5.00\n');
  expect(await importing(ask, 'orders', path)).toMatchObject({ code: 0, refusedFile: null });
});

test('orders may be placed some months ahead, which is told; a year that is a slip is refused', async () => {
  const path = file(
    `order,customer,date,amount\n1,A,${isoFromDay(today + 367)},10.00\n2,B,${isoFromDay(today + 24)},10.00\n`,
  );
  const result = await importing(ask, 'orders', path);
  expect(result).toMatchObject({ code: 1, imported: 1, refused: 1 });
  expect(result.notes).toMatchObject([{ code: 'ahead', count: 1, first: { line: 3 } }]);
  const { out } = await ask(['import', 'orders', path]);
  expect(out).toContain('is more than 366 days ahead. Check the year');
  expect(out).toContain('1 still to come, the first in line 3');
});
