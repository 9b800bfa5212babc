import type { FileCell, FileRefusal } from '../facts/refusal.ts';
import type { Locale } from '../text/define-text.ts';
import { type DateOrder, readDate } from './dates.ts';
import { type NumberStyle, readNumber } from './numbers.ts';

/** What a column's values say about two ways of reading it, A and B. */
export interface Evidence {
  /** A value that can only be read as A. */
  provesA: FileCell | null;
  provesB: FileCell | null;
  /** A value that can be read both ways, with what it would mean. */
  open: { readonly place: FileCell; readonly readings: readonly [a: string, b: string] } | null;
}

/** Collects evidence from the values of the columns that are written in one way. */
export interface ColumnSurvey {
  readonly evidence: Evidence;
  see(line: number, column: string, value: string): void;
}

/** A is the decimal comma, B the decimal point. */
export function surveyNumbers(): ColumnSurvey {
  return createSurvey('comma', (value) => readNumber(value, null));
}

/** A has the day first, B the month. */
export function surveyDates(): ColumnSurvey {
  return createSurvey('day-first', (value) => readDate(value, null));
}

/** The number style of a file, or why none can be told. */
export function settleNumbers(evidence: Evidence, locale: Locale | null): NumberStyle | FileRefusal {
  const settled = settle(evidence, locale);
  if (settled === 'A') return 'comma';
  if (settled === 'B') return 'point';
  return toRefusal(settled, evidence, locale, { open: 'ambiguous-numbers', mixed: 'mixed-numbers' });
}

/**
 * The date order of a file, or why none can be told. English puts the month first, as in the United States, unless the
 * file proves that the day comes first, as in Britain. Danish and Norwegian put the day first.
 */
export function settleDates(evidence: Evidence, locale: Locale | null): DateOrder | FileRefusal {
  const isBritish = locale === 'en' && evidence.provesA !== null && evidence.provesB === null;
  const settled = isBritish ? 'A' : settle(evidence, locale);
  if (settled === 'A') return 'day-first';
  if (settled === 'B') return 'month-first';
  return toRefusal(settled, evidence, locale, { open: 'ambiguous-dates', mixed: 'mixed-dates' });
}

/**
 * One file has one way of writing. What it proves counts; the locale settles what it leaves open. Refused: nothing
 * proven and no locale; both ways proven, unless a locale is given and no value hangs on it; a locale against the proof
 * where values hang on it, as a wrong guess would be off by a factor of a thousand or by months.
 */
function settle({ provesA, provesB, open }: Evidence, locale: Locale | null): 'A' | 'B' | 'open' | 'mixed' | 'differs' {
  const declared = locale && (locale === 'en' ? 'B' : 'A');
  if (provesA && provesB) return declared && !open ? declared : 'mixed';
  const proven = provesA ? 'A' : provesB ? 'B' : null;
  if (!proven) return declared ?? (open ? 'open' : 'A');
  return declared && declared !== proven && open ? 'differs' : proven;
}

function toRefusal(
  settled: 'open' | 'mixed' | 'differs',
  { provesA, provesB, open }: Evidence,
  locale: Locale | null,
  codes: {
    readonly open: 'ambiguous-numbers' | 'ambiguous-dates';
    readonly mixed: 'mixed-numbers' | 'mixed-dates';
  },
): FileRefusal {
  const proof = provesA ?? provesB;
  if (settled === 'mixed' && provesA && provesB) return { code: codes.mixed, first: provesA, second: provesB };
  if (settled === 'differs' && locale && proof && open)
    return { code: 'locale-differs', locale, proof, place: open.place };
  if (settled === 'open' && open) return { code: codes.open, place: open.place, readings: open.readings };
  throw new Error(`Nothing in the evidence speaks for "${settled}"`);
}

type Reading =
  | { readonly proves: string | null }
  | { readonly readings: readonly [string, string] }
  | { readonly code: string };

function createSurvey(a: string, read: (value: string) => Reading): ColumnSurvey {
  const evidence: Evidence = { provesA: null, provesB: null, open: null };
  return {
    evidence,
    see(line, column, value) {
      const reading = read(value);
      if ('readings' in reading) {
        evidence.open ??= { place: { line, column, value: value.trim() }, readings: reading.readings };
      } else if ('proves' in reading && reading.proves !== null) {
        const proof = reading.proves === a ? 'provesA' : 'provesB';
        evidence[proof] ??= { line, column, value: value.trim() };
      }
    },
  };
}
