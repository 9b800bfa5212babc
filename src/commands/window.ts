import { UserError } from '../errors.ts';
import { type Window, windowBefore } from '../loyalty/period.ts';
import { keptWindows } from '../loyalty/standing.ts';
import type { Asking } from './command.ts';

export const defaultWindowDays = 90;

/** The window that was asked for, ending on the as-of day; 90 days where none was. */
export function askedWindow({ asOf, windowDays }: Asking, words: readonly string[]): Window {
  const typed = words.join(' ');
  const days =
    typed === '' ? defaultWindowDays : keptWindows.find((kept) => typed.replace(dayWord, '') === String(kept));
  if (days === undefined) throw new UserError('bad-window', (locale) => notAWindow[locale](typed));
  return windowBefore(asOf, windowDays ?? days);
}

const dayWord = / ?(d|days|dage|dager)$/;

const notAWindow = {
  en: (word: string) => `“${word}” is not a period I know. Choose 30, 90 or 365 days, for example \`/loyalty nps 90\`.`,
  da: (word: string) =>
    `”${word}” er ikke en periode, jeg kender. Vælg 30, 90 eller 365 dage, for eksempel \`/loyalty nps 90\`.`,
  nb: (word: string) =>
    `«${word}» er ikke en periode jeg kjenner. Velg 30, 90 eller 365 dager, for eksempel \`/loyalty nps 90\`.`,
};
