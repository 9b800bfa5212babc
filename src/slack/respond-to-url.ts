import { setTimeout as pause } from 'node:timers/promises';
import type { AttemptOutcome } from '../delivery/say.ts';

/** What is said to a member alone at the address that Slack gave for it. */
export interface UrlMessage {
  readonly text: string;
  readonly blocks?: readonly object[];
  readonly replace_original: boolean;
  readonly thread_ts?: string;
}

/** `spent`: used up, too old, or of a place where nothing can be said any more. */
export type UrlOutcome = AttemptOutcome | 'spent';

const usualPatienceMs = 5000;
const pausesMs = [250, 1000];

/**
 * Says something at an address for answers. Slack may say no with any status, with 200 in the body alone. What it failed at
 * for a moment is said again: twice is better than never.
 */
export async function respondToUrl(
  url: string,
  message: UrlMessage,
  { patienceMs = usualPatienceMs, tries = pausesMs.length + 1 } = {},
): Promise<UrlOutcome> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await respondOnce(url, message, patienceMs);
    if (outcome !== 'failed' || tried >= tries) return outcome;
    await pause(pausesMs[tried - 1]);
  }
}

async function respondOnce(url: string, message: UrlMessage, patienceMs: number): Promise<UrlOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral' }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const error = refusalIn(await response.text());
    if (response.ok && error === null) return 'taken';
    if (response.status === 404 || (error !== null && spent.has(error))) return 'spent';
    if (response.status === 429 || response.status >= 500 || (error !== null && passing.has(error))) return 'failed';
    return 'refused';
  } catch {
    return 'failed';
  }
}

const spent = new Set([
  'expired_url',
  'used_url',
  'no_active_hooks',
  'channel_not_found',
  'channel_is_archived',
  'is_archived',
  'user_not_found',
  'user_not_in_channel',
]);
const passing = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited']);

/** The word with which Slack refused; null where it took it: it answers `ok`, nothing at all, or JSON. */
function refusalIn(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok === true) return null;
    return 'error' in answer ? String(answer.error) : 'unknown';
  } catch {
    return null;
  }
}
