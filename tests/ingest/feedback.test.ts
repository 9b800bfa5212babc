import { describe, expect, it } from 'vitest';
import { toIsoDay } from '../../src/ingest/dates.ts';
import { importFile, importGood } from './files.ts';

const header = 'customer;date;kind;score;recommend;again;other;comment;source;public\n';

async function one(line: string) {
  const { rows, refused } = await importGood('feedback', `${header}${line}\n`);
  const [row] = rows;
  if (row) return row;
  return refused.map(({ column, reason }) => [column, reason]);
}

describe('feedback', () => {
  it('comes in with its words, line breaks and all', async () => {
    expect(await one('K1;2026-03-01 14:05;NPS;9;;;;"Godt,\r\nmen ""dyrt"" 😀";mail;ja')).toEqual({
      answerId: expect.stringMatching(/^content:[0-9a-f]{16}:1$/),
      formerIds: [expect.stringMatching(/^content:[0-9a-f]{16}:1$/)],
      customer: 'K1',
      email: null,
      respondent: null,
      day: Date.UTC(2026, 2, 1) / 86_400_000,
      at: Date.UTC(2026, 2, 1, 14, 5),
      kind: 'nps',
      markedNegative: null,
      score: 9,
      recommend: null,
      again: null,
      other: null,
      comment: 'Godt,\nmen "dyrt" 😀',
      source: 'mail',
      public: true,
    });
  });

  it('may be anonymous', async () => {
    expect(await one(';2026-03-01;nps;0;;;;;;')).toMatchObject({ customer: null, score: 0, at: null, public: false });
  });

  it.each([
    ['nps', 'NPS nps Net-Promoter-Score', '7;;;'],
    ['csat', 'CSAT tilfredshed Tilfredshet', '4;;;'],
    ['cli', 'CLI loyalitet lojalitet', ';1;2;6'],
    ['review', 'review Anmeldelse omtale', '5;;;'],
    ['remark', 'remark Bemærkning merknad kommentar KOMMENTAR', ';;;'],
  ])('of the kind %s is understood in three languages', async (kind, words, values) => {
    for (const word of words.split(' ')) {
      expect(await one(`K1;2026-03-01;${word};${values};words;;`)).toMatchObject({ kind: kind });
    }
  });

  it.each([
    ['nps', 0, 10],
    ['csat', 1, 5],
    ['review', 1, 5],
  ])('of the kind %s has whole scores from %d to %d; nothing else is read as one', async (kind, min, max) => {
    for (let score = min; score <= max; score++) {
      expect(await one(`K1;2026-03-01;${kind};${score};;;;;;`)).toMatchObject({ score });
      expect(await one(`K1;2026-03-01;${kind};${score}.0;;;;;;`)).toMatchObject({ score });
      expect(await one(`K1;2026-03-01;${kind};${score}/${max};;;;;;`)).toMatchObject({ score });
    }
    for (const bad of [
      min - 1,
      max + 1,
      '7.5',
      '4,5',
      'NA',
      'n/a',
      'ten',
      '-',
      '1e0',
      '0x1',
      '９',
      '+3',
      `${max}/${max + 1}`,
      '100',
    ]) {
      expect(await one(`K1;2026-03-01;${kind};${bad};;;;;;`)).toEqual([['score', { code: 'not-a-score', min, max }]]);
    }
    for (const empty of ['', '  ']) {
      expect(await one(`K1;2026-03-01;${kind};${empty};;;;;;`)).toEqual([['score', { code: 'missing' }]]);
    }
  });

  it('of the kind CLI has three parts from 1 to 6', async () => {
    expect(await one('K1;2026-03-01;cli;;1;2;6;;;')).toMatchObject({ score: null, recommend: 1, again: 2, other: 6 });
    expect(await one('K1;2026-03-01;cli;;0;2;6;;;')).toEqual([['recommend', { code: 'not-a-score', min: 1, max: 6 }]]);
    expect(await one('K1;2026-03-01;cli;;1;7;6;;;')).toEqual([['again', { code: 'not-a-score', min: 1, max: 6 }]]);
    expect(await one('K1;2026-03-01;cli;;1;2;;;;')).toEqual([['other', { code: 'missing' }]]);
  });

  it.each([
    ['K1;;nps;9;;;;;;', 'date', { code: 'missing' }],
    ['K1;2026-03-01;;9;;;;;;', 'kind', { code: 'missing' }],
    ['K1;2026-03-01;haiku;9;;;;;;', 'kind', { code: 'unknown-kind' }],
    ['K1;2026-03-01;remark;;;;;;;', 'comment', { code: 'missing' }],
    ['K1;2026-03-01;remark;9;;;;words;;', 'score', { code: 'not-for-kind', kind: 'remark' }],
    ['K1;2026-03-01;nps;9;1;;;;;', 'recommend', { code: 'not-for-kind', kind: 'nps' }],
    ['K1;2026-03-01;cli;9;1;1;1;;;', 'score', { code: 'not-for-kind', kind: 'cli' }],
    ['4,57E+11;2026-03-01;nps;9;;;;;;', 'customer', { code: 'id-lost' }],
  ])('is refused for one fault: %s', async (line, column, reason) => {
    expect(await one(line)).toEqual([[column, reason]]);
  });

  it.each([
    ['K1;2026-03-01;nps;9;;;;;;maybe', { public: false }, 'left-out public not-yes-or-no'],
    [`K1;2026-03-01;nps;9;;;;;${'x'.repeat(201)};`, { source: null }, 'left-out source too-long'],
    ['NULL;2026-03-01;nps;9;;;;;;', { customer: null }, 'left-out customer no-id'],
    ['0;2026-03-01;nps;9;;;;;;', { customer: null }, 'left-out customer no-id'],
    [`K1;2026-03-01;nps;9;;;;${'x'.repeat(10_001)};;`, { comment: `${'x'.repeat(9_999)}…` }, 'mended comment too-long'],
    ['K1;2026-03-01;nps;9;;;;a\u0000b;;', { comment: 'a b' }, 'mended comment control-character'],
    ['Anna@Example.com;2026-03-01;nps;9;;;;;;', { customer: 'anna@example.com' }, 'folded customer read-as'],
  ])('counts for one cell that cannot be kept, and that is told: %s', async (line, kept, told) => {
    const result = await importGood('feedback', `${header}${line}\n`);
    expect(result.rows).toMatchObject([{ score: 9, ...kept }]);
    expect(result.told).toEqual([`2 ${told}`]);
  });

  it('understands yes and no in three languages', async () => {
    for (const yes of ['ja', 'Yes', 'TRUE', '1', 'x', 'offentlig']) {
      expect(await one(`K1;2026-03-01;review;5;;;;;;${yes}`)).toMatchObject({ public: true });
    }
    for (const no of ['nej', 'Nei', 'no', 'false', '0', '']) {
      expect(await one(`K1;2026-03-01;review;5;;;;;;${no}`)).toMatchObject({ public: false });
    }
  });

  it('has its kind from a column, from the header of the score or from whoever hands it over', async () => {
    expect((await importGood('feedback', 'kunde;dato;NPS\nK1;2026-03-01;9\n')).rows[0]?.kind).toBe('nps');
    expect((await importGood('feedback', 'kunde;dato;Stjerner\nK1;2026-03-01;4\n')).rows[0]?.kind).toBe('review');
    const given = await importGood('feedback', 'kunde;dato;svar\nK1;2026-03-01;4\n', { feedbackKind: 'csat' });
    expect(given.rows[0]?.kind).toBe('csat');
    expect(await importFile('feedback', 'kunde;dato;svar\nK1;2026-03-01;4\n')).toMatchObject({
      code: 'columns',
      missing: ['kind'],
    });
  });

  it('of a customer is known by what was said but for its words, not by whether it is public, and by its count', async () => {
    const lines = [
      'K1;2026-03-01;nps;9;;;;good;mail;no',
      'K1;2026-03-01;nps;9;;;;good;mail;yes',
      'K1;2026-03-01;nps;9;;;;bad;mail;no',
      'K2;2026-03-01;nps;9;;;;good;mail;no',
      ';2026-03-01;nps;9;;;;good;mail;no',
      'K1;2026-03-01;nps;8;;;;good;mail;no',
      'K1;2026-03-02;nps;9;;;;good;mail;no',
      'K1;2026-03-01;nps;9;;;;good;shop;no',
    ];
    const { rows } = await importGood('feedback', header + lines.join('\n'));
    const [first, second, edited, ...others] = rows.map(({ answerId }) => answerId);
    expect([second, edited]).toEqual([first?.replace(/:1$/, ':2'), first?.replace(/:1$/, ':3')]);
    expect(new Set(others).size).toBe(5);
    expect(others.every((key) => key.endsWith(':1') && key !== first)).toBe(true);
    expect(toIsoDay(rows[6]?.day ?? 0)).toBe('2026-03-02');
  });
});
