import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readManifest } from '../src/state/manifest.ts';
import { openSocket, startRecorder, typeOf } from './recorder.ts';
import {
  astrid,
  bot,
  general,
  jonas,
  ledelse,
  newFolder,
  nordlys,
  type RunningSandbox,
  startSandbox,
  until,
} from './support.ts';

interface Manifest {
  features: {
    slash_commands: unknown[] | undefined;
    shortcuts: unknown[] | undefined;
    app_home: Record<string, boolean>;
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string };
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
      manifest.features.slash_commands = undefined;
      manifest.features.shortcuts = undefined;
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

describe("what Slack's schema does not take is refused with the place", () => {
  const base = readFileSync(join(import.meta.dirname, 'manifest.yml'), 'utf8');
  const long = (most: number) => 'x'.repeat(most + 1);
  test.each([
    ['an unknown key', 'settings:', 'setings: {}\nsettings:', 'Unrecognized key: "setings"'],
    ['one deep inside', 'message_menu_options_url', 'options_load_url', 'settings.interactivity'],
    ['a long name', 'name: Test App', `name: ${long(35)}`, 'display_information.name'],
    ['a short long description', 'name: Test App', 'name: Test\n  long_description: Short', 'long_description'],
    ['a shortcut without words', ', description: Note it', '', 'shortcuts[0].description'],
    ['a long name of a shortcut', 'name: Add feedback', `name: ${long(24)}`, 'shortcuts[0].name'],
    ['a command without its slash', 'command: /loyalty', 'command: loyalty', 'slash_commands[0].command'],
    ['an address that is none', 'url: https://example.com', 'url: example.com', 'slash_commands[0].url'],
    ['an event twice', '- app_home_opened', '- app_mention\n      - app_home_opened', 'bot_events'],
    ['a function without words', '    description: Asks a customer\n', '', 'functions.ask.description'],
  ])('%s', (_what, from, to, complaint) => {
    const path = join(newFolder(), 'manifest.yml');
    expect(base).toContain(from);
    writeFileSync(path, base.replace(from, to));
    expect(() => readManifest(path)).toThrow(complaint);
  });

  test('a thing without its address, where Socket Mode is off', () => {
    const path = manifestWith((manifest) => {
      manifest.settings.socket_mode_enabled = false;
      delete manifest.settings.interactivity.request_url;
    });
    expect(() => readManifest(path)).toThrow('requires request_url or Socket Mode');
  });
});

test('over HTTP a menu asks at its own address, and nowhere where none is declared', async () => {
  const sandbox = await start((manifest) => {
    delete manifest.settings.interactivity.message_menu_options_url;
  });
  const menu = { type: 'external_select', action_id: 'customer', min_query_length: 0 } as const;
  const { channel = '', ts = '' } = await sandbox.client.chat.postMessage({
    channel: astrid,
    text: 'x',
    blocks: [{ type: 'actions', block_id: 'a', elements: [menu] }],
  });
  const query = {
    workspace: nordlys,
    as: astrid,
    on: { kind: 'message', channel, ts },
    blockId: 'a',
    actionId: 'customer',
    typed: '',
  };
  const ask = () => sandbox.post('/sandbox/options', query);
  const recorder = await startRecorder(sandbox);
  expect(await ask()).toMatchObject({ error: 'no_options_url' });
  expect(recorder.received).toEqual([]);
  await recorder.stop();
  const socket = await openSocket(sandbox);
  const answer = ask();
  const [suggestion] = await until(socket.envelopes, (all) => all.length > 0);
  socket.ack(suggestion, { options: [] });
  expect(await answer).toEqual({ options: [] });
  await socket.close();
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
