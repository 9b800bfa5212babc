import { describe, expect, it } from 'vitest';
import type { ImportNote } from '../../src/facts/import-note.ts';
import { addNotes } from '../../src/flows/imports/gather-notes.ts';

const leftOut = (column: string, line: number, value: string, count = 1): ImportNote => ({
  code: 'left-out',
  column,
  count,
  first: { line, value, reason: { code: 'unknown-country' } },
});
const notRead: ImportNote = { code: 'not-read', headers: ['Shoe size'] };

describe('what was found in rows', () => {
  it('is counted per column, with the first place, beside what was found before', () => {
    const rows = [
      { line: 2 },
      { line: 3, notes: [leftOut('country', 3, 'FRA')] },
      { line: 4, notes: [leftOut('country', 4, 'ITA'), leftOut('language', 4, 'x')] },
    ];
    expect(addNotes([notRead, leftOut('country', 9, 'ESP', 5)], rows)).toEqual([
      notRead,
      leftOut('country', 3, 'FRA', 7),
      leftOut('language', 4, 'x'),
    ]);
  });

  it('is counted apart for each reason, so that none goes unsaid', () => {
    const tooLong: ImportNote = {
      code: 'left-out',
      column: 'country',
      count: 1,
      first: { line: 5, value: 'x', reason: { code: 'too-long', limit: 300 } },
    };
    const rows = [
      { line: 3, notes: [leftOut('country', 3, 'FRA')] },
      { line: 5, notes: [tooLong] },
      { line: 6, notes: [leftOut('country', 6, 'ITA')] },
    ];
    expect(addNotes([], rows)).toEqual([leftOut('country', 3, 'FRA', 2), tooLong]);
  });

  it('is not told of rows that did not come in', () => {
    const rows = [
      { line: 3, notes: [leftOut('country', 3, 'FRA')] },
      { line: 4, notes: [leftOut('country', 4, 'ITA')] },
    ];
    expect(addNotes([], rows, [{ line: 3 }])).toEqual([leftOut('country', 4, 'ITA')]);
  });
});
