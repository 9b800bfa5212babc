import { expect, test } from 'vitest';
import { toReport } from '../../src/loyalty/figures/report.ts';
import { tellingFirst } from '../../src/loyalty/figures/telling-parts.ts';

const [now, before] = [
  { from: 90, to: 180 },
  { from: 0, to: 90 },
];

/** NPS of promoters, passives and detractors, in this window and in the one before. */
function part(value: string, counts: readonly number[], countsBefore: readonly number[] = counts) {
  return { value, report: toReport('nps', [now, counts], [before, countsBefore]) };
}

const total = part('', [500, 300, 200]).report;
const named = (parts: readonly ReturnType<typeof part>[]) => tellingFirst(parts, total).map(({ value }) => value);

test('parts that changed beyond chance come first, then those that are not as the total, then the largest', () => {
  const asAll = part('as all', [250, 150, 100]);
  const apart = part('apart', [20, 30, 150]);
  const changed = part('changed', [50, 30, 20], [10, 30, 60]);
  const small = part('small', [5, 3, 2]);
  expect(named([asAll, apart, changed, small])).toEqual(['changed', 'apart', 'as all', 'small']);
});

test('a handful of answers stands out by nothing', () => {
  expect(named([part('larger', [250, 150, 100]), part('four', [0, 0, 4], [4, 0, 0])])).toEqual(['larger', 'four']);
});
