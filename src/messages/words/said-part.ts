import { foldText } from '../../loyalty/facts/customer.ts';
import type { Dimension, Part } from '../../loyalty/figures/figure.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import { locales } from '../../text/define-text.ts';
import { rungTerms } from '../../text/terms.ts';

const dimensionWords: Readonly<Record<Dimension, readonly string[]>> = {
  rung: ['rung', 'stage', 'trin', 'trinn'],
  country: ['country', 'land'],
  segment: ['segment', 'tag'],
  source: ['source', 'kilde'],
};

/** What a word tells figures apart by, in any of the languages; null for another word. */
export function saidDimension(word: string): Dimension | null {
  const folded = foldText(word);
  const entries = Object.entries(dimensionWords) as [Dimension, readonly string[]][];
  return entries.find(([, words]) => words.includes(folded))?.[0] ?? null;
}

/** Letters of a part's name. */
const longest = 100;

/** "country DK", "trin ambassadør", "segment cafés": one part of the customers; null where the words say none. */
export function saidPart(words: readonly string[]): Part | null {
  const [first = '', ...rest] = words;
  const dimension = saidDimension(first);
  const value = rest.join(' ').trim();
  if (dimension === null || value === '' || value.length > longest) return null;
  if (dimension === 'country') return { dimension, value: value.toUpperCase() };
  if (dimension !== 'rung') return { dimension, value };
  const folded = foldText(value);
  const rung = rungs.find((name) => {
    const terms = locales.flatMap((locale) => Object.values(rungTerms(locale)[name]));
    return [name, ...terms].some((term) => foldText(term) === folded);
  });
  return rung ? { dimension, value: rung } : null;
}
