import { describe, expect, it } from 'vitest';
import { countedScore } from '../../src/loyalty/facts/scale.ts';
import { importFile, importGood } from './files.ts';

const file = (header: string, scores: readonly (number | string)[]) =>
  `customer,date,${header}\n${scores.map((score, i) => `c${i + 1},2026-03-01,${score}\n`).join('')}`;
const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const times = (count: number, ...scores: number[]) =>
  scores.flatMap((score) => Array.from({ length: count }, () => score));

describe('a file whose scores are on another scale than their kind', () => {
  it.each([
    ['NPS (1-10)', oneToTen, {}, 'header'],
    ['NPS (1–10)', times(2, 8, 9, 10), {}, 'header'],
    ['NPS (1 til 5)', [3, 4, 5], {}, 'header'],
    ['NPS', oneToTen, {}, 'no-zero'],
    ['NPS', times(3, 1, 9, 10), {}, 'no-zero'],
    ['NPS', times(5, 2, 3, 4, 5), {}, 'short'],
    ['NPS', [55, 90, 100], {}, 'outside'],
    ['CSAT', oneToTen, {}, 'outside'],
    ['CSAT', times(40, 3, 4, 5).concat([8, 8, 8]), {}, 'outside'],
    ['score', ['4/10', '5/10'], { feedbackKind: 'csat' }, 'outside'],
    ['Stjerner', [2, 8, 9], {}, 'outside'],
    ['NPS', [3, 4, 5, 5, 2], {}, 'short'],
    ['NPS', times(2, 2, 4, 5, 6, 7), {}, 'short'],
    ['NPS', [9, 10, 100], {}, 'outside'],
    ['NPS', ['9', '80 %', '10'], {}, 'outside'],
    ['CSAT', [4, 5, 7], {}, 'outside'],
    ['CSAT', ['4/5', '9 out of 10'], {}, 'outside'],
    ['CSAT', ['60 %', '80 %', '100 %'], {}, 'outside'],
    ['Stjerner', ['4.5', '3.5', '5'], {}, 'halves'],
    ['Rating (out of 7)', [4, 5], { feedbackKind: 'csat' }, 'header'],
    ['CSAT (1 = meget tilfreds, 5 = meget utilfreds)', [1, 2, 1], {}, 'reversed'],
    ['NPS (0 = meget sandsynligt)', [0, 2, 1], {}, 'reversed'],
    ['CSAT', ['1 - Meget tilfreds', '5 - Meget utilfreds'], {}, 'reversed'],
  ] as const)('is refused before its first row: %s', async (header, scores, options, because) => {
    expect(await importFile('feedback', file(header, scores), options)).toMatchObject({ code: 'other-scale', because });
  });

  it.each([
    ['NPS', [0, ...oneToTen]],
    ['NPS (0-10)', oneToTen],
    ['NPS', [1, 9, 10]],
    ['NPS', [3, 4, 5, 2]],
    ['CSAT', ['4/5', '5 of 5', '3 out of 5', '4 stars']],
    ['CSAT', ['5 - Meget tilfreds', '1 (meget utilfreds)', '3 = Hverken eller']],
    ['NPS (0 = very unlikely, 10 = very likely)', [0, 2, 1]],
    ['NPS', times(5, 2, 3, 4, 5, 8)],
    ['CSAT (1-5)', [1, 5]],
  ])('is not seen where the scores may be on their own: %s %s', async (header, scores) => {
    const { refused } = await importGood('feedback', file(header, scores));
    expect(refused).toEqual([]);
  });

  it.each([[[3, 4, 55]], [[...times(40, 3, 4, 5), 55]]])('is not made of one slip', async (scores) => {
    const { refused } = await importGood('feedback', file('CSAT', scores));
    expect(refused).toMatchObject([{ column: 'score', value: '55', reason: { code: 'not-a-score', min: 1, max: 5 } }]);
  });

  it('comes in on the scale that a person names, with what was given', async () => {
    const { rows } = await importGood('feedback', file('NPS (1-10)', oneToTen), { scale: { min: 1, max: 10 } });
    expect(rows.map(({ score, given, scale }) => [score, given, scale])).toEqual(
      oneToTen.map((score) => [score, score, '1-10']),
    );
  });

  it('keeps its own scale where a person says that it is that', async () => {
    const { rows } = await importGood('feedback', file('NPS', oneToTen), { scale: { min: 0, max: 10 } });
    expect(rows[0]).toMatchObject({ score: 1 });
    expect(rows[0]).not.toHaveProperty('scale');
    const { refused } = await importGood('feedback', file('CSAT', oneToTen), { scale: { min: 1, max: 5 } });
    expect(refused.map(({ value }) => value)).toEqual(['6', '7', '8', '9', '10']);
  });

  it('counts as satisfied from 8 of 10 and 6 of 7 on, or from the score that is named', async () => {
    const satisfied = async (scores: number[], scale: { min: number; max: number; satisfiedFrom?: number }) => {
      const { rows } = await importGood('feedback', file('CSAT', scores), { scale });
      return rows.flatMap(({ score, given }) => ((score ?? 0) >= 4 ? [given] : []));
    };
    expect(await satisfied(oneToTen, { min: 1, max: 10 })).toEqual([8, 9, 10]);
    expect(await satisfied([1, 2, 3, 4, 5, 6, 7], { min: 1, max: 7 })).toEqual([6, 7]);
    expect(await satisfied(oneToTen, { min: 1, max: 10, satisfiedFrom: 9 })).toEqual([9, 10]);
  });

  it('counts 1 as the best where somebody says so, and keeps what was given', async () => {
    const turned = file('CSAT (1=best)', [1, 2, 3, 4, 5]);
    const { rows } = await importGood('feedback', turned, { scale: { min: 1, max: 5, reversed: true } });
    expect(rows.map(({ score, given, scale }) => [score, given, scale])).toEqual(
      [1, 2, 3, 4, 5].map((given) => [6 - given, given, '5-1']),
    );
    const own = await importGood('feedback', turned, { scale: { min: 1, max: 5 } });
    expect(own.rows.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has three lines of names where Qualtrics wrote it, and times of the zone that the third names', async () => {
    const csv = [
      'StartDate,EndDate,ResponseId,Q1',
      'Start Date,End Date,Response ID,How satisfied are you? (1 = very dissatisfied - 5 = very satisfied)',
      '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"',
      '2026-03-01 20:00:00,2026-03-01 20:05:00,R_1,5',
    ].join('\n');
    const { rows, refused } = await importGood('feedback', csv, {
      feedbackKind: 'csat',
      columns: ['', 'date', 'response_id', 'score'],
    });
    expect(refused).toEqual([]);
    expect(rows).toMatchObject([{ score: 5, at: Date.UTC(2026, 2, 2, 3, 5) }]);
  });

  it('is refused where 6 is said to be the best part of a loyalty index', async () => {
    const csv = 'customer,date,recommend (6 = definitely),again,other\na,2026-03-01,6,6,5\n';
    expect(await importFile('feedback', csv, { feedbackKind: 'cli' })).toMatchObject({
      because: 'reversed',
      known: [],
    });
  });

  it('is doubted for what stands above its header, too', async () => {
    const csv = `1 = bedst, 5 = dårligst;;\n${file('CSAT', [1, 2]).replaceAll(',', ';')}`;
    expect(await importFile('feedback', csv)).toMatchObject({ code: 'other-scale', because: 'reversed' });
  });

  it('is refused where its kind cannot be counted on the named scale', async () => {
    expect(await importFile('feedback', file('NPS', [1, 2]), { scale: { min: 1, max: 7 } })).toMatchObject({
      code: 'scale-not-for-kind',
      kind: 'nps',
    });
  });

  it('shows how often each score was given', async () => {
    const { plan } = await importGood('feedback', file('NPS', [9, 10, 9, 0]));
    expect(plan.notes).toEqual([
      {
        code: 'scores',
        kind: 'nps',
        scale: { min: 0, max: 10 },
        scores: [
          [0, 1],
          [9, 2],
          [10, 1],
        ],
      },
    ]);
  });
});

it('as many scores at the lower end are negative as are satisfied at the upper one', () => {
  const counted = oneToTen.map((given) => countedScore(given, { min: 1, max: 10, satisfiedFrom: 8 }));
  expect(counted).toEqual([1, 1, 2, 3, 3, 3, 3, 4, 5, 5]);
});
