import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureHeaders } from '@loyalty-ladder/sandbox/signature';
import { contextOf } from '../../src/context.ts';
import { deliveryClient } from '../../src/delivery/call.ts';
import { illustrator } from '../../src/delivery/illustrate.ts';
import type { Log } from '../../src/errors.ts';
import type { Connection } from '../../src/slack/identify-member.ts';
import { listen } from '../../src/slack/listen.ts';
import { isFrom } from '../../src/slack/origin.ts';
import { people } from '../../src/slack/people.ts';
import type { TestDatabase } from './database.ts';
import { depsOn } from './deps.ts';

/** A call to Slack, or something said at an address for answers (`respond`). */
export interface TinyCall {
  readonly method: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** What Slack answers: a body with 200, a status too, or nothing at all. */
export type TinyAnswer =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'no answer';

export interface TinySlack {
  /** All calls so far. */
  readonly calls: TinyCall[];
  /** Says what it answers to a method from now on; else it takes everything. */
  answers(method: string, answer: (call: TinyCall) => TinyAnswer): void;
  /** Hands the app something as Slack does. @returns what the app acknowledged with */
  sends(payload: object, kind?: 'command' | 'interactive' | 'event'): Promise<{ status: number; body: unknown }>;
  readonly responseUrl: string;
  readonly log: readonly { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly connection: Connection;
  close(): Promise<void>;
}

const signingSecret = 'tiny-signing-secret';

/**
 * A Slack that answers as a test wants it to, where the sandbox only answers as it does. The app behind it is the real one, as
 * far as what comes in and what is answered.
 */
export async function tinySlack(
  database: TestDatabase,
  options: {
    readonly enterpriseId?: string;
    readonly asUser?: (id: string) => object;
    readonly now?: () => Date;
  } = {},
): Promise<TinySlack> {
  const calls: TinyCall[] = [];
  const script = new Map<string, (call: TinyCall) => TinyAnswer>();
  const usual = (call: TinyCall): TinyAnswer => ({ body: usualAnswer(call, options.asUser ?? ourUser) });
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      const answer = (script.get(call.method) ?? usual)(call);
      if (answer === 'no answer') return;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers }).end(text);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const apiUrl = `${url}/api/`;

  const logged: { event: string; facts: Readonly<Record<string, unknown>> }[] = [];
  const note = (event: string, facts: Readonly<Record<string, unknown>> = {}) => void logged.push({ event, facts });
  const log: Log = { info: note, error: note };
  const deps = depsOn({ name: 'embedded' }, database.pool, { log });
  const { id } = await deps.store.workspaces.ensure('T1', 'Kaffebar', true);
  const client = deliveryClient('xoxb-1', { apiUrl, timeoutMs: 1000 });
  const connection: Connection = {
    ...contextOf(deps, id),
    client,
    apiUrl,
    people: people(client, 'T1', options.now ?? deps.now),
    illustrator: illustrator({
      ...deps,
      memberPictures: { inAnswer: () => null, show: async () => undefined },
      uploads: { find: async () => null, forget: () => undefined },
    }),
    firstAdmin: 'U1',
    nudgeImports: () => undefined,
    nudgeRequests: () => undefined,
    nudgePredictions: () => undefined,
    nudgeObstacles: () => undefined,
  };
  const app = await listen({
    receiver: { mode: 'http', signingSecret, port: 0, picture: async () => null, surveys: async () => undefined },
    apiUrl,
    botToken: 'xoxb-1',
    bot: { botId: 'B1', botUserId: 'U0' },
    log,
    patienceMs: 1000,
    connectionOf: (origin) =>
      isFrom(origin, { teamId: 'T1', enterpriseId: options.enterpriseId ?? null }) ? connection : null,
  });

  return {
    calls,
    answers: (method, answer) => void script.set(method, answer),
    responseUrl: `${url}/respond`,
    log: logged,
    connection,
    async sends(payload, kind = 'interactive') {
      const body = encoded(payload, kind);
      const type = kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded';
      const headers = { 'content-type': type, ...signatureHeaders(signingSecret, body) };
      const response = await fetch(`http://127.0.0.1:${app.port}/slack/events`, { method: 'POST', body, headers });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
    async close() {
      await app.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function encoded(payload: object, kind: 'command' | 'interactive' | 'event'): string {
  if (kind === 'event') return JSON.stringify(payload);
  const fields = kind === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return new URLSearchParams(fields).toString();
}

async function read(request: IncomingMessage): Promise<TinyCall> {
  const text = Buffer.concat(await request.toArray()).toString();
  const method = (request.url ?? '').split('/').at(-1) ?? '';
  if (request.headers['content-type'] === 'application/json') return { method, given: JSON.parse(text) };
  const given = Object.entries(Object.fromEntries(new URLSearchParams(text)));
  return { method, given: Object.fromEntries(given.map(([name, value]) => [name, parsed(value)])) };
}

function parsed(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}

/** Somebody of the workspace. */
function ourUser(id: string): object {
  return { id, team_id: 'T1', is_admin: true, locale: 'en-US' };
}

function usualAnswer({ method, given }: TinyCall, asUser: (id: string) => object): unknown {
  switch (method) {
    case 'users.info':
      return { ok: true, user: asUser(String(given.user)) };
    case 'views.open':
      return { ok: true, view: { id: 'V1', hash: '1.1' } };
    case 'conversations.open':
      return { ok: true, channel: { id: 'D1' } };
    case 'chat.postMessage':
      return { ok: true, ts: '1.1' };
    default:
      return { ok: true };
  }
}
