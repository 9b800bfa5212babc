import { briefInQuotes } from '../../text/brief.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { fileWords } from './file-refusal-words.ts';

const mostListed = 12;

/** What a file says by these names, the first of them. */
export function namesListed(names: readonly string[], locale: Locale): string {
  if (names.length === 0) return fileWords(locale).none;
  const quoted = names.map((name) => briefInQuotes(locale, name));
  return formatSome(locale, quoted, mostListed);
}
