import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { optionsQuerySchema, perform, personActSchema } from '../acts/index.ts';
import { askOptions } from '../acts/options.ts';
import { actorOf, channelFor } from '../acts/result.ts';
import { type ChaosPlan, chaosKinds } from '../conditions.ts';
import { addressOf, readBody, sendJson, sendText } from '../http.ts';
import { languages, type SandboxCompany, type SandboxMail } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { conditionsChange, refusalRules } from '../state/conditions.ts';
import { toSandboxCanvas } from '../workspace/canvases.ts';
import { changeConditions } from '../workspace/conditions.ts';
import { expectFile, readBytes, storeBytes } from '../workspace/files.ts';
import { toSandboxMessage, toSandboxScreen, toSandboxWorkspace } from '../workspace/page-shapes.ts';
import { isDue } from '../workspace/payload.ts';
import { maySee, maySeeFile } from '../workspace/sight.ts';
import { samplesIn, sendSample } from './samples.ts';

type Route = (sandbox: Sandbox, query: URLSearchParams, request: IncomingMessage) => unknown;

/** The sandbox's own wire, see page-api.ts. */
const routes: Readonly<Record<string, Route>> = {
  'GET /sandbox/workspaces': (sandbox) => sandbox.world.workspaces().map((day) => toSandboxWorkspace(sandbox, day)),
  'GET /sandbox/company': showCompany,
  'POST /sandbox/company': async (sandbox, _query, request) => {
    const { language, onlyUntouched = false } = companyWish.parse(await body(request));
    if (!sandbox.makeAgain) throw new Refusal('not_made_here');
    if (!(await sandbox.makeAgain(language, onlyUntouched))) throw new Refusal('not_made_again');
    sandbox.live.tell(null, { type: 'begun-anew' });
    return showCompany(sandbox);
  },
  'POST /sandbox/first-day': async (sandbox, _query, request) => {
    sandbox.world.beginAnew(companyWish.parse(await body(request)).language);
    sandbox.modals.clear();
    return showCompany(sandbox);
  },
  'GET /sandbox/identity': (sandbox) => ({ folder: sandbox.folder }),
  'GET /sandbox/messages': readMessages,
  'GET /sandbox/screen': (sandbox, query) => {
    const { day, user } = actorOf(sandbox, actor(query));
    return toSandboxScreen(sandbox, day.id, user.id);
  },
  'POST /sandbox/act': async (sandbox, _query, request) => perform(sandbox, personActSchema.parse(await body(request))),
  'GET /sandbox/canvas': (sandbox, query) => {
    const canvas = sandbox.world.canvases.get(query.get('id') ?? '');
    if (canvas?.workspace !== query.get('workspace')) throw new Refusal('canvas_not_found');
    return toSandboxCanvas(sandbox, canvas);
  },
  'GET /sandbox/mails': (sandbox) => listMails(sandbox),
  'POST /sandbox/mails': async (sandbox, _query, request) => {
    const mail = mailSchema.parse(await body(request));
    if (!sandbox.world.mails.get(mail.messageId)) {
      sandbox.world.mails.put(mail.messageId, { ...mail, at: sandbox.clock.now() });
    }
    return { ok: true };
  },
  'POST /sandbox/files': upload,
  'POST /sandbox/options': async (sandbox, _query, request) =>
    askOptions(sandbox, optionsQuerySchema.parse(await body(request))),
  'GET /sandbox/clock': showClock,
  'POST /sandbox/clock': moveClock,
  'GET /sandbox/chaos': showChaos,
  'POST /sandbox/chaos': async (sandbox, _query, request) => {
    sandbox.chaos.follow(chaosPlanSchema.parse(await body(request)));
    return showChaos(sandbox);
  },
  'GET /sandbox/calls': (sandbox, query) => sandbox.calls.list(query.get('workspace') ?? '', query.get('method')),
  'GET /sandbox/conditions': (sandbox, query) => sandbox.conditions.of(workspaceIn(sandbox, query)),
  'POST /sandbox/conditions': async (sandbox, query, request) =>
    changeConditions(sandbox, workspaceIn(sandbox, query), conditionsChange.parse(await body(request))),
  'GET /sandbox/refusals': showRefusals,
  'POST /sandbox/refusals': async (sandbox, query, request) => {
    const { rules } = z.object({ rules: refusalRules }).parse(await body(request));
    sandbox.refusals.follow(workspaceIn(sandbox, query), rules);
    return showRefusals(sandbox, query);
  },
  'GET /sandbox/functions': (sandbox, query) =>
    [...sandbox.executions.values()]
      .filter((run) => run.workspace === query.get('workspace'))
      .map(({ workspace: _, ...run }) => run),
  'GET /sandbox/delivery': showDelivery,
  'POST /sandbox/delivery': changeDelivery,
};

