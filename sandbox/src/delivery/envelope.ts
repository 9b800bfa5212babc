import type { Json } from '../json.ts';

/** What is handed to the app, by whichever way it is connected. */
export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Json;
  /** Whether the app may answer in its acknowledgement. */
  readonly acceptsResponse: boolean;
  /** Of an event that was sent before. */
  readonly retry?: { readonly num: number; readonly reason: RetryReason };
}

export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error';

/** How the app took it, within three seconds. */
export type Outcome =
  | { readonly ok: true; readonly body: unknown; readonly ackMs: number }
  | {
      readonly ok: false;
      readonly error: 'operation_timeout' | 'dispatch_failed';
      readonly reason: RetryReason;
      /** The app said that it wants no retry. */
      readonly noRetry: boolean;
      readonly ackMs: number;
    };

export const ackWithinMs = 3000;

/** An outcome that is no acknowledgement. */
export function failure(reason: RetryReason, ackMs: number, noRetry = false): Outcome {
  const error = reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  return { ok: false, error, reason, noRetry, ackMs };
}

/** A name for what is delivered, as the chaos plan and the log use it: a command, an interaction's or event's type. */
export function siteOf(envelope: Envelope): string {
  if (envelope.type === 'slash_commands') return 'command';
  if (envelope.type === 'events_api') return 'event';
  return String(envelope.payload.type);
}
