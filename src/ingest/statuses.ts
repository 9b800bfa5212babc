import type { RowReason } from '../facts/refusal.ts';
import type { OrderStatus } from '../loyalty/facts/order.ts';
import { foldHeader } from './fold-header.ts';

/** What is not one of ours, and why: the words to write instead follow from it. */
type StatusFault = Extract<RowReason, { readonly code: `status-${string}` | 'unknown-status' }>;

/**
 * The status meant by a word of an order's system. `refund` says that the money went back: right beside a negative amount
 * alone, as a refund is a row of its own.
 */
export function toStatus(text: string): OrderStatus | 'refund' | StatusFault {
  const known = statuses.get(text) ?? statuses.get(foldStatus(text));
  return known === undefined ? { code: 'unknown-status' } : typeof known === 'string' ? known : { code: known[0] };
}

/** WooCommerce's database says "wc-completed". */
function foldStatus(text: string): string {
  return foldHeader(text.replace(/^\s*wc-/i, ''));
}

type Meaning = OrderStatus | 'refund' | readonly [StatusFault['code']];

const open: Meaning = ['status-open'];
const partly: Meaning = ['status-partly'];
const unclear: Meaning = ['status-unclear'];

/**
 * The words of WooCommerce, Magento, PrestaShop, Shopify, Stripe, PayPal, Dinero, e-conomic, Tripletex and Visma as their
 * documentation names them, and of whoever writes such a column by hand. An invoice that was booked counts, paid or not: it
 * was sold. An order that waits for its payment is none yet.
 */
