import type { Context } from '../../context.ts';
import type { StoredRequest } from '../../store/desk/requests.ts';

/** Longer than answers take; of two who answer one that took longer, the first to write does. */
const leaseMs = 20_000;

/** Takes a request that is to be answered and that nobody works on; null: there is none. */
export function takeRequest({ store, now }: Context): Promise<StoredRequest | null> {
  const at = now();
  return store.requests.take(at, new Date(at.getTime() + leaseMs));
}
