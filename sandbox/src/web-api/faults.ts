import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendJson } from '../http.ts';
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

/** Lets the connection drop after a call was carried out; true: its answer is lost. */
export function loseAnswer(sandbox: Sandbox, method: string, request: IncomingMessage): boolean {
  if (isSpared(sandbox, method) || !sandbox.chaos.hits('accepted-then-dropped', method)) return false;
  request.socket.destroy();
  return true;
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
