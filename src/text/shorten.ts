/**
 * Cuts a text to a length without splitting what a person sees as one character.
 *
 * @param limit in UTF-16 units, the ellipsis included
 * @returns the text and how many characters (as people count them) were left out
 */
export function shorten(text: string, limit: number): { readonly text: string; readonly left: number } {
  if (text.length <= limit) return { text, left: 0 };
  const room = Math.max(0, limit - 1);
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(0, room + longestKept))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  // A single endless character (a letter with a thousand accents) is cut between its code points.
  if (end === 0) end = /[\uD800-\uDBFF]/.test(text[room - 1] ?? '') ? room - 1 : room;
  return { text: `${text.slice(0, end).trimEnd()}…`, left: countCharacters(text.slice(end)) };
}

/** The text of `shorten` alone. */
export function shortened(text: string, limit: number): string {
  return shorten(text, limit).text;
}

/** Longer than any family of emoji, so that the last character looked at is whole. */
const longestKept = 64;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
