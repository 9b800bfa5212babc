/** A score as a cell has it. */
export interface WrittenScore {
  readonly score: number;
  /** What it is of: 10 in "9/10". */
  readonly base: number | null;
  readonly isPercent: boolean;
}

/** "9", "9.0" as spreadsheets leave it, "4.5", "9/10", "9 out of 10", "80 %", "★★★★☆", "5 - Very satisfied"; null for anything else. */
export function readScoreCell(text: string): WrittenScore | null {
  const stars = inStars.exec(text);
  if (stars) return { score: countOf(stars[1]), base: stars[2] ? countOf(text) : null, isPercent: false };
  const worded = withWords.exec(text)?.[1];
  if (worded !== undefined) return { score: Number(worded), base: null, isPercent: false };
  const [, digits, percent, base] = written.exec(text) ?? [];
  if (digits === undefined) return null;
  return {
    score: Number(digits.replace(',', '.')),
    base: base === undefined ? null : Number(base),
    isPercent: percent !== undefined,
  };
}

const inStars = /^((?:[★⭐]\ufe0f?){1,10})(☆{0,9})$/u;

/** How many signs there are, whatever says how they look. */
function countOf(signs = ''): number {
  return [...signs.replace(/\ufe0f/g, '')].length;
}

/** A score with what it means, as surveys put it out. */
const withWords = /^(\d{1,2}) ?(?:[-–—=:]|\() ?\p{L}[^\d]{1,80}$/u;
const written =
  /^(\d{1,3}(?:[.,]\d{1,6})?) ?(%)?(?: ?(?:\/|(?:out of|of|ud af|af|ut av|av|von)(?= )) ?(\d{1,3}))?(?: (?:stars?|stjerner?|points?|poeng))?$/i;
