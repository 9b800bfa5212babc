import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { isJson } from '../json.ts';
import { app } from '../state/first-day.ts';
import { newSecret } from '../state/ids.ts';
import { ackWithinMs, type Envelope, failure, type Outcome } from './envelope.ts';

export interface SocketMode {
  /** A ticket for one connection, as apps.connections.open hands it out. */
  ticket(): string;
  /** Takes a connection that came with a ticket; false: the ticket is unknown or used. */
  accept(ticket: string, socket: WebSocket): boolean;
  connections(): number;
  /** Sends to exactly one connection and waits for its acknowledgement; with `drop` that connection is cut after it. */
  send(envelope: Envelope, drop: boolean): Promise<Outcome>;
  /** Tells every connection to come anew, as Slack does every few hours. */
  refresh(): void;
  close(): void;
}

interface Pending {
  readonly envelope: Envelope;
  readonly startedAt: number;
  readonly resolve: (outcome: Outcome) => void;
  sentTo: WebSocket | null;
  timer: NodeJS.Timeout | undefined;
}

const mostConnections = 10;
const pingEveryMs = 10_000;

/** The app's sockets. `onChange` is called when the app connects or goes. */
export function createSocketMode(onChange: () => void): SocketMode {
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let turn = 0;

  function pick(): WebSocket | null {
    turn += 1;
    return sockets[turn % sockets.length] ?? null;
  }

  function write(id: string, waiting: Pending): void {
    const socket = pick();
    waiting.sentTo = socket;
    const { type, payload, acceptsResponse, retry } = waiting.envelope;
    socket?.send(
      JSON.stringify({
        envelope_id: id,
        payload,
        type,
        accepts_response_payload: acceptsResponse,
        ...(type === 'events_api' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
      }),
    );
  }

  function acknowledge(text: string): void {
    const message = parse(text);
    const id = String(message.envelope_id);
    const waiting = pending.get(id);
    if (!waiting) return;
    pending.delete(id);
    clearTimeout(waiting.timer);
    const body = isJson(message.payload) && Object.keys(message.payload).length > 0 ? message.payload : null;
    waiting.resolve({ ok: true, body, ackMs: spentSince(waiting.startedAt) });
  }

  /** Nobody acknowledged in time. A command or press is handed out once more, an event comes back by its own schedule. */
  function expire(id: string, waiting: Pending): void {
    waiting.resolve(failure('http_timeout', spentSince(waiting.startedAt)));
    if (waiting.envelope.type !== 'events_api' && sockets.length > 0) write(id, waiting);
    pending.delete(id);
  }

  function welcome(socket: WebSocket): void {
    sockets.push(socket);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: app.id },
      }),
    );
    for (const [id, waiting] of pending) if (!waiting.sentTo) write(id, waiting);
    const ping = () => socket.ping('Ping from the sandbox');
    ping();
    const pings = setInterval(ping, pingEveryMs);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('close', () => {
      clearInterval(pings);
      sockets.splice(sockets.indexOf(socket), 1);
      for (const [id, waiting] of pending) if (waiting.sentTo === socket) write(id, waiting);
      onChange();
    });
    onChange();
  }

  return {
    ticket() {
      const ticket = newSecret();
      tickets.add(ticket);
      return ticket;
    },
    accept(ticket, socket) {
      if (!tickets.delete(ticket)) return false;
      if (sockets.length >= mostConnections) socket.close(1008, 'too_many_websockets');
      else welcome(socket);
      return true;
    },
    connections: () => sockets.length,
    send(envelope, drop) {
      const id = randomUUID();
      return new Promise((resolve) => {
        const waiting: Pending = { envelope, startedAt: performance.now(), resolve, sentTo: null, timer: undefined };
        waiting.timer = setTimeout(() => expire(id, waiting), ackWithinMs);
        pending.set(id, waiting);
        write(id, waiting);
        if (drop) waiting.sentTo?.terminate();
      });
    },
    refresh() {
      const message = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'sandbox' } };
      for (const socket of sockets) socket.send(JSON.stringify(message));
    },
    close() {
      for (const waiting of pending.values()) clearTimeout(waiting.timer);
      pending.clear();
      for (const socket of [...sockets]) socket.terminate();
    },
  };
}

function spentSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = JSON.parse(text);
    return isJson(message) ? message : {};
  } catch {
    return {};
  }
}
