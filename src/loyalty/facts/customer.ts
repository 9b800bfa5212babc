import type { Day } from '../time/period.ts';
import { wholeCharacters } from './kept-cells.ts';

/** A customer as it came in. Null says nothing: what is known of it stays. */
export interface NewCustomer {
  /** The customer's own number in the company's systems. */
  readonly customer: string;
  readonly name: string | null;
  readonly email: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** The acquisition day. */
  readonly sinceDay: Day | null;
  /** What winning the customer cost, in minor units. */
  readonly costMinor: number | null;
  readonly costCurrency: string | null;
  /** How the customer was won: a campaign, a channel, a fair. */
  readonly source: string | null;
  /** How many years the relationship is expected to last. */
  readonly relationshipYears: number | null;
  /** The segments that the customer belongs to, all of them; empty: none. */
  readonly segments: readonly string[] | null;
  /** The own number of the customer who recommended this one. */
  readonly recommendedBy: string | null;
  /** What the recommender was paid for this customer, in minor units. */
  readonly rewardMinor: number | null;
  readonly rewardCurrency: string | null;
}

/** By what a customer is known: the own number or, where there is none, the address in small letters. Null: by neither. */
export function knownBy(number: string | null, email: string | null): string | null {
  return number ?? email?.toLowerCase() ?? null;
}

/** Years of a relationship, as they are kept: to a millionth, which is half a minute. */
export function toYears(years: number): number {
  return Math.round(years * 1_000_000) / 1_000_000;
}

/** Years as whole hundredths, and the millionths that are left: 2.333 is 233 and 3 000. */
export function yearParts(years: number): { readonly hundredths: number; readonly millionths: number } {
  const all = Math.round(years * 1_000_000);
  return { hundredths: Math.floor(all / 10_000), millionths: all % 10_000 };
}

/** An amount times years, from its products with both parts of them. */
export function timesYears(timesHundredths: number, timesMillionths: number): number {
  return timesHundredths / 100 + timesMillionths / 1_000_000;
}

/**
 * The words by which a customer is found: folded to plain lower case, so that "Sørensen" answers to "sorensen" and
 * "soerensen", "Østergård" to "Østergaard" too.
 */
export function searchWords(...texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of foldText(text ?? '')
      .replaceAll('aa', 'a')
      .replaceAll('oe', 'o')
      .split(/[^\p{L}\p{N}@._+-]+/u)) {
      if (word.length > 0) words.add(wholeCharacters(word.slice(0, 100)));
    }
  }
  return [...words];
}

/** Lower case, without marks; æ, ø and å become ae, o and a. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** "Astrid Holm" → "A. H."; for channels in which full names do not belong. */
export function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
}
