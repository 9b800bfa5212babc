import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers =
  'customer,name,country,segments\na,Anna Holm,DK,vip\nb,Bo Berg,NO,\nc,"=HYPERLINK(""x"")",NO,\nd,Dag Ås,NO,vip\n';
const answers = `customer,date,kind,score,comment,source
a,2026-01-10,nps,2,Late again,web
a,2026-02-10,nps,9,All is well now,web
b,2026-02-11,nps,3,Cold coffee,fair
b,2026-02-11,csat,2,,fair
c,2026-02-12,nps,6,=1+1,web
d,2026-02-13,review,5,Lovely,google
,2026-02-14,nps,0,Nobody knows me,web
,2026-02-14,remark,,Do you have decaf?,
`;

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  const list = (words: string, ...options: string[]) => json(ask, ...words.split(' '), ...options);
  const title = async (language: string, ...words: string[]) =>
    (await ask([...words, '--language', language])).out.split('\n')[0];
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, content] of Object.entries({ customers, feedback: answers }))
      expect(await importing(ask, what, file(content))).toMatchObject({ code: 0, refused: 0 });
  });
  afterAll(() => terminal.close());

  test('what customers said stands newest first, with who said it, and how much there is', async () => {
    const { voices, ...all } = await list('feedback list');
    expect(all).toMatchObject({ count: 8, base: 8, isExact: true, next: { day: '2026-02-11' } });
    expect(voices).toHaveLength(5);
    expect(voices[0]).toMatchObject({ kind: 'remark', comment: 'Do you have decaf?', customer: null });
    expect(voices[2]).toMatchObject({ day: '2026-02-13', customer: { externalId: 'd', shownName: 'Dag Ås' } });
    expect((await ask(['feedback', '--language', 'en'])).out).toContain(
      'Dag Ås · Review, 5 stars · 13 Feb 2026 · google\n> Lovely\n',
    );
  });

  test.each([
    ['feedback nps<7', ['Nobody knows me', '=1+1', 'Cold coffee', 'Late again']],
    ['feedback unhappy country:NO', ['=1+1', null, 'Cold coffee']],
    ['feedback unhappy country:NO with words', ['=1+1', 'Cold coffee']],
    ['tilbagemelding utilfredse land:NO med ord', ['=1+1', 'Cold coffee']],
    ['tilbakemelding misfornøyde land:NO med ord', ['=1+1', 'Cold coffee']],
    ['feedback segment:vip', ['Lovely', 'All is well now', 'Late again']],
    ['feedback kind:review', ['Lovely']],
    ['feedback slags:bemærkning', ['Do you have decaf?']],
    ['feedback source:fair nps<7', ['Cold coffee']],
    ['feedback 2026-01', ['Late again']],
    ['feedback detractors 2026-01', ['Late again']],
    ['feedback rung:anonymous nps<7', ['Nobody knows me']],
  ])('%s is what it says', async (words, comments) => {
    const { voices, count } = await list(words);
    expect(voices.map(({ comment }: { comment: string | null }) => comment)).toEqual(comments);
    expect(count).toBe(comments.length);
  });

  test('detractors are as many as NPS counts of the same period and parts', async () => {
    for (const parts of ['2026', '2026 country:NO', '2026 source:web', '2026-01', '2026 rung:anonymous']) {
      const of = [...parts.split(' '), '--as-of', '2026-03-01'];
      const { base, counts } = await json(ask, 'nps', ...of);
      for (const group of ['detractors', 'passives', 'promoters'] as const)
        expect(await list(`feedback ${group} ${parts}`)).toMatchObject({ count: counts[group], base });
    }
    expect(await title('en', 'feedback', 'detractors', '2026')).toMatch(/^3 of 4 NPS answers: detractors/);
    expect(await title('da', 'feedback', 'kritikere', '2026-01')).toBe('1 NPS-svar: kritikere, januar 2026');
    expect(await title('nb', 'feedback', 'nps<7', 'with', 'words')).toBe('4 av 5 NPS-svar: poeng høyst 6, med ord');
  });

  test('the whole list goes into a file that holds no formula, and that is noted', async () => {
    const path = file('');
    const { code, out } = await ask(['feedback', 'nps<7', 'country:NO', '--csv', path, '--language', 'da']);
    expect({ code, out }).toEqual({ code: 0, out: `2 svar skrevet til ${path}.\n` });
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
      '\ufeffdag;slags;score;kommentar;nummer;navn;kilde;utilfreds',
      `2026-02-12;NPS;6;'=1+1;c;"'=HYPERLINK(""x"")";web;ja`,
      '2026-02-11;NPS;3;Cold coffee;b;Bo Berg;fair;ja',
      '',
    ]);
    const { rows } = await terminal.pool.query(
      `SELECT actor, details -> 'query' ->> 'country' AS country FROM audit WHERE action = 'answers.exported'`,
    );
    expect(rows).toEqual([{ actor: 'shell', country: 'NO' }]);
  });

  test('what cannot go together, or says nothing, is refused by its name', async () => {
    const refused = async (...words: string[]) => {
      const { code, err } = await ask(['feedback', ...words, '--language', 'en']);
      expect(code).toBe(2);
      return err;
    };
    expect(await refused('kind:csat', 'nps<7')).toContain('“nps<7” does not go together with “kind:csat”');
    expect(await refused('detractors', 'promoters')).toContain('Nothing is both “detractors” and “promoters”');
    expect(await refused('lapsed')).toMatch(/“lapsed” after "feedback"[\s\S]*kind:review/);
    expect(await refused('causes', 'detractors')).toContain('Type just "feedback causes"');
    expect(await refused('add', '2026')).toContain('“2026” after "feedback add"');
    expect(await refused('detractors', '--score', '3')).toContain('--score');
  });

  test('an answer is noted by its options, with and without "add"', async () => {
    for (const words of [['feedback', 'add'], ['feedback']])
      expect(await ask([...words, '--customer', 'a', '--kind', 'remark', '--comment', words.join(' ')])).toMatchObject({
        code: 0,
      });
    const { voices } = await list('feedback kind:remark');
    expect(voices.map(({ comment }: { comment: string }) => comment).slice(0, 2)).toEqual(['feedback', 'feedback add']);
  });

  test('why customers complain is the causes of the follow-ups that were closed', async () => {
    expect(await list('causes')).toMatchObject({ closed: 0, byCause: [] });
    expect(await title('en', 'feedback', 'causes')).toMatch(/^No follow-ups were closed in the period/);
    await terminal.pool.query(
      `INSERT INTO follow_ups (workspace_id, customer_id, status, due_day, opened_at, done_at, cause)
       SELECT workspace_id, id, 'done', now(), now(), now(), CASE external_id WHEN 'a' THEN 'price' ELSE 'delivery' END
       FROM customers WHERE external_id IN ('a', 'b', 'c')`,
    );
    expect(await list('feedback causes month')).toMatchObject({
      closed: 3,
      byCause: [{ cause: 'delivery', count: 2 }, {}],
    });
    expect(await title('da', 'årsager')).toBe('De fleste klager handler om leveringen: 2 af 3 lukkede opfølgninger');
  });
});
