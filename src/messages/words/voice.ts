import type { Voice } from '../../facts/customer.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { inQuotes } from '../../text/quotes.ts';
import { shorten } from '../../text/shorten.ts';
import { answerKindTerms, capital } from '../../text/terms.ts';
import { escapeMrkdwn, manyLines, oneLine } from '../../text/typed.ts';
import { scaleName } from '../figures/scale-words.ts';

const words = defineText({
  en: {
    stars: (score: number) => (score === 1 ? '1 star' : `${score} stars`),
    of: (score: string, most: string) => `${score} of ${most}`,
    left: (count: string) => `(${count} more characters)`,
    noWords: 'No comment',
    negative: 'marked as negative',
  },
  da: {
    stars: (score: number) => (score === 1 ? '1 stjerne' : `${score} stjerner`),
    of: (score: string, most: string) => `${score} af ${most}`,
    left: (count: string) => `(${count} tegn mere)`,
    noWords: 'Ingen kommentar',
    negative: 'markeret som negativ',
  },
  nb: {
    stars: (score: number) => (score === 1 ? '1 stjerne' : `${score} stjerner`),
    of: (score: string, most: string) => `${score} av ${most}`,
    left: (count: string) => `(${count} tegn til)`,
    noWords: 'Ingen kommentar',
    negative: 'markert som negativ',
  },
});

/** "NPS 3 of 10", "Review, 2 stars", "Loyalty index 33 of 100", "Remark, marked as negative". */
export function scoreTitle(locale: Locale, { kind, score, cliMean, negative, given }: Voice): string {
  const text = words(locale);
  const name = capital(answerKindTerms(locale)[kind]);
  if (kind === 'cli' && cliMean !== null) return `${name} ${text.of(formatNumber(locale, cliMean), '100')}`;
  if (kind === 'review' && score !== null) return `${name}, ${text.stars(score)}`;
  if (given)
    return `${name} ${text.of(formatNumber(locale, given.score), `${given.scale.max} (${scaleName(given.scale)})`)}`;
  if (score !== null && kind === 'nps') return `${name} ${text.of(formatNumber(locale, score), '10')}`;
  if (score !== null && kind === 'csat') return `${name} ${text.of(formatNumber(locale, score), '5')}`;
  return negative ? `${name}, ${text.negative}` : name;
}

/** "NPS 3", "2 stars": as short as beside a button; empty of a remark. */
export function shortScore(locale: Locale, { kind, score, cliMean, given }: Voice): string {
  const text = words(locale);
  const shown = given?.score ?? cliMean ?? score;
  if (shown === null) return '';
  if (kind === 'review' && !given) return text.stars(shown);
  return `${kind.toUpperCase()} ${formatNumber(locale, shown)}${given ? ` (${scaleName(given.scale)})` : ''}`;
}

/** "Anna Holm · NPS 3 of 10 · 21 November 2026 · webshop", with who of the customer said it. Not escaped. */
export function voiceTitle(locale: Locale, voice: Voice): string {
  const source = voice.source === null ? '' : shorten(oneLine(voice.source), 60).text;
  return [saidBy(voice), scoreTitle(locale, voice), formatDay(locale, voice.day), source]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Who of the customer said it, on one line; empty: the customer itself. Not escaped. */
export function saidBy({ respondent = null }: Voice): string {
  return respondent === null ? '' : shorten(oneLine(respondent), 60).text;
}

/**
 * What was said, for a quote; null where nothing was. Not escaped: for plain text and rich text.
 *
 * @param limit characters of a long comment that are kept
 */
export function commentOf(locale: Locale, { comment }: Voice, limit: number): string | null {
  const said = comment === null ? '' : manyLines(comment);
  if (said === '') return null;
  const { text, left } = shorten(said, limit);
  return left === 0 ? text : `${text} ${words(locale).left(formatNumber(locale, left))}`;
}

/** What was said on one line, escaped, for a message's top-level text; empty where nothing was. */
export function escapedComment(locale: Locale, { comment }: Voice, limit: number): string {
  const said = comment === null ? '' : shorten(oneLine(comment), limit).text;
  return said === '' ? '' : inQuotes(locale, escapeMrkdwn(said));
}
