import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openSocket, startRecorder } from './recorder.ts';
import {
  astrid,
  general,
  jonas,
  ledelse,
  main,
  newFolder,
  nordlys,
  type RunningSandbox,
  startSandbox,
} from './support.ts';

const running: RunningSandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
});

async function start(folder: string): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ folder });
  running.push(sandbox);
  return sandbox;
}

test('one line tells where it listens and with what secrets', async () => {
  const { ready } = await start(newFolder());
  expect(ready).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    app: { appToken: 'xapp-1-A0LOYALTY01-sandbox', signingSecret: 'sandbox-signing-secret' },
    workspaces: [
      { id: nordlys, installed: true, botToken: 'xoxb-sandbox-nordlys-kaffe', appToken: 'xapp-1-A0LOYALTY01-sandbox' },
      { id: 'T0FJORDSP01', installed: false, botToken: null },
    ],
  });
});

function runWith(args: readonly string[], env: Readonly<Record<string, string>>) {
  const all = [main, '--folder', newFolder(), ...args];
  return spawnSync(process.execPath, all, { env: { ...process.env, ...env }, encoding: 'utf8' });
}

test('it never starts in production', () => {
  const { status, stderr } = runWith([], { NODE_ENV: 'production' });
  expect(status).toBe(1);
  expect(stderr).toContain('NODE_ENV=production');
});

test('it listens on this machine only', () => {
  const { status, stderr } = runWith(['--host', '0.0.0.0'], {});
  expect(status).toBe(1);
  expect(stderr).toContain('this machine only');
});

test('it sends to this machine only', () => {
  const { status, stderr } = runWith(['--request-url', 'https://example.com/slack/events'], {});
  expect(status).toBe(1);
  expect(stderr).toContain('not on this machine');
});

test('a manifest that is none is refused with the place of the fault', () => {
  const { status, stderr } = runWith(['--manifest', join(import.meta.dirname, '../package.json')], {});
  expect(status).toBe(1);
  expect(stderr).toContain('display_information');
});

test('SIGTERM closes it cleanly, with the app connected and a page open', async () => {
  const sandbox = await start(newFolder());
  await openSocket(sandbox);
  const page = new WebSocket(
    `${sandbox.ready.url.replace('http', 'ws')}/sandbox/live?workspace=${nordlys}&as=${astrid}`,
  );
  await once(page, 'open');
  const ended = once(sandbox.process, 'exit');
  sandbox.process.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('killed with -9, it comes back with channels, messages, threads, Homes and a later ts', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.client.conversations.join({ channel: general });
  const { ts = '' } = await first.client.chat.postMessage({
    channel: general,
    text: 'One',
    metadata: { event_type: 'outbox', event_payload: { id: '7' } },
  });
  await first.client.chat.postMessage({ channel: general, text: 'Two', thread_ts: ts });
  const made = await first.act({ as: astrid, do: 'create-channel', name: 'nyt', isPrivate: false });
  await first.client.views.publish({ user_id: astrid, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  const last = await first.client.chat.postMessage({ channel: astrid, text: 'Three' });
  await first.stop('SIGKILL');

  const second = await start(folder);
  const { messages = [] } = await second.client.conversations.history({ channel: general, include_all_metadata: true });
  expect(messages).toMatchObject([{ ts, text: 'One', reply_count: 1, metadata: { event_payload: { id: '7' } } }]);
  expect(await second.messages(astrid, general, ts)).toMatchObject([{ text: 'One' }, { text: 'Two', threadTs: ts }]);
  expect(await second.client.conversations.info({ channel: made.id ?? '' })).toMatchObject({
    channel: { name: 'nyt' },
  });
  expect((await second.screen(astrid)).home?.blocks).toMatchObject([{ type: 'divider' }]);
  const next = await second.client.chat.postMessage({ channel: general, text: 'Four' });
  expect(Number(next.ts)).toBeGreaterThan(Number(last.ts));
});

test('a message for one person and its response_url outlive a kill', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const recorder = await startRecorder(first, (_, response) => response.end('Only you see this'));
  const { ts } = await first.act({ as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' });
  const url = String(recorder.of('/loyalty')[0]?.response_url);
  await recorder.stop();
  await first.stop('SIGKILL');
  const second = await start(folder);
  const body = JSON.stringify({ text: 'And this' });
  expect((await fetch(url.replace(first.ready.url, second.ready.url), { method: 'POST', body })).status).toBe(200);
  const seen = [
    { ts, text: 'Only you see this', ephemeral: true },
    { text: 'And this', ephemeral: true },
  ];
  expect(await second.messages(astrid, general)).toMatchObject(seen);
  expect(await second.messages(jonas, general)).toEqual([]);
});

test('a folder is open in one sandbox; the line of a running one stands in it', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const second = runWith(['--folder', folder], {});
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`already running on ${folder}: ${first.ready.url}`);
  const note = join(folder, 'running.json');
  expect(first.ready).toMatchObject(JSON.parse(readFileSync(note, 'utf8')));
  await first.stop('SIGKILL');
  await (await start(folder)).stop();
  expect(existsSync(note)).toBe(false);
});

test('a line that a kill cut in two costs that line alone', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.client.chat.postMessage({ channel: astrid, text: 'Whole' });
  await first.stop('SIGKILL');
  appendFileSync(join(folder, 'journal.jsonl'), '{"c":"messages","k":"C1:1","v":{"te');
  const second = await start(folder);
  const im = await second.client.conversations.open({ users: astrid });
  expect(await second.messages(astrid, im.channel?.id ?? '')).toMatchObject([{ text: 'Whole' }]);
});

test('its clock is moved over the wire, drives ts, and stays moved', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.post('/sandbox/clock', { now: '2031-05-06T07:08:09Z' });
  const { ts = '' } = await first.client.chat.postMessage({ channel: astrid, text: 'Later' });
  expect(new Date(Number(ts) * 1000).toISOString()).toMatch(/^2031-05-06T07:08:/);
  await first.stop('SIGKILL');
  const second = await start(folder);
  expect(await second.get('/sandbox/clock')).toEqual({ now: expect.stringMatching(/^2031-05-06T07:/) });
  await second.post('/sandbox/clock', { now: '2030-01-01T00:00:00Z' });
  const { ts: later } = await second.client.chat.postMessage({ channel: astrid, text: 'A ts never goes back' });
  expect(Number(later)).toBeGreaterThan(Number(ts));
  expect(await second.post('/sandbox/clock', { advanceMs: 3_600_000 })).toEqual({
    now: expect.stringMatching(/^2030-01-01T01:00:/),
  });
});

test('the two workspaces are there on the first day', async () => {
  const sandbox = await start(newFolder());
  const workspaces =
    await sandbox.get<{ name: string; channels: { name: string; kind: string }[] }[]>('/sandbox/workspaces');
  expect(workspaces.map((one) => one.name)).toEqual(['Nordlys Kaffe', 'Fjord Sport']);
  expect(workspaces[0]?.channels.map((one) => `${one.kind} ${one.name}`)).toEqual([
    'channel general',
    'channel kundeservice',
    'channel kunder-alarm',
    'group ledelse',
  ]);
  expect(await sandbox.messages(astrid, ledelse)).toEqual([]);
});
