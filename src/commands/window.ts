import { UserError } from '../errors.ts';
import { keptWindows } from '../loyalty/counts/stays.ts';
import { cutAt } from '../loyalty/time/calendar.ts';
import { type Day, dayFromIso, type Window, windowBefore } from '../loyalty/time/period.ts';
import { longestPeriod, saidPeriod } from './calendar-words.ts';
import type { Asking } from './command.ts';
import type { SaidWindow } from './takes.ts';

const defaultWindowDays = 90;

/** The days that words in any of the languages name: "90", "7 dage", "sidste måned", "2026-01-10..2026-02-20"; null: none. */
export function saidWindow(typed: string, asOf: Day): Window | null {
  if (typed.length > longestPeriod) return null;
  const [, number = '', unit = ''] = inDays.exec(typed.replace(newestDays, '')) ?? [];
  const days = Number(number);
  // A number alone may say anything; those that are kept are periods everywhere.
  if (days > 0 && days <= mostDays && (unit !== '' || keptWindows.some((kept) => kept === days)))
    return windowBefore(asOf, days);
  return saidPeriod(typed, asOf - 1) ?? saidDays(typed);
}

/**
 * The window that was asked for: a number of days that end on the as-of day, 90 where nothing was said, or a week, month,
 * quarter or year, which ends there too while it is running.
 *
 * @throws UserError for what lies wholly ahead
 */
export function windowOf(asking: Asking, said: SaidWindow | null): Window {
  return givenWindow(asking, said) ?? windowBefore(asking.asOf, defaultWindowDays);
}

/** The same; null where nothing was said. */
export function givenWindow({ asOf, windowDays }: Asking, said: SaidWindow | null): Window | null {
  if (windowDays !== null) return windowBefore(asOf, windowDays);
  if (said === null) return null;
  const window = cutAt(asOf, said.window);
  if (!window) throw new UserError('window-ahead', (locale) => stillAhead[locale](said.typed), { understood: false });
  return window;
}

/** "2026-01-10..2026-02-20", both days in it. */
function saidDays(typed: string): Window | null {
  const [first = '', last = '', ...more] = typed.split(/ ?(?:\.\.|–) ?/);
  const [from, to] = [dayFromIso(first), dayFromIso(last)];
  return more.length === 0 && from <= to ? { from, to: to + 1 } : null;
}

/** A hundred years. */
const mostDays = 36_600;
const inDays = /^(\d{1,5}) ?(d|days?|dage|dagene|dager|dag)?$/i;
/** "the last 30 days": those that end today, as "30 days" are. */
const newestDays = /^(?:(?:the|de) )?(?:last|past|latest|sidste|seneste|siste) (?=\d+ ?\p{L}+$)/iu;

const stillAhead = {
  en: (word: string) =>
    `“${word}” is still ahead, so there is nothing to count yet. Type \`month\`, \`quarter\` or \`year\` for the running one, for example \`/loyalty nps month\`.`,
  da: (word: string) =>
    `”${word}” ligger ude i fremtiden, så der er ikke noget at tælle endnu. Skriv \`måned\`, \`kvartal\` eller \`år\` for den periode, der er i gang, for eksempel \`/loyalty nps måned\`.`,
  nb: (word: string) =>
    `«${word}» ligger fram i tid, så det er ingenting å telle ennå. Skriv \`måned\`, \`kvartal\` eller \`år\` for perioden som er i gang, for eksempel \`/loyalty nps måned\`.`,
};
