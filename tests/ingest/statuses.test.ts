import { describe, expect, test } from 'vitest';
import { toStatus } from '../../src/ingest/statuses.ts';

const meaning = (word: string) => {
  const status = toStatus(word);
  return typeof status === 'string' ? status : status.code;
};

describe('the statuses of shops and books, as their documentation and translations name them', () => {
  test.each([
    [
      'WooCommerce',
      'completed',
      'wc-completed, Completed, Processing, Gennemført, Behandler, Fullført, Under behandling',
    ],
    [
      'WooCommerce',
      'status-open',
      'Pending payment, On hold, Draft, Afventer betaling, Sat på hold, På vent, Avventer betaling',
    ],
    ['WooCommerce', 'cancelled', 'Cancelled, Failed, Annulleret, Mislykkedes, Kansellert, Mislyktes'],
    ['WooCommerce', 'refund', 'Refunded, Refunderet, Refundert'],
    ['Magento', 'completed', 'processing, complete'],
    ['Magento', 'status-open', 'pending, pending_payment, payment_review, holded, Suspected Fraud'],
    ['Magento', 'status-unclear', 'closed'],
    [
      'PrestaShop',
      'completed',
      'Payment accepted, Remote payment accepted, Shipped, On backorder (paid), Under forberedelse',
    ],
    [
      'PrestaShop',
      'status-open',
      'Awaiting bank wire payment, Awaiting check payment, On backorder (not paid), Afventer bankoverførsel',
    ],
    ['PrestaShop', 'cancelled', 'Canceled, Payment error, Betalingsfejl'],
    ['Shopify', 'status-partly', 'partially_paid, partially_refunded'],
    ['Shopify', 'refund', 'refunded, restocked'],
    ['Shopify', 'cancelled', 'voided, expired'],
    ['Stripe', 'completed', 'Paid, succeeded'],
    ['Stripe', 'status-open', 'requires_payment_method, requires_capture, Uncaptured'],
    ['Stripe', 'status-partly', 'Partial Refund'],
    ['PayPal', 'completed', 'Completed, Cleared'],
    ['PayPal', 'status-open', 'Pending, Held, Unclaimed, Under Review'],
    ['PayPal', 'cancelled', 'Denied, Failed, Expired, Voided, Removed'],
    ['PayPal', 'refund', 'Refunded, Reversed'],
    ['Dinero', 'completed', 'Bogført, Betalt, Overbetalt, Forfalden'],
    ['Dinero', 'status-open', 'Kladde'],
    ['Tripletex', 'completed', 'INVOICED, Fakturert, Betalt, Forfalt'],
    ['Tripletex', 'status-open', 'NOT_CHOSEN, CONFIRMATION_SENT, READY_FOR_INVOICING, Klar for fakturering'],
    ['Visma', 'status-open', 'Hold, Balanced, Pending print, Credit hold'],
    ['nobody', 'unknown-status', 'Tabt, Tapsført, foo'],
  ])('of %s: %s', (_, expected, words) => {
    for (const word of words.split(', ')) expect([word, meaning(word)]).toEqual([word, expected]);
  });
});
