import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalRule } from '../conditions.ts';
import { addressOf, readBody, sendJson } from '../http.ts';
import { isJson, type Json, stringOf } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { app, type FirstDay, firstDays } from '../state/first-day.ts';
import { scopesOf, wasRevoked, workspaceOfToken } from '../workspace/installation.ts';
import { charsetWarning, checkArgumentNames, unknownArguments } from './argument-names.ts';
import { answerOf, loseAnswer, meetFault, sendRefusal } from './faults.ts';
import { methods } from './index.ts';
import { type Call, type Method, requireScope } from './method.ts';
import { waitFor } from './rates.ts';

/**
 * Answers a Web API call. Business errors are HTTP 200 with ok: false, an unknown method too; the plan of faults alone
 * makes real 429, 5xx and dropped connections.
 */
export async function answerCall(sandbox: Sandbox, name: string, request: IncomingMessage, response: ServerResponse) {
  const args = await readArguments(request);
  if (await meetFault(sandbox, name, request, response)) return;
  const { token, ...told } = args;
  const bearer = bearerOf(request) ?? (typeof token === 'string' ? token : null);
  const day = bearer === null ? null : workspaceOfToken(sandbox, bearer);
  const rule = day ? ruleFor(sandbox, day.id, name, told) : null;
  const caller = { bearer, day, basicAuth: basicAuthOf(request) };
  const refused = rule && !rule.answerLost;
  const answer = refused ? answerOf(rule) : await run(sandbox, name, caller, told);
  sandbox.calls.add(day?.id ?? null, {
    at: new Date(sandbox.clock.now()).toISOString(),
    method: name,
    ok: answer.ok === true,
    error: typeof answer.error === 'string' ? answer.error : null,
    arguments: redacted(told),
    unknown: unknownArguments(name, methods.get(name), told),
  });
  await sandbox.chaos.held(name);
  if (refused) return sendRefusal(response, rule);
  if (loseAnswer(sandbox, name, request, rule)) return;
  const warned = withWarning(answer, charsetWarning(request.headers['content-type'] ?? ''));
  sendJson(response, 200, warned, scopeHeaders(sandbox, day, methods.get(name)));
}

/** What keeps Slack from carrying a call out: its rate limits, else what it was told to refuse. */
function ruleFor(sandbox: Sandbox, workspace: string, method: string, args: Json): RefusalRule | null {
  const wait = waitFor(sandbox, workspace, method, args);
  if (wait !== null) return { method, status: 429, retryAfterSeconds: wait };
  return sandbox.refusals.meet(workspace, method, stringOf(args.channel ?? args.channel_id));
}

function withWarning(answer: Json, warning: string | null): Json {
  if (warning === null) return answer;
  const about = isJson(answer.response_metadata) ? answer.response_metadata : {};
  const warnings = [...(Array.isArray(about.warnings) ? about.warnings : []), warning];
  return { ...answer, warning: warnings.join(','), response_metadata: { ...about, warnings } };
}

interface Caller {
  readonly bearer: string | null;
  readonly day: FirstDay | null;
  readonly basicAuth: Call['basicAuth'];
}

async function run(sandbox: Sandbox, name: string, caller: Caller, args: Json): Promise<Json> {
  try {
    const method = methods.get(name);
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    checkArgumentNames(args);
    const day = admit(sandbox, method, caller);
    const call: Call = { sandbox, day, basicAuth: caller.basicAuth };
    if (method.scope !== null) requireScope(call, method.scope);
    return { ok: true, ...(await method.run(call, args)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.details };
    throw error;
  }
}

/** Token to workspace. Refused with: not_authed, invalid_auth, account_inactive, not_allowed_token_type. */
function admit(sandbox: Sandbox, method: Method, { bearer, day }: Caller): FirstDay {
  const anyDay = firstDays[0];
  if (!anyDay) throw new Error('There is no workspace.');
  if (method.token === 'none') return day ?? anyDay;
  if (bearer === null || bearer === '') throw new Refusal('not_authed');
  if (method.token === 'app') {
    if (bearer === app.appToken) return anyDay;
    throw new Refusal(day ? 'not_allowed_token_type' : 'invalid_auth');
  }
  if (bearer === app.appToken) throw new Refusal('not_allowed_token_type');
  if (day) return day;
  throw new Refusal(wasRevoked(sandbox, bearer) ? 'account_inactive' : 'invalid_auth');
}

/** Form fields or JSON. Arguments of a GET stand in its query. */
async function readArguments(request: IncomingMessage): Promise<Json> {
  const query = Object.fromEntries(addressOf(request).searchParams);
  const body = (await readBody(request)).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  try {
    const parsed: unknown = JSON.parse(body || '{}');
    return { ...query, ...(isJson(parsed) ? parsed : {}) };
  } catch {
    return query;
  }
}

function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer (.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function basicAuthOf(request: IncomingMessage): readonly [string, string] | null {
  const encoded = /^Basic (.*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!encoded) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [id, secret.join(':')];
}

/** Blocks and views are logged as what they are, secrets not at all. */
function redacted(args: Json): Json {
  const { client_secret: _, ...rest } = args;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, parsed(value)]));
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function scopeHeaders(sandbox: Sandbox, day: FirstDay | null, method: Method | undefined): Record<string, string> {
  if (!day) return {};
  return {
    'x-oauth-scopes': scopesOf(sandbox, day.id).join(','),
    ...(method?.scope && { 'x-accepted-oauth-scopes': method.scope }),
  };
}
