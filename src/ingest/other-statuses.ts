import { saysNothing } from './cells.ts';
import { readDate } from './dates.ts';
import { foldHeader } from './fold-header.ts';
import { columnNamed } from './read-header.ts';
import { toStatus } from './statuses.ts';
import { toBoolean } from './words.ts';

/** Where columns stand beside the status that may say that an order is no sale: another status, or whether it was paid back. */
export function otherStatusesIn(header: readonly string[], { status }: Readonly<Record<string, number>>): number[] {
  return header.flatMap((text, index) => (index !== status && mayCallOff(text) ? [index] : []));
}

function mayCallOff(text: string): boolean {
  if (text.length > longest) return false;
  return isFlag(text) || aStatus.test(text) || columnNamed('orders', text) === 'status';
}

/** Whether such a column is a mark of its own, and says nothing else: "Is refunded", "Return date", "Test". */
export function isFlag(header: string): boolean {
  return flags.has(foldHeader(header));
}

/** Whether what such a column says calls off or pays back an order that otherwise counts. @param isPaidBack what was paid back is known */
export function callsOff(header: string, text: string, isPaidBack: boolean): boolean {
  if (text === '' || saysNothing(text)) return false;
  if (isFlag(header)) return !(isPaidBack && aboutRefunds.test(header)) && (toBoolean(text) ?? isDate(text));
  const status = toStatus(text);
  if (status === 'cancelled') return true;
  const isRefund = status === 'refund' || (typeof status === 'object' && status.code === 'status-partly');
  return isRefund && !isPaidBack && aboutRefunds.test(text);
}

function isDate(text: string): boolean {
  return !('code' in readDate(text, null));
}

const longest = 60;
/** Words for money or goods that went back. */
export const aboutRefunds = /refun|refus|return|retur|restock|revers|kredit|credit|charge|tilbage|tilbake/i;
const aStatus =
  /^(?:delivery|shipping|shipment|return|refund|invoice|order|payment|fulfil?lment|financial|faktura|forsendelses|forsendelse|fragt|frakt|leverings|returner|retur|ordre|betalings|betaling)[\s_-]*(?:status|state)$/i;
const flags = new Set(
  [
    'is refunded,refunded at,refunded on,refund date,date refunded,is returned,returned,returned at,returned on,return date,is test,test,test order,is test order,chargeback,is chargeback',
    'er refunderet,refunderet den,refusionsdato,refunderingsdato,er returneret,returneret,returneret den,returdato,returneringsdato,testordre,er test',
    'er refundert,refundert den,refusjonsdato,refunderingsdato,er returnert,returnert,returnert den,testbestilling',
  ]
    .flatMap((words) => words.split(','))
    .map(foldHeader),
);
