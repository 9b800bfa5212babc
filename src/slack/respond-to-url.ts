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
      // Slack sends nobody elsewhere: what does is on the way there, and would answer for Slack.
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return outcomeOf(response.status, readAnswer(await response.text()));
  } catch {
    return 'failed';
  }
}

function outcomeOf(status: number, verdict: Verdict): UrlOutcome {
  const error = verdict.kind === 'refusal' ? verdict.error : '';
  if (status === 404 || spent.has(error)) return 'spent';
  if (status === 429 || status >= 500 || passing.has(error)) return 'failed';
  if (status >= 400 || verdict.kind === 'refusal') return 'refused';
  return status < 300 && verdict.kind === 'taken' ? 'taken' : 'failed';
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

type Verdict =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refusal'; readonly error: string }
  /** Not Slack's: a page of whoever stands on the way there. */
  | { readonly kind: 'unreadable' };

/** Slack takes it with `ok`, nothing at all, or JSON, and refuses it in JSON or with a word alone. */
function readAnswer(body: string): Verdict {
  const text = body.trim();
  if (text === '' || text === 'ok') return { kind: 'taken' };
  if (/^[a-z]+(_[a-z]+)+$/.test(text)) return { kind: 'refusal', error: text };
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return { kind: 'unreadable' };
    if ('error' in answer) return { kind: 'refusal', error: String(answer.error) };
    return 'ok' in answer && answer.ok !== true ? { kind: 'refusal', error: 'unknown' } : { kind: 'taken' };
  } catch {
    return { kind: 'unreadable' };
  }
}
