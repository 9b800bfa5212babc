import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { foldHeader } from './fold-header.ts';

export function toFeedbackKind(text: string): AnswerKind | null {
  return kinds.get(text) ?? kinds.get(foldHeader(text)) ?? null;
}

/** Yes or no in three languages, true/false, 1/0, x for yes; null for anything else. Empty is the caller's to judge. */
export function toBoolean(text: string): boolean | null {
  return answers.get(foldHeader(text)) ?? null;
}

/** Whether a recommendation won somebody; null for a word that says neither. */
export function toWon(text: string): boolean | null {
  return outcomes.get(foldHeader(text)) ?? toBoolean(text);
}

function wordList<T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(lists.flatMap(([value, words]) => words.split(',').map((word) => [foldHeader(word), value] as const)));
}

const kinds = wordList<AnswerKind>([
  [
    'nps',
    'nps, net promoter score, net promoter, likelihood to recommend, anbefaling, anbefalingsvillighed, anbefalingsvilje',
  ],
  ['csat', 'csat, customer satisfaction, satisfaction, tilfredshed, tilfredshet, kundetilfredshed, kundetilfredshet'],
  [
    'cli',
    'cli, customer loyalty index, loyalty index, loyalitet, lojalitet, kundeloyalitet, kundelojalitet, loyalitetsindeks, lojalitetsindeks',
  ],
  [
    'review',
    'review, reviews, rating, 5star, five star, star rating, stars, anmeldelse, anmeldelser, omtale, omtaler, kundeomtale, produktomtale, kundeanmeldelse, stjerner',
  ],
  ['remark', 'remark, remarks, comment, comments, note, feedback, message, complaint, praise, suggestion'],
  [
    'remark',
    'bemærkning, bemærkninger, merknad, merknader, kommentar, kommentarer, besked, melding, klage, ros, ris, forslag, notat',
  ],
  ['remark', 'tilbagemelding, tilbakemelding, henvendelse, reklamation, reklamasjon'],
]);

const answers = wordList<boolean>([
  [
    true,
    'yes, y, true, t, 1, x, on, ja, j, sand, sandt, sann, sant, public, published, offentlig, offentligt, synlig, publiceret, publisert',
  ],
  [
    false,
    'no, n, false, f, 0, off, nej, nei, falsk, usand, usann, private, privat, hidden, skjult, intern, internal, ikke offentlig',
  ],
]);

const outcomes = wordList<boolean>([
  [true, 'won, win, successful, success, converted, became customer, accepted, closed won'],
  [true, 'vundet, vunnet, vandt, blev kunde, ble kunde, hvervet, vervet, lykkedes, lyktes'],
  [false, 'lost, loss, failed, unsuccessful, declined, rejected, no sale, closed lost'],
  [false, 'tabt, tapt, mistet, mislykkedes, mislyktes, afslået, avslått, blev ikke kunde, ble ikke kunde'],
]);
