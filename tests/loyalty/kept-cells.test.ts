import { describe, expect, test } from 'vitest';
import { charactersIn, keptCells } from '../../src/loyalty/facts/kept-cells.ts';

describe('the cells of a row that is given back', () => {
  test('are kept as they are where any column could take them', () => {
    const cells = ['K1', 'x'.repeat(10_000), ''];
    expect(keptCells(cells)).toBe(cells);
  });

  test('are cut where they are longer than anything that is taken, and not in the middle of a character', () => {
    const [cut] = keptCells([`${'x'.repeat(19_999)}😀${'x'.repeat(10)}`]);
    expect(cut).toBe(`${'x'.repeat(19_999)}[…]`);
  });

  test('hold a bounded number of characters, however many cells are long or empty', () => {
    const many = keptCells(Array.from({ length: 500_000 }, () => ''));
    expect(many).toHaveLength(1001);
    expect(many.at(-1)).toBe('[…]');
    expect(charactersIn(keptCells(Array.from({ length: 900 }, () => 'x'.repeat(50_000))))).toBeLessThan(65_000);
  });
});
