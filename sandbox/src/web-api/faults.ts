import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { RefusalRule } from '../conditions.ts';
import { sendJson } from '../http.ts';
import type { Json } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';

/** Lets the plan's faults hit a call before it is carried out; true: it was answered, or cut off. */
export async function meetFault(
  sandbox: Sandbox,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { chaos } = sandbox;
  if (isSpared(sandbox, method)) return false;
  if (chaos.hits('delay', method)) await pause(chaos.delayMs(method));
  if (chaos.hits('dropped-connection', method)) {
    request.socket.destroy();
    return true;
  }
  if (chaos.hits('rate-limit', method)) {
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' });
    return true;
  }
  if (chaos.hits('server-error', method)) {
    response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Service Unavailable</h1>');
    return true;
  }
  return false;
}

/** Lets the connection drop after a call was carried out, by the plan or by a rule; true: its answer is lost. */
export function loseAnswer(
  sandbox: Sandbox,
  method: string,
  request: IncomingMessage,
  rule: RefusalRule | null = null,
): boolean {
  const planned = !isSpared(sandbox, method) && sandbox.chaos.hits('accepted-then-dropped', method);
  if (!planned && rule?.answerLost !== true) return false;
  request.socket.destroy();
  return true;
}

/** What a rule answers in Slack's place. */
export function answerOf(rule: RefusalRule): Json {
  return { ok: false, error: rule.error ?? (rule.status === 429 ? 'ratelimited' : 'internal_error') };
}

/** Sends it: HTTP 200 unless the rule names another status. */
export function sendRefusal(response: ServerResponse, rule: RefusalRule): void {
  const wait = { 'retry-after': String(rule.retryAfterSeconds ?? 1) };
  sendJson(response, rule.status ?? 200, answerOf(rule), rule.status === 429 ? wait : {});
}

/** Lets a message that was accepted be shown late; the instant from which it is, or null. */
export function lateFrom(sandbox: Sandbox, method: string): number | null {
  if (isSpared(sandbox, method) || !sandbox.chaos.hits('accepted-but-late-visible', method)) return null;
  return sandbox.clock.now() + lateMs;
}

const lateMs = 5000;

/** A plan that names methods spares all others. */
function isSpared(sandbox: Sandbox, method: string): boolean {
  return sandbox.chaos.plan().methods?.includes(method) === false;
}
