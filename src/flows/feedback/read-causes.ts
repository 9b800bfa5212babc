import type { ReadContext } from '../../context.ts';
import type { CausesFacts } from '../../facts/voice-list.ts';
import { startOfDay, type Window } from '../../loyalty/time/period.ts';

/** Where the faults were found of the follow-ups that were closed in a window, the most frequent first. */
export async function readCauses({ store, settings }: ReadContext, window: Window): Promise<CausesFacts> {
  const { timeZone } = settings;
  const byCause = await store.followUps.closedByCause(
    startOfDay(window.from, timeZone),
    startOfDay(window.to, timeZone),
  );
  return { window, closed: byCause.reduce((sum, { count }) => sum + count, 0), byCause };
}
