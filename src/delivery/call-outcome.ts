import { type RefusalKind, refusalKindOf } from './refusal-kinds.ts';

/** What is known after a call to Slack that did not succeed. `why` is fit for the log. */
export type CallOutcome =
  /** Nothing was accepted; Slack says how long to wait. */
  | { readonly kind: 'rate-limited'; readonly why: string; readonly waitMs: number }
  /** Nothing was accepted; the same call may succeed later. `unreached`: Slack never heard of it. */
  | { readonly kind: 'not-accepted'; readonly why: string; readonly unreached?: true }
  /** Nothing was accepted and nothing will be while the workspace's token is what it is. */
  | { readonly kind: 'locked-out'; readonly why: string }
  /** Slack does not take the message as things are; `code` is its word for that. */
  | { readonly kind: 'refused'; readonly why: string; readonly code: string; readonly about: RefusalKind }
  /** The message that it is about is not there. */
  | { readonly kind: 'missing'; readonly why: string }
  /** It may have been accepted. */
  | { readonly kind: 'uncertain'; readonly why: string };

export const rateLimited = 'rate limited';

/** Reads what a `WebClient` without retries of its own threw. */
export function outcomeOf(thrown: unknown): CallOutcome {
  switch (field(thrown, 'code')) {
    case 'slack_webapi_rate_limited_error':
      return slowDown(secondsOf(field(thrown, 'retryAfter')));
    case 'slack_webapi_platform_error':
      return refusalOf(field(thrown, 'data'));
    case 'slack_webapi_http_error':
      return { kind: 'uncertain', why: `HTTP ${String(field(thrown, 'statusCode'))}` };
    case 'slack_webapi_request_error':
      return neverLeft(thrown) ?? { kind: 'uncertain', why: connectionCode(thrown) ?? 'no answer' };
    default:
      // A 429 without Retry-After and an answer cut off in its middle come as plain errors.
      if (thrown instanceof Error && thrown.message.includes('retry-after')) {
        return slowDown(defaultWaitSeconds);
      }
      return { kind: 'uncertain', why: connectionCode(thrown) ?? 'an answer that cannot be read' };
  }
}

const defaultWaitSeconds = 30;

function slowDown(seconds: number): CallOutcome {
  return { kind: 'rate-limited', why: rateLimited, waitMs: seconds * 1000 };
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const lockedOut = new Set([
  'invalid_auth',
  'invalid_token',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_added_to_org',
  'team_access_not_granted',
  'two_factor_setup_required',
]);
const missing = new Set(['message_not_found', 'thread_not_found', 'file_not_found']);
const later = new Set(['request_timeout', 'message_limit_exceeded', 'rollup_error', 'too_many_websockets']);
/** Slack broke down while it was at work: part of it may have been done. */
const brokeDown = new Set(['internal_error', 'fatal_error', 'service_unavailable']);

function refusalOf(data: unknown): CallOutcome {
  const code = field(data, 'error');
  // A page of HTML in place of an answer: who sent it is unknown, and so is what was done.
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]*$/.test(code)) {
    return { kind: 'uncertain', why: 'an answer that cannot be read' };
  }
  if (code === 'ratelimited' || code === 'rate_limited') {
    return slowDown(secondsOf(field(field(data, 'response_metadata'), 'retryAfter')));
  }
  if (lockedOut.has(code)) return { kind: 'locked-out', why: code };
  if (missing.has(code)) return { kind: 'missing', why: code };
  if (later.has(code)) return { kind: 'not-accepted', why: code };
  if (brokeDown.has(code)) return { kind: 'uncertain', why: code };
  return { kind: 'refused', why: [code, ...pointers(data)].join(' '), code, about: refusalKindOf(code) };
}

/** Where in the blocks the fault is. Slack's own words are left out, as they may quote the message. */
function pointers(data: unknown): string[] {
  const messages = field(field(data, 'response_metadata'), 'messages');
  const words = Array.isArray(messages) ? messages.map(String).join('\n') : '';
  return [...words.matchAll(/json-pointer:([\w/-]+)/g)].map((match) => match[1] ?? '');
}

const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverLeft(thrown: unknown): CallOutcome | null {
  const code = connectionCode(thrown);
  return code !== null && notConnected.has(code) ? { kind: 'not-accepted', why: code, unreached: true } : null;
}

/** fetch wraps what happened to the connection several times. */
function connectionCode(thrown: unknown): string | null {
  for (let error = thrown, depth = 0; error && depth < 6; depth += 1) {
    const code = field(error, 'code');
    if (typeof code === 'string' && /^(E[A-Z]|UND_ERR)/.test(code)) return code;
    error = field(error, 'original') ?? field(error, 'cause');
  }
  return null;
}

function secondsOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : defaultWaitSeconds;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
