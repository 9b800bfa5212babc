import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSocket, type Recorder, startRecorder } from './recorder.ts';
import { astrid, bot, general, jonas, nordlys, type RunningSandbox, startSandbox, until } from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
});
afterAll(() => sandbox.stop());

const command = (text = '') => sandbox.act({ as: astrid, do: 'command', channel: general, command: '/loyalty', text });
const say = (text: string) => sandbox.act({ as: jonas, do: 'say', channel: general, text });

async function withRecorder(reply: Parameters<typeof startRecorder>[1], use: (recorder: Recorder) => Promise<void>) {
  const recorder = await startRecorder(sandbox, reply);
  try {
    await use(recorder);
  } finally {
    await recorder.stop();
  }
}

describe('over HTTP', () => {
  test('a command carries every field that Slack sends, signed', async () => {
    await withRecorder(undefined, async ({ received }) => {
      expect(await command('nps 90')).toMatchObject({ ok: true, ackMs: expect.any(Number) });
      const [{ headers, raw, payload } = { headers: {}, raw: '', payload: {} }] = received;
      expect(payload).toEqual({
        token: 'sandbox-verification-token',
        team_id: nordlys,
        team_domain: 'nordlys-kaffe',
        channel_id: general,
        channel_name: 'general',
        user_id: astrid,
        user_name: 'astrid',
        command: '/loyalty',
        text: 'nps 90',
        api_app_id: 'A0LOYALTY01',
        is_enterprise_install: 'false',
        response_url: expect.stringContaining('/actions/'),
        trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
      });
      const stamp = headers['x-slack-request-timestamp'];
      const digest = createHmac('sha256', 'sandbox-signing-secret')
        .update(`v0:${String(stamp)}:${raw}`)
        .digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
    });
  });

  test('an app with another signing secret refuses it', async () => {
    const receiver = new HTTPReceiver({
      signingSecret: 'another',
      logLevel: LogLevel.ERROR,
      unhandledRequestTimeoutMillis: 100,
    });
    const app = new App({
      token: 'xoxb-sandbox-nordlys-kaffe',
      clientOptions: { slackApiUrl: sandbox.ready.apiUrl },
      receiver,
      logLevel: LogLevel.ERROR,
    });
    const server = await app.start(0);
    const address = (server as { address(): { port: number } }).address();
    await sandbox.post('/sandbox/delivery', { requestUrl: `http://127.0.0.1:${address.port}/slack/events` });
    expect(await command()).toMatchObject({ ok: false, error: 'dispatch_failed' });
    await sandbox.post('/sandbox/delivery', { requestUrl: null });
    await app.stop();
  });

  test('text in the acknowledgement is the answer, to the person alone', async () => {
    await withRecorder(
      (_, response) => response.end('Plain words'),
      async () => {
        const { ts } = await command();
        expect(await sandbox.messages(astrid, general)).toContainEqual(
          expect.objectContaining({ ts, text: 'Plain words', ephemeral: true }),
        );
      },
    );
  });

  test('in_channel makes the answer everyone’s', async () => {
    const body = JSON.stringify({ response_type: 'in_channel', text: 'For all', blocks: [{ type: 'divider' }] });
    await withRecorder(
      (_, response) => response.setHeader('content-type', 'application/json').end(body),
      async () => {
        const { ts } = await command();
        expect(await sandbox.messages(jonas, general)).toContainEqual(
          expect.objectContaining({ ts, text: 'For all', ephemeral: false }),
        );
      },
    );
  });

  test('an answer that Slack would not take is refused', async () => {
    const body = JSON.stringify({
      text: 'x',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    });
    await withRecorder(
      (_, response) => response.setHeader('content-type', 'application/json').end(body),
      async () => {
        expect(await command()).toMatchObject({ ok: false, error: 'invalid_blocks' });
      },
    );
  });

  test('no acknowledgement in three seconds is a timeout, an error a failed dispatch, no app too', async () => {
    await withRecorder(
      () => {},
      async () => {
        expect(await command()).toMatchObject({ ok: false, error: 'operation_timeout' });
      },
    );
    await withRecorder(
      (_, response) => response.writeHead(500).end(),
      async () => {
        expect(await command()).toMatchObject({ ok: false, error: 'dispatch_failed' });
      },
    );
    expect(await command()).toMatchObject({ ok: false, error: 'dispatch_failed' });
  });

  test('an event is an event_callback, with who is authorized', async () => {
    await withRecorder(undefined, async (recorder) => {
      const { ts } = await say('God morgen');
      await until(() => recorder.of('message').length === 1);
      expect(recorder.received[0]?.headers['x-slack-retry-num']).toBeUndefined();
      expect(recorder.of('message')[0]).toMatchObject({
        type: 'event_callback',
        team_id: nordlys,
        api_app_id: 'A0LOYALTY01',
        event_id: expect.stringMatching(/^Ev[0-9A-Z]{10}$/),
        event_time: expect.any(Number),
        authorizations: [{ team_id: nordlys, user_id: bot, is_bot: true, is_enterprise_install: false }],
        event: {
          type: 'message',
          channel: general,
          channel_type: 'channel',
          user: jonas,
          text: 'God morgen',
          ts,
          event_ts: ts,
        },
      });
    });
  });

  test('an event is sent again at once, after a minute and after five more, and says so', async () => {
    await withRecorder(
      (_, response) => response.writeHead(500).end(),
      async (recorder) => {
        await say('Again and again');
        const ours = () => recorder.received.filter((one) => one.raw.includes('Again and again'));
        await until(() => ours().length === 2);
        await sandbox.post('/sandbox/clock', { advanceMs: 61_000 });
        await until(() => ours().length === 3);
        await sandbox.post('/sandbox/clock', { advanceMs: 301_000 });
        await until(() => ours().length === 4);
        await sandbox.post('/sandbox/clock', { advanceMs: 3_600_000 });
        expect(ours().map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
          [undefined, undefined],
          ['1', 'http_error'],
          ['2', 'http_error'],
          ['3', 'http_error'],
        ]);
        expect(new Set(ours().map((one) => one.payload.event_id)).size).toBe(1);
      },
    );
  });

  test('an app that wants no retry gets none', async () => {
    await withRecorder(
      (_, response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
      async (recorder) => {
        await say('Once');
        await until(() => recorder.received.length === 1);
        await sandbox.post('/sandbox/clock', { advanceMs: 600_000 });
        await say('Twice');
        await until(() => recorder.received.length === 2);
        expect(recorder.of('message').map((one) => (one.event as { text: string }).text)).toEqual(['Once', 'Twice']);
      },
    );
  });

  test('an address that does not pass the handshake gets no events', async () => {
    const { createServer } = await import('node:http');
    const seen: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (chunk) => seen.push((JSON.parse(String(chunk)) as { type: string }).type));
      response.end('no');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await sandbox.post('/sandbox/delivery', {
      requestUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    });
    await say('Nobody hears');
    await until(() => seen.length >= 2);
    expect(new Set(seen)).toEqual(new Set(['url_verification']));
    await sandbox.post('/sandbox/delivery', { requestUrl: null });
    server.close();
  });

  test('the app hears its own messages, their edits and their end', async () => {
    await withRecorder(undefined, async (recorder) => {
      const { ts = '' } = await sandbox.client.chat.postMessage({ channel: general, text: 'Mine' });
      await sandbox.client.chat.update({ channel: general, ts, text: 'Still mine' });
      await sandbox.client.chat.delete({ channel: general, ts });
      await until(() => recorder.of('message').length === 3);
      const events = recorder.of('message').map((one) => one.event);
      expect(events).toContainEqual(expect.objectContaining({ ts, bot_id: 'B0NLLADDER1', text: 'Mine' }));
      expect(events).toContainEqual(
        expect.objectContaining({
          subtype: 'message_changed',
          message: expect.objectContaining({ text: 'Still mine' }),
          previous_message: expect.objectContaining({ text: 'Mine' }),
        }),
      );
      expect(events).toContainEqual(expect.objectContaining({ subtype: 'message_deleted', deleted_ts: ts }));
    });
  });

  test('mentions, new members and opened Homes are told', async () => {
    await withRecorder(undefined, async (recorder) => {
      await say(`<@${bot}> hej`);
      await sandbox.act({ as: astrid, do: 'invite', channel: general, user: 'U0GUEST0001' });
      await sandbox.act({ as: astrid, do: 'open-home' });
      await until(() => recorder.received.length === 4);
      expect(recorder.of('app_mention')[0]?.event).toMatchObject({ text: `<@${bot}> hej`, channel: general });
      expect(recorder.of('member_joined_channel')[0]?.event).toMatchObject({
        user: 'U0GUEST0001',
        channel: general,
        inviter: astrid,
      });
      expect(recorder.of('app_home_opened')[0]?.event).toMatchObject({
        user: astrid,
        tab: 'home',
        channel: expect.stringMatching(/^D/),
      });
    });
  });
});

