/** A day as its parts say it. */
export type DateParts =
  | { readonly year: number; readonly month: number; readonly day: number }
  /** Day and month in an order that the writing does not tell. */
  | { readonly year: number; readonly first: number; readonly second: number };

export type DatePart =
  | {
      readonly parts: DateParts;
      /** How much of the text the date takes. */
      readonly length: number;
      /** The day of the week that is named, from Monday, 0; null for none. */
      readonly weekday: number | null;
    }
  | { readonly code: 'not-a-date' | 'two-digit-year' };

/**
 * With the year where others have it, for dates as the C library writes them: "Mar 2 14:05:00 CET 2026" is "Mar 2 2026
 * 14:05:00 CET".
 */
export function yearBeforeTime(text: string): string {
  return text.replace(/(\p{L}{3} \d{1,2}) (\d{1,2}:\d{2}:\d{2}(?: [A-Z]{1,5}(?:[+-]\d{1,4})?)?) (\d{4})$/u, '$1 $3 $2');
}

/** The date at the start of a text, whose blanks are single ones. */
export function readDatePart(text: string): DatePart {
  const [named = '', word = ''] = weekdayInFront.exec(text) ?? [];
  const weekday = named === '' ? undefined : weekdays.get(fold(word));
  // "Mar 2, 2026" begins with a word, too, and "den 2. marts" with another.
  const before = weekday === undefined ? (/^den (?=\d)/i.exec(text)?.[0] ?? '') : named;
  const part = readBare(text.slice(before.length));
  return 'code' in part ? part : { ...part, length: part.length + before.length, weekday: weekday ?? null };
}

/** A month without a day, which is the whole text; null for anything else. */
export function readMonthPart(text: string): { readonly year: number; readonly month: number } | null {
  const yearly = /^(\d{4})[-/. ]?M?(\d{1,2})$/.exec(text);
  if (yearly && text.length > 5) return { year: Number(yearly[1]), month: Number(yearly[2]) };
  const monthly = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthly) return { year: Number(monthly[2]), month: Number(monthly[1]) };
  const [, name, year] = /^(\p{L}{3,9})\.?[-/ ](\d{4})$/u.exec(text) ?? [];
  const [, yearFirst, nameLast] = /^(\d{4})[-/ ](\p{L}{3,9})\.?$/u.exec(text) ?? [];
  const month = months.get(fold(name ?? nameLast ?? ''));
  return month === undefined ? null : { year: Number(year ?? yearFirst), month };
}

const notADate = { code: 'not-a-date' } as const;
const twoDigitYear = { code: 'two-digit-year' } as const;

/** "mandag den ", "Mon, ", "Monday the ": whether the word is a day of the week is to be seen. */
const weekdayInFront = /^(\p{L}{2,9})\.?,? (?:(?:den|the|d\.) )?/iu;
const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)/;
const yearLast = /^(\d{1,2})(\. ?|[/-])(\d{1,2})(\. ?|[/ -])(\d{4}|\d{2})(?!\d)/;
const dayName = /^(\d{1,2})(?:\.|st|nd|rd|th)?(?: of)?[ -]?(\p{L}{3,9})\.?,?[ -](\d{4}|\d{2})(?![\d:])/u;
const nameDay = /^(\p{L}{3,9})\.? (\d{1,2})(?:\.|st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const yearName = /^(\d{4})[- ](\p{L}{3,9})\.?[- ](\d{1,2})(?!\d)/u;

type BarePart = { readonly parts: DateParts; readonly length: number } | Extract<DatePart, { code: unknown }>;

function readBare(text: string): BarePart {
  const iso = yearFirst.exec(text);
  if (iso) {
    const [whole, year, , month, day, month2, day2] = iso;
    const parts = { year: Number(year), month: Number(month ?? month2), day: Number(day ?? day2) };
    return { parts, length: whole.length };
  }
  const local = yearLast.exec(text);
  return local ? readLocal(local) : readNamed(text);
}

function readLocal([whole, first = '', before = '', second = '', after = '', year = '']: RegExpExecArray): BarePart {
  if (year.length === 2) return twoDigitYear;
  const numbers = { year: Number(year), first: Number(first), second: Number(second) };
  if (before.trim() === after.trim() && before.trim() !== '.') return { parts: numbers, length: whole.length };
  if (before.trim() !== after.trim() && before !== '/') return notADate;
  // Points, and the Danish 1/3-2026, always put the day first.
  return { parts: { year: numbers.year, month: numbers.second, day: numbers.first }, length: whole.length };
}

function readNamed(text: string): BarePart {
  const [whole, day, name, year] =
    dayName.exec(text) ?? inOrder(nameDay.exec(text), [2, 1, 3]) ?? inOrder(yearName.exec(text), [3, 2, 1]) ?? [];
  const month = months.get(fold(name ?? ''));
  if (!whole || !month) return notADate;
  if (year?.length === 2) return twoDigitYear;
  return { parts: { year: Number(year), month, day: Number(day) }, length: whole.length };
}

/** A match with day, name and year in this order behind the whole. */
function inOrder(match: RegExpExecArray | null, places: readonly number[]): readonly string[] | null {
  return match && [match[0], ...places.map((place) => match[place] ?? '')];
}

function fold(word: string): string {
  return word.toLowerCase().normalize('NFC');
}

const months = numbered(
  [
    'jan january januar',
    'feb february februar',
    'mar march marts mars',
    'apr april',
    'may maj mai',
    'jun june juni',
    'jul july juli',
    'aug august',
    'sep sept september',
    'oct october okt oktober',
    'nov november',
    'dec december des desember',
  ],
  1,
);

const weekdays = numbered(
  [
    'mon monday man mandag ma',
    'tue tues tuesday tir tirs tirsdag ti',
    'wed weds wednesday ons onsdag on',
    'thu thur thurs thursday tor tors torsdag to',
    'fri friday fre fredag fr',
    'sat saturday lør lørdag lø',
    'sun sunday søn søndag sø',
  ],
  0,
);

function numbered(lists: readonly string[], from: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((words, index) => words.split(' ').map((word) => [word, index + from] as const)));
}
