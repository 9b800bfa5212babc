import { toName } from '../flows/customers/read-names.ts';
import type { Customer } from '../store/facts/customers.ts';
import { type Answer, type Asking, reply } from './command.ts';

const shownMatches = 10;

/** The customer that was typed; or, where there is not exactly one, those that match as an answer to choose from. */
export async function oneCustomer(
  { store, asOf, role }: Asking,
  typed: string,
): Promise<{ readonly customer: Customer } | { readonly choice: Answer }> {
  const found = await store.customers.search(typed, shownMatches + 1);
  const [only] = found;
  if (only && found.length === 1) return { customer: only };
  const shown = found.slice(0, shownMatches);
  const rungs = await store.rungChanges.rungsAsOf(
    shown.map(({ id }) => id),
    asOf,
  );
  const choice = reply(
    {
      kind: 'customers',
      typed,
      found: shown.map((one) => ({ ...toName(one, 'full'), rung: rungs.get(one.id) ?? null })),
      more: found.length > shownMatches,
      mayMake: role !== 'member',
    },
    false,
  );
  return { choice };
}