const lists: readonly (readonly [Meaning, string])[] = [
  [
    'completed',
    'completed, complete, done, paid, fulfilled, shipped, delivered, captured, settled, success, successful, succeeded, ok',
  ],
  [
    'completed',
    'invoiced, confirmed, finished, processed, partially shipped, partially fulfilled, processing, cleared',
  ],
  [
    'completed',
    'payment accepted, remote payment accepted, processing in progress, on backorder paid, preparation in progress, ready to ship',
  ],
  ['completed', 'booked, overpaid, overdue, not due, payment received, awaiting shipment, awaiting fulfillment'],
  ['completed', 'awaiting pickup, ready for pickup, out for delivery, in transit'],
  [
    'completed',
    'gennemført, gjennomført, fuldført, fullført, betalt, færdig, ferdig, afsluttet, avsluttet, afsendt, sendt, leveret, levert',
  ],
  [
    'completed',
    'ekspederet, ekspedert, faktureret, fakturert, bekræftet, bekreftet, lukket, afhentet, hentet, udleveret, utlevert, behandlet',
  ],
  [
    'completed',
    'bogført, bokført, overbetalt, forfalden, forfaldne, forfalt, ikke forfalden, ikke forfaldne, ikke forfalt, behandler, behandles',
  ],
  [
    'completed',
    'under behandling, betaling accepteret, betaling godkendt, betaling godkjent, betaling modtaget, betaling mottatt, klar til afhentning',
  ],
  ['completed', 'under forberedelse, forberedes, ekspederes, ekspedering, dispute won'],
  ['completed', 'klar for henting, purret, rykket, rykker sendt, purring sendt, betalingspåminnelse sendt'],

  [
    'completed',
    'sent, viewed, posted, finalized, finalised, charged, deposited, billed, fully invoiced, fully paid, paid in full, dispatched',
  ],
  [
    'completed',
    'despatched, partially delivered, partly delivered, delvist leveret, delvis levert, delvist afsendt, delvis sendt, unshipped',
  ],
  ['completed', 'won, closed won, deal won, vundet, vunnet, lukket vundet, lukket vunnet'],
  ['cancelled', 'closed lost, refused, error, fejl, feil'],

  ['cancelled', 'cancelled, canceled, cancel, void, voided, annulled, rejected, declined, denied, failed, expired'],
  ['cancelled', 'abandoned, trash, deleted, blocked, payment error, payment failed, cancelled by customer, removed'],
  [
    'cancelled',
    'annulleret, annullert, annuleret, kansellert, kanselleret, afbestilt, avbestilt, afvist, avvist, fejlet, feilet, mislykket',
  ],
  [
    'cancelled',
    'mislykkedes, mislyktes, udløbet, utløpt, slettet, makuleret, makulert, afbrudt, avbrutt, opgivet, oppgitt',
  ],
  ['cancelled', 'betalingsfejl, betalingsfeil, betaling fejlet, betaling feilet, betaling afvist, betaling avvist'],

  ['refund', 'restocked, dispute lost'],
  ['refund', 'refund, refunded, returned, return, reversed, refunderet, refundert, refusion, refusjon, returneret'],
  [
    'refund',
    'returnert, retur, kreditnota, kreditert, krediteret, credit, credited, credit note, tilbagebetalt, tilbakebetalt',
  ],
  ['refund', 'tilbageført, tilbakeført, charged back, chargeback, paypal reversed'],

  [
    open,
    'pending, pending payment, payment pending, awaiting payment, on hold, held, holded, draft, checkout draft, auto draft, open, new',
  ],
  [open, 'created, placed, in progress, payment review, suspected fraud, fraud, pending paypal, waiting authorization'],
  [
    open,
    'awaiting check payment, awaiting bank wire payment, awaiting bank wire, awaiting paypal payment, awaiting cash on delivery validation',
  ],
  [
    open,
    'on backorder not paid, on backorder unpaid, on backorder, authorized, authorised, authorization accepted, uncaptured',
  ],
  [
    open,
    'authorized to be captured by merchant, incomplete, requires payment method, requires confirmation, requires action',
  ],
  [
    open,
    'requires capture, unclaimed, uncleared, unpaid, unfulfilled, under review, not chosen, confirmation sent, scheduled',
  ],
  [
    open,
    'ready for invoicing, balanced, credit hold, pending approval, quote, offer, sent to collection, active, partially authorized',
  ],
  [
    open,
    'afventer, afventer betaling, venter, på vent, på hold, sat i venteposition, kladde, udkast, kladd, utkast, åben, åpen, ny, oprettet',
  ],
  [
    open,
    'opprettet, avventer, avventer betaling, venter på betaling, ubetalt, ikke betalt, reserveret, reservert, autoriseret',
  ],
  [
    open,
    'autorisert, i gang, under arbeid, bekreftelse sendt, klar for fakturering, klar til fakturering, tilbud, i restordre',
  ],
  [open, 'hold, pending print, pending email, reserved, cc hold, sat på hold, satt på hold, i venteposition'],
  [
    open,
    'afventer bankoverførsel, venter på bankoverføring, avventer bankoverføring, afventer overførsel, afventer check',
  ],
  [open, 'inkasso, sendt til inkasso, afventer godkendelse, til godkendelse, avventer godkjenning, til godkjenning'],

  [partly, 'partially paid, partly paid, part paid, partial payment, partial payment accepted, partially refunded'],
  [
    partly,
    'partial refund, partly refunded, partially returned, partially cancelled, partially canceled, partially invoiced',
  ],
  [
    partly,
    'delvist betalt, delvis betalt, delbetalt, delvist refunderet, delvis refunderet, delvis refundert, delvist krediteret',
  ],
  [
    partly,
    'delvis krediteret, delvis kreditert, delvist faktureret, delvis faktureret, delvis fakturert, delvist annulleret',
  ],
  [partly, 'delvis kansellert, delvist returneret, delvis returnert, delvist tilbagebetalt, delvis tilbakebetalt'],

  // Magento closes an order whose money went back, Visma.net one that was paid.
  [unclear, 'closed, disputed, canceled reversal, paypal canceled reversal'],
  // A card's payment or a manager's leave; an offer or an order; the goods or the order.
  [
    unclear,
    'approved, godkendt, godkjent, accepted, accepteret, akseptert, received, modtaget, mottatt, archived, arkiveret, arkivert',
  ],
  [unclear, 'uncollectible, bad debt, written off, afskrevet, avskrevet'],
];

const statuses: ReadonlyMap<string, Meaning> = new Map(
  lists.flatMap(([meaning, words]) => words.split(',').map((word) => [foldHeader(word), meaning] as const)),
);
