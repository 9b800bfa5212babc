import type { Clock } from '../../context.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { MissingCustomer } from '../../store/facts/customers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** How a row says whom it is about: by the company's own number, or by an e-mail address alone. */
export interface NamedBy {
  readonly customer: string | null;
  /** The address that stands beside the number. */
  readonly email?: string | null;
}

/** Finds the customers whom rows name, and makes those that nobody knew. */
export interface CustomerFinder {
  /**
   * By own number; an e-mail address in its place is the customer's who has it as number or as address.
   *
   * @param ready awaited before customers are made
   */
  find(named: readonly NamedBy[], ready?: () => Promise<unknown>): Promise<ReadonlyMap<string, number>>;
  /** The own numbers of those who all have an address by which nobody was found; null: it is not that. */
  shared(email: string): readonly string[] | null;
  /** Those that were made, with whatever their rows came to: each stands on the ladder. */
  madeIds(): readonly number[];
  /** Takes away those of these that were made here, as no row of theirs was taken after all. At the end. */
  unmake(ids: readonly number[]): Promise<void>;
}

/** @param lookedFor `by-number`: an address in the place of a number is one, and nobody is looked for by it */
export function customerFinder(
  clock: Clock,
  tx: WorkspaceStore,
  makeMissing: boolean,
  lookedFor: 'by-number' | 'by-address-too' = 'by-address-too',
): CustomerFinder {
  const ids = new Map<string, number>();
  const sharedBy = new Map<string, readonly string[]>();
  let madeIds: number[] = [];
  // Before orders and answers of theirs are written, each of which looks for its customer.
  let nextCount = leastCounted;

  return {
    async find(named, ready) {
      const missing = new Map<string, string | null>();
      for (const { customer, email } of named) {
        if (customer === null || ids.has(customer) || sharedBy.has(customer)) continue;
        missing.set(customer, missing.get(customer) ?? email ?? null);
      }
      if (missing.size === 0) return ids;
      await lookFor([...missing.keys()]);
      const unknown = stillUnknown(missing);
      if (unknown.length === 0 || !makeMissing) return ids;
      await ready?.();
      const addresses = new Set(unknown.flatMap(({ email }) => email ?? []));
      await giveNumbers(unknown.filter(({ externalId }) => !isAddress(externalId)));
      // Who has a number has it before those are looked for who are named by their address alone.
      await make(stillUnknown(missing).filter(({ externalId }) => !isAddress(externalId)));
      const byAddress = stillUnknown(missing).filter(({ externalId }) => isAddress(externalId));
      await lookFor(byAddress.map(({ externalId }) => externalId).filter((email) => addresses.has(email)));
      await make(stillUnknown(missing));
      return ids;
    },
    shared: (email) => sharedBy.get(email) ?? null,
    madeIds: () => madeIds,
    async unmake(unwanted) {
      const made = new Set(madeIds);
      const gone = new Set(unwanted.filter((id) => made.has(id)));
      await tx.customers.remove([...gone]);
      madeIds = madeIds.filter((id) => !gone.has(id));
    },
  };

  function stillUnknown(missing: ReadonlyMap<string, string | null>): MissingCustomer[] {
    return [...missing].flatMap(([externalId, email]) =>
      ids.has(externalId) || sharedBy.has(externalId)
        ? []
        : [{ externalId, email: isAddress(externalId) ? externalId : email }],
    );
  }

  async function lookFor(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    remember(await tx.customers.idsOf(names));
    const addresses = lookedFor === 'by-number' ? [] : names.filter(isAddress);
    if (addresses.length === 0) return;
    for (const [email, holders] of await tx.customers.ofAddresses(addresses)) {
      const [one, ...others] = holders;
      if (others.length === 0 && one) ids.set(email, one.id);
      else {
        ids.delete(email);
        sharedBy.set(
          email,
          holders.map(({ externalId }) => externalId),
        );
      }
    }
  }

  /** Whoever was known by the address alone, which stood for the number, has one now. */
  async function giveNumbers(unknown: readonly MissingCustomer[]): Promise<void> {
    const numbers = new Map<string, string>();
    for (const { externalId, email } of unknown) if (email && !numbers.has(email)) numbers.set(email, externalId);
    if (numbers.size === 0) return;
    const known = await tx.customers.idsOf([...numbers.keys()]);
    const given = [...known].map(([email, id]) => ({ id, externalId: numbers.get(email) ?? email }));
    await tx.customers.giveNumbers(given);
    for (const { id, externalId } of given) ids.set(externalId, id);
  }

  async function make(unknown: readonly MissingCustomer[]): Promise<void> {
    if (unknown.length === 0) return;
    const { timeZone } = await tx.settings.read();
    const made = await tx.customers.makeMissing(unknown, localDay(clock.now(), timeZone));
    remember(made);
    for (const id of made.values()) madeIds.push(id);
    if (madeIds.length >= nextCount) {
      await tx.countAnew();
      nextCount = 2 * madeIds.length;
    }
    // Somebody else may have made some of them a moment before.
    if (made.size < unknown.length) remember(await tx.customers.idsOf(unknown.map(({ externalId }) => externalId)));
  }

  function remember(found: ReadonlyMap<string, number>): void {
    for (const [externalId, id] of found) ids.set(externalId, id);
  }
}

const leastCounted = 100;

/** Whether what stands for a number is an e-mail address. */
export function isAddress(name: string): boolean {
  return name.includes('@');
}
