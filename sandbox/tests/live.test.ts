import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveEvent } from '../src/page-api.ts';
import { openSocket, startRecorder } from './recorder.ts';
import {
  astrid,
  bot,
  emily,
  general,
  jonas,
  ledelse,
  nordlys,
  type RunningSandbox,
  startSandbox,
  until,
} from './support.ts';

let sandbox: RunningSandbox;
const sockets: WebSocket[] = [];
const told = { astrid: [] as LiveEvent[], jonas: [] as LiveEvent[], guest: [] as LiveEvent[] };

async function follow(as: string, into: LiveEvent[]): Promise<void> {
  const socket = new WebSocket(`${sandbox.ready.url.replace('http', 'ws')}/sandbox/live?workspace=${nordlys}&as=${as}`);
  sockets.push(socket);
  socket.on('message', (data) => into.push(JSON.parse(String(data)) as LiveEvent));
  await until(() => into.length > 0);
}

beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
  await follow(astrid, told.astrid);
  await follow(jonas, told.jonas);
  await follow('U0GUEST0001', told.guest);
});
beforeEach(() => {
  for (const events of Object.values(told)) events.length = 0;
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await sandbox.stop();
});

/** What was told by the time that a mark reached everyone. */
async function whatWasTold() {
  await sandbox.act({ as: astrid, do: 'create-channel', name: `m${Date.now()}`, isPrivate: false });
  const marked = (events: LiveEvent[]) => events.at(-1)?.type === 'channels';
  await until(() => Object.values(told).every(marked));
  const types = (events: LiveEvent[]) => events.slice(0, -1).map((one) => one.type);
  return { astrid: types(told.astrid), jonas: types(told.jonas), guest: types(told.guest) };
}

test('a message, its change, its replies and its end are told to who may read the channel', async () => {
  const { ts = '' } = await sandbox.client.chat.postMessage({ channel: general, text: 'One' });
  await sandbox.client.chat.update({ channel: general, ts, text: 'Two' });
  await sandbox.client.chat.postMessage({ channel: general, text: 'Reply', thread_ts: ts });
  await sandbox.client.chat.delete({ channel: general, ts });
  const events = ['message', 'message-changed', 'message', 'message-changed', 'message-deleted'];
  expect(await whatWasTold()).toEqual({ astrid: events, jonas: events, guest: [] });
  expect(told.jonas[3]).toMatchObject({ message: { ts, replyCount: 1 } });
  expect(told.jonas[4]).toMatchObject({ channel: general, ts });
});

test('a private channel is told to its members, an ephemeral message to its one person', async () => {
  await sandbox.act({ as: astrid, do: 'say', channel: ledelse, text: 'Secret' });
  await sandbox.client.chat.postEphemeral({ channel: general, user: jonas, text: 'Psst' });
  expect(await whatWasTold()).toEqual({ astrid: ['message'], jonas: ['message'], guest: [] });
  expect(told.jonas[0]).toMatchObject({ message: { text: 'Psst', ephemeral: true } });
});

test('a Home and direct messages are told to their person', async () => {
  await sandbox.client.views.publish({ user_id: jonas, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await sandbox.client.chat.postMessage({ channel: jonas, text: 'Between us' });
  expect(await whatWasTold()).toEqual({
    astrid: ['channels'],
    jonas: ['screen', 'channels', 'message'],
    guest: ['channels'],
  });
  expect(told.jonas[0]).toMatchObject({ screen: { modals: [], home: { type: 'home' } } });
});

test('channels are told as each may know them', async () => {
  const made = await sandbox.act({ as: emily, do: 'create-channel', name: 'hemmelig', isPrivate: true });
  await until(() => told.jonas.some((one) => one.type === 'channels'));
  const ids = (events: LiveEvent[]) =>
    events.flatMap((one) => (one.type === 'channels' ? one.channels.map((channel) => channel.id) : []));
  expect(ids(told.jonas)).toContain(general);
  expect(ids(told.jonas)).not.toContain(made.id);
  expect(ids(told.guest)).toEqual(['C0KUNDESERV']);
});

test('that the app comes and goes is told', async () => {
  const socket = await openSocket(sandbox);
  await until(() => told.jonas.length === 1);
  await socket.close();
  await until(() => told.jonas.length === 2);
  expect(told.jonas).toEqual([
    { type: 'app', connected: true },
    { type: 'app', connected: false },
  ]);
});

test('a person who is not there is refused, a wrong act too', async () => {
  expect(await sandbox.act({ as: 'U0NOBODY001', do: 'open-home' })).toEqual({ ok: false, error: 'user_not_found' });
  expect(await sandbox.act({ workspace: 'T0', as: astrid, do: 'open-home' })).toEqual({
    ok: false,
    error: 'workspace_not_found',
  });
  expect(await sandbox.act({ as: emily, do: 'say', channel: 'C0KUNDESERV', text: 'x' })).toEqual({
    ok: false,
    error: 'not_in_channel',
  });
  expect(await sandbox.act({ as: astrid, do: 'say', channel: general, text: '' })).toEqual({
    ok: false,
    error: 'no_text',
  });
  expect(await sandbox.post('/sandbox/act', { do: 'fly' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('do'),
  });
  expect((await fetch(`${sandbox.ready.url}/sandbox/nowhere`)).status).toBe(404);
});

test('an option is sent as the app wrote it, and one that is not offered cannot be chosen', async () => {
  const recorder = await startRecorder(sandbox);
  const plain = (text: string) => ({ type: 'plain_text', text });
  const element = { type: 'static_select', action_id: 's', options: [{ text: plain('One'), value: '1' }] };
  const posted = await sandbox.client.apiCall('chat.postMessage', {
    channel: general,
    text: 'x',
    blocks: [{ type: 'actions', block_id: 'b', elements: [element] }],
  });
  const on = { kind: 'message' as const, channel: general, ts: String((posted as { ts?: string }).ts) };
  const choose = (value: string) =>
    sandbox.act({ as: jonas, do: 'press', on, blockId: 'b', actionId: 's', value: { selected_option: { value } } });
  expect(await choose('1')).toMatchObject({ ok: true });
  expect(recorder.of('block_actions')).toMatchObject([
    { actions: [{ selected_option: { text: plain('One'), value: '1' } }] },
  ]);
  expect(await choose('2')).toEqual({ ok: false, error: 'invalid_value' });
  await recorder.stop();
});
