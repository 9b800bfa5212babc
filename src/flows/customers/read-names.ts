import type { CustomerName } from '../../facts/customer.ts';
import { initialsOf } from '../../loyalty/facts/customer.ts';
import type { NameStyle } from '../../loyalty/settings.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** The names of customers as the workspace shows them in channels. */
export async function readNames(
  store: WorkspaceStore,
  ids: readonly number[],
  style: NameStyle,
): Promise<Map<number, CustomerName>> {
  if (ids.length === 0) return new Map();
  const customers = await store.customers.find([...new Set(ids)]);
  return new Map(customers.map((customer) => [customer.id, toName(customer, style)]));
}

/** A customer's name as the workspace shows it. */
export function toName(
  { id, externalId, name }: Pick<Customer, 'id' | 'externalId' | 'name'>,
  style: NameStyle,
): CustomerName {
  return { id, externalId, shownName: name === null ? null : shownName(name, style) };
}

/** A name as the workspace shows names; null: it shows none. */
export function shownName(name: string, style: NameStyle): string | null {
  switch (style) {
    case 'full':
      return name;
    case 'initials':
      return initialsOf(name);
    case 'id':
      return null;
  }
}
