import { describe, expect, test } from 'vitest';
import { type AnswerKind, cliMean, isNegative } from '../../src/loyalty/facts/answer.ts';

const nothing = { score: null, recommend: null, again: null, other: null, markedNegative: null };
const scored = (kind: AnswerKind, score: number) => ({ ...nothing, kind, score });
const cli = (recommend: number | null, again: number | null, other: number | null) => ({
  ...nothing,
  kind: 'cli' as const,
  recommend,
  again,
  other,
});

describe('negative feedback', () => {
  test.each([
    ['nps', 0, true],
    ['nps', 6, true],
    ['nps', 7, false],
    ['nps', 10, false],
    ['csat', 1, true],
    ['csat', 2, true],
    ['csat', 3, false],
    ['review', 1, true],
    ['review', 2, true],
    ['review', 3, false],
  ] as const)('%s %d: %s', (kind, score, negative) => {
    expect(isNegative(scored(kind, score))).toBe(negative);
  });

  test.each([
    [[4, 4, 4], false],
    [[4, 4, 5], true],
    [[6, 6, 6], true],
    [[1, 5, 6], false],
  ] as const)('a CLI answer of %s (mean below 40): %s', ([recommend, again, other], negative) => {
    expect(isNegative(cli(recommend, again, other))).toBe(negative);
  });

  test('an incomplete CLI answer is not negative of itself', () => {
    expect(isNegative(cli(6, 6, null))).toBe(false);
  });

  test('a remark is negative only where a person marks it so', () => {
    expect(isNegative({ ...nothing, kind: 'remark' })).toBe(false);
    expect(isNegative({ ...nothing, kind: 'remark', markedNegative: true })).toBe(true);
  });

  test('a person has the last word over the score', () => {
    expect(isNegative({ ...scored('nps', 9), markedNegative: true })).toBe(true);
    expect(isNegative({ ...scored('nps', 2), markedNegative: false })).toBe(false);
  });
});

test.each([
  [[1, 1, 1], 100],
  [[6, 6, 6], 0],
  [[1, 2, 3], 80],
  [[2, 2, 6], 160 / 3],
] as const)('a CLI answer of %s has the mean %d', ([recommend, again, other], mean) => {
  expect(cliMean({ recommend, again, other })).toBeCloseTo(mean, 12);
});

test.each([
  [null, 1, 1],
  [1, null, 1],
  [1, 1, null],
])('a CLI answer of %s, %s, %s is incomplete', (recommend, again, other) => {
  expect(cliMean({ recommend, again, other })).toBeNull();
});
