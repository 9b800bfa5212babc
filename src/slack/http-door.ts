import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { type HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import { type OpenServer, openServer, type TakeRequest } from '../http/open-server.ts';
import { readBody, refuseRequest } from '../http/read-body.ts';

/** The one path that Slack sends to. */
export const slackPath = '/slack/events';
const surveyPath = /^\/[su]\//;

/** Slack's own are far smaller; of what is not even signed no more is read than its check of a certificate takes. */
const mostBytes = 1 << 20;
const mostUnsignedBytes = 1 << 10;
/** Slack's clock is not further ahead; Bolt looks at stamps of the past alone, and one of the future could be sent for years. */
const farthestAheadSeconds = 300;

/**
 * Stands before Bolt where Slack calls the app, which anybody may do: what is no request of Slack's is sent away before
 * it costs anything, and nothing is handed on that Bolt would fall over.
 */
export function openDoor(
  receiver: HTTPReceiver,
  needs: {
    readonly signingSecret: string;
    readonly port: number;
    /** The picture at a path; null: there is none. */
    readonly picture: (path: string) => Promise<Uint8Array | null>;
    /** Takes what customers send from the pages of surveys. */
    readonly surveys: TakeRequest;
  },
): Promise<OpenServer> {
  return openServer((request, response) => take(receiver, needs, request, response), needs.port);
}

async function take(
  receiver: HTTPReceiver,
  { signingSecret, picture, surveys }: Parameters<typeof openDoor>[1],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (request.method === 'GET' && path.startsWith('/pictures/')) return show(await picture(path), request, response);
  if (surveyPath.test(path)) return surveys(request, response);
  if (request.method !== 'POST' || path !== slackPath) return refuseRequest(request, response, 404);
  const stamp = Number(request.headers['x-slack-request-timestamp']);
  const signature = String(request.headers['x-slack-signature']);
  const isPastOrNow = Number.isInteger(stamp) && stamp <= Date.now() / 1000 + farthestAheadSeconds;
  const looksSigned = isPastOrNow && /^v0=[0-9a-f]{64}$/.test(signature);
  const body = await readBody(request, looksSigned ? mostBytes : mostUnsignedBytes).catch(() => null);
  // Whoever sent it has gone, or was too slow.
  if (body === null) return void request.destroy();
  if (body === 'too-long') return refuseRequest(request, response, looksSigned ? 413 : 401);
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp };
  const isSlacks = looksSigned && isValidSlackRequest({ signingSecret, body: body.toString(), headers });
  if (!isSlacks && !isCertificateCheck(body)) return refuseRequest(request, response, 401);
  // Who stands between may add how it is encoded, of which Bolt knows nothing.
  const [contentType = ''] = (request.headers['content-type'] ?? '').split(';', 1);
  request.headers['content-type'] = contentType.trim();
  if (isSlacks && !isObject(body, contentType.trim())) return refuseRequest(request, response, 400);
  // Bolt takes a body that was read for it, and looks at the signature once more.
  receiver.requestListener(Object.assign(request, { rawBody: body }), response);
}

function show(png: Uint8Array | null, request: IncomingMessage, response: ServerResponse): void {
  if (!png) {
    refuseRequest(request, response, 404);
    return;
  }
  const headers = { 'content-type': 'image/png', 'cache-control': 'private', 'x-robots-tag': 'noindex' };
  response.writeHead(200, headers).end(png);
}

/** Slack looks now and then whether the address has a certificate, and signs nothing for it. */
function isCertificateCheck(body: Buffer): boolean {
  return body.length <= mostUnsignedBytes && parse(body.toString()).ssl_check === '1';
}

/** Whether Bolt would read an object out of it, as it is in all that Slack sends. */
function isObject(body: Buffer, contentType: string): boolean {
  const text = body.toString();
  try {
    const fields = contentType === 'application/x-www-form-urlencoded' ? parse(text) : null;
    const payload = fields ? fields.payload : text;
    const value: unknown = typeof payload === 'string' ? JSON.parse(payload) : fields;
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
