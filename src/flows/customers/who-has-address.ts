import type { Customer } from '../../store/facts/customers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/**
 * Who has an address already that a person is about to give a customer: as a row of a file with the address alone, it would be
 * nobody's any more. Of two who give the same one at once, the second finds the first.
 *
 * @param customerId whose address it becomes; null: a customer who is yet to be made
 * @param before the address that the customer has so far
 * @returns null: nobody, or the customer has it so far
 */
export async function whoHasAddress(
  { customers }: Pick<WorkspaceStore, 'customers'>,
  email: string | null,
  { customerId, before }: { readonly customerId: number | null; readonly before: string | null },
): Promise<Customer | null> {
  const address = email?.toLowerCase() ?? null;
  if (address === null || address === before?.toLowerCase()) return null;
  await customers.holdAddress(address);
  const holders = (await customers.ofAddresses([address])).get(address) ?? [];
  const other = holders.find(({ id }) => id !== customerId);
  const [holder] = other ? await customers.find([other.id]) : [];
  return holder ?? null;
}
