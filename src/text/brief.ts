import type { Locale } from './define-text.ts';
import { inQuotes } from './quotes.ts';
import { shortened } from './shorten.ts';
import { oneLine } from './typed.ts';

/** As long as what a person typed may be where a sentence of ours names it. */
const limit = 60;

/** What a person or a file wrote, to be named in a sentence of ours: on one line, and cut where it is long. */
export function brief(typed: string): string {
  return shortened(oneLine(typed), limit);
}

/** The same in the quotes of a language. */
export function briefInQuotes(locale: Locale, typed: string): string {
  return inQuotes(locale, brief(typed));
}
