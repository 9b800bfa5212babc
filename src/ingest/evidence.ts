import { type DateOrder, readDate } from './dates.ts';
import { type NumberStyle, readNumber } from './numbers.ts';
import type { FileRefusal, LocaleChoice, Place } from './refusal.ts';

/** What a column's values say about two ways of reading it, A and B. */
export interface Evidence {
  /** A value that can only be read as A. */
  provesA: Place | null;
  provesB: Place | null;
  /** A value that can be read both ways, with what it would mean. */
  open: { readonly place: Place; readonly readings: readonly [a: string, b: string] } | null;
}

/** Collects evidence from the values of one column. */
export interface Survey {
  readonly evidence: Evidence;
  see(line: number, value: string): void;
}

/** A is the decimal comma, B the decimal point. */
export function surveyNumbers(column: string): Survey {
  return createSurvey(column, 'comma', (value) => readNumber(value, null));
}

/** A has the day first, B the month. */
export function surveyDates(column: string): Survey {
  return createSurvey(column, 'day-first', (value) => readDate(value, null));
}

export function settleNumbers(evidence: Evidence, locale: LocaleChoice | null): NumberStyle | FileRefusal {
  const declared = locale && (locale === 'en' ? 'B' : 'A');
  const settled = settle(evidence, declared, locale);
  if (settled === 'ambiguous' && evidence.open) {
    return { code: 'ambiguous-numbers', place: evidence.open.place, readings: evidence.open.readings };
  }
  if (settled === 'mixed' && evidence.provesA && evidence.provesB) {
    return { code: 'mixed-numbers', first: evidence.provesA, second: evidence.provesB };
  }
  return typeof settled === 'object' ? settled : settled === 'B' ? 'point' : 'comma';
}

/** English puts the month first, as in the United States; Danish and Norwegian put the day first. */
export function settleDates(evidence: Evidence, locale: LocaleChoice | null): DateOrder | FileRefusal {
  const declared = locale && (locale === 'en' ? 'B' : 'A');
  const settled = settle(evidence, declared, locale);
  if (settled === 'ambiguous' && evidence.open) {
    return { code: 'ambiguous-dates', place: evidence.open.place, readings: evidence.open.readings };
  }
  if (settled === 'mixed' && evidence.provesA && evidence.provesB) {
    return { code: 'mixed-dates', first: evidence.provesA, second: evidence.provesB };
  }
  return typeof settled === 'object' ? settled : settled === 'B' ? 'month-first' : 'day-first';
}

/**
 * One file has one way of writing. What it proves counts; the locale settles what it leaves open. Refused: nothing
 * proven and no locale; both ways proven, unless a locale is given and no value hangs on it; a locale against the proof
 * where values hang on it, as a wrong guess would be off by a factor of a thousand or by months.
 */
function settle(
  { provesA, provesB, open }: Evidence,
  declared: 'A' | 'B' | null,
  locale: LocaleChoice | null,
): 'A' | 'B' | 'ambiguous' | 'mixed' | FileRefusal {
  if (provesA && provesB) return declared && !open ? declared : 'mixed';
  const proven = provesA ? 'A' : provesB ? 'B' : null;
  if (!proven) return declared ?? (open ? 'ambiguous' : 'A');
  const proof = provesA ?? provesB;
  if (declared && locale && declared !== proven && open && proof) {
    return { code: 'locale-differs', locale, proof, place: open.place };
  }
  return proven;
}

type Reading =
  | { readonly proves: string | null }
  | { readonly readings: readonly [string, string] }
  | { readonly code: string };

function createSurvey(column: string, a: string, read: (value: string) => Reading): Survey {
  const evidence: Evidence = { provesA: null, provesB: null, open: null };
  return {
    evidence,
    see(line, value) {
      const reading = read(value);
      if ('readings' in reading) {
        evidence.open ??= { place: { line, column, value: value.trim() }, readings: reading.readings };
      } else if ('proves' in reading && reading.proves !== null) {
        const place = reading.proves === a ? evidence.provesA : evidence.provesB;
        if (place) return;
        const proof = { line, column, value: value.trim() };
        if (reading.proves === a) evidence.provesA = proof;
        else evidence.provesB = proof;
      }
    },
  };
}
