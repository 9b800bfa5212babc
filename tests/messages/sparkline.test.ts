import { expect, test } from 'vitest';
import { sparkline } from '../../src/messages/kit/sparkline.ts';

test.each([
  ['from the least to the most', [1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
  ['whatever the numbers are', [-100, 0, 100], '▁▅█'],
  ['a gap where there is no value between two', [0, null, 1, Number.NaN, 1], '▁·█·█'],
  ['no gap before the first and after the last', [null, 0, 1, null], '▁█'],
  ['flat where all are the same', [5, 5, 5], '▄▄▄'],
  ['a single value', [3], '▄'],
  ['nothing but gaps', [null, null], ''],
  ['nothing', [], ''],
])('values in one word: %s', (_, values, word) => {
  expect(sparkline(values)).toBe(word);
});
