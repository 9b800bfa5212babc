import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';
import { whoHasAddress } from './who-has-address.ts';

/** A customer as a person makes one. */
export type CustomerToMake = Pick<Customer, 'externalId' | 'name' | 'email' | 'ownerId'>;

export type MakeOutcome =
  | { readonly kind: 'made'; readonly customer: Customer }
  /** Somebody else is known by that. */
  | { readonly kind: 'known'; readonly by: 'number' | 'email'; readonly customer: Customer };

/** Makes a customer. The same again, as when it is delivered twice, makes no second one. */
export async function makeCustomer(context: Context, wanted: CustomerToMake, memberId: string): Promise<MakeOutcome> {
  return context.transaction(async (tx): Promise<MakeOutcome> => {
    const { ladderRules, timeZone } = await tx.settings.hold();
    const { externalId, email } = wanted;
    const now = context.now();
    const holder = await whoHasAddress(tx, email, { customerId: null, before: null });
    const missing = [{ externalId, email: email?.toLowerCase() ?? null }];
    const made = holder ? new Map<string, number>() : await tx.customers.makeMissing(missing, localDay(now, timeZone));
    const id = made.get(externalId);
    if (id === undefined) {
      const [byNumber] = await tx.customers.findByExternalId([externalId]);
      if (byNumber)
        return isSame(byNumber, wanted)
          ? { kind: 'made', customer: byNumber }
          : { kind: 'known', by: 'number', customer: byNumber };
      if (holder) return { kind: 'known', by: 'email', customer: holder };
      throw new Error('The customer was not written');
    }
    const [blank] = await tx.customers.hold([id]);
    if (!blank) throw new Error('The customer was not written');
    const customer = { ...blank, ...wanted };
    await tx.customers.update([customer]);
    await settleStandings(tx, ladderRules, new Map([[id, 'read-anew']]), countSheet());
    await tx.audit.add(now, memberId, 'customer.made', `customer:${id}`, { ownerId: wanted.ownerId });
    return { kind: 'made', customer };
  });
}

function isSame(known: Customer, wanted: CustomerToMake): boolean {
  return known.name === wanted.name && known.email === wanted.email && known.ownerId === wanted.ownerId;
}
