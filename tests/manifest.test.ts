import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '@loyalty-ladder/sandbox/manifest';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { feedbackCustomerAction } from '../src/messages/modals/customer-menu.ts';
import { buttons } from '../src/slack/actions/index.ts';
import { messageEvents } from '../src/slack/said/keep-said.ts';
import { shortcuts } from '../src/slack/shortcuts/index.ts';
import { forms } from '../src/slack/views/index.ts';
import { startSandbox } from './support/sandbox.ts';

const manifest = z
  .object({
    features: z.object({
      app_home: z.object({ messages_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
      slash_commands: z.array(z.object({ command: z.string() })),
      shortcuts: z.array(z.object({ callback_id: z.string(), type: z.enum(['global', 'message']) })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
    }),
  })
  .parse(parse(readFileSync('manifest.yml', 'utf8')));

/** The scope that each call to Slack needs, as Slack documents it. What is not here must not be called. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'canvases.create': ['canvases:write'],
  'canvases.edit': ['canvases:write'],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  'files.list': ['files:read'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
};

/** The scope that each event needs. */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_unarchive: ['channels:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

const source = [...filesOf('src/slack'), ...filesOf('src/delivery'), 'src/main.ts'].map((file) =>
  readFileSync(file, 'utf8'),
);
const code = source.join('\n');

describe('manifest.yml is the app as it is', () => {
  test('every call to Slack has its scopes declared, and no scope is asked for that no call needs', () => {
    const methods = new Set([...code.matchAll(/client\s*\.(\w+(?:\.\w+)?)\s*\(/g)].map(([, method]) => method ?? ''));
    expect([...methods].filter((method) => !(method in scopesOfMethod))).toEqual([]);
    // The command itself is a scope of its own.
    const needed = new Set([
      'commands',
      ...[...methods].flatMap((method) => scopesOfMethod[method] ?? []),
      ...Object.values(scopesOfEvent).flat(),
    ]);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  });

  test('of its scopes those may be left out without which everything but a canvas goes on', () => {
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(['canvases:write']);
    expect(manifest.oauth_config.scopes.bot).toContain('canvases:write');
  });

  test('commands, shortcuts and events are those that the app listens to', () => {
    const listened = (kind: string) =>
      [...code.matchAll(new RegExp(`app\\.${kind}\\('([^']+)'`, 'g'))].map(([, name]) => name);
    const commands = [...code.matchAll(/command\.command !== '([^']+)'/g)].map(([, name]) => name);
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(commands);
    const events = [...listened('event').map((name) => name ?? ''), ...messageEvents];
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(events.sort());
    expect(events.sort()).toEqual(Object.keys(scopesOfEvent).sort());
    // Who may write to the app is heard there, and nobody writes where nobody hears.
    const { app_home: home } = manifest.features;
    expect(home.messages_tab_enabled && !home.messages_tab_read_only_enabled).toBe(events.includes('message.im'));
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(
      shortcuts.map(({ id }) => id).sort(),
    );
  });

  test('every button and modal that messages draw is answered by one handler, and every handler is drawn', () => {
    const messages = [...filesOf('src/messages'), ...filesOf('src/sections')]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const drawn = (maker: string) =>
      [...messages.matchAll(new RegExp(`${maker}\\(\\s*'([^']+)'`, 'g'))].map(([, id]) => id ?? '');
    expect(drawn('buttonKind').sort()).toEqual(buttons.map(({ id }) => id).sort());
    // A modal that only shows something is not submitted.
    expect(
      drawn('formKind')
        .filter((id) => id !== 'view.plain')
        .sort(),
    ).toEqual(forms.map(({ id }) => id).sort());
    expect(messages).toContain(feedbackCustomerAction);
  });
});

describe("Slack's published schema takes it", () => {
  const text = readFileSync('manifest.yml', 'utf8');
  const read = (changed: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.yml');
    writeFileSync(path, changed);
    return readManifest(path);
  };

  test('as it is, and as it is for HTTP', () => {
    expect(readManifest('manifest.yml').settings.socket_mode_enabled).toBe(true);
    const overHttp = read(text.replace('socket_mode_enabled: true', 'socket_mode_enabled: false'));
    expect(overHttp.settings.socket_mode_enabled).toBe(false);
    expect(() => read(text.replace('usage_hint', 'usage_hints'))).toThrow('usage_hints');
  });

  test('with one address in all four places, so that commands, events, presses and menus arrive', () => {
    const { features, settings } = readManifest('manifest.yml');
    const { event_subscriptions: events, interactivity } = settings;
    const addresses = [
      ...features.slash_commands.map(({ url }) => url),
      events.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ];
    expect(addresses).toEqual(Array(4).fill('https://loyalty.example.com/slack/events'));
    expect(text.split('https://loyalty.example.com/slack/events')).toHaveLength(5);
  });
});

test('the sandbox takes it, with the command and both shortcuts', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  const [workspace] = await sandbox.describe();
  expect(workspace?.commands.map(({ command }) => command)).toEqual(['/loyalty']);
  expect(workspace?.shortcuts).toHaveLength(2);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('generated'));
}
