import { isJson, type Json, jsonList, stringOf } from '../json.ts';
import type { SandboxChannel, SandboxMessage, SandboxScreen, SandboxView, SandboxWorkspace } from '../page-api.ts';
import type { Sandbox } from '../sandbox.ts';
import { app, type FirstDay } from '../state/first-day.ts';
import type { StoredChannel, StoredMessage, StoredView } from '../state/model.ts';
import { botUser } from '../state/world.ts';
import { canvasAddress } from './canvases.ts';
import { picturesIn } from './files.ts';
import { installationOf } from './installation.ts';
import { repliesTo } from './payload.ts';
import { maySeeFile } from './sight.ts';

export function toSandboxMessage(sandbox: Sandbox, message: StoredMessage): SandboxMessage {
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    isApp: message.isApp,
    text: message.text,
    blocks: message.blocks,
    threadTs: message.threadTs === message.ts ? null : message.threadTs,
    replyCount: repliesTo(sandbox, message.channel, message.ts).length,
    edited: message.edited !== null,
    ephemeral: message.visibleTo !== null,
    files: message.files.flatMap((id) => {
      const file = sandbox.world.files.get(id);
      return file ? [{ id, name: file.name, size: file.size, url: `/sandbox/files/${id}` }] : [];
    }),
    hiddenFiles: picturesIn(message.blocks).filter((id) => isHidden(sandbox, message, id)),
  };
}

/** A picture that those who see the message do not see, as its file is not shared with them. */
function isHidden(sandbox: Sandbox, message: StoredMessage, id: string): boolean {
  const file = sandbox.world.files.get(id);
  if (!file) return true;
  if (message.visibleTo !== null) return !maySeeFile(sandbox, file, message.visibleTo);
  return !file.channels.includes(message.channel);
}

/** The page has one conversation of two, that with the app; those between two people are tests' alone. */
export function isShown(channel: StoredChannel): boolean {
  return channel.kind !== 'im' || channel.person !== null;
}

export function toSandboxChannel(sandbox: Sandbox, { id, name, kind, members }: StoredChannel): SandboxChannel {
  const tabs = [...sandbox.world.canvases.values()].filter(({ channel }) => channel === id);
  const canvases = tabs.map((canvas) => ({ id: canvas.id, title: canvas.title, url: canvasAddress(sandbox, canvas) }));
  return { id, name, kind, members, canvases };
}

export function toSandboxWorkspace(sandbox: Sandbox, day: FirstDay): SandboxWorkspace {
  const { display_information: about, features } = sandbox.manifest;
  const installed = installationOf(sandbox, day.id) !== null;
  const isConnected = sandbox.conditions.of(day.id).connected.length > 0;
  const outsiders = isConnected ? [day.outsider] : [];
  const users = [
    ...day.users,
    ...outsiders,
    ...(installed ? [botUser(day, features.bot_user?.display_name ?? about.name)] : []),
  ];
  return {
    id: day.id,
    name: day.name,
    users: users.map(({ email: _, ...user }) => user),
    channels: sandbox.world
      .channelsOf(day.id)
      .filter(isShown)
      .map((one) => toSandboxChannel(sandbox, one)),
    app: { id: app.id, name: about.name, botUserId: day.botUserId, installed },
    commands: features.slash_commands.map((one) => ({
      command: one.command,
      description: one.description,
      usageHint: one.usage_hint,
    })),
    shortcuts: features.shortcuts.map((one) => ({
      type: one.type,
      callbackId: one.callback_id,
      name: one.name,
      description: one.description,
    })),
  };
}

/** What a person has open: the modals and the App Home. */
export function toSandboxScreen(sandbox: Sandbox, workspace: string, user: string): SandboxScreen {
  const home = sandbox.world.homes.get(`${workspace}:${user}`);
  return {
    modals: sandbox.modals.stack(workspace, user).map(toSandboxView),
    home: home ? toSandboxView(home) : null,
  };
}

function toSandboxView(stored: StoredView): SandboxView {
  const { view } = stored;
  return {
    id: stored.id,
    hash: stored.hash,
    type: view.type === 'home' ? 'home' : 'modal',
    callbackId: stringOf(view.callback_id) ?? '',
    title: textOf(view.title) ?? '',
    submit: textOf(view.submit),
    close: textOf(view.close),
    blocks: jsonList(view.blocks),
    notifyOnClose: view.notify_on_close === true,
    errors: stored.errors,
  };
}

function textOf(value: unknown): string | null {
  return isJson(value) ? stringOf((value as Json).text) : null;
}
