/** "pr. trin", "fordelt på trin": what Danes and Norwegians say for "by". */
function per<Word extends string>(word: Word): string[] {
  return [`pr ${word}`, `pr. ${word}`, `per ${word}`, `efter ${word}`, `etter ${word}`, `fordelt på ${word}`];
}

/** What stands after a command's word, in any of the languages. */
const optionWords = {
  'by-rung': ['by rung', 'by rungs', 'by stage', 'by stages', ...per('trin'), ...per('trinn')],
  'by-country': ['by country', 'by countries', ...per('land')],
  'by-segment': ['by segment', 'by segments', 'by tag', 'by tags', ...per('segment')],
  'by-source': ['by source', 'by sources', 'by channel', ...per('kilde')],
  trend: ['trend', 'over time', 'udvikling', 'over tid', 'utvikling'],
  weeks: ['weeks', 'weekly', 'by week', 'uger', 'ugentlig', ...per('uge'), 'uker', 'ukentlig', ...per('uke')],
  months: ['months', 'monthly', 'by month', 'måneder', 'månedlig', ...per('måned')],
  quarters: ['quarters', 'quarterly', 'by quarter', 'kvartaler', ...per('kvartal')],
  days: ['days', 'daily', 'by day', 'dage', 'daglig', ...per('dag'), 'dager'],
  why: ['why', 'how', 'definition', 'hvorfor', 'hvordan', 'forklar', 'definisjon'],
  mine: ['mine', 'my'],
  open: ['open', 'åbne', 'åben', 'åpne', 'åpen'],
  overdue: ['overdue', 'forfaldne', 'forfalden', 'forfalte', 'forfalt', 'sene'],
  add: ['add', 'tilføj', 'ny', 'nyt', 'legg til'],
  now: ['now', 'nu', 'nå'],
  remove: ['remove', 'delete', 'fjern', 'slet', 'slett'],
  undo: ['undo', 'take back', 'fortryd', 'angre', 'tilbagefør'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionName = keyof typeof optionWords;

/** Their words one by one. */
const optionParts: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(optionWords).map(([option, phrases]) => [option, phrases.map((phrase) => phrase.split(' '))]),
);

/** Whether an option was typed, in any of the languages. */
export function hasOption(words: readonly string[], option: OptionName): boolean {
  return placeOf(words, option) !== null;
}

/** The words without those that say an option. */
export function withoutOption(words: readonly string[], option: OptionName): string[] {
  const place = placeOf(words, option);
  return place ? words.filter((_, i) => i < place.from || i >= place.to) : [...words];
}

function placeOf(words: readonly string[], option: OptionName): { readonly from: number; readonly to: number } | null {
  if (words.length === 0) return null;
  for (const parts of optionParts.get(option) ?? []) {
    const from = words.findIndex((_, i) => parts.every((part, n) => words[i + n]?.toLowerCase() === part));
    if (from >= 0) return { from, to: from + parts.length };
  }
  return null;
}
