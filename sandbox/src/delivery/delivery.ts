import { setTimeout as pause } from 'node:timers/promises';
import type { Chaos } from '../state/chaos.ts';
import { type Envelope, failure, type Outcome, siteOf } from './envelope.ts';
import { sendOverHttp, verifyRequestUrl } from './http.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';

export interface Delivery {
  readonly sockets: SocketMode;
  /** Whether there is any way to reach the app. */
  connected(): boolean;
  requestUrl(): string | null;
  /** Where commands, interactions and events go when no socket is open; refused unless it is on this machine. */
  setRequestUrl(url: string | null): void;
  /** Whether the request URL has answered the handshake; asked until it has. */
  verified(): Promise<boolean>;
  /** Hands the app something and waits for its acknowledgement: over a socket when one is open, else over HTTP. */
  deliver(envelope: Envelope): Promise<Outcome>;
  close(): void;
}

const longestHoldMs = 1000;

export function createDelivery(chaos: Chaos, onChange: () => void): Delivery {
  const sockets = createSocketMode(onChange);
  let requestUrl: string | null = null;
  let verifiedUrl: string | null = null;
  let heldBack: (() => void) | null = null;

  async function send(envelope: Envelope): Promise<Outcome> {
    const drop = limited(chaos) ? false : chaos.hits('dropped-connection', siteOf(envelope));
    if (sockets.connections() > 0) return sockets.send(envelope, drop);
    if (requestUrl) return sendOverHttp(requestUrl, envelope, drop);
    return failure('connection_failed', 0);
  }

  /** Held until the next one has gone, so that the two change places; without a next one nothing is reordered. */
  async function holdBack(): Promise<void> {
    const overtaken = new Promise<boolean>((letGo) => {
      heldBack = () => letGo(true);
    });
    if (await Promise.race([overtaken, pause(longestHoldMs, false)])) chaos.happened('reorder');
    else heldBack = null;
  }

  async function deliver(envelope: Envelope): Promise<Outcome> {
    const site = siteOf(envelope);
    if (!limited(chaos) && chaos.hits('delay', site)) await pause(chaos.delayMs(site));
    if (chaos.wants('reorder', site) && heldBack === null) await holdBack();
    const outcome = send(envelope);
    if (chaos.hits('duplicate', site)) void send(envelope);
    heldBack?.();
    heldBack = null;
    return outcome;
  }

  return {
    sockets,
    connected: () => sockets.connections() > 0 || requestUrl !== null,
    requestUrl: () => requestUrl,
    setRequestUrl(url) {
      requestUrl = url === null ? null : onThisMachine(url);
      onChange();
    },
    async verified() {
      if (sockets.connections() > 0 || requestUrl === null || requestUrl === verifiedUrl) return true;
      if (await verifyRequestUrl(requestUrl)) verifiedUrl = requestUrl;
      return requestUrl === verifiedUrl;
    },
    deliver,
    close: () => sockets.close(),
  };
}

/** A plan that names Web API methods leaves deliveries alone, but for the kinds that only a delivery can have. */
function limited(chaos: Chaos): boolean {
  return chaos.plan().methods !== undefined;
}

function onThisMachine(url: string): string {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return url;
  throw new Error(`The request URL ${url} is not on this machine. The sandbox sends to http://127.0.0.1 only.`);
}
