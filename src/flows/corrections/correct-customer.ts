import type { Context } from '../../context.ts';
import type { Customer } from '../../store/facts/customers.ts';

/** What a person says of a customer; left out: as it is. */
export type CustomerCorrection = Partial<Pick<Customer, 'name' | 'email' | 'ownerId'>>;

/** Corrects what a customer is called, the address, or who looks after them. @returns as it stands now; null: there is none */
export async function correctCustomer(
  context: Context,
  customerId: number,
  correction: CustomerCorrection,
  memberId: string,
): Promise<Customer | null> {
  return context.transaction(async (tx) => {
    await tx.settings.hold();
    const [before] = await tx.customers.hold([customerId]);
    if (!before) return null;
    const customer = { ...before, ...correction };
    await tx.customers.update([customer]);
    await tx.audit.add(context.now(), memberId, 'customer.corrected', `customer:${customerId}`, {
      changed: changedOf(before, customer),
      ownerId: customer.ownerId,
    });
    return customer;
  });
}

/** Which of them changed, by their names alone: the audit keeps nobody's address. */
export function changedOf(before: Customer, after: CustomerCorrection): string[] {
  return (['name', 'email', 'ownerId'] as const).filter((part) => before[part] !== after[part]);
}
