import { setTimeout as pause } from 'node:timers/promises';

const pausesMs = [250, 1000];

/**
 * Asks Slack again what it failed at for a moment. For what somebody waits for and what may come twice without harm; the
 * outbox has its own way. What Slack refused, it will refuse again: that is thrown at once.
 */
export async function tryAgain<T>(call: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await call();
    } catch (thrown) {
      if (isRefusal(thrown)) throw thrown;
      await pause(pauseMs);
    }
  }
  return call();
}

function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if ('code' in thrown && thrown.code === 'slack_webapi_platform_error') return true;
  // An address for answers that is used up or too old, or a message that Slack does not take.
  return 'statusCode' in thrown && (thrown.statusCode === 404 || thrown.statusCode === 400);
}
