import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers = `customer,name,country,segments
a,Anna Holm,DK,vip
b,Bo Berg,NO,vip
c,May Lund,DK,
K2,Kirsten Kvart,DK,
90,Niels Halvfems,DK,
f,Finn Fersk,FI,fresh
`;
const answers = `customer,date,kind,score
a,2026-01-05,nps,10
b,2026-01-06,nps,0
c,2026-01-07,nps,8
a,2025-03-04,nps,9
`;
const orders = `order,customer,date,amount
1,a,2026-01-05,100
2,b,2026-01-06,100
3,a,2026-02-06,100
4,c,2025-03-07,100
`;

withDatabases((kind) => {
  let terminal: Terminal;
  const aboutNow = ['rates', 'spend', 'settings', 'followups', 'mine', 'feedback', 'verify'];
  const ask: Ask = (args) => terminal.ask(aboutNow.includes(args[0] ?? '') ? args : [...args, '--as-of', '2026-03-01']);
  const of = (words: string, ...options: string[]) => json(ask, ...words.split(' '), ...options);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, content] of Object.entries({ customers, orders, feedback: answers }))
      expect(await importing((args) => terminal.ask(args), what, file(content))).toMatchObject({ code: 0, refused: 0 });
  });
  afterAll(() => terminal.close());

  /** The words with which a call is refused, in each language. */
  async function refusals(words: string, ...options: string[]): Promise<string[]> {
    const said = [];
    for (const language of ['en', 'da', 'nb']) {
      const { code, out, err } = await terminal.ask([...words.split(' '), ...options, '--language', language]);
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
      said.push(err);
    }
    return said;
  }

  describe('each word is used', () => {
    test('of several parts all hold', async () => {
      expect(await of('nps 2026-01 segment:vip country:DK')).toMatchObject({
        part: { dimension: 'segment', value: 'vip' },
        within: [{ dimension: 'country', value: 'DK' }],
        base: 1,
        value: 100,
      });
      expect(await of('nps land:dk 2026-01 segment:VIP')).toMatchObject({ base: 1, value: 100 });
    });

    test.each(['segment:fresh', 'country:FI', 'land:finland'])(
      '%s is known before anybody in it has ordered or answered',
      async (part) => {
        expect(await of(`nps 2026-01 ${part}`)).toMatchObject({ base: 0, value: null });
        expect(await of(`repeat ${part}`)).toMatchObject({ value: null });
        expect((await ask(['nps', '2026-01', part, '--language', 'en'])).out).toContain('not enough data');
      },
    );

    test('a figure by one thing is narrowed by another, and so is its total', async () => {
      const { parts, total, within } = await of('nps 2026-01 by country segment:vip');
      expect(within).toEqual([{ dimension: 'segment', value: 'vip' }]);
      expect(parts).toMatchObject([
        { part: { value: 'DK' }, base: 1, value: 100 },
        { part: { value: 'NO' }, base: 1, value: -100 },
      ]);
      expect(total).toMatchObject({ base: 2, value: 0 });
    });

    test('a trend is of the parts, of the period and in the steps that are named', async () => {
      const narrow = await of('nps trend country:DK segment:vip');
      expect(narrow).toMatchObject({ part: { value: 'DK' }, within: [{ value: 'vip' }], step: 'month' });
      expect(narrow.points.at(-2)).toMatchObject({ base: 1, value: 100 });
      const year = await of('nps trend 2025');
      expect(year.points.map((point: { window: { from: string } }) => point.window.from.slice(0, 7))).toEqual(
        Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`),
      );
      expect(year.points[2]).toMatchObject({ base: 1, value: 100 });
      const march = await of('nps trend', '--window', '2025-03');
      expect(march.step).toBe('week');
      expect(march.points[0].window.from).toBe('2025-02-24');
      expect(march.points.at(-1).window.from).toBe('2025-03-31');
      expect(await of('nps trend week')).toMatchObject({ step: 'week' });
      expect(await of('nps weekly 2025-Q1')).toMatchObject({ step: 'week' });
      expect((await of('nps udvikling kvartaler 2025 land:DK')).points).toHaveLength(4);
    });

    test('cohorts are of the parts and of the period that are named', async () => {
      const sizes = async (words: string) =>
        (await of(words)).cohorts.map(({ month, size }: { month: { from: string }; size: number }) => [
          month.from,
          size,
        ]);
      expect(await sizes('cohorts')).toEqual([
        ['2025-03-01', 1],
        ['2026-01-01', 2],
      ]);
      expect(await sizes('cohorts country:DK')).toEqual([
        ['2025-03-01', 1],
        ['2026-01-01', 1],
      ]);
      expect(await sizes('cohorts segment:vip country:NO')).toEqual([['2026-01-01', 1]]);
      expect(await sizes('cohorts 2025')).toEqual([['2025-03-01', 1]]);
      expect(await sizes('kohorter land:DK 2026')).toEqual([['2026-01-01', 1]]);
      const [, january] = (await of('cohorts country:DK')).cohorts;
      expect(january.months[0]).toMatchObject({ customers: 1, share: 1 });
    });

    test('at risk are those of the parts that are named', async () => {
      expect(await of('at-risk segment:vip')).toMatchObject({ parts: [{ dimension: 'segment', value: 'vip' }] });
    });

    test('a customer’s own number goes before a quarter, and what is both is asked', async () => {
      expect(await of('clv K2')).toMatchObject({ customer: { externalId: 'K2' } });
      expect(await of('clv 2. kvartal')).toMatchObject({ figure: 'clv' });
      for (const said of await refusals('clv 90', '--as-of', '2026-03-01')) expect(said).toMatch(/90 .*Niels Halvfems/);
      for (const said of await refusals('clv may', '--as-of', '2026-03-01'))
        expect(said).toMatch(/May Lund.*2025-05-01\.\.2025-05-31/);
      expect(await of('clv customer 90')).toMatchObject({ customer: { externalId: '90' } });
      expect(await of('clv kunde may')).toMatchObject({ customer: { externalId: 'c' } });
      expect(await of('clv 90 days')).toMatchObject({ figure: 'clv' });
      expect(await of('clv holm')).toMatchObject({ customer: { externalId: 'a' } });
    });

    test('days that end today may be called the last ones, and steps be said twice', async () => {
      const days = await of('nps 90 days');
      for (const words of ['nps last 90 days', 'nps de sidste 90 dage', 'nps siste 90 dager', 'nps seneste 90 dage'])
        expect(await of(words)).toEqual(days);
      for (const words of ['nps month by month', 'nps måned for måned'])
        expect(await of(words)).toEqual(await of('nps monthly'));
      expect(await of('at risk country:DK')).toEqual(await of('at-risk country:DK'));
    });

    test('help tells of the commands that are named', async () => {
      expect(await json((args) => terminal.ask(args), 'help', 'nps', 'cohorts')).toEqual({
        unknown: null,
        commands: ['nps', 'cohorts'],
      });
    });

    test('the same said twice is said once', async () => {
      expect(await of('nps 2026-01 2026-01 segment:vip segment:VIP')).toMatchObject({ base: 2 });
    });
  });

  describe('or named', () => {
    test.each([
      ['nps trend by country', ['by country']],
      ['nps trend foo', ['foo']],
      ['nps 90 foo', ['foo']],
      ['nps foo 90 bar', ['foo', 'bar']],
      ['prediction country:DK', ['country:DK']],
      ['prediction 2025', ['2025']],
      ['at-risk Café', ['Café']],
      ['at-risk 2025', ['2025']],
      ['cohorts by country', ['by country']],
      ['ladder country:DK', ['country:DK']],
      ['overview foo', ['foo']],
      ['rates 2025', ['2025']],
      ['spend web', ['web']],
      ['settings DK', ['DK']],
      ['followups mine open', ['mine', 'open']],
      ['mine 2025', ['2025']],
      ['digest now 2025', ['2025']],
      ['feedback add Anna', ['Anna']],
      ['verify all', ['all']],
      ['nps why 90', ['90']],
      ['nps country web', ['country', 'web']],
      ['nps by country by rung', ['by country', 'by rung']],
      ['customers country:DK country:NO', ['country:DK', 'country:NO']],
      ['nps 2025 2026', ['2025', '2026']],
      ['nps 30 90', ['30', '90']],
      ['nps country:XX', ['XX']],
      ['referral rung:repeat', ['rung']],
      ['clv country:DK Holm', ['Holm']],
      ['target nps fyrre', ['fyrre']],
      ['target nps 45 30 June foo', ['30 June foo']],
      ['target nps 45 Q2 segment nosuch', ['nosuch']],
      ['target remove nps foo', ['foo']],
      ['target remove nps segment nosuch', ['nosuch']],
      ['target nps 45 30 June country:DK segment:vip', ['country:DK', 'segment:vip']],
      ['target nps 45 30 June segment vip rung:repeat', ['segment', 'rung:repeat']],
      ['help foo', ['foo']],
    ])('“%s”', async (words, namedWords) => {
      if (words === 'help foo') {
        expect(await terminal.ask(words.split(' '))).toMatchObject({ code: 2, err: expect.stringContaining('foo') });
        return;
      }
      for (const [i, said] of (await refusals(words)).entries()) {
        const inThisLanguage = i === 0 || !['rung'].includes(namedWords[0] ?? '');
        if (inThisLanguage) for (const word of namedWords) expect(said).toContain(word);
      }
    });

    test.each(['by year', 'pr. år', 'per medarbejder', 'fordelt på ugedag'])(
      '“nps %s” whole, with what may stand after such a word',
      async (typed) => {
        const [en = '', da = '', nb = ''] = await refusals(`nps ${typed}`);
        for (const said of [en, da, nb]) expect(said).toContain(typed);
        expect(en).toContain('by rung, by country, by segment, by source, by day, by week, by month, by quarter');
        expect(da).toContain('pr. trin, pr. land, pr. segment, pr. kilde, pr. dag, pr. uge, pr. måned, pr. kvartal');
        expect(nb).toContain('per trinn, per land, per segment, per kilde, per dag, per uke, per måned, per kvartal');
      },
    );

    test('a window that a command does not take, or that is said twice', async () => {
      for (const words of ['rates', 'cohorts why', 'clv Holm', 'mine', 'digest now'])
        for (const said of await refusals(words, '--window', '30')) expect(said).toContain('--window 30');
      for (const said of await refusals('nps 90', '--window', '30')) expect(said).toContain('--window 30');
      for (const said of await refusals('rates', '--window', '2025')) expect(said).toContain('--window 2025');
      for (const said of await refusals('nps 2026', '--window', '2025')) expect(said).toMatch(/2026.*2025/);
    });

    test('an option with two values, of which one would be passed over', async () => {
      for (const said of await refusals('nps', '--window', '30', '--window', '90'))
        expect(said).toMatch(/--window.*30.*90/);
      expect(await terminal.ask(['nps', '--as-of', '2026-01-01', '--as-of', '2026-02-01'])).toMatchObject({ code: 2 });
    });

    test('a day, where only now is told', async () => {
      for (const words of [...aboutNow, 'opfølgninger', 'digest now --channel C012AB3CD', 'target nps 45 2031']) {
        const { code, out, err } = await terminal.ask([
          ...words.split(' '),
          '--as-of',
          '2026-03-01',
          '--language',
          'en',
        ]);
        expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
        expect(err).toContain('--as-of says nothing with');
      }
    });

    test('and what may be typed in their place is no word that is refused as well', async () => {
      const [en, da] = await refusals('customer Holm', '--window', '30');
      expect(en).toContain('Type just "customer Hansen".');
      expect(da).toContain('Skriv kun "kunde Hansen".');
    });

    test('two periods are refused in words that say so', async () => {
      const [en, da, nb] = await refusals('nps 2025 2026');
      expect(en).toContain('two periods');
      expect(da).toContain('to perioder');
      expect(nb).toContain('to perioder');
    });
  });
});
