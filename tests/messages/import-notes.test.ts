import { expect, it } from 'vitest';
import type { ImportNote } from '../../src/facts/import-note.ts';
import type { RowReason } from '../../src/facts/refusal.ts';
import { noteBlocks } from '../../src/messages/imports/import-notes.ts';
import { locales } from '../../src/text/define-text.ts';

it.each(locales)(
  'what was done with cells is told in sentences, with how many and the first place: %s',
  async (locale) => {
    const texts = cells.map((note) => JSON.stringify(noteBlocks([note], locale)));
    expect(texts.filter((text) => /undefined|\[object/.test(text))).toEqual([]);
    await expect(`${texts.join('\n')}\n`).toMatchFileSnapshot(`golden/${locale}/import-notes-cells.txt`);
  },
);

const noted = (
  code: 'left-out' | 'mended' | 'folded' | 'ahead',
  column: string,
  value: string,
  reason: RowReason,
  count = 1_234,
): ImportNote => ({ code, column, count, first: { line: 1_040, value, reason } });

const cells = [
  noted('left-out', 'country', 'Channel Islands', { code: 'unknown-country' }),
  noted('left-out', 'customer', 'NULL', { code: 'no-id' }),
  noted('left-out', 'email', 'NULL', { code: 'says-nothing' }, 1),
  noted('mended', 'comment', 'g\ufffdd', { code: 'bad-encoding' }),
  noted('mended', 'comment', 'long', { code: 'too-long', limit: 10_000 }),
  noted('ahead', 'date', '2026-12-24', { code: 'in-future' }, 3),
  noted('folded', 'customer', 'Anna@Example.com', { code: 'read-as', text: 'anna@example.com' }),
];
