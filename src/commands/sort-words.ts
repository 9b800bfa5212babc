import { foldText } from '../loyalty/facts/customer.ts';
import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import type { Series } from '../loyalty/figures/series.ts';
import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { Day } from '../loyalty/time/period.ts';
import { saidDimension } from '../messages/words/said-part.ts';
import { type Condition, conditionAt, rungAt } from './condition-words.ts';
import { countryAt } from './country-words.ts';
import { byAt, type OptionName, optionAt } from './option-words.ts';
import type { SaidWindow } from './takes.ts';
import { saidWindow } from './window.ts';

/** A word, or several together, by what it says. */
export type Sorted = { readonly typed: string } & (
  | { readonly kind: 'period'; readonly period: SaidWindow }
  /** "country:DK" */
  | { readonly kind: 'part'; readonly part: Part }
  /** A rung by its name alone. */
  | { readonly kind: 'rung'; readonly rung: Rung }
  /** A country by its name alone. */
  | { readonly kind: 'country'; readonly part: Part }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'by'; readonly dimension: Dimension }
  | { readonly kind: 'trend' }
  | { readonly kind: 'step'; readonly step: Series['step'] }
  | { readonly kind: 'option'; readonly option: OptionName }
  /** "by year": what nothing is told by. */
  | { readonly kind: 'unknown-by' }
  | { readonly kind: 'unknown' }
);

/** More words than these say no period. */
const periodWords = 5;

/** Sorts words by what they say, whatever command they follow: of several that could be meant together, the most. */
export function sortWords(words: readonly string[], asOf: Day): Sorted[] {
  const all = withQuoted(words);
  const sorted: Sorted[] = [];
  for (let at = 0; at < all.length; ) {
    const lead = prepositions.has(foldText(all[at] ?? '')) ? 1 : 0;
    const period = periodAt(all, at, asOf) ?? (lead > 0 ? led(periodAt(all, at + lead, asOf)) : null);
    const option = optionAt(all, at);
    const length = Math.max(period?.length ?? 1, option?.length ?? 1);
    const typed = all.slice(at, at + length).join(' ');
    const part = partOf(all[at] ?? '');
    if (part) sorted.push({ typed: all[at] ?? '', kind: 'part', part });
    else if (period && period.length === length) sorted.push({ typed, kind: 'period', period: period.period });
    else if (option) sorted.push({ typed, ...meaningOf(option.name) });
    else {
      const other = conditionOrRung(all, at);
      sorted.push(other.said);
      at += other.length - length;
    }
    at += part ? 1 : length;
  }
  return sorted;
}

function conditionOrRung(words: readonly string[], at: number): { readonly said: Sorted; readonly length: number } {
  const condition = conditionAt(words, at);
  const rung = condition ? null : rungAt(words, at);
  const country = condition || rung ? null : countryIn(words, at);
  const by = condition || rung || country ? 0 : byAt(words, at);
  const length = condition?.length ?? rung?.length ?? country?.length ?? Math.max(by, 1);
  const typed = words.slice(at, at + length).join(' ');
  if (country)
    return { said: { typed, kind: 'country', part: { dimension: 'country', value: country.value } }, length };
  if (by > 0) return { said: { typed, kind: 'unknown-by' }, length };
  if (condition) return { said: { typed, kind: 'condition', condition: condition.condition }, length };
  return { said: rung ? { typed, kind: 'rung', rung: rung.rung } : { typed, kind: 'unknown' }, length };
}

/** "in Norway", "i marts": they say nothing by themselves, as "country" before one does not. */
const prepositions: ReadonlySet<string> = new Set(['in', 'i', 'from', 'fra']);

function led<Said extends { readonly length: number }>(said: Said | null): Said | null {
  return said && { ...said, length: said.length + 1 };
}

function countryIn(words: readonly string[], at: number) {
  const word = words[at] ?? '';
  const leads = prepositions.has(foldText(word)) || saidDimension(word) === 'country';
  return countryAt(words, at) ?? (leads ? led(countryAt(words, at + 1)) : null);
}

const quoted = /\p{L}+:["“”„«»][^"“”„«»]*["“”„«»]|\S+/gu;

/** `segment:"key accounts"` is one. */
function withQuoted(words: readonly string[]): string[] {
  return words.join(' ').match(quoted) ?? [];
}

const partPattern = /^(\p{L}+):(?:["“”„«»]([^"“”„«»]+)["“”„«»]|(.+))$/u;

function partOf(word: string): Part | null {
  const [, name = '', value, plain = ''] = partPattern.exec(word) ?? [];
  const dimension = name === '' ? null : saidDimension(name);
  return dimension && { dimension, value: value ?? plain };
}

function periodAt(words: readonly string[], at: number, asOf: Day): { period: SaidWindow; length: number } | null {
  for (let length = Math.min(periodWords, words.length - at); length > 0; length -= 1) {
    const typed = words.slice(at, at + length).join(' ');
    const window = saidWindow(typed, asOf);
    if (window) return { period: { typed, window }, length };
  }
  return null;
}

type Meaning = Sorted extends infer S ? (S extends { readonly typed: string } ? Omit<S, 'typed'> : never) : never;

function meaningOf(option: OptionName): Meaning {
  const by = dimensionOf[option];
  if (by) return { kind: 'by', dimension: by };
  const step = stepOf[option];
  if (step) return { kind: 'step', step };
  return option === 'trend' ? { kind: 'trend' } : { kind: 'option', option };
}

const dimensionOf: Readonly<Partial<Record<OptionName, Dimension>>> = {
  'by-rung': 'rung',
  'by-country': 'country',
  'by-segment': 'segment',
  'by-source': 'source',
};

const stepOf: Readonly<Partial<Record<OptionName, Series['step']>>> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
};

/** Whether two parts are the same, however they are written. */
export function isSamePart(a: Part, b: Part): boolean {
  return a.dimension === b.dimension && foldText(a.value) === foldText(b.value);
}
