import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Conditions, RefusalRule } from '../src/page-api.ts';
import { startRecorder } from './recorder.ts';
import {
  alarm,
  astrid,
  bot,
  fjord,
  general,
  jonas,
  ledelse,
  type RunningSandbox,
  startSandbox,
  until,
} from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const channel of [general, alarm]) await sandbox.client.conversations.join({ channel });
});
afterEach(async () => {
  await sandbox.refuse();
  await sandbox.change({ archived: [], restricted: [], withoutScopes: [], deactivated: [], withoutLocale: [] });
});
afterAll(() => sandbox.stop());

const refused = (error: string, more: object = {}) =>
  expect.objectContaining({ data: expect.objectContaining({ ok: false, error, ...more }) });
const post = (channel: string, more: object = {}) => sandbox.client.chat.postMessage({ channel, text: 'x', ...more });
const word = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    ({ data }: { data: { error: string } }) => data.error,
  );

describe('what Slack is told to refuse', () => {
  test.each([
    'not_in_channel',
    'is_archived',
    'channel_not_found',
    'restricted_action',
    'no_permission',
    'msg_too_long',
  ])('a post with %s, as often as the rule says and in its channel alone', async (error) => {
    await sandbox.refuse({ method: 'chat.postMessage', channel: alarm, error, times: 2 });
    expect([await word(post(alarm)), await word(post(general)), await word(post(alarm))]).toEqual([error, 'ok', error]);
    expect(await word(post(alarm))).toBe('ok');
    expect(await sandbox.refusals()).toEqual([{ method: 'chat.postMessage', channel: alarm, error, times: 2, met: 2 }]);
  });

  test('a call of another workspace is left alone, and a rule that is none is refused', async () => {
    await sandbox.post(`/sandbox/refusals?workspace=${fjord}`, { rules: [{ method: 'chat.postMessage', error: 'x' }] });
    expect(await word(post(general))).toBe('ok');
    await sandbox.post(`/sandbox/refusals?workspace=${fjord}`, { rules: [] });
    await expect(sandbox.refuse({ method: 'chat.postMessage', once: true } as RefusalRule)).rejects.toThrow('once');
    await expect(sandbox.change({ archive: [alarm] } as Partial<Conditions>)).rejects.toThrow('archive');
    expect(await sandbox.post('/sandbox/refusals?workspace=T0NOWHERE01', { rules: [] })).toMatchObject({
      error: 'workspace_not_found',
    });
  });

  test('with a status of its own: 429 with Retry-After, 500 as it is', async () => {
    await sandbox.refuse({ method: 'users.info', status: 429, retryAfterSeconds: 7, times: 1 });
    await expect(sandbox.client.users.info({ user: jonas })).rejects.toMatchObject({ retryAfter: 7 });
    expect(await word(sandbox.client.users.info({ user: jonas }))).toBe('ok');
    await sandbox.refuse({ method: 'users.info', status: 500 });
    await expect(sandbox.client.users.info({ user: jonas })).rejects.toMatchObject({ statusCode: 500 });
  });

  test('a modal whose answer is lost is open, and its trigger was used', async () => {
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Once' }, blocks: [] };
    const recorder = await startRecorder(sandbox);
    await sandbox.act({ as: astrid, do: 'global-shortcut', callbackId: 'feedback.add' });
    const trigger_id = String(recorder.of('shortcut')[0]?.trigger_id);
    await recorder.stop();
    await sandbox.refuse({ method: 'views.open', answerLost: true, times: 1 });
    const open = () => sandbox.client.views.open({ trigger_id, view });
    await expect(open()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    await expect(open()).rejects.toEqual(refused('exchanged_trigger_id'));
    expect((await sandbox.screen(astrid)).modals).toMatchObject([{ title: 'Once' }]);
  });

  test.each([
    [{ error: 'invalid_blocks' }, 200, { ok: false, error: 'invalid_blocks' }],
    [{ error: 'invalid_blocks', status: 400 }, 400, { ok: false, error: 'invalid_blocks' }],
    [{ error: 'expired_url', status: 404 }, 404, { ok: false, error: 'expired_url' }],
    [{ status: 500 }, 500, { ok: false, error: 'internal_error' }],
  ] as const)('a response_url: %o', async (rule, status, answer) => {
    const recorder = await startRecorder(sandbox);
    await sandbox.act({ as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' });
    const url = String(recorder.of('/loyalty')[0]?.response_url);
    await recorder.stop();
    const before = (await sandbox.messages(astrid, general)).length;
    await sandbox.refuse({ method: 'response_url', times: 1, ...rule });
    const say = () => fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Hello' }) });
    const response = await say();
    expect([response.status, await response.json()]).toEqual([status, answer]);
    expect((await sandbox.messages(astrid, general)).length).toBe(before);
    expect(await (await say()).text()).toBe('ok');
  });
});

describe('how a workspace is', () => {
  test('an archived channel takes no post, no edit, no person and no command, until it is opened again', async () => {
    const { ts = '' } = await post(alarm);
    const recorder = await startRecorder(sandbox);
    await sandbox.change({ archived: [alarm] });
    expect(await word(post(alarm))).toBe('is_archived');
    expect(await word(sandbox.client.chat.update({ channel: alarm, ts, text: 'y' }))).toBe('is_inactive');
    expect(await word(sandbox.client.conversations.join({ channel: alarm }))).toBe('is_archived');
    expect((await sandbox.client.conversations.info({ channel: alarm })).channel).toMatchObject({ is_archived: true });
    const { channels = [] } = await sandbox.client.conversations.list({ exclude_archived: true });
    expect(channels.map((one) => one.id)).not.toContain(alarm);
    for (const act of [
      { do: 'say', text: 'x' },
      { do: 'command', command: '/loyalty', text: '' },
      { do: 'invite', user: jonas },
    ] as const) {
      expect(await sandbox.act({ as: astrid, channel: alarm, ...act })).toMatchObject({ error: 'is_archived' });
    }
    await sandbox.change({ archived: [] });
    expect(await word(post(alarm))).toBe('ok');
    await until(() => recorder.of('channel_unarchive').length === 1);
    expect(recorder.of('channel_archive')).toMatchObject([{ event: { channel: alarm, user: astrid } }]);
    await recorder.stop();
    await expect(sandbox.change({ archived: [general] })).rejects.toThrow('cant_archive_general');
  });

  test('a bot that was removed is in the channel no longer, a public or a private one', async () => {
    const recorder = await startRecorder(sandbox);
    await sandbox.act({ do: 'invite', as: astrid, channel: ledelse, user: bot });
    for (const channel of [alarm, ledelse]) await sandbox.act({ do: 'remove', as: astrid, channel, user: bot });
    expect(await word(post(alarm))).toBe('not_in_channel');
    expect(await word(post(ledelse))).toBe('channel_not_found');
    await until(() => recorder.of('group_left').length + recorder.of('channel_left').length === 2);
    expect(recorder.of('channel_left')).toMatchObject([{ event: { channel: alarm } }]);
    await recorder.stop();
    await sandbox.act({ do: 'invite', as: astrid, channel: alarm, user: bot });
    expect(await word(post(alarm))).toBe('ok');
    expect(await sandbox.act({ do: 'remove', as: astrid, channel: alarm, user: 'U0GUEST0001' })).toMatchObject({
      error: 'not_in_channel',
    });
  });

  test('in a channel of its admins nobody else posts', async () => {
    await sandbox.change({ restricted: [alarm] });
    expect(await word(post(alarm))).toBe('restricted_action');
    expect(await sandbox.act({ do: 'say', as: jonas, channel: alarm, text: 'x' })).toMatchObject({
      error: 'restricted_action',
    });
    expect(await sandbox.act({ do: 'say', as: astrid, channel: alarm, text: 'x' })).toMatchObject({ ok: true });
  });

  test('a scope that was not given is missing, whatever the manifest says', async () => {
    await sandbox.change({ withoutScopes: ['chat:write'] });
    await expect(post(general)).rejects.toEqual(refused('missing_scope', { needed: 'chat:write' }));
  });

  test('a deactivated person is known as such, hears nothing and does nothing', async () => {
    await sandbox.change({ deactivated: [jonas] });
    expect((await sandbox.client.users.info({ user: jonas })).user).toMatchObject({ deleted: true });
    expect(await word(sandbox.client.conversations.open({ users: jonas }))).toBe('user_disabled');
    expect(await word(sandbox.client.chat.postEphemeral({ channel: general, user: jonas, text: 'x' }))).toBe(
      'user_not_in_channel',
    );
    expect(await sandbox.act({ do: 'say', as: jonas, channel: general, text: 'x' })).toMatchObject({
      error: 'account_inactive',
    });
  });

  test('of some people Slack tells no locale', async () => {
    await sandbox.change({ withoutLocale: [jonas] });
    const { user } = await sandbox.client.users.info({ user: jonas, include_locale: true });
    expect(user).toMatchObject({ tz: 'Europe/Oslo' });
    expect(user).not.toHaveProperty('locale');
  });

  test('what all blocks of a message say together has a limit, but for answers', async () => {
    const blocks = (total: number) => [
      { type: 'markdown', text: 'x'.repeat(12_000) },
      { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(total - 12_000) } },
    ];
    expect(await word(post(general, { blocks: blocks(13_200) }))).toBe('ok');
    expect(await word(post(general, { blocks: blocks(13_201) }))).toBe('msg_blocks_too_long');
    const recorder = await startRecorder(sandbox, (_, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ blocks: blocks(14_000) })),
    );
    expect(
      await sandbox.act({ as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' }),
    ).toMatchObject({ ok: true });
    await recorder.stop();
  });
});

describe('how often', () => {
  test('a method has the calls of its tier in a minute, and says when the next may come', async () => {
    const limited = await startSandbox({ conditions: { rateLimited: true } });
    const list = () => limited.client.conversations.list({});
    for (let n = 0; n < 20; n += 1) await list();
    await expect(list()).rejects.toMatchObject({ retryAfter: expect.any(Number) });
    await limited.client.conversations.join({ channel: general });
    await limited.advanceClock(60_000);
    await list();
    await limited.change({ rateLimited: false });
    for (let n = 0; n < 40; n += 1) await list();
    await limited.stop();
  });

  test('a channel takes a burst of posts, then one a second; another channel has its own', async () => {
    const limited = await startSandbox({ conditions: { rateLimited: true } });
    for (const channel of [general, alarm]) await limited.client.conversations.join({ channel });
    const say = (channel: string) => limited.client.chat.postMessage({ channel, text: 'x' });
    for (let n = 0; n < 10; n += 1) await say(general);
    await expect(say(general)).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error' });
    await say(alarm);
    await limited.advanceClock(10_000);
    await say(general);
    await limited.stop();
  });

  test('an app outside the Marketplace reads history once a minute, 15 messages at most', async () => {
    const limited = await startSandbox({ conditions: { historyLimited: true } });
    await limited.client.conversations.join({ channel: general });
    const all = Array.from({ length: 20 }, (_, n) => n);
    for (const n of all) await limited.act({ do: 'say', as: astrid, channel: general, text: String(n) });
    const read = () => limited.client.conversations.history({ channel: general, limit: 200 });
    expect(await read()).toMatchObject({
      has_more: true,
      messages: all
        .slice(5)
        .reverse()
        .map((n) => ({ text: `${n}` })),
    });
    await expect(read()).rejects.toMatchObject({ retryAfter: expect.any(Number) });
    const ts = (await limited.messages(astrid, general))[0]?.ts ?? '';
    await limited.client.conversations.replies({ channel: general, ts });
    await limited.advanceClock(60_000);
    await read();
    await limited.stop();
  });
});

test('it is started as it shall be, and stays so over a restart', async () => {
  const first = await startSandbox({ conditions: { charts: false }, refusals: [{ method: 'users.list', error: 'x' }] });
  expect(await word(first.client.users.list({}))).toBe('x');
  await first.stop();
  const second = await startSandbox({ folder: first.folder });
  expect(await second.change({})).toMatchObject({ charts: false, historyLimited: false });
  expect(await second.refusals()).toEqual([]);
  await second.stop();
});

describe('a stranger', () => {
  const port = () => Number(new URL(sandbox.url).port);
  const ask = (request: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port(), '127.0.0.1', () => socket.write(request));
      socket.once('data', (data) => {
        resolve(String(data).split('\r\n')[0] ?? '');
        socket.destroy();
      });
    });
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';

  test.each(['//', '///evil', 'http://', '*', '/sandbox/live', '/link/?ticket=x'])(
    'that opens a WebSocket at %s from another page is refused, and the sandbox goes on',
    async (target) => {
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
      const host = `Host: 127.0.0.1:${port()}\r\n`;
      const request = `GET ${target} HTTP/1.1\r\n${host}${upgrade}${key}Origin: http://evil.example\r\n\r\n`;
      expect(await ask(request)).toBe('HTTP/1.1 403 Forbidden');
      expect(await ask(request.replace('Origin: http://evil.example\r\n', ''))).toMatch(/403|101/);
      expect(await word(sandbox.client.auth.test())).toBe('ok');
    },
  );

  test('that asks for no address that is one is told that there is nothing', async () => {
    const request = `GET // HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nConnection: close\r\n\r\n`;
    expect(await ask(request)).toBe('HTTP/1.1 404 Not Found');
  });
});
