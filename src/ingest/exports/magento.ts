import type { KnownExport } from './known-export.ts';

/** The grid of orders, with the columns that can be added to it. */
const orders: KnownExport = {
  system: 'Magento',
  kind: 'orders',
  signature: ['ID', 'Purchase Point', 'Purchase Date', 'Bill-to Name', 'Grand Total (Purchased)'],
  columns: {
    order: 'ID',
    email: 'Customer Email',
    date: 'Purchase Date',
    amount: 'Grand Total (Purchased)',
    status: 'Status',
    refunded: 'Total Refunded',
    shop: 'Purchase Point',
  },
  amountOf: 'order',
  source:
    'https://github.com/magento/magento2/blob/2.4-develop/app/code/Magento/Sales/view/adminhtml/ui_component/sales_order_grid.xml',
};

export const magento = [orders];
