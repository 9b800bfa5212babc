const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const marks = /\p{Cc}\[\d+m/gu;
/** Nothing is seen of these by themselves. */
const unseen = /^[\p{Cf}\p{Cc}\p{M}]+$/u;
/** These take the place of two letters in a terminal. */
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/u;

/** How many columns of a terminal a line takes. */
export function widthOf(line: string): number {
  const text = line.replace(marks, '');
  // Latin letters alone stand one to a column; the segmenter takes its time.
  if (/^[ -\u02FF]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += unseen.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
  return width;
}

/** A text of so many columns, with blanks where it is shorter. */
export function padded(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'right' ? blanks + text : text + blanks;
}

/**
 * A line in as many as it needs, broken between its words; a word that is longer than a line is broken within.
 *
 * @param hang with how many blanks all but the first begin
 */
export function wrapped(line: string, columns: number | null, hang = 0): string[] {
  if (columns === null || widthOf(line) <= columns) return [line];
  const indent = ' '.repeat(Math.min(hang, Math.floor(columns / 2)));
  const done: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer =
      current === '' && done.length === 0 && word === '' ? ' ' : current === '' ? word : `${current} ${word}`;
    if (current === '' || widthOf(longer) <= columns) current = longer;
    else {
      done.push(current.trimEnd());
      current = indent + word;
    }
    while (widthOf(current) > columns) {
      const [fits, rest] = cutAt(current, columns);
      done.push(fits);
      current = indent + rest;
    }
  }
  return [...done, current.trimEnd()];
}

/** What of a text fits, one character at the least, and the rest. */
function cutAt(text: string, columns: number): [string, string] {
  let fits = '';
  for (const { segment } of segmenter.segment(text)) {
    if (fits.trim() !== '' && widthOf(fits + segment) > columns) break;
    fits += segment;
  }
  return [fits, text.slice(fits.length)];
}
