import { saysNothing } from './cells.ts';
import { isDate } from './dates.ts';
import { foldedNames, foldHeader } from './fold-header.ts';
import { columnNamed } from './read-header.ts';
import { toStatus } from './statuses.ts';
import { isQuantity } from './unit-price.ts';
import { toBoolean } from './words.ts';

/** Where columns stand beside the status that may say that an order is no sale: another status, or whether it was paid back. */
export function otherStatusesIn(header: readonly string[], at: Readonly<Record<string, number>>): number[] {
  const read = new Set(Object.values(at));
  return header.flatMap((text, index) => (!read.has(index) && mayCallOff(text) ? [index] : []));
}

function mayCallOff(text: string): boolean {
  if (text.length > longest) return false;
  return isMark(text) || aStatus.test(text) || columnNamed('orders', text) === 'status';
}

/** Whether such a column is a mark of its own, and says nothing else: "Is refunded", "Return date", "Test". */
export function isFlag(header: string): boolean {
  return flags.has(foldHeader(header.replace(around, ''))) || isReason(header);
}

/** The same, and how many pieces: less than none came back. */
export function isMark(header: string): boolean {
  return isFlag(header) || isQuantity(header);
}

/** Why an order was called off, which stands there only where it was: "Cancel reason". */
function isReason(header: string): boolean {
  return reasons.test(header);
}

/** Whether what such a column says calls off or pays back an order that otherwise counts. @param isPaidBack what was paid back is known */
export function callsOff(header: string, text: string, isPaidBack: boolean): boolean {
  if (text === '' || saysNothing(text)) return false;
  if (isReason(header)) return !(isPaidBack && aboutRefunds.test(header)) && toBoolean(text) !== false;
  if (isFlag(header))
    return !(isPaidBack && aboutRefunds.test(header)) && (toBoolean(text) ?? (isCount(text) || isDate(text)));
  if (isQuantity(header)) return !isPaidBack && /^[-\u2212] ?\d/.test(text);
  const status = toStatus(text);
  if (status === 'cancelled') return true;
  const isRefund = status === 'refund' || (typeof status === 'object' && status.code === 'status-partly');
  return isRefund && !isPaidBack && aboutRefunds.test(text);
}

/** How many pieces came back, or how much. */
function isCount(text: string): boolean {
  return /^\d{1,9}(?:[.,]\d{1,2})?$/.test(text) && /[1-9]/.test(text);
}

const longest = 60;
/** Words for money or goods that went back. */
export const aboutRefunds = /refun|refus|return|retur|restock|revers|kredit|credit|charge|tilbage|tilbake/i;
const aStatus =
  /^(?:delivery|shipping|shipment|return|refund|invoice|order|payment|fulfil?lment|financial|faktura|forsendelses|forsendelse|fragt|frakt|leverings|returner|retur|ordre|betalings|betaling)[\s_-]*(?:status|state)$/i;
/** What such a mark is called, without what stands around it: "Is returned", "Return date", "Returneret den". */
const flags = foldedNames(
  'refunded,refund,returned,return,test,test order,chargeback,charged back,credit note,credit memo,credited,storno,reversed,reversal,draft',
  'quote,proforma,pro forma,deleted,trashed,fraud,fraudulent,spam,duplicate,void,voided',
  'refunderet,refusion,refundering,returneret,returnering,retur,testordre,kreditnota,kreditfaktura,krediteret,tilbageført,kladde,svindel,dublet',
  'refundert,refusjon,returnert,testbestilling,kredittnota,kreditert,tilbakeført,utkast,svindel,duplikat,makuleret,makulert,slettet',
);
const around =
  /^\s*(?:is|er|has been|was|er blevet|ble|date)[\s_]+|[\s_]+(?:at|on|date|dato|den|flag|mark|order|ordre|\?)\s*$|(?:s?dato|sdato)\s*$|\?\s*$/giu;
const reasons =
  /^\s*(?:(?:order|ordre|item)[\s_]+)?(?:cancel(?:l?ation|l?ed)?|void|refund|return|annullerings?|annulleringens|kansellerings?|refunderings?|refusjons?|returnerings?|retur|afbestillings?|avbestillings?)[\s_-]*(?:reason|årsag|årsak|grund|grunn)(?:[\s_-]*(?:code|kode))?\s*$/iu;