/** Answers a request below /sandbox/. What a person or a test did wrong comes back as ok: false, HTTP 200. */
export async function answerPage(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request);
  if (request.method === 'GET' && url.pathname.startsWith('/sandbox/files/')) {
    sendFile(sandbox, url.pathname.slice('/sandbox/files/'.length), url.searchParams.get('as'), response);
    return;
  }
  if (request.method === 'GET' && url.pathname.startsWith('/sandbox/samples/')) {
    sendSample(sandbox.samplesFolder, url.pathname.slice('/sandbox/samples/'.length), response);
    return;
  }
  if (request.method === 'GET' && url.pathname.startsWith(mailPath)) {
    sendMail(sandbox, url.pathname.slice(mailPath.length), response);
    return;
  }
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return sendJson(response, 404, { ok: false, error: 'not_found' });
  try {
    sendJson(response, 200, await route(sandbox, url.searchParams, request));
  } catch (error) {
    if (error instanceof Refusal) sendJson(response, 200, { ok: false, error: error.code, ...error.details });
    else if (error instanceof z.ZodError) sendJson(response, 400, { ok: false, error: z.prettifyError(error) });
    else throw error;
  }
}

const companyWish = z.object({ language: z.enum(languages), onlyUntouched: z.boolean().optional() });

function showCompany(sandbox: Sandbox): SandboxCompany {
  return {
    language: sandbox.world.language(),
    canMakeAgain: sandbox.makeAgain !== null,
    samples: samplesIn(sandbox.samplesFolder),
  };
}

const words = (most: number) => z.string().max(most);
const mailSchema = z.object({
  messageId: words(300).min(3),
  from: words(500),
  to: words(500),
  subject: words(1000),
  text: words(200_000),
  html: words(200_000),
  headers: z.record(words(100), words(2000)),
});

const mailPath = '/sandbox/mails/';

/** What a customer sees, which is a stranger's page: it runs nothing, and what it links to opens beside it. */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: http: https:',
  "frame-ancestors 'self'",
].join('; ');

/** @param path its Message-ID, as an address writes it */
function sendMail(sandbox: Sandbox, path: string, response: ServerResponse): void {
  const mail = [...sandbox.world.mails.values()].find(({ messageId }) => encodeURIComponent(messageId) === path);
  if (!mail) {
    sendJson(response, 404, { ok: false, error: 'mail_not_found' });
    return;
  }
  response.setHeader('content-security-policy', mailPolicy);
  response.setHeader('referrer-policy', 'no-referrer');
  sendText(response, 200, withBase(mail.html), 'text/html');
}

/** Links open beside it, also in a mail that has no head. */
function withBase(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : base + html;
}

/** The newest first. */
function listMails(sandbox: Sandbox): SandboxMail[] {
  const mails = [...sandbox.world.mails.values()].reverse();
  return mails.map(({ at, ...mail }) => ({ ...mail, receivedAt: new Date(at).toISOString() }));
}

function readMessages(sandbox: Sandbox, query: URLSearchParams): unknown {
  const { day, user } = actorOf(sandbox, actor(query));
  const channel = channelFor(sandbox, day.id, query.get('channel') ?? '', user.id);
  const thread = query.get('thread');
  return sandbox.world.messages
    .inChannel(channel.id)
    .filter((one) => maySee(sandbox, one, user.id) && isDue(sandbox, one))
    .filter((one) => (thread === null ? isInChannel(one) : one.ts === thread || one.threadTs === thread))
    .map((one) => toSandboxMessage(sandbox, one));
}

