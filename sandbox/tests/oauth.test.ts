import { App, HTTPReceiver, type Installation, LogLevel } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRecorder } from './recorder.ts';
import { clientOf, fjord, freePort, newFolder, type RunningSandbox, startSandbox, until } from './support.ts';

const folder = newFolder();
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ folder });
});
afterAll(() => sandbox.stop());

const ingrid = 'U0INGRID001';
const scopes = ['commands', 'chat:write', 'channels:join'];
const redirect_uri = 'http://127.0.0.1:9/slack/oauth_redirect';

function authorizeUrl(change: Record<string, string> = {}): string {
  const url = new URL(sandbox.ready.authorizeUrl);
  const query = {
    client_id: sandbox.ready.app.clientId,
    scope: scopes.join(','),
    state: 'abc',
    redirect_uri,
    ...change,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

async function decide(url: string, form: Record<string, string>): Promise<URL> {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
  return new URL(response.headers.get('location') ?? '');
}

const allow = (url: string, who = `${fjord}:${ingrid}`) => decide(url, { allow: 'yes', who });
const access = (more: Record<string, string>) => {
  const { clientId, clientSecret } = sandbox.ready.app;
  const args = { client_id: clientId, client_secret: clientSecret, redirect_uri, ...more };
  return clientOf(sandbox.ready, '').apiCall('oauth.v2.access', args);
};
const refused = (error: string) => ({ data: { ok: false, error } });

test('the page says what the app wants, and that this is not Slack', async () => {
  const html = await (await fetch(authorizeUrl())).text();
  expect(html).toContain('not Slack');
  for (const scope of scopes) expect(html).toContain(scope);
  expect(html).toContain('Ingrid Nilsen');
});

test.each([
  ['an unknown client', { client_id: '1.2' }, 'invalid_client_id'],
  ['a scope that is not declared', { scope: 'chat:write,admin' }, 'invalid_scope'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a way back to another machine', { redirect_uri: 'https://evil.example/' }, 'bad_redirect_uri'],
])('%s is refused', async (_what, change, error) => {
  const response = await fetch(authorizeUrl(change));
  expect([response.status, (await response.text()).includes(error)]).toEqual([400, true]);
});

test('a person who says no is sent back with access_denied', async () => {
  const back = await decide(authorizeUrl(), { allow: 'no', who: `${fjord}:${ingrid}` });
  expect(Object.fromEntries(back.searchParams)).toEqual({ state: 'abc', error: 'access_denied' });
});

test('a code is worth a token once, with the right secret and way back, within ten minutes', async () => {
  const code = (await allow(authorizeUrl())).searchParams.get('code') ?? '';
  await expect(access({ code, client_secret: 'wrong' })).rejects.toMatchObject(refused('bad_client_secret'));
  await expect(access({ code, redirect_uri: 'http://127.0.0.1:9/other' })).rejects.toMatchObject(
    refused('bad_redirect_uri'),
  );
  await expect(access({ code: 'made-up' })).rejects.toMatchObject(refused('invalid_code'));
  expect(await access({ code })).toMatchObject({
    ok: true,
    app_id: 'A0LOYALTY01',
    access_token: 'xoxb-sandbox-fjord-sport',
    token_type: 'bot',
    scope: scopes.join(','),
    bot_user_id: 'U0FSLADDER1',
    team: { id: fjord, name: 'Fjord Sport' },
    enterprise: null,
    authed_user: { id: ingrid },
    is_enterprise_install: false,
  });
  await expect(access({ code })).rejects.toMatchObject(refused('invalid_code'));
  const late = (await allow(authorizeUrl())).searchParams.get('code') ?? '';
  await sandbox.post('/sandbox/clock', { advanceMs: 600_001 });
  await expect(access({ code: late })).rejects.toMatchObject(refused('invalid_code'));
});

test('the token opens its workspace alone, with the scopes that were allowed, also after a kill', async () => {
  const before = sandbox.ready.app;
  await sandbox.stop('SIGKILL');
  sandbox = await startSandbox({ folder });
  expect(sandbox.ready.app).toEqual(before);
  const client = clientOf(sandbox.ready, 'xoxb-sandbox-fjord-sport');
  expect(await client.auth.test()).toMatchObject({ team_id: fjord, user_id: 'U0FSLADDER1' });
  const elsewhere = client.chat.postMessage({ channel: 'C0GENERAL01', text: 'x' });
  await expect(elsewhere).rejects.toMatchObject(refused('channel_not_found'));
  const more = client.users.info({ user: ingrid });
  await expect(more).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: scopes.join(',') },
  });
  const workspaces = await sandbox.get<{ id: string; app: { installed: boolean } }[]>('/sandbox/workspaces');
  expect(workspaces.find((one) => one.id === fjord)?.app.installed).toBe(true);
});

