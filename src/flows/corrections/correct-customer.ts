import type { Context } from '../../context.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { whoHasAddress } from '../customers/who-has-address.ts';

/** What a person says of a customer; left out: as it is. */
export type CustomerCorrection = Partial<Pick<Customer, 'name' | 'email' | 'ownerId'>>;

export type CorrectCustomerOutcome =
  | { readonly kind: 'corrected'; readonly customer: Customer }
  | { readonly kind: 'gone' }
  /** Somebody else has this address. */
  | { readonly kind: 'address-known'; readonly customer: Customer };

/** Corrects what a customer is called, the address, or who looks after them. */
export async function correctCustomer(
  context: Context,
  customerId: number,
  correction: CustomerCorrection,
  memberId: string,
): Promise<CorrectCustomerOutcome> {
  return context.transaction(async (tx): Promise<CorrectCustomerOutcome> => {
    await tx.settings.hold();
    const [before] = await tx.customers.hold([customerId]);
    if (!before) return { kind: 'gone' };
    const customer = { ...before, ...correction };
    const holder = await whoHasAddress(tx, customer.email, { customerId, before: before.email });
    if (holder) return { kind: 'address-known', customer: holder };
    await tx.customers.update([customer]);
    await tx.audit.add(context.now(), memberId, 'customer.corrected', `customer:${customerId}`, {
      changed: changedOf(before, customer),
      ownerId: customer.ownerId,
    });
    return { kind: 'corrected', customer };
  });
}

/** Which of them changed, by their names alone: the audit keeps nobody's address. */
export function changedOf(before: Customer, after: CustomerCorrection): string[] {
  return (['name', 'email', 'ownerId'] as const).filter((part) => before[part] !== after[part]);
}
