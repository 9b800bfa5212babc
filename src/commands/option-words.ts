import { foldText } from '../loyalty/facts/customer.ts';
import type { Locale } from '../text/define-text.ts';

/** "pr. trin", "fordelt på trin": what Danes and Norwegians say for "by". */
function per<Word extends string>(word: Word): string[] {
  return [`pr ${word}`, `pr. ${word}`, `per ${word}`, `efter ${word}`, `etter ${word}`, `fordelt på ${word}`];
}

/** Each begins what a figure is told by. */
const byWords = ['by', 'pr', 'pr.', 'per', 'efter', 'etter', 'fordelt på'];

/** What stands after a command's word, in any of the languages. */
const optionWords = {
  'by-rung': ['by rung', 'by rungs', 'by stage', 'by stages', ...per('trin'), ...per('trinn')],
  'by-country': ['by country', 'by countries', ...per('land')],
  'by-segment': ['by segment', 'by segments', 'by tag', 'by tags', ...per('segment')],
  'by-source': ['by source', 'by sources', 'by channel', ...per('kilde')],
  trend: ['trend', 'over time', 'udvikling', 'over tid', 'utvikling'],
  weeks: [
    'weeks',
    'weekly',
    'by week',
    'week by week',
    'uge for uge',
    'uke for uke',
    'uger',
    'ugentlig',
    ...per('uge'),
    'uker',
    'ukentlig',
    ...per('uke'),
  ],
  months: [
    'months',
    'monthly',
    'by month',
    'month by month',
    'måned for måned',
    'måneder',
    'månedlig',
    ...per('måned'),
  ],
  quarters: [
    'quarters',
    'quarterly',
    'by quarter',
    'quarter by quarter',
    'kvartal for kvartal',
    'kvartaler',
    ...per('kvartal'),
  ],
  days: ['days', 'daily', 'by day', 'day by day', 'dag for dag', 'dage', 'daglig', ...per('dag'), 'dager'],
  why: ['why', 'how', 'definition', 'hvorfor', 'hvordan', 'forklar', 'definisjon'],
  mine: ['mine', 'my'],
  open: ['open', 'åbne', 'åben', 'åpne', 'åpen'],
  overdue: ['overdue', 'forfaldne', 'forfalden', 'forfalte', 'forfalt', 'sene'],
  add: ['add', 'tilføj', 'ny', 'nyt', 'legg til'],
  now: ['now', 'nu', 'nå'],
  skip: ['skip', 'skip next', 'spring over', 'hopp over'],
  pause: ['pause', 'på pause', 'sæt på pause', 'sett på pause'],
  resume: ['resume', 'genoptag', 'gjenoppta'],
  remove: ['remove', 'delete', 'fjern', 'slet', 'slett'],
  undo: ['undo', 'take back', 'fortryd', 'angre', 'tilbagefør'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
  list: ['list', 'liste', 'show', 'vis'],
  causes: ['causes', 'årsager', 'årsaker'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionName = keyof typeof optionWords;

/** Their words one by one, of those that begin alike the longest first. */
const phrases: readonly { readonly name: OptionName; readonly parts: readonly string[] }[] = Object.entries(optionWords)
  .flatMap(([name, all]) => all.map((phrase) => ({ name: name as OptionName, parts: foldText(phrase).split(' ') })))
  .sort((a, b) => b.parts.length - a.parts.length);

/** The option that words in any of the languages say from a place on, and how many words say it; null: none. */
export function optionAt(
  words: readonly string[],
  at: number,
): { readonly name: OptionName; readonly length: number } | null {
  const said = words.slice(at, at + mostWords).map(foldText);
  const found = phrases.find(({ parts }) => parts.every((part, i) => said[i] === part));
  return found ? { name: found.name, length: found.parts.length } : null;
}

/** How many words a "by" takes with what stands after it: "by year" is one thing that is asked for. 0: it is none. */
export function byAt(words: readonly string[], at: number): number {
  const said = words.slice(at, at + 2).map(foldText);
  const found = byWords
    .map((one) => foldText(one).split(' '))
    .find((parts) => parts.every((part, i) => said[i] === part));
  return found && words.length > at + found.length ? found.length + 1 : 0;
}

const mostWords = Math.max(...phrases.map(({ parts }) => parts.length));

/** Whether words begin with an option. */
export function beginsWith(words: readonly string[], option: OptionName): boolean {
  return optionAt(words, 0)?.name === option;
}

/** The words after an option with which they begin; all where they do not. */
export function withoutOption(words: readonly string[], option: OptionName): readonly string[] {
  const found = optionAt(words, 0);
  return found?.name === option ? words.slice(found.length) : words;
}

/** A word that says an option, for examples: the first of a language. */
export function optionWord(locale: Locale, option: OptionName): string {
  return shown[locale][option] ?? optionWords[option][0];
}

/** How a development is asked for in steps of each length: "by week". */
export function stepWords(locale: Locale): readonly string[] {
  return steps[locale];
}

const steps: Readonly<Record<Locale, readonly string[]>> = {
  en: ['by day', 'by week', 'by month', 'by quarter'],
  da: ['pr. dag', 'pr. uge', 'pr. måned', 'pr. kvartal'],
  nb: ['per dag', 'per uke', 'per måned', 'per kvartal'],
};

const shown: Readonly<Record<Locale, Readonly<Partial<Record<OptionName, string>>>>> = {
  en: {},
  da: {
    'by-rung': 'pr. trin',
    'by-country': 'pr. land',
    'by-segment': 'pr. segment',
    'by-source': 'pr. kilde',
    trend: 'udvikling',
    why: 'hvorfor',
    open: 'åbne',
    overdue: 'forfaldne',
    add: 'tilføj',
    now: 'nu',
    undo: 'fortryd',
    settings: 'indstillinger',
    causes: 'årsager',
  },
  nb: {
    'by-rung': 'per trinn',
    'by-country': 'per land',
    'by-segment': 'per segment',
    'by-source': 'per kilde',
    trend: 'utvikling',
    why: 'hvorfor',
    open: 'åpne',
    overdue: 'forfalte',
    add: 'ny',
    now: 'nå',
    undo: 'angre',
    settings: 'innstillinger',
    causes: 'årsaker',
  },
};
