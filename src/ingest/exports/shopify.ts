import type { KnownExport } from './known-export.ts';

/** One row per item of an order: what is of the order stands in the first of its rows alone. */
const orders: KnownExport = {
  system: 'Shopify',
  kind: 'orders',
  signature: ['Name', 'Email', 'Financial Status', 'Fulfillment Status', 'Lineitem name', 'Created at', 'Total'],
  columns: {
    order: 'Name',
    email: 'Email',
    date: 'Created at',
    amount: 'Total',
    currency: 'Currency',
    status: 'Financial Status',
    cancelled: 'Cancelled at',
    refunded: 'Refunded Amount',
  },
  amountOf: 'order',
  source: 'https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders',
};

const customers: KnownExport = {
  system: 'Shopify',
  kind: 'customers',
  signature: ['Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing'],
  columns: {
    customer: 'Customer ID',
    first_name: 'First Name',
    last_name: 'Last Name',
    email: 'Email',
    country: ['Default Address Country Code', 'Country Code'],
    segments: 'Tags',
  },
  source: 'https://help.shopify.com/en/manual/customers/import-export-customers',
};

export const shopify = [orders, customers];
