import type { Deps } from '../../context.ts';

const dayMs = 86_400_000;

/**
 * How long what is over is kept, in days. Messages and refused rows hold customers' words. What is left of a digest's
 * periods names nobody, and decides whether one was posted before: it outlives the longest period, a year.
 */
const keptDays = { refusedRows: 7, messages: 30, imports: 30, runs: 400, predictions: 400 } as const;

/** Of each kind at a time; the next look goes on. */
const most = 1000;

/** Forgets what is over and no longer needed, some of it at a time. Any number of processes may do so at once. */
export async function forgetOld({ store, now }: Deps): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * dayMs);
  for (const { id } of await store.workspaces.list()) {
    const { importChanges, imports, outbox, predictionRuns, refusedRows, requests, schedules } = store.of(id);
    await refusedRows.forget(before(keptDays.refusedRows), most);
    await outbox.forget(before(keptDays.messages), most);
    await imports.forget(before(keptDays.imports), most);
    await importChanges.forgetOld();
    await requests.forget(before(keptDays.messages), most);
    await schedules.forgetRuns(before(keptDays.runs), most);
    await predictionRuns.forget(before(keptDays.predictions), most);
  }
}
