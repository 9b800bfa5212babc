import { everySecondWeek } from './every-second-week.ts';
import { type WhenWord, whenWord } from './schedule-words.ts';
import type { WhenRefusal, WhenRefusalCode } from './when-refusal.ts';

/** Reads "Mondays and Thursdays at 9:00" and its like into a cron expression of five fields. */
export function parsePhrase(typed: string): ParsedWhen | WhenRefusal {
  const words = splitWords(typed).map((word) => ({ typed: word, read: readWord(word) }));
  const parts: PhrasePart[] = [];
  for (const [index, { typed: word, read }] of words.entries()) {
    const part = read && settle(read, words[index - 1]?.read, words[index + 1]?.read);
    if (!part) return refused(/^\d{1,2}[:.]\d/.test(word) ? 'bad-time' : 'not-understood', word);
    const wrong = wrongNumber(part);
    if (wrong) return refused(wrong, word);
    parts.push(part);
  }
  const times = parts.filter((part) => part.kind === 'time');
  if (times.length > 1) return refused('several-times', typed);
  const days = cronDays(parts);
  if (typeof days === 'string') return refused(days, typed);
  const { hour, minute } = times[0] ?? { hour: 9, minute: 0 };
  const cron = `${minute} ${hour} ${days.monthDays} ${days.months} ${days.weekdays}`;
  const isSecond = parts.some(({ kind }) => kind === 'every-second');
  // "every second Tuesday of the month" is one of each month.
  if (isSecond && (days.monthDays !== '*' || days.weekdays === '*')) return refused('days-mixed', typed);
  return { kind: 'parsed', cron: isSecond ? everySecondWeek(cron) : cron };
}

/** Which of two weeks one of every second week comes in is for whoever knows when it is to begin. */
export interface ParsedWhen {
  readonly kind: 'parsed';
  readonly cron: string;
}

type Read =
  | WhenWord
  | { readonly kind: 'time'; readonly hour: number; readonly minute: number }
  /** Digits alone: a time or a day of the month, as the words beside it say. */
  | { readonly kind: 'number'; readonly value: number };

type PhrasePart = Exclude<Read, { readonly kind: 'number' | 'second' }>;

function splitWords(typed: string): string[] {
  return typed
    .toLowerCase()
    .replace(/\bo[’']clock\b/g, ' ')
    .replace(/(\d)\s*([ap])\.?m\b\.?/g, '$1$2m')
    .replace(/\bkl\.?\s*(?=\d)/g, 'kl ')
    .replace(/(\p{L}\.?)\s*[-–]\s*(?=\p{L})/gu, '$1 to ')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
}

function readWord(typed: string): Read | null {
  const [, hour, minute, half] = /^(\d{1,2})(?:[:.](\d{2}))?([ap]m)?$/.exec(typed) ?? [];
  if (hour !== undefined) {
    if (minute === undefined && half === undefined) return { kind: 'number', value: Number(hour) };
    return half === undefined
      ? { kind: 'time', hour: Number(hour), minute: Number(minute) }
      : twelveHourTime(Number(hour), Number(minute ?? 0), half);
  }
  const [, ordinal] = /^(\d{1,2})(?:st|nd|rd|th|\.)$/.exec(typed) ?? [];
  return ordinal === undefined ? whenWord(typed) : { kind: 'ordinal', day: Number(ordinal) };
}

function twelveHourTime(hour: number, minute: number, half: string): Read {
  // 13pm is no time; it is carried on as one that no clock shows.
  const shown = hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : 99;
  return { kind: 'time', hour: shown, minute };
}

/** What a word means beside its neighbours; null where that would be a guess ("every 2 weeks", "hver 3. måned"). */
function settle(read: Read, before: Read | null | undefined, after: Read | null | undefined): PhrasePart | null {
  if (read.kind === 'number') {
    if (before?.kind === 'at') return { kind: 'time', hour: read.value, minute: 0 };
    if (before?.kind === 'the' || after?.kind === 'of') return { kind: 'ordinal', day: read.value };
    if (before?.kind === 'every' || isDays(after)) return null;
    return { kind: 'time', hour: read.value, minute: 0 };
  }
  if (read.kind === 'ordinal') {
    if (before?.kind === 'at') return { kind: 'time', hour: read.day, minute: 0 };
    const counts = before?.kind === 'every' ? after?.kind !== 'of' : isDays(after) && after?.kind !== 'day';
    return counts ? null : read;
  }
  if (read.kind === 'second' || read.kind === 'every-second') {
    return isSecond(read, before, after) ? { kind: 'every-second' } : null;
  }
  if (read.kind === 'to') {
    if (before?.kind !== 'weekday' || after?.kind !== 'weekday') return null;
    return { kind: 'weekday', weekdays: weekdaysBetween(before.weekdays, after.weekdays) };
  }
  return read;
}

/** "every second Tuesday"; "every second week" leaves the day open, and "second Tuesday" the month. */
function isSecond(read: Read, before: Read | null | undefined, after: Read | null | undefined): boolean {
  return (
    (read.kind === 'every-second' || before?.kind === 'every') &&
    after?.kind === 'weekday' &&
    after.weekdays.length === 1
  );
}

function isDays(read: Read | null | undefined): boolean {
  return read?.kind === 'weekday' || read?.kind === 'day' || isSpan(read);
}

function isSpan(read: Read | null | undefined): boolean {
  return read?.kind === 'week' || read?.kind === 'month' || read?.kind === 'quarter';
}

function weekdaysBetween([from = 0]: readonly number[], [to = 0]: readonly number[]): number[] {
  const length = (to - from + 7) % 7;
  return Array.from({ length: length + 1 }, (_, index) => (from + index) % 7);
}

function wrongNumber(part: PhrasePart): WhenRefusalCode | null {
  if (part.kind === 'time') return part.hour > 23 || part.minute > 59 ? 'bad-time' : null;
  if (part.kind !== 'ordinal') return null;
  if (part.day < 1 || part.day > 31) return 'bad-day-of-month';
  return part.day > 28 ? 'not-every-month' : null;
}

/** The three fields of a cron expression that choose days, or why there is no such choice. */
function cronDays(
  parts: readonly PhrasePart[],
): { monthDays: string; months: string; weekdays: string } | WhenRefusalCode {
  const has = (kind: PhrasePart['kind']) => parts.some((part) => part.kind === kind);
  const weekdays = fieldOf(parts.flatMap((part) => (part.kind === 'weekday' ? part.weekdays : [])));
  const monthDays = fieldOf(parts.flatMap((part) => (part.kind === 'ordinal' ? [part.day] : [])));
  const dated = monthDays !== '' || has('month') || has('quarter');
  if (dated) {
    if (weekdays !== '' || has('week') || (has('day') && monthDays === '')) return 'days-mixed';
    return { monthDays: monthDays || '1', months: has('quarter') ? '1,4,7,10' : '*', weekdays: '*' };
  }
  if (has('day')) return weekdays !== '' || has('week') ? 'days-mixed' : { monthDays: '*', months: '*', weekdays: '*' };
  if (weekdays === '' && !has('week')) return 'no-day';
  return { monthDays: '*', months: '*', weekdays: weekdays || '1' };
}

function fieldOf(values: readonly number[]): string {
  const field = [...new Set(values)].sort((a, b) => a - b).join(',');
  return field === '1,2,3,4,5' ? '1-5' : field;
}

function refused(code: WhenRefusalCode, typed: string): WhenRefusal {
  return { kind: 'refused', code, typed };
}
