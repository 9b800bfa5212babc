import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../src/loyalty/time/period.ts';
import { withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    const orders = file('order,customer,date,amount\n1,a,2026-01-05,100\n2,b,2026-01-06,100\n');
    expect(await importing(ask, 'orders', orders)).toMatchObject({ code: 0, refused: 0 });
  });
  afterAll(() => terminal.close());

  describe('a wrong call is refused in the language that is asked for', () => {
    test.each([
      [
        ['nps', '--windwo', '90'],
        '--windwo',
        ['There is no option', 'Der er ikke noget valg', 'Det finnes ikke noe valg'],
      ],
      [['nps', '--as-of', '2026-02-30'], '2026-02-30', ['is not a date', 'er ikke en dato', 'er ikke en dato']],
      [['nps', '--window', '0'], '--window 0', ['whole number', 'helt tal', 'helt tall']],
      [['nps', '--json=no'], '--json', ['takes no value', 'tager ingen værdi', 'tar ingen verdi']],
      [['nps', '--window'], '--window', ['needs a value', 'skal følges af', 'må følges av']],
      [['nps', '--currency', 'XXZ'], 'XXZ', ['is no currency', 'er ikke en valuta', 'er ikke en valuta']],
      [
        ['nps', '--currency', 'EUR'],
        'DKK',
        ['before the first customer', 'før den første kunde', 'før den første kunden'],
      ],
      [['nps', '--workspace', 'T0NO'], 'T0NO', ['is not known', 'kendes ikke', 'er ikke kjent']],
      [
        ['nps', '--time-zone', 'America/New_York'],
        'Europe/Copenhagen',
        ['keeps its days', 'regner sine dage', 'regner dagene'],
      ],
      [['import', 'invoices', 'x.csv'], 'orders', ['Write', 'Skriv', 'Skriv']],
      [['feedback', 'add', '--kind', 'joy'], 'nps, csat', ['is not one of', 'er ikke en af', 'er ikke en av']],
      [['digest', 'now'], '--channel', ['Say where', 'Skriv hvor', 'Skriv hvor']],
      [['digest', 'now', '--channel', 'XX'], 'XX', ['no channel id', 'ikke en kanals id', 'ikke ID-en']],
      [['target', 'nps', '45'], 'nps 45', ['Say by when', 'Skriv hvornår', 'Skriv når']],
      [['target', 'nps', 'fyrre'], 'fyrre', ['is not a number', 'er ikke et tal', 'er ikke et tall']],
      [['verify', '--repair'], '--yes', ['writes everything anew', 'skriver alt det på ny', 'skriver alt på nytt']],
    ])('%j', async (args, named, said) => {
      for (const [i, language] of ['en', 'da', 'nb'].entries()) {
        const { code, out, err } = await ask([...args, '--language', language]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(said[i]);
        expect(err).toContain(named);
      }
    });
  });

  test.each([
    [['nps', '--customer', '1042'], '--customer'],
    [['ladder', '--channel', 'C012AB3CD'], '--channel'],
    [['nps', '--columns', 'a,b'], '--columns'],
    [['cohorts', '--repair', '--yes'], '--repair'],
  ])('an option that says nothing beside a command is refused: %j', async (args, option) => {
    const { code, err } = await ask(args);
    expect(code).toBe(2);
    expect(err).toContain(option);
  });

  test('the terminal tells the run that is stored, as Slack does, and without one predicts as of today', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now());
    expect((await json(ask, 'prediction')).asOf).toBe(today);
    const { store } = depsOn(kind, terminal.pool);
    const [workspace] = await store.workspaces.list();
    const { predictionRuns } = store.of(workspace?.id ?? 0);
    const asOf = localDay(new Date(), 'Europe/Copenhagen') - 3;
    const facts = { ...(await json(ask, 'prediction', '--as-of', '2026-02-01')), expected: null };
    expect(facts.asOf).toBe('2026-02-01');
    const at = new Date();
    const id = await predictionRuns.ask({ key: 'night', asOf, currency: 'DKK', memberId: null, locale: null, at });
    const lease = new Date(at.getTime() + 60_000);
    expect(await predictionRuns.take(at, lease)).toMatchObject({ id });
    const bgNbd = { kind: 'degenerate', why: 'too-few' };
    const stored = { ...facts, bgNbd, gammaGamma: bgNbd };
    expect(await predictionRuns.finish(id ?? 0, lease, stored as never, at)).toBe(true);
    expect((await json(ask, 'prediction')).asOf).toBe(new Date(asOf * 86_400_000).toISOString().slice(0, 10));
    expect((await json(ask, 'at-risk')).asOf).toBe(new Date(asOf * 86_400_000).toISOString().slice(0, 10));
  });
});
