import type { CronField, WhenRefusal } from './when-refusal.ts';

/** The five fields of a cron expression, each as the values it allows, ascending. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** 1–31. */
  readonly monthDays: readonly number[];
  /** 1–12. */
  readonly months: readonly number[];
  /** 0 Sunday … 6 Saturday. */
  readonly weekdays: readonly number[];
  /**
   * Whether a day must satisfy both the day of the month and the weekday. As in Vixie cron one of the two is enough,
   * unless one of them begins with an asterisk.
   */
  readonly bothDays: boolean;
}

/**
 * Reads a cron expression of five fields as Vixie cron does: lists, ranges, steps of a range or of `*`, names of months
 * and weekdays, 7 as Sunday. Seconds, nicknames such as @weekly and the marks of other dialects (`?`, `L`, `W`, `#`) are
 * refused, as is what never comes (31 February).
 */
export function parseCron(text: string): CronFields | WhenRefusal {
  const typed = text.trim();
  if (typed.startsWith('@')) return { kind: 'refused', code: 'cron-nickname', typed };
  const parts = typed.toLowerCase().split(/\s+/);
  if (parts.length === 6) return { kind: 'refused', code: 'cron-seconds', typed };
  if (parts.length !== 5) return { kind: 'refused', code: 'cron-fields', typed };

  const values: number[][] = [];
  for (const [index, rule] of fieldRules.entries()) {
    const part = parts[index] ?? '';
    const allowed = fieldValues(part, rule);
    if (!allowed) return { kind: 'refused', code: 'cron-field', field: rule.field, typed: part };
    values.push(allowed);
  }
  const [minutes = [], hours = [], monthDays = [], months = [], weekdays = []] = values;
  const bothDays = parts[2]?.startsWith('*') === true || parts[4]?.startsWith('*') === true;
  const fields: CronFields = { minutes, hours, monthDays, months, weekdays, bothDays };
  return everComes(fields) ? fields : { kind: 'refused', code: 'never', typed };
}

interface FieldRule {
  readonly field: CronField;
  readonly least: number;
  readonly most: number;
  /** How many different values there are. */
  readonly size: number;
  readonly names: readonly string[];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const fieldRules: readonly FieldRule[] = [
  { field: 'minute', least: 0, most: 59, size: 60, names: [] },
  { field: 'hour', least: 0, most: 23, size: 24, names: [] },
  { field: 'day', least: 1, most: 31, size: 31, names: [] },
  { field: 'month', least: 1, most: 12, size: 12, names: monthNames },
  { field: 'weekday', least: 0, most: 7, size: 7, names: weekdayNames },
];

function fieldValues(part: string, rule: FieldRule): number[] | null {
  const found = new Set<number>();
  for (const item of part.split(',')) {
    const range = itemRange(item, rule);
    if (!range) return null;
    for (let value = range.from; value <= range.to; value += range.step) {
      found.add(rule.field === 'weekday' ? value % 7 : value);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function itemRange(item: string, rule: FieldRule): { from: number; to: number; step: number } | null {
  const match = /^(\*|[a-z]+|\d{1,2})(?:-([a-z]+|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(item);
  if (!match) return null;
  const [, first = '', last, stepText] = match;
  const star = first === '*';
  // A step needs a range to step through: "5/15" means different things to different readers of cron.
  if (star ? last !== undefined : last === undefined && stepText !== undefined) return null;
  const from = star ? rule.least : fieldValue(first, rule);
  // Sunday is 0 and 7; an asterisk means it once.
  const to = star ? (rule.field === 'weekday' ? 6 : rule.most) : last === undefined ? from : fieldValue(last, rule);
  const step = stepText === undefined ? 1 : Number(stepText);
  if (from === null || to === null || to < from || step < 1 || step > rule.size) return null;
  return { from, to, step };
}

function fieldValue(text: string, { least, most, names }: FieldRule): number | null {
  const named = names.indexOf(text);
  if (named >= 0) return named + least;
  if (!/^\d+$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Each weekday meets each date of the calendar, 29 February too, within 40 years: only the date can be impossible. */
function everComes({ monthDays, months, weekdays, bothDays }: CronFields): boolean {
  if (!bothDays && weekdays.length > 0) return true;
  return months.some((month) => monthDays.some((day) => day <= (longestMonths[month - 1] ?? 0)));
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
