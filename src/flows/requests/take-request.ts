import type { Context } from '../../context.ts';
import type { NewRequest } from '../../store/desk/requests.ts';

/** Keeps what a member said to the app until it is answered. A message that comes again is one request. */
export async function takeRequest(context: Context, request: NewRequest): Promise<void> {
  await context.store.requests.add(request, context.now());
}
