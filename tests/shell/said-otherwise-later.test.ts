import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('rows without a number that a later file says otherwise, on $name', (kind) => {
  const terminal = useTerminal(kind);

  const bring = async (what: string, lines: readonly string[], ...options: string[]) => {
    const { code, out, err } = await terminal.ask(['import', what, file(`${lines.join('\n')}\n`), ...options]);
    return { code, said: out + err };
  };
  const count = async (table: string) =>
    Number((await terminal.rowsOf<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

  describe.each([
    ['orders', 'orders', 'Kunde;Dato;Beløb', (date: string) => `K1;${date};100`],
    ['feedback', 'answers', 'Kunde;Dato;NPS', (date: string) => `K1;${date};9`],
  ])('with a time of day that was missing: %s', (what, table, header, row) => {
    const [day, moment] = [row('20.03.2026'), row('20.03.2026 14:05')];
    test('are asked about before the first of them is taken', async () => {
      await bring(what, [header, day]);
      const { code, said } = await bring(what, [header, moment]);
      expect(code).toBe(1);
      expect(said).toContain('1 of 1 rows repeat what is already known');
      expect(said).toContain('only the time of day is missing there or here');
      expect(await count(table)).toBe(1);
    });
    test('are the same where that is said, and then known both ways', async () => {
      await bring(what, [header, day]);
      await bring(what, [header, moment], '--known-rows', 'same');
      expect(await bring(what, [header, moment])).toMatchObject({ code: 0 });
      await bring(what, [header, day], '--known-rows', 'same');
      expect(await count(table)).toBe(1);
    });
    test('are others where that is said', async () => {
      await bring(what, [header, day]);
      await bring(what, [header, moment], '--known-rows', 'others');
      expect(await count(table)).toBe(2);
    });
  });

  test('are the same spend in whatever letters its source is written', async () => {
    await bring('spend', ['Dato;Kanal;Beløb', '20.03.2026;Google;1000']);
    await bring('spend', ['date,source,amount,currency', '2026-03-20,google,1000.00,DKK']);
    expect(await count('acquisition_spend')).toBe(1);
  });
  test('are the same lost recommendation when its words were edited', async () => {
    await bring('recommendations', ['recommender,outcome,date,comment', 'K1,lost,2026-03-20,too dear']);
    await bring('recommendations', ['recommender,outcome,date,comment', 'K1,lost,2026-03-20 00:00,Too dear!']);
    expect(await terminal.rowsOf('SELECT note FROM lost_recommendations')).toEqual([{ note: 'Too dear!' }]);
  });
});
