import type { KnownExport } from './known-export.ts';

/** The report of orders. It has the customer's name and neither number nor address, so who that is has to be said. */
const orders: KnownExport = {
  system: 'WooCommerce',
  kind: 'orders',
  signature: ['Date', 'Order #', 'Status', 'Customer type', 'Product(s)', 'Items sold'],
  columns: { order: 'Order #', date: 'Date', amount: ['Net Sales', 'N. Revenue'], status: 'Status' },
  amountOf: 'order',
  says: { amount: { vat: 'without' } },
  source:
    'https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/src/Admin/API/Reports/Orders/Controller.php',
};

export const woocommerce = [orders];
