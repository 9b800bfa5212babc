import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openSocket, startRecorder, typeOf } from './recorder.ts';
import {
  astrid,
  bot,
  general,
  jonas,
  ledelse,
  newFolder,
  type RunningSandbox,
  startSandbox,
  until,
} from './support.ts';

interface Manifest {
  features: { slash_commands: unknown[]; shortcuts: unknown[]; app_home: Record<string, boolean> };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean };
    socket_mode_enabled: boolean;
  };
}

/** The manifest of the other tests, changed. */
function manifestWith(change: (manifest: Manifest) => void): string {
  const manifest = parse(readFileSync(join(import.meta.dirname, 'manifest.yml'), 'utf8')) as Manifest;
  change(manifest);
  const path = join(newFolder(), 'manifest.yml');
  writeFileSync(path, stringify(manifest));
  return path;
}

const running: RunningSandbox[] = [];
async function start(change: (manifest: Manifest) => void): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ manifest: manifestWith(change) });
  running.push(sandbox);
  return sandbox;
}
afterAll(async () => {
  for (const sandbox of running) await sandbox.stop();
});

describe('a scope that is not declared is missing', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await start((manifest) => {
      manifest.oauth_config.scopes.bot = ['links:read'];
    });
    await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
    await sandbox.act({ as: astrid, do: 'invite', channel: ledelse, user: bot });
    await sandbox.act({ as: astrid, do: 'open-home' });
  });

  test.each([
    ['chat.postMessage', { channel: general, text: 'x' }, 'chat:write'],
    ['chat.update', { channel: general, ts: '1.1', text: 'x' }, 'chat:write'],
    ['chat.delete', { channel: general, ts: '1.1' }, 'chat:write'],
    ['chat.postEphemeral', { channel: general, user: astrid, text: 'x' }, 'chat:write'],
    ['conversations.history', { channel: general }, 'channels:history'],
    ['conversations.history', { channel: ledelse }, 'groups:history'],
    ['conversations.replies', { channel: general, ts: '1.1' }, 'channels:history'],
    ['conversations.info', { channel: general }, 'channels:read'],
    ['conversations.info', { channel: ledelse }, 'groups:read'],
    ['conversations.members', { channel: ledelse }, 'groups:read'],
    ['conversations.list', {}, 'channels:read'],
    ['conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['conversations.list', { types: 'im' }, 'im:read'],
    ['conversations.list', { types: 'mpim' }, 'mpim:read'],
    ['conversations.join', { channel: general }, 'channels:join'],
    ['conversations.leave', { channel: general }, 'channels:manage'],
    ['conversations.leave', { channel: ledelse }, 'groups:write'],
    ['conversations.open', { users: astrid }, 'im:write'],
    ['users.info', { user: astrid }, 'users:read'],
    ['users.list', {}, 'users:read'],
    ['files.getUploadURLExternal', { filename: 'a.csv', length: 3 }, 'files:write'],
    ['files.completeUploadExternal', { files: [{ id: 'F1' }] }, 'files:write'],
    ['files.info', { file: 'F1' }, 'files:read'],
    ['files.delete', { file: 'F1' }, 'files:write'],
  ])('%s %o: %s', async (method, args, needed) => {
    const data = { ok: false, error: 'missing_scope', needed, provided: 'links:read' };
    await expect(sandbox.client.apiCall(method, args)).rejects.toMatchObject({ data });
  });

  test('commands and shortcuts need the scope commands', async () => {
    const command = { as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' } as const;
    expect(await sandbox.act(command)).toMatchObject({ ok: false, error: 'unknown_command' });
    const shortcut = { as: astrid, do: 'global-shortcut', callbackId: 'feedback.add' } as const;
    expect(await sandbox.act(shortcut)).toMatchObject({ ok: false, error: 'unknown_shortcut' });
  });

  test('events without their scope are never sent', async () => {
    const recorder = await startRecorder(sandbox);
    await sandbox.act({ as: astrid, do: 'say', channel: general, text: `<@${bot}> hello` });
    await sandbox.act({ as: astrid, do: 'invite', channel: general, user: 'U0GUEST0001' });
    await sandbox.act({ as: astrid, do: 'open-home' });
    await until(() => recorder.of('app_home_opened').length > 0);
    expect(recorder.received.map((one) => typeOf(one.payload))).toEqual(['app_home_opened']);
    await recorder.stop();
  });
});

