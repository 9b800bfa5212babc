import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { addressOf, readBody, sendJson, sendText } from '../http.ts';
import { isJson, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { answerCall } from '../web-api/call.ts';
import { answerOf, loseAnswer, meetFault, sendRefusal } from '../web-api/faults.ts';
import { useResponseUrl } from '../workspace/answers.ts';
import { readBytes, storeBytes } from '../workspace/files.ts';
import { workspaceOfToken } from '../workspace/installation.ts';
import { answerOAuth } from './oauth-page.ts';
import { isOwn } from './origin.ts';
import { servePage } from './page-files.ts';
import { answerPage } from './page-wire.ts';

/** Listens on loopback; `port` 0 picks a free one. The address is known to the sandbox when the promise is kept. */
export async function listen(sandbox: Sandbox, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(sandbox, request, response, portOf(server)).catch((error: unknown) => {
      // Whoever asked has gone, or was killed, before the request was whole.
      if (!request.complete) return;
      console.error(`The sandbox failed at ${request.method} ${request.url}:`, error);
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  // Longer than any client that was busy for a while still believes its connection to be open.
  server.keepAliveTimeout = 65_000;
  acceptSockets(sandbox, server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  sandbox.address = `http://127.0.0.1:${portOf(server)}`;
  return server;
}

async function answer(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse, port: number) {
  if (!isOwn(request, port)) return sendJson(response, 403, { ok: false, error: 'not_from_this_page' });
  const path = addressOf(request).pathname;
  const [first = '', ...rest] = path.split('/').slice(1);
  switch (first) {
    case 'api':
      return answerCall(sandbox, rest.join('/'), request, response);
    case 'sandbox':
      return answerPage(sandbox, request, response);
    case 'actions':
      return takeAnswer(sandbox, rest[1] ?? '', request, response);
    case 'upload':
      return takeUpload(sandbox, rest[1] ?? '', request, response);
    case 'files-pri':
      return giveFile(sandbox, rest[0] ?? '', request, response);
    case 'docs':
    case 'mailbox':
      servePage('/', response);
      return;
    case 'oauth':
      return answerOAuth(sandbox, request, response);
    default:
      if (!servePage(path, response)) sendText(response, 404, 'There is nothing here.');
  }
}

/** As Slack's webhooks answer; with what blocks are refused is a condition. */
const statusOf: Readonly<Record<string, number>> = {
  expired_url: 404,
  used_url: 404,
  invalid_payload: 400,
  no_text: 400,
};

/** A response_url: 200 `ok`, 404 when it is used up or too old, 400 or 200 with ok: false when Slack would not take it. */
async function takeAnswer(sandbox: Sandbox, key: string, request: IncomingMessage, response: ServerResponse) {
  const body = readJson((await readBody(request)).toString('utf8'));
  if (await meetFault(sandbox, 'response_url', request, response)) return;
  const at = new Date(sandbox.clock.now()).toISOString();
  const { workspace = null, channel = null } = sandbox.world.responseUrls.get(key) ?? {};
  const log = (error: string | null) =>
    sandbox.calls.add(workspace, {
      at,
      method: 'response_url',
      ok: error === null,
      error,
      arguments: body ?? {},
      unknown: [],
    });
  const rule = workspace === null ? null : sandbox.refusals.meet(workspace, 'response_url', channel);
  if (rule && !rule.answerLost) {
    log(String(answerOf(rule).error));
    return sendRefusal(response, rule);
  }
  try {
    if (!body) throw new Refusal('invalid_payload');
    useResponseUrl(sandbox, key, body);
    log(null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log(error.code);
    const status = statusOf[error.code] ?? sandbox.conditions.of(workspace ?? '').answersRefusedWith;
    return sendJson(response, status, { ok: false, error: error.code, ...error.details });
  }
  await sandbox.chaos.held('response_url');
  if (!loseAnswer(sandbox, 'response_url', request, rule)) sendText(response, 200, 'ok');
}

/** The address of files.getUploadURLExternal takes the plain bytes, or a form with the file in it. */
async function takeUpload(sandbox: Sandbox, id: string, request: IncomingMessage, response: ServerResponse) {
  const bytes = await fileIn(request);
  if (await meetFault(sandbox, 'files.upload', request, response)) return;
  const rule = sandbox.refusals.meet(sandbox.world.files.get(id)?.workspace ?? '', 'files.upload', null);
  if (rule && !rule.answerLost) return sendRefusal(response, rule);
  try {
    const file = storeBytes(sandbox, id, bytes);
    if (!loseAnswer(sandbox, 'files.upload', request, rule)) sendText(response, 200, `OK - ${file.size}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendText(response, 400, error.code);
  }
}

async function fileIn(request: IncomingMessage): Promise<Uint8Array> {
  const bytes = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  return new Uint8Array();
}

/** url_private: without the app's token Slack shows its sign-in page, with HTTP 200. */
function giveFile(sandbox: Sandbox, key: string, request: IncomingMessage, response: ServerResponse): void {
  const token = /^Bearer (.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const day = workspaceOfToken(sandbox, token);
  const rule = day ? sandbox.refusals.meet(day.id, 'files.download', null) : null;
  if (rule) {
    sendRefusal(response, rule);
    return;
  }
  const file = sandbox.world.files.get(key.slice(key.indexOf('-') + 1));
  const bytes = file && day?.id === file.workspace ? readBytes(sandbox, file) : null;
  if (!file || !bytes) {
    sendText(response, 200, '<!doctype html><title>Sign in</title>', 'text/html');
    return;
  }
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': String(bytes.length) });
  response.end(bytes);
}

function acceptSockets(sandbox: Sandbox, server: Server): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const url = isOwn(request, portOf(server)) ? addressOf(request) : null;
    if (url?.pathname !== '/link/' && url?.pathname !== '/sandbox/live') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => ws.terminate());
      if (url.pathname === '/sandbox/live') {
        sandbox.live.follow(url.searchParams.get('workspace') ?? '', url.searchParams.get('as') ?? '', ws);
        ws.send(JSON.stringify({ type: 'app', connected: sandbox.delivery.connected() }));
      } else if (!sandbox.delivery.sockets.accept(url.searchParams.get('ticket') ?? '', ws)) {
        ws.close(1008, 'link_disabled');
      }
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function readJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}
