import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { OrderStatus } from '../loyalty/facts/order.ts';
import { foldHeader } from './fold-header.ts';

/** The status meant by a word; null for one that is neither done nor called off (pending, refunded), or not known. */
export function toStatus(text: string): OrderStatus | null {
  return statuses.get(text) ?? statuses.get(foldHeader(text)) ?? null;
}

/** "Refunded" and its like: only right beside a negative amount, as a refund is a row of its own. */
export function isRefundWord(text: string): boolean {
  return refunds.has(foldHeader(text));
}

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

const statuses = wordList<OrderStatus>([
  [
    'completed',
    'completed, complete, done, paid, closed, fulfilled, shipped, delivered, captured, settled, success, succeeded, ok',
  ],
  ['completed', 'invoiced, confirmed, finished, processed, partially shipped, partially fulfilled'],
  [
    'completed',
    'gennemført, gjennomført, fuldført, fullført, betalt, færdig, ferdig, afsluttet, avsluttet, afsendt, sendt, leveret, levert',
  ],
  [
    'completed',
    'ekspederet, ekspedert, faktureret, fakturert, bekræftet, bekreftet, lukket, afhentet, hentet, udleveret, utlevert, behandlet',
  ],
  ['cancelled', 'cancelled, canceled, cancel, void, voided, annulled, rejected, declined, failed, expired, abandoned'],
  [
    'cancelled',
    'annulleret, annullert, annuleret, kansellert, kanselleret, afbestilt, avbestilt, afvist, avvist, fejlet, feilet, mislykket',
  ],
  ['cancelled', 'mislykkedes, udløbet, utløpt, slettet, afbrudt, avbrutt, opgivet, oppgitt'],
]);

const refunds = new Set(
  'refund,refunded,returned,return,refunderet,refundert,refusion,refusjon,returneret,returnert,retur,kreditnota,kreditert,krediteret,credit,credited,credit note'
    .split(',')
    .map(foldHeader),
);

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
    'review, reviews, rating, stars, anmeldelse, anmeldelser, omtale, omtaler, kundeomtale, produktomtale, kundeanmeldelse, stjerner',
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
