import { type ClientRequest, request } from 'node:http';
import type { Json } from '../json.ts';
import { app } from '../state/first-day.ts';
import { ackWithinMs, type Envelope, failure, type Outcome } from './envelope.ts';
import { signatureHeaders } from './signature.ts';

/**
 * Sends an envelope to the app's request URL, signed as Slack signs. With `drop` the connection is cut as soon as the
 * request is written, so the app gets it and its answer is lost.
 */
export function sendOverHttp(requestUrl: string, envelope: Envelope, drop: boolean): Promise<Outcome> {
  const { body, contentType } = encode(envelope);
  const headers = {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(app.signingSecret, body),
    ...retryHeaders(envelope),
  };
  const startedAt = performance.now();
  const spent = () => Math.round(performance.now() - startedAt);
  return new Promise((resolve) => {
    const outgoing = request(requestUrl, { method: 'POST', headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => resolve(failure('connection_failed', spent())));
      answer.on('end', () => {
        clearTimeout(timer);
        if (drop) return resolve(failure('connection_failed', spent()));
        // Where the process was busy, an answer that is too late is read before the timer is looked at.
        if (spent() >= ackWithinMs) return resolve(failure('http_timeout', spent()));
        const noRetry = answer.headers['x-slack-no-retry'] === '1';
        if (answer.statusCode !== 200) return resolve(failure('http_error', spent(), noRetry));
        resolve({ ok: true, body: decode(Buffer.concat(chunks).toString('utf8')), ackMs: spent() });
      });
    });
    const timer = setTimeout(() => {
      resolve(failure('http_timeout', spent()));
      outgoing.destroy();
    }, ackWithinMs);
    outgoing.on('error', () => {
      clearTimeout(timer);
      resolve(failure('connection_failed', spent()));
    });
    outgoing.end(body, () => drop && cut(outgoing));
  });
}

/** Slack's handshake: the address must answer with the challenge that it was sent. */
export async function verifyRequestUrl(requestUrl: string): Promise<boolean> {
  const challenge = crypto.randomUUID();
  const payload = { token: app.verificationToken, challenge, type: 'url_verification' };
  const outcome = await sendOverHttp(requestUrl, { type: 'events_api', payload, acceptsResponse: true }, false);
  if (!outcome.ok) return false;
  return outcome.body === challenge || (outcome.body as Json | null)?.challenge === challenge;
}

/** Long enough for the app to have read the request, too short for its answer to count. */
function cut(outgoing: ClientRequest): void {
  setTimeout(() => outgoing.destroy(new Error('cut')), 5);
}

function encode({ type, payload }: Envelope): { body: string; contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' };
}

function retryHeaders({ retry }: Envelope): Record<string, string> {
  return retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {};
}

function decode(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
