import type { KnownExport } from './known-export.ts';

/** One row per line of an invoice, each with the invoice's total. */
const invoices: KnownExport = {
  system: '24SevenOffice',
  kind: 'orders',
  signature: ['OrderId', 'InvoiceId', 'CustomerId', 'TotalWithTax', 'TotalWithoutTax', 'InvoiceDate'],
  columns: {
    order: 'InvoiceId',
    customer: 'CustomerId',
    date: 'InvoiceDate',
    amount: 'TotalWithTax',
    currency: 'CurrencyId',
  },
  amountOf: 'order',
  says: { amount: { vat: 'with' } },
  source: 'https://support.24sevenoffice.com/no-no/eksport-av-faktura-med-varelinjer',
};

export const office24seven = [invoices];
