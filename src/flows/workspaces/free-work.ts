import type { Context } from '../../context.ts';

/** Takes back what a process held that ended; only for who knows that there is no other. */
export async function freeWork({ store }: Context): Promise<void> {
  for (const { freeAll } of [store.imports, store.predictionRuns, store.requests]) await freeAll();
}