test('each workspace hears and sees its own', async () => {
  const recorder = await startRecorder(sandbox);
  const general = 'C0FSGENERAL';
  const command = { do: 'command', command: '/loyalty', text: '' } as const;
  expect(await sandbox.act({ ...command, workspace: fjord, as: ingrid, channel: general })).toMatchObject({ ok: true });
  expect(recorder.of('/loyalty')).toMatchObject([{ team_id: fjord, user_id: ingrid, channel_id: general }]);
  expect(await sandbox.act({ ...command, as: ingrid, channel: general })).toEqual({
    ok: false,
    error: 'user_not_found',
  });
  const stranger = await sandbox.act({ ...command, workspace: fjord, as: ingrid, channel: 'C0GENERAL01' });
  expect(stranger).toEqual({ ok: false, error: 'channel_not_found' });
  const client = clientOf(sandbox.ready, 'xoxb-sandbox-fjord-sport');
  await client.conversations.join({ channel: general });
  const { ts } = await client.chat.postMessage({ channel: general, text: 'Velkommen' });
  const seen = await sandbox.get(`/sandbox/messages?workspace=${fjord}&as=${ingrid}&channel=${general}`);
  expect(seen).toContainEqual(expect.objectContaining({ ts, text: 'Velkommen', user: 'U0FSLADDER1' }));
  const body = JSON.stringify({ trigger_id: recorder.of('/loyalty')[0]?.trigger_id, view: {} });
  const headers = { authorization: 'Bearer xoxb-sandbox-nordlys-kaffe', 'content-type': 'application/json' };
  const crossed = await fetch(`${sandbox.ready.apiUrl}views.open`, { method: 'POST', headers, body });
  expect(await crossed.json()).toMatchObject({ ok: false, error: 'invalid_trigger_id' });
  await recorder.stop();
});

test('an app that is uninstalled is told, its token ends, and a new installation has a new one', async () => {
  const recorder = await startRecorder(sandbox);
  const uninstall = { workspace: fjord, do: 'uninstall-app' } as const;
  expect(await sandbox.act({ ...uninstall, as: 'U0LARS00001' })).toEqual({ ok: false, error: 'not_allowed' });
  expect(await sandbox.act({ ...uninstall, as: ingrid })).toEqual({ ok: true });
  await until(() => recorder.received.length === 2);
  expect(recorder.of('app_uninstalled')).toMatchObject([{ team_id: fjord }]);
  expect(recorder.of('tokens_revoked')).toMatchObject([{ event: { tokens: { bot: ['U0FSLADDER1'] } } }]);
  await recorder.stop();
  const old = clientOf(sandbox.ready, 'xoxb-sandbox-fjord-sport');
  await expect(old.auth.test()).rejects.toMatchObject(refused('account_inactive'));
  const code = (await allow(authorizeUrl())).searchParams.get('code') ?? '';
  expect(await access({ code })).toMatchObject({ access_token: 'xoxb-sandbox-fjord-sport-2' });
  await expect(old.auth.test()).rejects.toMatchObject(refused('account_inactive'));
});

test('unmodified Bolt installs itself through the page', async () => {
  const installed: Installation[] = [];
  const { app: secrets, apiUrl, authorizeUrl: authorizationUrl } = sandbox.ready;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const receiver = new HTTPReceiver({
    signingSecret: secrets.signingSecret,
    clientId: secrets.clientId,
    clientSecret: secrets.clientSecret,
    stateSecret: 'state',
    scopes,
    redirectUri: `${origin}/slack/oauth_redirect`,
    logLevel: LogLevel.ERROR,
    installationStore: {
      storeInstallation: async (installation) => void installed.push(installation as Installation),
      fetchInstallation: async () => installed[0] as Installation<'v2', false>,
    },
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl,
      clientOptions: { slackApiUrl: apiUrl },
    },
  });
  const app = new App({ receiver, clientOptions: { slackApiUrl: apiUrl }, logLevel: LogLevel.ERROR });
  await app.start(port);
  const start = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
  const cookie = start.headers.get('set-cookie')?.split(';')[0] ?? '';
  const back = await allow(start.headers.get('location') ?? '');
  expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
  await app.stop();
  expect(installed).toMatchObject([
    {
      team: { id: fjord, name: 'Fjord Sport' },
      bot: { token: 'xoxb-sandbox-fjord-sport-2', userId: 'U0FSLADDER1', scopes },
      user: { id: ingrid },
    },
  ]);
});
