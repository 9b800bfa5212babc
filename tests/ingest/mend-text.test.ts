import { expect, it } from 'vitest';
import { mendText } from '../../src/ingest/mend-text.ts';

it.each([
  ['M&uuml;ller', 'Müller'],
  ['O&#39;Neill', "O'Neill"],
  ['&#xC5;se', 'Åse'],
  ['A &amp; B', 'A & B'],
  ['SÃ¸ren', 'Søren'],
  ['Ã…se Ã˜degÃ¥rd', 'Åse Ødegård'],
  ['JÃ¸rgen &amp; SÃ¸n', 'Jørgen & Søn'],
])('%s is %s', (written, meant) => {
  expect(mendText(written)).toBe(meant);
});

it.each([
  'Søren',
  'R&D',
  'A&B;',
  '&nothing;',
  '&#9999999;',
  '&#xD800;',
  'SÃO',
  'Ã',
  'Â 1',
  'ÃÃ¸Ł',
  '株式会社',
  'K-1',
  '',
])('%s stays as it is', (written) => {
  expect(mendText(written)).toBe(written);
});
