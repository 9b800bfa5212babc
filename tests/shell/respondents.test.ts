import { describe, expect, test } from 'vitest';
import { isoFromDay, localDay } from '../../src/loyalty/time/period.ts';
import { databaseKinds } from '../support/database.ts';
import { file, importing, json } from './support.ts';
import { useTerminal } from './terminal.ts';

const today = localDay(new Date(), 'Europe/Copenhagen');
const ago = (days: number) => isoFromDay(today - days);

describe.each(databaseKinds)('people who answer for a customer, on $name', (kind) => {
  const terminal = useTerminal(kind);
  const head = 'Kundenr;Kontaktperson;Dato;NPS\n';
  const bring = (rows: string, ...options: string[]) =>
    importing(terminal.ask, 'feedback', file(`${head}${rows}`), ...options);
  const counts = async (...words: string[]) => (await json(terminal.ask, 'nps', '90', ...words)).counts;
  const respondents = () =>
    terminal.rowsOf<{ name: string; email: string }>('SELECT name, email FROM respondents ORDER BY key');

  const three = `K1;Anna Holm <Anna@Cafe.dk>;${ago(9)};10\nK1;Bo Berg;${ago(8)};3\nK1;;${ago(7)};8\n`;

  test('three have three votes, the customer’s own among them', async () => {
    expect(await bring(three)).toMatchObject({ code: 0, imported: 3 });
    expect(await counts()).toMatchObject({ promoters: 1, passives: 1, detractors: 1 });
    expect(await respondents()).toEqual([
      { name: 'Anna Holm', email: 'anna@cafe.dk' },
      { name: 'Bo Berg', email: null },
    ]);
  });

  test('each one’s newest counts, whoever of them answered last and however they are written', async () => {
    await bring(three);
    await bring(`K1;anna@cafe.dk;${ago(5)};2\nK1;BO  BERG;${ago(4)};9\nK1;bo berg;${ago(3)};10\n`);
    expect(await counts()).toMatchObject({ promoters: 1, passives: 1, detractors: 1 });
    expect(await respondents()).toHaveLength(2);
  });

  test('a name alone is the person of that name, and learns the address that stands beside it later', async () => {
    await bring(`K1;Bo Berg;${ago(8)};3\n`);
    await bring(`K1;Bo Berg <bo@cafe.dk>;${ago(6)};9\nK1;bo@cafe.dk;${ago(5)};10\nK1;Bo Berg;${ago(4)};8\n`);
    expect(await respondents()).toEqual([{ name: 'Bo Berg', email: 'bo@cafe.dk' }]);
    expect(await counts()).toMatchObject({ promoters: 0, passives: 1, detractors: 0 });
  });

  test('two of one name with addresses of their own are two', async () => {
    await bring(`K1;Bo <bo@cafe.dk>;${ago(6)};9\nK1;Bo <bo@bar.dk>;${ago(5)};10\n`);
    expect(await counts()).toMatchObject({ promoters: 2 });
  });

  test('two with the same score on one day are two answers, and the same file again brings none', async () => {
    const rows = `K1;Anna;${ago(2)};9\nK1;Bo;${ago(2)};9\n`;
    expect(await bring(rows)).toMatchObject({ code: 0, imported: 2 });
    expect(await bring(rows)).toMatchObject({ code: 0, imported: 0, unchanged: 2 });
    expect(await counts()).toMatchObject({ promoters: 2 });
  });

  test('so it is in any window, of a part, and of several parts at once', async () => {
    await bring(three);
    await importing(terminal.ask, 'customers', file('Kundenr;Land;Segment\nK1;DK;café\n'));
    const votes = { promoters: 1, passives: 1, detractors: 1 };
    for (const words of [['country:DK'], ['segment:café'], ['country:DK', 'segment:café']]) {
      expect([words, await counts(...words)]).toMatchObject([words, votes]);
    }
    const between = await json(terminal.ask, 'nps', `${ago(20)}..${ago(0)}`);
    expect(between.counts).toMatchObject(votes);
  });

  test('the customer’s rung, follow-up and newest score stay one', async () => {
    await bring(three, '--follow-up', 'all');
    const [card] = await terminal.rowsOf<{ count: number }>('SELECT count(*)::int AS count FROM follow_ups');
    expect(card?.count).toBe(1);
    const { code, out } = await terminal.ask(['customer', 'K1']);
    expect([code, out]).toEqual([0, expect.stringContaining('NPS 8')]);
  });

  test('whom an address alone names is that person, with one vote', async () => {
    const path = file(`E-mail;Kontaktperson;Dato;NPS\nanna@cafe.dk;Anna;${ago(5)};9\nanna@cafe.dk;;${ago(4)};10\n`);
    expect(await importing(terminal.ask, 'feedback', path)).toMatchObject({ code: 0, imported: 2 });
    expect(await counts()).toMatchObject({ promoters: 1 });
  });

  test('who is nobody has no vote of their own: the answer is the customer’s', async () => {
    const nobody = ['0', 'ukendt', '-', 'NULL', 'Anonymous', 'n/a', 'ikke oplyst'];
    const told = await bring(nobody.map((word, i) => `K1;${word};${ago(20 - i)};9\n`).join(''));
    expect(told).toMatchObject({ code: 0, imported: nobody.length });
    expect(told.notes).toMatchObject([{ code: 'left-out', count: nobody.length }]);
    expect(await respondents()).toEqual([]);
    expect(await counts()).toMatchObject({ promoters: 1 });
  });

  test('a name without a customer is nobody’s, and an answer is anonymous as before', async () => {
    expect(await bring(`;Anna;${ago(2)};9\n`)).toMatchObject({ code: 0, imported: 1 });
    expect(await respondents()).toEqual([]);
  });

  test('an import that is taken back takes those with it whom no other answer names', async () => {
    await bring(`K1;Anna;${ago(9)};10\n`);
    await bring(`K1;Anna;${ago(5)};2\nK1;Bo;${ago(5)};2\n`);
    const [newest] = await terminal.rowsOf<{ id: number }>('SELECT max(id) AS id FROM imports');
    expect((await terminal.ask(['import', '--undo', String(newest?.id)])).code).toBe(0);
    expect((await respondents()).map(({ name }) => name)).toEqual(['Anna']);
    expect(await counts()).toMatchObject({ promoters: 1, detractors: 0 });
  });
});
