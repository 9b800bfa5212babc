import { foldedNames, foldHeader } from './fold-header.ts';
import type { ColumnMap } from './header.ts';

/** Watches whether a list of what was posted holds invoices, beside which a payment is what was paid of one. */
export interface InvoiceWatch {
  see(cells: readonly string[]): void;
  /** Both stand there. */
  found(): boolean;
}

export function watchInvoices({ kind, at }: ColumnMap): InvoiceWatch {
  const place = kind === 'orders' ? at.entry : undefined;
  let hasInvoices = false;
  let hasPayments = false;
  return {
    see(cells) {
      if (place === undefined || (hasInvoices && hasPayments)) return;
      const cell = cells[place] ?? '';
      if (cell === '' || cell.length > longest) return;
      const name = foldHeader(cell);
      hasInvoices ||= invoices.has(name);
      hasPayments ||= payments.has(name);
    },
    found: () => hasInvoices && hasPayments,
  };
}

const longest = 60;

/** What customers paid, as a row of its own. */
export const payments = foldedNames(
  'payment,payments,customer payment,incoming payment,receipt,deposit,prepayment,betaling,betalinger,indbetaling,innbetaling,kundebetaling',
  'kundeinnbetaling,kundeindbetaling,forudbetaling,forskudd,forskuddsbetaling,aconto,a conto,akonto,delbetaling',
);

const invoices = foldedNames(
  'invoice,invoices,sales invoice,customer invoice,sale,sales,sales order,debit,d,dr,faktura,fakturaer,fakturering,salgsfaktura,kundefaktura',
  'utgående faktura,udgående faktura,salg,debet,ordre,order',
);
