import type { KnownExport } from './known-export.ts';

/** The activity of an account: beside sales and refunds also transfers, holds, conversions and what the company bought. */
const activity: KnownExport = {
  system: 'PayPal',
  kind: 'orders',
  signature: [
    'Date',
    'Time',
    'TimeZone',
    'Type',
    'Status',
    'Gross',
    'Fee',
    'Net',
    'From Email Address',
    'Transaction ID',
  ],
  columns: {
    order: 'Transaction ID',
    email: 'From Email Address',
    date: 'Date',
    time: 'Time',
    zone: 'TimeZone',
    amount: 'Gross',
    currency: 'Currency',
    status: 'Status',
    entry: 'Type',
  },
  amountOf: 'order',
  entries: [
    'Express Checkout Payment',
    'Website Payment',
    'Mobile Payment',
    'Payment',
    'Subscription Payment',
    'Pre-approved Payment Bill User Payment',
  ],
  source: 'https://developer.paypal.com/api/nvp-soap/paypal-payments-standard/admin/download-history/',
};

export const paypal = [activity];
