import type { Context } from '../../context.ts';
import type { NewRequest } from '../../store/desk/requests.ts';

/** Keeps what a member said to the app until it is answered. A message that comes again is one request. */
export async function keepRequest({ store, now }: Context, request: NewRequest): Promise<void> {
  await store.requests.add(request, now());
}
