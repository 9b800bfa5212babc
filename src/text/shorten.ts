/**
 * Cuts a text to a length without splitting what a person sees as one character.
 *
 * @param limit in UTF-16 units, the ellipsis included
 */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, cutAt(text, limit)).trimEnd()}…`;
}

/** The same for what somebody said: between two words, and how many characters (as people count them) were left out. */
export function shorten(text: string, limit: number): { readonly text: string; readonly left: number } {
  if (text.length <= limit) return { text, left: 0 };
  const space = text.slice(0, limit).search(/\s\S*$/);
  const cut = space > limit * (1 - mostGivenUp) ? space : cutAt(text, limit);
  return { text: `${text.slice(0, cut).trimEnd()}…`, left: countCharacters(text.slice(cut)) };
}

/** Cuts mrkdwn: neither within `&amp;` nor within `<@U123>`. */
export function shortenedMrkdwn(text: string, limit: number): string {
  return text.length <= limit ? text : shortened(text, limit).replace(/(&\w*|<[^>]*)…$/, '…');
}

/** Longer than any family of emoji, so that the last character looked at is whole. */
const longestKept = 64;
/** As much of a text as may be given up for a whole word. */
const mostGivenUp = 1 / 3;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cutAt(text: string, limit: number): number {
  const room = Math.max(0, limit - 1);
  // What stands before the last few characters needs no look: only the cut itself must fall between two.
  const seen = text.slice(0, room + longestKept);
  const cut = segmenter.segment(seen).containing(room)?.index ?? room;
  if (cut > 0 && room - cut <= longestKept) return cut;
  // A single endless character (a letter with a thousand accents) is cut between its code points.
  return /[\uD800-\uDBFF]/.test(text[room - 1] ?? '') ? room - 1 : room;
}

function countCharacters(text: string): number {
  // Latin letters alone stand one to a unit; the segmenter takes its time.
  if (/^[ -\u02FF\n]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
