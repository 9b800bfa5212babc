import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file, importing } from './support.ts';
import { useTerminal } from './terminal.ts';

describe.each(databaseKinds)('answers and spend whose number or source was left out, on $name', (kind) => {
  const terminal = useTerminal(kind);

  const bring = (what: string, text: string, ...options: string[]) =>
    importing(
      terminal.ask,
      what,
      file(text, `${what}.csv`),
      ...(what === 'spend' ? ['--currency', 'DKK'] : ['--kind', 'nps', '--follow-up', 'none']),
      ...options,
    );

  async function count(table: string): Promise<number> {
    const [row] = await terminal.rowsOf<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return row?.n ?? 0;
  }

  describe.each([
    [
      'a response number, of a customer',
      'Response ID,Customer,Date,NPS,Comment\nr1,K1,2026-11-02,9,Good\nr2,K2,2026-11-02,3,\n',
      'Customer,Date,NPS,Comment\nK1,2026-11-02,9,Good enough\nK2,2026-11-02,3,\n',
    ],
    [
      'a response number, at a time',
      'Response ID,Submitted at,NPS,Comment\nr1,2026-11-02 14:05,9,Good\nr2,2026-11-02 15:05,3,\n',
      'Submitted at,NPS,Comment\n2026-11-02 14:05,9,Good\n2026-11-02 15:05,3,Late\n',
    ],
    [
      'a response number, with words',
      'Response ID,Date,NPS,Comment\nr1,2026-11-02,9,Good\nr2,2026-11-02,3,Late\n',
      'Date,NPS,Comment\n2026-11-02,9,Good\n2026-11-02,3,Late\n',
    ],
    [
      'a source, of a customer',
      'Customer,Date,NPS,Source\nK1,2026-11-02,9,Web\nK2,2026-11-02,3,Web\n',
      'Customer,Date,NPS\nK1,2026-11-02,9\nK2,2026-11-02,3\n',
    ],
    [
      'a source, on a day',
      'Date,NPS,Source\n2026-11-02,9,Web\n2026-11-02,3,Web\n',
      'Date,NPS\n2026-11-02,9\n2026-11-02,3\n',
    ],
  ])('%s', (_, whole, less) => {
    test('left out later is asked about before the first row, and the answers are left alone or are others', async () => {
      expect(await bring('feedback', whole)).toMatchObject({ imported: 2 });
      const { code, err } = await bring('feedback', less);
      expect(code).toBe(1);
      expect(err).toMatch(
        /2 of 2 rows repeat .* “feedback.csv” of .*The first is line 2\. .*--known-rows same.*--known-rows others/,
      );
      expect(await count('answers')).toBe(2);
      expect(await bring('feedback', less, '--known-rows', 'same')).toMatchObject({
        code: 0,
        imported: 0,
        unchanged: 2,
      });
      expect(await count('answers')).toBe(2);
      expect(await bring('feedback', less, '--known-rows', 'others')).toMatchObject({ code: 0, imported: 2 });
      expect(await count('answers')).toBe(4);
    });

    test('that comes only later is asked about or is certain, and then known', async () => {
      await bring('feedback', less);
      const { code } = await bring('feedback', whole);
      if (code === 1) expect(await count('answers')).toBe(2);
      expect(await bring('feedback', whole, '--known-rows', 'same')).toMatchObject({ code: 0, imported: 0 });
      expect(await bring('feedback', whole)).toMatchObject({ code: 0, imported: 0 });
      expect(await count('answers')).toBe(2);
    });
  });

  test.each([
    ['another score', 'Customer,Date,NPS\nK1,2026-11-02,8\n'],
    ['another day', 'Customer,Date,NPS\nK1,2026-11-03,9\n'],
    ['another customer', 'Customer,Date,NPS\nK2,2026-11-02,9\n'],
  ])('an answer with %s is another, and nobody is asked', async (_, text) => {
    await bring('feedback', 'Response ID,Customer,Date,NPS\nr1,K1,2026-11-02,9\n');
    expect(await bring('feedback', text)).toMatchObject({ code: 0, imported: 1 });
  });

  test('of a day with thousands of answers of nobody any is found', async () => {
    const alike = Array.from({ length: 2100 }, (_, i) => `2026-11-02,${i % 3},Web\n`).join('');
    await bring('feedback', `Date,NPS,Source\n${alike}2026-11-02,9,Web\n`);
    const { code, err } = await bring('feedback', 'Date,NPS\n2026-11-02,9\n');
    expect([code, err.includes('1 of 1 rows repeat what is already known')]).toEqual([1, true]);
    const less = `Date,NPS\n${alike.replaceAll(',Web', '')}2026-11-02,9\n`;
    expect(await bring('feedback', `${less}2026-11-02,1\n`, '--known-rows', 'same')).toMatchObject({
      imported: 1,
      unchanged: 2101,
    });
  });

  test('what was spent is not counted twice because its source or number was left out', async () => {
    await bring('spend', 'date,source,amount\n2026-03-02,Ads,100\n2026-03-02,Fair,100\n');
    const { code, err } = await bring('spend', 'date,amount\n2026-03-02,100\n2026-03-03,7\n');
    expect([code, err.includes('1 of 2 rows repeat what is already known')]).toEqual([1, true]);
    expect(await bring('spend', 'date,amount\n2026-03-02,100\n2026-03-03,7\n', '--known-rows', 'same')).toMatchObject({
      imported: 1,
      unchanged: 1,
    });
    const numbered = 'spend,date,source,amount\ns1,2026-03-02,Ads,100\ns2,2026-03-02,Fair,100\n';
    expect(await bring('spend', numbered)).toMatchObject({ code: 1 });
    expect(await bring('spend', numbered, '--known-rows', 'same')).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await bring('spend', numbered)).toMatchObject({ code: 0, unchanged: 2 });
    expect(await count('acquisition_spend')).toBe(3);
  });
});