function isInChannel(message: { threadTs: string | null; ts: string; broadcast: boolean }): boolean {
  return message.threadTs === null || message.threadTs === message.ts || message.broadcast;
}

async function upload(sandbox: Sandbox, query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  const { day, user } = actorOf(sandbox, actor(query));
  const bytes = await readBody(request);
  const file = expectFile(sandbox, day.id, user.id, query.get('name') || 'file', bytes.length);
  storeBytes(sandbox, file.id, bytes);
  return { file_id: file.id };
}

/**
 * A file as the page shows it to a person, or to a test that names none; always as something to save, so that it cannot
 * run as a page of the sandbox.
 */
function sendFile(sandbox: Sandbox, id: string, as: string | null, response: ServerResponse): void {
  const file = sandbox.world.files.get(id);
  const isSeen = file && (as === null || maySeeFile(sandbox, file, as));
  const bytes = isSeen && readBytes(sandbox, file);
  if (!bytes) {
    sendJson(response, 404, { ok: false, error: 'file_not_found' });
    return;
  }
  const isPicture = file.mimetype.startsWith('image/');
  response.writeHead(200, {
    'content-type': isPicture ? file.mimetype : 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(bytes);
}

const clockMove = z.object({ now: z.iso.datetime({ offset: true }).optional(), advanceMs: z.number().optional() });

async function moveClock(sandbox: Sandbox, _query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  const { now, advanceMs } = clockMove.parse(await body(request));
  const start = now === undefined ? sandbox.clock.now() : Date.parse(now);
  sandbox.clock.moveTo(start + (advanceMs ?? 0));
  return showClock(sandbox);
}

function showClock(sandbox: Sandbox): unknown {
  return { now: new Date(sandbox.clock.now()).toISOString() };
}

const rate = z.number().min(0).max(1);
const chaosPlanSchema: z.ZodType<ChaosPlan> = z.object({
  seed: z.number(),
  rates: z.partialRecord(z.enum(chaosKinds), rate),
  methods: z.array(z.string()).exactOptional(),
  holdAnswers: z.array(z.string()).exactOptional(),
});

function showChaos(sandbox: Sandbox): unknown {
  return { plan: sandbox.chaos.plan(), occurred: sandbox.chaos.occurred() };
}

function showRefusals(sandbox: Sandbox, query: URLSearchParams): unknown {
  return { rules: sandbox.refusals.list(workspaceIn(sandbox, query)) };
}

function workspaceIn(sandbox: Sandbox, query: URLSearchParams): string {
  const id = query.get('workspace') ?? '';
  if (!sandbox.world.workspace(id)) throw new Refusal('workspace_not_found');
  return id;
}

const deliveryChange = z.object({ requestUrl: z.string().nullable().optional(), refresh: z.boolean().optional() });

async function changeDelivery(sandbox: Sandbox, _query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  const change = deliveryChange.parse(await body(request));
  if (change.requestUrl !== undefined) setRequestUrl(sandbox, change.requestUrl);
  if (change.refresh === true) sandbox.delivery.sockets.refresh();
  return showDelivery(sandbox);
}

function setRequestUrl(sandbox: Sandbox, url: string | null): void {
  try {
    sandbox.delivery.setRequestUrl(url);
  } catch (error) {
    throw new Refusal('bad_request_url', { detail: error instanceof Error ? error.message : '' });
  }
}

function showDelivery(sandbox: Sandbox): unknown {
  return { requestUrl: sandbox.delivery.requestUrl(), connections: sandbox.delivery.sockets.connections() };
}

function actor(query: URLSearchParams): { readonly workspace: string; readonly as: string } {
  return { workspace: query.get('workspace') ?? '', as: query.get('as') ?? '' };
}

async function body(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request)).toString('utf8') || '{}');
  } catch {
    throw new Refusal('not_json');
  }
}
