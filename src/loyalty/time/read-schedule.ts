import { readTurn } from './every-second-week.ts';
import { type CronFields, parseCron } from './schedule-cron.ts';
import { type ParsedWhen, parsePhrase } from './schedule-phrase.ts';
import type { WhenRefusal } from './when-refusal.ts';

/** Knows when a cron expression comes in a time zone. Instants; null where there is none. */
export interface Timetable {
  /** The first due instant after another. */
  next(cron: string, timeZone: string, after: Date): Date | null;
  /** The last due instant before another. */
  previous(cron: string, timeZone: string, before: Date): Date | null;
}

/**
 * Reads when a digest comes: words in English, Danish or Norwegian ("Mondays and Thursdays 9:00", "hverdage kl. 8.30",
 * "1st of the month", "every quarter") or a cron expression of five fields. Without a time 9:00 is meant, "weekly" is
 * Mondays, "monthly" the 1st, "quarterly" the 1st of January, April, July and October; "every second Tuesday" is one of two
 * weeks. What could be meant differently
 * ("every 2 weeks") is refused rather than guessed, and so is more than once an hour: figures change by the day, and a
 * channel that is flooded is muted.
 */
export function parseWhen(text: string): ParsedWhen | WhenRefusal {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return { kind: 'refused', code: 'empty', typed };
  return isCron(typed) ? parseDigestCron(typed) : parsePhrase(typed);
}

export interface When {
  readonly days:
    | { readonly kind: 'every-day' }
    /** 0 Sunday … 6 Saturday, Monday first. */
    | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
    /** Days 1–31 of months 1–12. */
    | { readonly kind: 'month-days'; readonly monthDays: readonly number[]; readonly months: readonly number[] };
  /** In every second week only. */
  readonly everySecondWeek?: true;
  /** 24 of them: every hour. */
  readonly times: readonly { readonly hour: number; readonly minute: number }[];
}

/** What a cron expression says, for words; null where only the expression itself can say it. */
export function describeWhen(kept: string): When | null {
  const { cron, every } = readTurn(kept);
  const fields = parseCron(cron);
  if ('kind' in fields) return null;
  const days = describeDays(fields);
  if (!days) return null;
  const times = fields.hours.flatMap((hour) => fields.minutes.map((minute) => ({ hour, minute })));
  return times.length <= 24 ? { days, times, ...(every === 2 && { everySecondWeek: true }) } : null;
}

function describeDays({ monthDays, months, weekdays, bothDays }: CronFields): When['days'] | null {
  const [anyMonthDay, anyMonth, anyWeekday] = [monthDays.length === 31, months.length === 12, weekdays.length === 7];
  // One of two unlimited fields is enough for every day to come.
  if (anyMonth && (bothDays ? anyMonthDay && anyWeekday : anyMonthDay || anyWeekday)) return { kind: 'every-day' };
  if (!bothDays) return null;
  if (anyMonthDay && anyMonth) return { kind: 'weekdays', weekdays: mondayFirst(weekdays) };
  if (anyWeekday && !anyMonthDay) return { kind: 'month-days', monthDays, months };
  return null;
}

function mondayFirst(weekdays: readonly number[]): number[] {
  return [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
}

function isCron(typed: string): boolean {
  if (/^@|\*/.test(typed)) return true;
  const parts = typed.split(/\s+/);
  return parts.length >= 5 && parts.slice(0, 2).every((part) => /^[\d,/-]+$/.test(part));
}

function parseDigestCron(whole: string): ReturnType<typeof parseWhen> {
  const { cron: typed } = readTurn(whole);
  const fields = parseCron(typed);
  if ('kind' in fields) return fields;
  if (fields.minutes.length > 1) return { kind: 'refused', code: 'too-often', typed };
  return { kind: 'parsed', cron: whole.toUpperCase().split(/\s+/).join(' ') };
}
