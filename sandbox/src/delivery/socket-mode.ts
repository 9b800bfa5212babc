import type { WebSocket } from 'ws';
import { app } from '../state/first-day.ts';
import { newSecret } from '../state/ids.ts';
import type { Envelope, Outcome } from './envelope.ts';
import { createWaitingList, type Waiting } from './waiting.ts';

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

const mostConnections = 10;
const pingEveryMs = 10_000;

/** The app's sockets. `onChange` is called when the app connects or goes. */
export function createSocketMode(onChange: () => void): SocketMode {
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waitingList = createWaitingList();
  let turn = 0;

  /** To the connection whose turn it is; without one it waits for the next that comes. */
  function handOut(waiting: Waiting): void {
    turn += 1;
    waiting.sentTo = sockets[turn % sockets.length] ?? null;
    waiting.sentTo?.send(write(waiting));
  }

  /** A command or a press that was not acknowledged is handed out once more; an event comes back by its own schedule. */
  function handOutAgain(waiting: Waiting): void {
    if (waiting.envelope.type !== 'events_api') handOut(waiting);
  }

  function welcome(socket: WebSocket): void {
    sockets.push(socket);
    socket.send(hello(sockets.length));
    for (const waiting of waitingList.of(null)) handOut(waiting);
    const stopPings = ping(socket);
    socket.on('message', (data) => waitingList.acknowledge(String(data)));
    socket.on('close', () => {
      stopPings();
      sockets.splice(sockets.indexOf(socket), 1);
      for (const waiting of waitingList.of(socket)) handOut(waiting);
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
      const { waiting, outcome } = waitingList.add(envelope, handOutAgain);
      handOut(waiting);
      if (drop) waiting.sentTo?.terminate();
      return outcome;
    },
    refresh() {
      const message = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'sandbox' } };
      for (const socket of sockets) socket.send(JSON.stringify(message));
    },
    close() {
      waitingList.close();
      for (const socket of [...sockets]) socket.terminate();
    },
  };
}

function hello(connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
    connection_info: { app_id: app.id },
  });
}

function write({ id, envelope }: Waiting): string {
  const { type, payload, acceptsResponse, retry } = envelope;
  return JSON.stringify({
    envelope_id: id,
    payload,
    type,
    accepts_response_payload: acceptsResponse,
    ...(type === 'events_api' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
  });
}

/** Pings at once and then regularly, as the client expects; the function that comes back ends it. */
function ping(socket: WebSocket): () => void {
  const send = () => socket.ping('Ping from the sandbox');
  send();
  const timer = setInterval(send, pingEveryMs);
  return () => clearInterval(timer);
}
