import { UserError } from '../errors.ts';
import { keptWindows } from '../loyalty/counts/stays.ts';
import { cutAt } from '../loyalty/time/calendar.ts';
import { type Day, dayFromIso, type Window, windowBefore } from '../loyalty/time/period.ts';
import { saidPeriod } from './calendar-words.ts';
import type { Asking } from './command.ts';

const defaultWindowDays = 90;

/**
 * The window that was asked for: a number of days that end on the as-of day, 90 where nothing was said, or a month,
 * quarter or year, which ends there too while it is running.
 *
 * @throws UserError for words that say no window, and for what lies wholly ahead
 */
export function askedWindow({ asOf, windowDays }: Asking, words: readonly string[]): Window {
  const said = saidWindow(words.join(' '), asOf);
  return windowDays === null ? said : windowBefore(asOf, windowDays);
}

function saidWindow(typed: string, asOf: Day): Window {
  if (typed === '') return windowBefore(asOf, defaultWindowDays);
  const days = keptWindows.find((kept) => typed.replace(dayWord, '') === String(kept));
  if (days !== undefined) return windowBefore(asOf, days);
  const period = saidPeriod(typed, asOf - 1) ?? saidDays(typed);
  if (!period) throw new UserError('bad-window', (locale) => notAWindow[locale](typed), { understood: false });
  const window = cutAt(asOf, period);
  if (!window) throw new UserError('window-ahead', (locale) => stillAhead[locale](typed), { understood: false });
  return window;
}

/** "2026-01-10..2026-02-20", both days in it. */
function saidDays(typed: string): Window | null {
  const [first = '', last = '', ...more] = typed.split(/ ?(?:\.\.|–) ?/);
  const [from, to] = [dayFromIso(first), dayFromIso(last)];
  return more.length === 0 && from <= to ? { from, to: to + 1 } : null;
}

const dayWord = / ?(d|days|dage|dager)$/;

const notAWindow = {
  en: (word: string) =>
    `“${word}” is not a period I know. Choose 30, 90 or 365 days, a week, month, quarter or year, or two days, the earlier first, for example \`/loyalty nps 90\`, \`/loyalty nps last month\`, \`/loyalty nps 2026-03\`, \`/loyalty nps 2026-Q1\` or \`/loyalty nps 2026-01-10..2026-02-20\`.`,
  da: (word: string) =>
    `”${word}” er ikke en periode, jeg kender. Vælg 30, 90 eller 365 dage, en uge, en måned, et kvartal eller et år, eller to datoer, den tidligste først, for eksempel \`/loyalty nps 90\`, \`/loyalty nps sidste måned\`, \`/loyalty nps 2026-03\`, \`/loyalty nps 2026-Q1\` eller \`/loyalty nps 2026-01-10..2026-02-20\`.`,
  nb: (word: string) =>
    `«${word}» er ikke en periode jeg kjenner. Velg 30, 90 eller 365 dager, en uke, en måned, et kvartal eller et år, eller to datoer, den tidligste først, for eksempel \`/loyalty nps 90\`, \`/loyalty nps forrige måned\`, \`/loyalty nps 2026-03\`, \`/loyalty nps 2026-Q1\` eller \`/loyalty nps 2026-01-10..2026-02-20\`.`,
};

const stillAhead = {
  en: (word: string) =>
    `“${word}” is still ahead, so there is nothing to count yet. Type \`month\`, \`quarter\` or \`year\` for the running one, for example \`/loyalty nps month\`.`,
  da: (word: string) =>
    `”${word}” ligger ude i fremtiden, så der er ikke noget at tælle endnu. Skriv \`måned\`, \`kvartal\` eller \`år\` for den periode, der er i gang, for eksempel \`/loyalty nps måned\`.`,
  nb: (word: string) =>
    `«${word}» ligger fram i tid, så det er ingenting å telle ennå. Skriv \`måned\`, \`kvartal\` eller \`år\` for perioden som er i gang, for eksempel \`/loyalty nps måned\`.`,
};
