import { expect, test } from 'vitest';
import { foldText, initialsOf, searchWords } from '../../src/loyalty/facts/customer.ts';

test.each([
  ['Sørensen', 'sorensen'],
  ['Ærø Å', 'aero a'],
  ['Café Müller', 'cafe muller'],
  ['Weiß', 'weiss'],
  // The same name, written with combining marks.
  ['A\u030Ase', 'ase'],
])('"%s" is found as "%s"', (name, folded) => {
  expect(foldText(name)).toBe(folded);
});

test('a customer is found by each word of the name and by the address', () => {
  expect(searchWords('Smør & Kværn ApS', 'post@smoer-kvaern.example', null)).toEqual([
    'smor',
    'kvaern',
    'aps',
    'post@smor-kvaern.example',
  ]);
});

test('words come once, and nothing comes of nothing', () => {
  expect(searchWords('Ida Ida', 'ida')).toEqual(['ida']);
  expect(searchWords(null, undefined, '', ' – ')).toEqual([]);
});

test.each([
  ['Astrid Holm', 'A. H.'],
  ['  øystein  ', 'Ø.'],
  ['Sanne van den Berg', 'S. V. D. B.'],
  ['𝒜strid Holm', '𝒜. H.'],
  ['', ''],
])('of "%s" the channel sees "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
