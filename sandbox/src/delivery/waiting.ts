import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { isJson, type Json } from '../json.ts';
import { ackWithinMs, type Envelope, failure, type Outcome } from './envelope.ts';

/** An envelope that was handed to a connection, or has none yet, and is not acknowledged. */
export interface Waiting {
  readonly id: string;
  readonly envelope: Envelope;
  sentTo: WebSocket | null;
}

export interface WaitingList {
  /** Waits for the acknowledgement; `onExpired` is called when three seconds went by without one. */
  add(
    envelope: Envelope,
    onExpired: (waiting: Waiting) => void,
  ): { readonly waiting: Waiting; outcome: Promise<Outcome> };
  /** Takes what came over a connection; what acknowledges nothing is passed over. */
  acknowledge(text: string): void;
  /** Those that were handed to this connection; null: those that nobody has. */
  of(socket: WebSocket | null): readonly Waiting[];
  close(): void;
}

/** The envelopes that the app has to acknowledge. */
export function createWaitingList(): WaitingList {
  const waitings = new Map<
    string,
    Waiting & { readonly settle: (body: unknown) => void; readonly timer: NodeJS.Timeout }
  >();
  return {
    add(envelope, onExpired) {
      const startedAt = performance.now();
      const spent = () => Math.round(performance.now() - startedAt);
      const waiting: Waiting = { id: randomUUID(), envelope, sentTo: null };
      const outcome = new Promise<Outcome>((resolve) => {
        const timer = setTimeout(() => {
          waitings.delete(waiting.id);
          resolve(failure('http_timeout', spent()));
          onExpired(waiting);
        }, ackWithinMs);
        const settle = (body: unknown) => resolve({ ok: true, body, ackMs: spent() });
        waitings.set(waiting.id, Object.assign(waiting, { settle, timer }));
      });
      return { waiting, outcome };
    },
    acknowledge(text) {
      const message = parse(text);
      const waiting = waitings.get(String(message.envelope_id));
      if (!waiting) return;
      waitings.delete(waiting.id);
      clearTimeout(waiting.timer);
      const { payload } = message;
      waiting.settle(isJson(payload) && Object.keys(payload).length > 0 ? payload : null);
    },
    of: (socket) => [...waitings.values()].filter((one) => one.sentTo === socket),
    close() {
      for (const { timer } of waitings.values()) clearTimeout(timer);
      waitings.clear();
    },
  };
}

function parse(text: string): Json {
  try {
    const message: unknown = JSON.parse(text);
    return isJson(message) ? message : {};
  } catch {
    return {};
  }
}
