import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { deliveryClient } from '../../src/delivery/call.ts';
import { type CallOutcome, outcomeOf } from '../../src/delivery/call-outcome.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** What a post comes to when Slack behaves like this. */
async function outcomeWhen(listener: RequestListener, timeoutMs?: number): Promise<CallOutcome> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return outcomeAt((listening.address() as AddressInfo).port, timeoutMs);
}

async function outcomeAt(port: number, timeoutMs?: number): Promise<CallOutcome> {
  const client = deliveryClient('xoxb-1', { apiUrl: `http://127.0.0.1:${port}/api/`, ...(timeoutMs && { timeoutMs }) });
  const thrown: unknown = await client.chat.postMessage({ channel: 'C1', text: 'hello' }).then(
    () => 'nothing was thrown',
    (cause: unknown) => cause,
  );
  return outcomeOf(thrown);
}

const answer =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

describe('what Slack answers', () => {
  const refusals: readonly (readonly [string, CallOutcome['kind']])[] = [
    ['invalid_blocks', 'refused'],
    ['channel_not_found', 'refused'],
    ['not_in_channel', 'refused'],
    ['is_archived', 'refused'],
    ['msg_too_long', 'refused'],
    ['missing_scope', 'refused'],
    ['a_code_of_tomorrow', 'refused'],
    ['invalid_auth', 'locked-out'],
    ['account_inactive', 'locked-out'],
    ['token_revoked', 'locked-out'],
    ['team_added_to_org', 'locked-out'],
    ['invalid_token', 'locked-out'],
    ['message_not_found', 'missing'],
    ['thread_not_found', 'missing'],
    ['ratelimited', 'rate-limited'],
    ['request_timeout', 'not-accepted'],
    ['too_many_websockets', 'not-accepted'],
    ['internal_error', 'uncertain'],
    ['fatal_error', 'uncertain'],
    ['service_unavailable', 'uncertain'],
  ];
  test.each(refusals)('%s is %s', async (error, kind) => {
    expect((await outcomeWhen(answer({ ok: false, error }))).kind).toBe(kind);
  });

  test('429 says for how long to wait', async () => {
    const outcome = await outcomeWhen(answer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '17' }));
    expect(outcome).toEqual({ kind: 'rate-limited', why: 'rate limited', waitMs: 17_000 });
  });

  test('429 that does not say so waits half a minute', async () => {
    expect(await outcomeWhen(answer({}, 429))).toMatchObject({ kind: 'rate-limited', waitMs: 30_000 });
  });

  test.each([500, 502, 503, 504])('HTTP %i leaves open whether it was accepted', async (status) => {
    expect(await outcomeWhen(answer({}, status))).toEqual({ kind: 'uncertain', why: `HTTP ${status}` });
  });

  test.each(['<h1>Bad gateway</h1>', 'x', 'not_in_channel', 'null', '"x"', '{}'])(
    '%s in place of an answer leaves it open, and is not quoted',
    async (body) => {
      const outcome = await outcomeWhen((_request, response) => response.end(body));
      expect(outcome).toEqual({ kind: 'uncertain', why: 'EBADMSG' });
    },
  );

  test('of refused blocks the log learns where the fault is, not what they say', async () => {
    const messages = ['[ERROR] must be shorter: "Jensen is angry" [json-pointer:/blocks/2/text/text]'];
    const outcome = await outcomeWhen(answer({ ok: false, error: 'invalid_blocks', response_metadata: { messages } }));
    expect(outcome).toMatchObject({ kind: 'refused', why: 'invalid_blocks /blocks/2/text/text' });
  });

  test.each([
    ['not_in_channel', 'place'],
    ['channel_not_found', 'place'],
    ['is_archived', 'place'],
    ['is_inactive', 'place'],
    ['channel_is_archived', 'place'],
    ['invalid_channel', 'place'],
    ['restricted_action', 'permission'],
    ['restricted_action_read_only_channel', 'permission'],
    ['user_is_restricted', 'permission'],
    ['missing_scope', 'permission'],
    ['no_permission', 'permission'],
    ['ekm_access_denied', 'permission'],
    ['msg_too_long', 'content'],
    ['msg_blocks_too_long', 'content'],
    ['invalid_blocks', 'content'],
    ['no_text', 'content'],
    ['a_code_of_tomorrow', 'unknown'],
  ])('%s has to do with: %s', async (error, about) => {
    expect(await outcomeWhen(answer({ ok: false, error }))).toMatchObject({ kind: 'refused', code: error, about });
  });
});

describe('what happens on the way', () => {
  test('a refused connection took nothing along', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await outcomeAt(port)).toEqual({ kind: 'not-accepted', why: 'ECONNREFUSED', unreached: true });
  });

  test('a name that cannot be found took nothing along', () => {
    const lookup = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const original = new TypeError('fetch failed', { cause: lookup });
    const thrown = Object.assign(new Error('request'), { code: 'slack_webapi_request_error', original });
    expect(outcomeOf(thrown)).toEqual({ kind: 'not-accepted', why: 'ENOTFOUND', unreached: true });
  });

  test('a connection that breaks after the request leaves it open', async () => {
    const outcome = await outcomeWhen((request) => {
      request.resume();
      request.on('end', () => request.socket.destroy());
    });
    expect(outcome.kind).toBe('uncertain');
  });

  test('an answer that breaks off in its middle leaves it open', async () => {
    const outcome = await outcomeWhen((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":', () => response.destroy());
    });
    expect(outcome.kind).toBe('uncertain');
  });

  test('no answer in time leaves it open', async () => {
    expect((await outcomeWhen(() => undefined, 50)).kind).toBe('uncertain');
  });
});
