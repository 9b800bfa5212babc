import type { Claim } from './claims.ts';
import { foldHeader } from './fold-header.ts';
import { numberColumns } from './header-names.ts';

/** A net amount beside one of tax is without it, though its header does not say so: `Netto` and `Moms`. */
export function netBeside(header: readonly string[], won: readonly Claim[]): readonly Claim[] {
  if (!header.some((text) => taxes.has(foldHeader(text.replace(/\(.*\)|%.*/, ''))))) return won;
  return won.map((claim) => {
    const isNet = numberColumns.orders.includes(claim.column) && nets.has(claim.name) && claim.says.vat === undefined;
    return isNet ? { ...claim, says: { ...claim.says, vat: 'without' as const } } : claim;
  });
}

const folded = (lists: readonly string[]) => new Set(lists.flatMap((list) => list.split(',')).map(foldHeader));
const nets = folded(['net amount,net total,net,netto,nettobeløb,nettobeløp,subtotal,sub total,delsum']);
const taxes = folded([
  'vat,tax,taxes,sales tax,gst,vat amount,tax amount,vat total,tax total,total vat,total tax,total taxes',
  'moms,momsbeløb,moms i alt,heraf moms,samlet moms,mva,mva beløp,mva-beløp,merverdiavgift,herav mva,sum mva,moms beløb',
]);
