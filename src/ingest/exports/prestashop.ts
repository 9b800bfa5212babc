import type { KnownExport } from './known-export.ts';

/** The list of orders. Orders that were split share a reference, so the number is the ID. Its customer is a first letter and a last name, which several have, so who that is has to be said. */
const orders: KnownExport = {
  system: 'PrestaShop',
  kind: 'orders',
  signature: ['ID', 'Reference', 'New client', 'Delivery', 'Customer', 'Total', 'Payment', 'Status', 'Date'],
  columns: { order: 'ID', date: 'Date', amount: 'Total', status: 'Status' },
  amountOf: 'order',
  says: { amount: { vat: 'with' } },
  source:
    'https://github.com/PrestaShop/PrestaShop/blob/develop/src/PrestaShopBundle/Controller/Admin/Sell/Order/OrderController.php',
};

export const prestashop = [orders];