describe('over Socket Mode', () => {
  test('a connection is greeted, and a ticket works once', async () => {
    const socket = await openSocket(sandbox);
    expect(socket.received[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0LOYALTY01' },
    });
    const again = new (await import('ws')).WebSocket(socket.socket.url);
    expect((await once(again, 'close'))[0]).toBe(1008);
    await socket.close();
  });

  test('each envelope goes to exactly one connection', async () => {
    const sockets = [await openSocket(sandbox), await openSocket(sandbox)];
    for (const one of sockets) one.socket.on('message', (data) => one.ack(JSON.parse(String(data))));
    for (let n = 0; n < 6; n += 1) expect(await command(String(n))).toMatchObject({ ok: true });
    const ids = sockets.flatMap((one) => one.envelopes().map((envelope) => envelope.envelope_id));
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(sockets.every((one) => one.envelopes().length > 0)).toBe(true);
    for (const one of sockets) await one.close();
  });

  test('an envelope has its type and says whether it may be answered', async () => {
    const socket = await openSocket(sandbox);
    const typed = command();
    const envelope = await until(() => socket.envelopes()[0]);
    expect(envelope).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/loyalty' },
    });
    socket.ack(envelope, { text: 'Answered in the acknowledgement' });
    const { ts } = await typed;
    expect(await sandbox.messages(astrid, general)).toContainEqual(
      expect.objectContaining({ ts, text: 'Answered in the acknowledgement' }),
    );
    await say('Hello');
    const event = await until(() => socket.envelopes()[1]);
    expect(event).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
    });
    socket.ack(event);
    await socket.close();
  });

  test('what is not acknowledged in three seconds is a timeout and is handed out again', async () => {
    const socket = await openSocket(sandbox);
    expect(await command()).toMatchObject({ ok: false, error: 'operation_timeout' });
    await until(() => socket.envelopes().length === 2);
    expect(socket.envelopes()[1]).toEqual(socket.envelopes()[0]);
    await say('Unheard');
    const first = await until(() => socket.envelopes()[2]);
    const second = await until(() => socket.envelopes()[3]);
    expect(second).toMatchObject({
      type: 'events_api',
      retry_attempt: 1,
      retry_reason: 'http_timeout',
      payload: { event_id: (first.payload as { event_id: string }).event_id },
    });
    socket.ack(second);
    await socket.close();
  });

  test('what a lost connection did not acknowledge goes to another', async () => {
    const first = await openSocket(sandbox);
    const typed = command('lost');
    const envelope = await until(() => first.envelopes()[0]);
    const second = await openSocket(sandbox);
    first.socket.terminate();
    const again = await until(() => second.envelopes()[0]);
    expect(again).toEqual(envelope);
    second.ack(again);
    expect(await typed).toMatchObject({ ok: true });
    await second.close();
  });

  test('refresh_requested asks every connection to come anew', async () => {
    const socket = await openSocket(sandbox);
    await sandbox.post('/sandbox/delivery', { refresh: true });
    expect(await until(() => socket.received[1])).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await socket.close();
  });

  test('there are at most ten connections', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => openSocket(sandbox)));
    expect(await sandbox.get('/sandbox/delivery')).toMatchObject({ connections: 10 });
    const eleventh = await openSocket(sandbox);
    expect(eleventh.received).toEqual([]);
    for (const one of sockets) await one.close();
  });

  test('connections are pinged', async () => {
    const socket = await openSocket(sandbox);
    await until(() => socket.pings.length > 0);
    await socket.close();
  });

  test('with a socket open nothing goes to the request URL', async () => {
    await withRecorder(undefined, async (recorder) => {
      const socket = await openSocket(sandbox);
      socket.socket.on('message', (data) => socket.ack(JSON.parse(String(data))));
      expect(await command()).toMatchObject({ ok: true });
      expect(recorder.received).toEqual([]);
      await socket.close();
      await until(
        () => sandbox.get<{ connections: number }>('/sandbox/delivery'),
        (one) => one.connections === 0,
      );
      expect(await command()).toMatchObject({ ok: true });
      expect(recorder.received).toHaveLength(1);
    });
  });
});

test('a page elsewhere cannot drive the sandbox', async () => {
  const { url } = sandbox.ready;
  const body = JSON.stringify({ workspace: nordlys, as: astrid, do: 'say', channel: general, text: 'Forged' });
  const attempts: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
  ];
  for (const headers of attempts) {
    expect((await fetch(`${url}/sandbox/act`, { method: 'POST', body, headers })).status).toBe(403);
  }
  const { request } = await import('node:http');
  const rebound = request(`${url}/sandbox/workspaces`, { headers: { host: 'rebound.example' } });
  rebound.end();
  const [answer] = (await once(rebound, 'response')) as [{ statusCode: number }];
  expect(answer.statusCode).toBe(403);
  const { WebSocket } = await import('ws');
  const live = new WebSocket(`${url.replace('http', 'ws')}/sandbox/live?workspace=${nordlys}&as=${astrid}`, {
    origin: 'https://evil.example',
  });
  expect(String((await once(live, 'error'))[0])).toContain('403');
  expect((await fetch(`${url}/sandbox/act`, { method: 'POST', body, headers: { origin: url } })).status).toBe(200);
});