describe('what is not declared does not exist', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await start((manifest) => {
      manifest.features.slash_commands = [];
      manifest.features.shortcuts = [];
      manifest.settings.event_subscriptions.bot_events = ['app_uninstalled'];
      manifest.settings.interactivity.is_enabled = false;
      manifest.settings.socket_mode_enabled = false;
      manifest.features.app_home = {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      };
    });
    await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
  });

  test('a command', async () => {
    const recorder = await startRecorder(sandbox);
    const act = { as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' } as const;
    expect(await sandbox.act(act)).toEqual({ ok: false, error: 'unknown_command' });
    expect(recorder.received).toEqual([]);
    await recorder.stop();
  });

  test('a shortcut', async () => {
    const said = await sandbox.act({ as: astrid, do: 'say', channel: general, text: 'x' });
    const onMessage = {
      as: astrid,
      do: 'message-shortcut',
      callbackId: 'feedback.record',
      channel: general,
      ts: said.ts ?? '',
    } as const;
    expect(await sandbox.act(onMessage)).toEqual({ ok: false, error: 'unknown_shortcut' });
    expect(await sandbox.act({ as: astrid, do: 'global-shortcut', callbackId: 'feedback.add' })).toEqual({
      ok: false,
      error: 'unknown_shortcut',
    });
  });

  test.each([
    ['app_home_opened', { as: astrid, do: 'open-home' }],
    ['message.channels and app_mention', { as: astrid, do: 'say', channel: general, text: `<@${bot}>` }],
    ['member_joined_channel', { as: jonas, do: 'invite', channel: general, user: 'U0GUEST0001' }],
    ['channel_created', { as: astrid, do: 'create-channel', name: 'ny', isPrivate: false }],
    ['tokens_revoked', { as: astrid, do: 'uninstall-app' }],
  ] as const)('an event: %s', async (_event, act) => {
    const recorder = await startRecorder(sandbox);
    expect(await sandbox.act(act)).toMatchObject({ ok: true });
    if (act.do === 'uninstall-app') await until(() => recorder.of('app_uninstalled').length > 0);
    const others = recorder.received.filter((one) => typeOf(one.payload) !== 'app_uninstalled');
    expect(others).toEqual([]);
    await recorder.stop();
  });
});

describe('switches of the manifest', () => {
  test('without interactivity nothing can be pressed, without Socket Mode no socket is given, without a Home none is published', async () => {
    const sandbox = await start((manifest) => {
      manifest.settings.interactivity.is_enabled = false;
      manifest.settings.socket_mode_enabled = false;
      manifest.features.app_home.home_tab_enabled = false;
      manifest.features.app_home.messages_tab_read_only_enabled = true;
    });
    const button = { type: 'button', text: { type: 'plain_text', text: 'x' }, action_id: 'b' } as const;
    const { channel = '', ts = '' } = await sandbox.client.chat.postMessage({
      channel: astrid,
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'a', elements: [button] }],
    });
    const press = {
      as: astrid,
      do: 'press',
      on: { kind: 'message', channel, ts },
      blockId: 'a',
      actionId: 'b',
    } as const;
    expect(await sandbox.act(press)).toEqual({ ok: false, error: 'interactivity_disabled' });
    expect(await sandbox.act({ as: astrid, do: 'global-shortcut', callbackId: 'feedback.add' })).toEqual({
      ok: false,
      error: 'interactivity_disabled',
    });
    expect(await sandbox.act({ as: astrid, do: 'say', channel, text: 'x' })).toEqual({
      ok: false,
      error: 'messages_tab_disabled',
    });
    const home = sandbox.client.views.publish({ user_id: astrid, view: { type: 'home', blocks: [] } });
    await expect(home).rejects.toMatchObject({ data: { error: 'not_enabled' } });
    await expect(openSocket(sandbox)).rejects.toThrow();
  });
});
