import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  alarm,
  astrid,
  bot,
  clientOf,
  emily,
  general,
  jonas,
  ledelse,
  nordlys,
  type RunningSandbox,
  startSandbox,
} from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.client.conversations.join({ channel: general });
});
afterAll(() => sandbox.stop());

async function call(method: string, body: string, headers: Record<string, string> = {}) {
  const token = sandbox.ready.workspaces[0]?.botToken;
  const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  const response = await fetch(`${sandbox.ready.apiUrl}${method}`, { method: 'POST', headers: all, body });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const post = (text: string, more: object = {}) => sandbox.client.chat.postMessage({ channel: general, text, ...more });
const refused = (error: string) => expect.objectContaining({ data: expect.objectContaining({ ok: false, error }) });

describe('a business error is HTTP 200', () => {
  test('an unknown method', async () => {
    expect(await call('chat.postTelegram', '{}')).toMatchObject({
      status: 200,
      answer: { ok: false, error: 'unknown_method' },
    });
  });

  test.each([
    ['no token', 'auth.test', { authorization: '' }, 'not_authed'],
    ['an unknown token', 'auth.test', { authorization: 'Bearer xoxb-made-up' }, 'invalid_auth'],
    [
      'the app token for a bot method',
      'auth.test',
      { authorization: 'Bearer xapp-1-A0LOYALTY01-sandbox' },
      'not_allowed_token_type',
    ],
    ['the bot token for an app method', 'apps.connections.open', {}, 'not_allowed_token_type'],
  ])('%s', async (_what, method, headers, error) => {
    expect(await call(method, '{}', headers)).toMatchObject({ status: 200, answer: { ok: false, error } });
  });

  test('arguments that do not fit, with the place', async () => {
    const { status, answer } = await call('chat.update', JSON.stringify({ channel: general }));
    expect({ status, ...answer }).toMatchObject({ status: 200, ok: false, error: 'invalid_arguments' });
    expect(JSON.stringify(answer.response_metadata)).toContain('[json-pointer:/ts]');
  });
});

test('JSON and form bodies say the same', async () => {
  const blocks = [{ type: 'divider', block_id: 'd' }];
  const json = await call('chat.postMessage', JSON.stringify({ channel: general, text: 'Json', blocks }));
  const form = new URLSearchParams({ channel: general, text: 'Json', blocks: JSON.stringify(blocks) }).toString();
  const formed = await call('chat.postMessage', form, { 'content-type': 'application/x-www-form-urlencoded' });
  expect((json.answer.message as { blocks: unknown }).blocks).toEqual(blocks);
  expect((formed.answer.message as { blocks: unknown }).blocks).toEqual(blocks);
});

test('api.test gives back what it was given', async () => {
  const { answer } = await call('api.test', JSON.stringify({ foo: 'bar' }));
  expect(answer).toMatchObject({ ok: true, args: { foo: 'bar' } });
  await expect(sandbox.client.api.test({ error: 'my_error' })).rejects.toEqual(refused('my_error'));
});

describe('posting', () => {
  test('a message carries the app, its metadata and generated block_ids', async () => {
    const metadata = { event_type: 'outbox', event_payload: { id: '42' } };
    const { message } = await post('Hello', { metadata, blocks: [{ type: 'divider' }, { type: 'divider' }] });
    expect(message).toMatchObject({ user: bot, bot_id: 'B0NLLADDER1', app_id: 'A0LOYALTY01', metadata });
    const ids = (message?.blocks ?? []).map((block) => block.block_id);
    expect(ids).toEqual([expect.stringMatching(/^.{5}$/), expect.stringMatching(/^.{5}$/)]);
    expect(new Set(ids).size).toBe(2);
  });

  test.each([
    ['a channel that the bot is not in', { channel: alarm, text: 'x' }, 'not_in_channel'],
    ['a private channel that the bot is not in', { channel: ledelse, text: 'x' }, 'channel_not_found'],
    ['a channel that is not there', { channel: 'C0NOWHERE01', text: 'x' }, 'channel_not_found'],
    ['nothing to say', { channel: general, text: '' }, 'no_text'],
    ['too much to say', { channel: general, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['a thread that is none', { channel: general, text: 'x', thread_ts: '0' }, 'invalid_thread_ts'],
  ])('%s is refused', async (_what, args, error) => {
    await expect(sandbox.client.chat.postMessage(args)).rejects.toEqual(refused(error));
  });

  test('a reply belongs to its thread, and to the channel only when broadcast', async () => {
    const { ts = '' } = await post('Thread');
    await post('Quiet', { thread_ts: ts });
    const loud = await post('Loud', { thread_ts: ts, reply_broadcast: true });
    const texts = (await sandbox.client.conversations.history({ channel: general, oldest: ts, inclusive: true }))
      .messages;
    expect(texts?.map((one) => one.text)).toEqual(['Loud', 'Thread']);
    expect(texts?.[1]).toMatchObject({ reply_count: 2, latest_reply: loud.ts, thread_ts: ts });
    const { messages = [] } = await sandbox.client.conversations.replies({ channel: general, ts: loud.ts ?? '' });
    expect(messages.map((one) => one.text)).toEqual(['Thread', 'Quiet', 'Loud']);
    expect(messages[1]).toMatchObject({ thread_ts: ts, parent_user_id: bot });
  });

  test('a reply to what is not there is taken, and found nowhere', async () => {
    const { ts = '' } = await post('Lost', { thread_ts: '1.000001' });
    const { messages = [] } = await sandbox.client.conversations.history({ channel: general });
    expect(messages.map((one) => one.ts)).not.toContain(ts);
    const thread = sandbox.client.conversations.replies({ channel: general, ts: '1.000001' });
    await expect(thread).rejects.toEqual(refused('thread_not_found'));
    expect((await sandbox.messages(astrid, general)).map((one) => one.ts)).not.toContain(ts);
  });

  test('a message to a person goes to their direct messages', async () => {
    const { channel = '' } = await sandbox.client.chat.postMessage({ channel: emily, text: 'Between us' });
    expect(channel).toMatch(/^D/);
    expect(await sandbox.messages(emily, channel)).toMatchObject([{ text: 'Between us' }]);
    expect(await sandbox.get(`/sandbox/messages?workspace=${nordlys}&as=${jonas}&channel=${channel}`)).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  test('an ephemeral message is seen by one person, in no history, and never updated', async () => {
    const { message_ts: ts = '' } = await sandbox.client.chat.postEphemeral({
      channel: general,
      user: jonas,
      text: 'Psst',
    });
    expect((await sandbox.messages(jonas, general)).at(-1)).toMatchObject({ ts, text: 'Psst', ephemeral: true });
    expect((await sandbox.messages(astrid, general)).map((one) => one.ts)).not.toContain(ts);
    const { messages } = await sandbox.client.conversations.history({ channel: general });
    expect(messages?.map((one) => one.ts)).not.toContain(ts);
    await expect(sandbox.client.chat.update({ channel: general, ts, text: 'x' })).rejects.toEqual(
      refused('message_not_found'),
    );
    const stranger = sandbox.client.chat.postEphemeral({ channel: general, user: 'U0GUEST0001', text: 'x' });
    await expect(stranger).rejects.toEqual(refused('user_not_in_channel'));
  });

  test('a permalink leads to the message', async () => {
    const { ts = '' } = await post('Linked');
    const { permalink } = await sandbox.client.chat.getPermalink({ channel: general, message_ts: ts });
    expect(permalink).toContain(`/archives/${general}/p${ts.replace('.', '')}`);
  });
});

describe('changing', () => {
  test('text without blocks takes the blocks away, blocks without text leave the text', async () => {
    const { ts = '' } = await post('Old', {
      blocks: [{ type: 'divider' }],
      metadata: { event_type: 'a', event_payload: {} },
    });
    await sandbox.client.chat.update({ channel: general, ts, blocks: [{ type: 'divider' }, { type: 'divider' }] });
    const find = async () => (await sandbox.messages(astrid, general)).find((one) => one.ts === ts);
    expect(await find()).toMatchObject({ text: 'Old', blocks: [{}, {}], edited: true });
    await sandbox.client.chat.update({ channel: general, ts, text: 'New' });
    expect(await find()).toMatchObject({ text: 'New', blocks: [] });
    const { messages } = await sandbox.client.conversations.history({ channel: general, include_all_metadata: true });
    expect(messages?.find((one) => one.ts === ts)).toMatchObject({ metadata: { event_type: 'a' } });
  });

  test("a person's message is not the app's to change or delete", async () => {
    const { ts = '' } = await sandbox.act({ as: astrid, do: 'say', channel: general, text: 'Mine' });
    await expect(sandbox.client.chat.update({ channel: general, ts, text: 'x' })).rejects.toEqual(
      refused('cant_update_message'),
    );
    await expect(sandbox.client.chat.delete({ channel: general, ts })).rejects.toEqual(refused('cant_delete_message'));
  });

  test('a deleted message is gone', async () => {
    const { ts = '' } = await post('Gone');
    await sandbox.client.chat.delete({ channel: general, ts });
    expect((await sandbox.messages(astrid, general)).map((one) => one.ts)).not.toContain(ts);
    await expect(sandbox.client.chat.delete({ channel: general, ts })).rejects.toEqual(refused('message_not_found'));
  });
});

describe('reading', () => {
  test('history comes newest first, in pages, without its ends unless they are included', async () => {
    const made = await sandbox.act({ as: astrid, do: 'create-channel', name: 'sider', isPrivate: true });
    const channel = made.id ?? '';
    const hidden = sandbox.client.conversations.history({ channel });
    await expect(hidden).rejects.toEqual(refused('channel_not_found'));
    await sandbox.act({ as: astrid, do: 'invite', channel, user: bot });
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4', '5'])
      stamps.push((await sandbox.client.chat.postMessage({ channel, text })).ts ?? '');
    const texts: (string | undefined)[][] = [];
    for await (const page of sandbox.client.paginate('conversations.history', { channel, limit: 2 })) {
      texts.push((page as { messages?: { text?: string }[] }).messages?.map((one) => one.text) ?? []);
    }
    expect(texts).toEqual([['5', '4'], ['3', '2'], ['1']]);
    const range = { channel, oldest: stamps[1] ?? '', latest: stamps[3] ?? '' };
    expect((await sandbox.client.conversations.history(range)).messages).toMatchObject([{ text: '3' }]);
    const inclusive = await sandbox.client.conversations.history({ ...range, inclusive: true });
    expect(inclusive.messages?.map((one) => one.text)).toEqual(['4', '3', '2']);
    expect(inclusive.messages?.[0]).not.toHaveProperty('metadata');
  });

  test('a public channel is read only by its members', async () => {
    await expect(sandbox.client.conversations.history({ channel: alarm })).rejects.toEqual(refused('not_in_channel'));
  });

  test('conversations.list shows public channels and, when asked, private ones that the bot is in', async () => {
    const { channels = [] } = await sandbox.client.conversations.list({ types: 'public_channel,private_channel' });
    expect(channels.map((one) => one.name)).toEqual(['general', 'kundeservice', 'kunder-alarm', 'sider']);
    expect(channels[0]).toMatchObject({ is_member: true, is_private: false });
    const own = await sandbox.client.users.conversations({ types: 'public_channel,private_channel' });
    expect(own.channels?.map((one) => one.name)).toEqual(['general', 'sider']);
    const { members } = await sandbox.client.conversations.members({ channel: general });
    expect(members).toContain(bot);
  });

  test('a person has a time zone always and a locale when asked for', async () => {
    const plain = await sandbox.client.users.info({ user: jonas });
    expect(plain.user).toMatchObject({ tz: 'Europe/Oslo', is_admin: false, is_bot: false, is_restricted: false });
    expect(plain.user).not.toHaveProperty('locale');
    const { user } = await sandbox.client.users.info({ user: jonas, include_locale: true });
    expect(user).toMatchObject({ locale: 'nb-NO', profile: { real_name: 'Jonas Berg' } });
    expect(user?.profile).not.toHaveProperty('email');
    expect((await sandbox.client.users.info({ user: astrid })).user).toMatchObject({ is_admin: true });
    expect((await sandbox.client.users.info({ user: 'U0GUEST0001' })).user).toMatchObject({ is_restricted: true });
    expect((await sandbox.client.users.list({})).members?.map((one) => one.id)).toContain(bot);
    await expect(sandbox.client.users.info({ user: 'U0NOBODY001' })).rejects.toEqual(refused('user_not_found'));
  });

  test('a guest sees the channels that he is in', async () => {
    const seen = await sandbox.get(`/sandbox/messages?workspace=${nordlys}&as=U0GUEST0001&channel=${general}`);
    expect(seen).toEqual({ ok: false, error: 'channel_not_found' });
    expect(await sandbox.messages('U0GUEST0001', 'C0KUNDESERV')).toEqual([]);
  });
});

test('what belongs to another workspace is not found', async () => {
  await expect(sandbox.client.chat.postMessage({ channel: 'C0FSGENERAL', text: 'x' })).rejects.toEqual(
    refused('channel_not_found'),
  );
  await expect(sandbox.client.users.info({ user: 'U0INGRID001' })).rejects.toEqual(refused('user_not_found'));
  await expect(clientOf(sandbox.ready, 'xoxb-sandbox-fjord-sport').auth.test()).rejects.toEqual(
    refused('invalid_auth'),
  );
});

test('what Slack knows nothing of is left aside, and stands in the log; a name that none can have is refused', async () => {
  await sandbox.client.apiCall('chat.postMessage', { channel: general, text: 'x', unfurl_links: false, thread: '1.1' });
  const calls = await sandbox.calls('chat.postMessage');
  expect(calls.at(-1)).toMatchObject({ ok: true, unknown: ['thread'] });
  const refusal = async (body: object) => (await call('users.info', JSON.stringify(body))).answer.error;
  expect(await refusal({ 'user[0]': astrid })).toBe('invalid_array_arg');
  expect(await refusal({ 'user-id': astrid })).toBe('invalid_arg_name');
});

test('a charset that is missing or too much is remarked', async () => {
  const json = await call('users.info', JSON.stringify({ user: astrid }));
  expect(json.answer).toMatchObject({ ok: true, warning: 'missing_charset' });
  const type = 'application/x-www-form-urlencoded; charset=utf-8';
  const form = await call('users.info', `user=${astrid}`, { 'content-type': type });
  expect(form.answer).toMatchObject({ ok: true, response_metadata: { warnings: ['superfluous_charset'] } });
  const named = await call('users.info', JSON.stringify({ user: astrid }), {
    'content-type': 'application/json; charset=utf-8',
  });
  expect(named.answer).not.toHaveProperty('warning');
});

test('the calls that were made are told, without their secrets', async () => {
  await post('Logged', { blocks: [{ type: 'divider' }] });
  const calls = await sandbox.get<Record<string, unknown>[]>(
    `/sandbox/calls?workspace=${nordlys}&method=chat.postMessage`,
  );
  expect(calls.at(-1)).toMatchObject({
    method: 'chat.postMessage',
    ok: true,
    error: null,
    arguments: { text: 'Logged', blocks: [{ type: 'divider' }] },
  });
  expect(JSON.stringify(calls)).not.toContain('xoxb-');
});
