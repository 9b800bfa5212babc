import type { Rung, RungReason } from '../../loyalty/ladder/rung-rules.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital, rungTerms } from '../../text/terms.ts';

const words = defineText({
  en: {
    unknown: 'not on the ladder',
    new: 'new',
    known: 'new on the list',
    'first-order': 'first order',
    'repeat-order': 'ordered again',
    lapsed: 'no order for too long',
    recommends: 'recommends you',
    'newest-answer': 'newest NPS answer',
    pinned: 'set by hand',
    'pin-ended': 'no longer set by hand',
  },
  da: {
    unknown: 'ikke på stigen',
    new: 'ny',
    known: 'ny på listen',
    'first-order': 'første ordre',
    'repeat-order': 'har bestilt igen',
    lapsed: 'ingen ordre i lang tid',
    recommends: 'anbefaler jer',
    'newest-answer': 'nyeste NPS-svar',
    pinned: 'sat manuelt',
    'pin-ended': 'ikke længere sat manuelt',
  },
  nb: {
    unknown: 'ikke på stigen',
    new: 'ny',
    known: 'ny på listen',
    'first-order': 'første ordre',
    'repeat-order': 'har bestilt igjen',
    lapsed: 'ingen ordre på lenge',
    recommends: 'anbefaler dere',
    'newest-answer': 'nyeste NPS-svar',
    pinned: 'satt manuelt',
    'pin-ended': 'ikke lenger satt manuelt',
  },
});

/** "repeat customer"; null: "not on the ladder". */
export function rungName(locale: Locale, rung: Rung | null): string {
  return rung ? rungTerms(locale)[rung].one : words(locale).unknown;
}

/** "Repeat customer", for the start of a line. */
export function rungTitle(locale: Locale, rung: Rung | null): string {
  return capital(rungName(locale, rung));
}

/** "customer → repeat customer"; from null: "new → prospect". */
export function stepWords(locale: Locale, from: Rung | null, to: Rung): string {
  return `${from ? rungName(locale, from) : words(locale).new} → ${rungName(locale, to)}`;
}

/** Why a rung began, in a word or two. */
export function reasonWords(locale: Locale, reason: RungReason): string {
  return words(locale)[reason];
}
