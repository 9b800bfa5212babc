import { setTimeout as pause } from 'node:timers/promises';
import { outcomeOf } from '../delivery/call-outcome.ts';

const pausesMs = [250, 1000];
/** Nobody is kept waiting for longer. */
const usualRestMs = 60_000;

/**
 * Asks Slack again what it failed at for a moment, or after the time for which it wants to be left alone. For what somebody
 * waits for and what may come twice without harm; the outbox has its own way. What Slack refused, it will refuse again:
 * that is thrown at once.
 *
 * @param longestRestMs for which Slack is left alone; what says that it wants more is thrown
 */
export async function tryAgain<T>(call: () => Promise<T>, longestRestMs = usualRestMs): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await call();
    } catch (thrown) {
      const restMs = restAfter(thrown, longestRestMs);
      if (restMs === null) throw thrown;
      await pause(Math.max(pauseMs, restMs));
    }
  }
  return call();
}

/** How long Slack is to be left alone; null where asking again is of no use, or too late. */
function restAfter(thrown: unknown, longestRestMs: number): number | null {
  const outcome = outcomeOf(thrown);
  switch (outcome.kind) {
    case 'rate-limited':
      return outcome.waitMs > longestRestMs ? null : outcome.waitMs;
    case 'not-accepted':
    case 'uncertain':
      return 0;
    case 'refused':
    case 'missing':
    case 'locked-out':
      return null;
  }
}
