import type { KnownExport } from './known-export.ts';

const payments: KnownExport = {
  system: 'Stripe',
  kind: 'orders',
  signature: ['id', 'Created (UTC)', 'Amount', 'Amount Refunded', 'Currency', 'Status'],
  columns: {
    order: 'id',
    customer: 'Customer ID',
    email: 'Customer Email',
    date: 'Created (UTC)',
    amount: 'Amount',
    currency: 'Currency',
    status: 'Status',
    refunded: 'Amount Refunded',
  },
  amountOf: 'order',
  source: null,
};

/** The same from the dashboard's list of all payments. */
const unified: KnownExport = {
  ...payments,
  signature: ['id', 'Created date (UTC)', 'Amount', 'Amount Refunded', 'Currency', 'Status'],
  columns: { ...payments.columns, date: 'Created date (UTC)' },
};

export const stripe = [payments, unified];
