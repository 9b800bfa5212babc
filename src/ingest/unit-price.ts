import type { FileRefusal } from '../facts/refusal.ts';
import type { Claim } from './claims.ts';
import { foldedNames, foldHeader } from './fold-header.ts';
import { columnNamed } from './read-header.ts';

/**
 * A price beside a number of pieces is most likely that of one: taken for what the row comes to, it would make far too little
 * revenue. Null: something else says the amount, or nothing says how many.
 *
 * @param won what the headers say of our columns
 */
export function unitPriceIn(header: readonly string[], won: readonly Claim[]): FileRefusal | null {
  const amount = won.find(({ column }) => column === 'amount');
  if (amount && !prices.has(amount.name)) return null;
  const quantity = header.find(isQuantity);
  const index = amount?.index ?? header.findIndex((text) => columnNamed('orders', text) === null && isPrice(text));
  if (quantity === undefined || index < 0) return null;
  const example = header.map((_, at) =>
    at === index ? 'amount' : (won.find((one) => one.index === at)?.column ?? ''),
  );
  return { code: 'unit-price', header: (header[index] ?? '').trim(), quantity: quantity.trim(), example };
}

/** "Qty", and the same behind what it is of: "Order line - count", "Lineitem quantity". */
export function isQuantity(text: string): boolean {
  return quantities.has(foldHeader(text)) || quantities.has(foldHeader(/\p{L}+[^\p{L}]*$/u.exec(text)?.[0] ?? ''));
}

function isPrice(text: string): boolean {
  return /pri(?:ce|s)(?!\p{L})/iu.test(text);
}

const prices = foldedNames('price,pris');
const quantities = foldedNames(
  'quantity,count,qty,quantities,units,pieces,pcs,antal,antall,stk,styk,stykker,mængde,mengde,antal stk,antall stk,antal enheder,antall enheter,kvantum,ordered quantity,order quantity,quantity ordered',
);
