import { validateBlocks } from '@loyalty-ladder/sandbox/block-kit';
import { expect, test } from 'vitest';
import { type Column, table } from '../../src/messages/kit/table.ts';

const columns: readonly Column[] = [
  { head: 'Name', kind: 'words' },
  { head: 'Count', kind: 'number' },
];

test.each([
  ['a few rows', columns, 3, 'x', 0],
  ['as many rows as a table holds', columns, 99, 'x', 0],
  ['one row more than that', columns, 100, 'x', 1],
  ['many more rows', columns, 1000, 'x', 901],
  ['rows of long words', columns, 99, 'æ & <ø>'.repeat(40), 82],
  ['words that nobody reads to the end', columns, 5, 'x'.repeat(50_000), 0],
  [
    'more columns than a table has',
    Array.from({ length: 30 }, (_, i): Column => ({ head: `c${i}`, kind: 'number' })),
    5,
    '',
    0,
  ],
] as const)(
  'a table of %s stays within the limits and tells how many rows it left out',
  (_, heads, count, cell, left) => {
    const drawn = table(
      heads,
      Array.from({ length: count }, () => heads.map(() => cell)),
    );
    expect(validateBlocks([drawn.block], 'message')).toEqual([]);
    expect(drawn.left).toBe(left);
    expect(drawn.block.rows).toHaveLength(count - left + 1);
  },
);

test('an empty cell has a dash, as Slack takes no empty ones', () => {
  const { block } = table(columns, [['Anna', '']]);
  expect(block.rows[1]).toEqual([
    { type: 'raw_text', text: 'Anna' },
    { type: 'raw_text', text: '–' },
  ]);
});
