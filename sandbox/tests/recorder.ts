import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { type RunningSandbox, until } from './support.ts';

type Payload = Readonly<Record<string, unknown>>;

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly payload: Payload;
}

export interface Recorder {
  readonly received: Received[];
  /** What came with this type (of an interaction or an event) or command. */
  of(type: string): Payload[];
  stop(): Promise<void>;
}

/** An app that writes down what Slack sends over HTTP and answers as it is told; left alone it says 200. */
export async function startRecorder(
  sandbox: RunningSandbox,
  reply: (received: Received, response: ServerResponse) => void = (_, response) => response.end(),
): Promise<Recorder> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const one = { headers: request.headers, raw, payload: decode(raw, request.headers['content-type'] ?? '') };
      if (one.payload.type === 'url_verification') {
        response.end(String(one.payload.challenge));
        return;
      }
      received.push(one);
      reply(one, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await sandbox.post('/sandbox/delivery', { requestUrl: `http://127.0.0.1:${port}/slack/events` });
  return {
    received,
    of: (type) => received.map((one) => one.payload).filter((payload) => typeOf(payload) === type),
    async stop() {
      await sandbox.post('/sandbox/delivery', { requestUrl: null });
      server.closeAllConnections();
      server.close();
    },
  };
}

export function typeOf(payload: Payload): unknown {
  const event = payload.event as Payload | undefined;
  return event?.type ?? payload.type ?? payload.command;
}

function decode(raw: string, contentType: string): Payload {
  if (contentType.startsWith('application/json')) return JSON.parse(raw) as Payload;
  const form = Object.fromEntries(new URLSearchParams(raw));
  return typeof form.payload === 'string' ? (JSON.parse(form.payload) as Payload) : form;
}

export interface RawSocket {
  readonly socket: WebSocket;
  readonly received: Payload[];
  readonly pings: number[];
  envelopes(): Payload[];
  ack(envelope: Payload | undefined, payload?: unknown): void;
  close(): Promise<void>;
}

/** A Socket Mode connection without any client's help, past its hello. */
export async function openSocket(sandbox: RunningSandbox): Promise<RawSocket> {
  const response = await fetch(`${sandbox.ready.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.ready.app.appToken}` },
  });
  const { url } = (await response.json()) as { url: string };
  const socket = new WebSocket(url);
  const received: Payload[] = [];
  const pings: number[] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data)) as Payload));
  socket.on('ping', () => pings.push(Date.now()));
  socket.on('error', () => {});
  await until(() => received.length > 0 || socket.readyState === WebSocket.CLOSED);
  return {
    socket,
    received,
    pings,
    envelopes: () => received.filter((one) => one.envelope_id !== undefined),
    ack: (envelope, payload) => socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id, payload })),
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
