import { type SameOrOthers, sameOrOthers } from '../facts/import.ts';
import { readScaleText, type Scale } from '../loyalty/facts/scale.ts';
import { dayFromIso } from '../loyalty/time/period.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** A number is days, but 1900 to 2099 a year; that and other words are for the command to understand or refuse. */
export function readWindow(text: string | undefined): {
  readonly windowDays: number | null;
  readonly windowWords: string | null;
} {
  if (text === undefined) return { windowDays: null, windowWords: null };
  if (!/^\d+$/.test(text) || /^(19|20)\d\d$/.test(text)) return { windowDays: null, windowWords: text };
  return { windowDays: wholeNumber('--window', text, 1, 36_600), windowWords: null };
}

/** @param others whether all rows of the file are others */
export function readKnownRows(text: string | undefined, others = false): SameOrOthers | null {
  const choice = chosen('--known-rows', text, sameOrOthers);
  if (!others) return choice;
  if (choice === 'same') throw usage((locale) => usageWords(locale).notBoth('--known-rows same', '--others'));
  return 'others';
}

export function readShop(text: string | undefined): string | null {
  if (text === undefined) return null;
  const shop = text.trim();
  if (shop === '' || shop.length > 60) throw usage((locale) => usageWords(locale).shop);
  return shop;
}

export function wholeNumber(option: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw usage((locale) => usageWords(locale).wholeNumber(option, text, String(least), String(most)));
  return value;
}

/** `--scale 1-10`, and `--satisfied-from 9` where another than the usual score is the least satisfied one. */
export function readScale(text: string | undefined, from: string | undefined): Scale | null {
  if (text === undefined) {
    if (from !== undefined) throw usage((locale) => usageWords(locale).satisfiedFrom);
    return null;
  }
  const scale = readScaleText(text.replace(/[–—]/, '-'));
  if (!scale || scale.satisfiedFrom !== undefined) throw usage((locale) => usageWords(locale).scale(text));
  if (from === undefined) return scale;
  if (scale.reversed) throw usage((locale) => usageWords(locale).satisfiedFrom);
  return { ...scale, satisfiedFrom: wholeNumber('--satisfied-from', from, scale.min + 1, scale.max) ?? scale.max };
}

export function day(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = dayFromIso(text);
  if (Number.isNaN(value)) throw usage((locale) => usageWords(locale).date(option, text));
  return value;
}

/** One of the words that an option takes. */
export function chosen<T extends string>(option: string, text: string | undefined, choices: readonly T[]): T | null {
  if (text === undefined) return null;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw usage((locale) => usageWords(locale).oneOf(option, text, choices.join(', ')));
  return choice;
}
