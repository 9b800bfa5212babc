import type { Json } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import { app, enterprise, type FirstDay } from '../state/first-day.ts';
import type { StoredChannel, StoredFile, StoredMessage, StoredUser, StoredView } from '../state/model.ts';

/** A message as the Web API, events and interactions show it. `withMetadata` as include_all_metadata asks. */
export function messagePayload(sandbox: Sandbox, message: StoredMessage, withMetadata = false): Json {
  const day = sandbox.world.workspace(message.workspace);
  const team = sandbox.world.user(message.workspace, message.user)?.team;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    ...(message.isApp && day && botFields(sandbox, day)),
    text: message.text,
    team: team ?? message.workspace,
    ...(team !== undefined && { user_team: team, source_team: team }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.files.length > 0 && { subtype: 'file_share', files: filesOf(sandbox, message), upload: false }),
    ...(message.edited && { edited: message.edited }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
    ...threadFields(sandbox, message),
  };
}

/** Whether a message is there for the app and the workspace's people yet, and not for one person alone. */
export function isVisible(sandbox: Sandbox, message: StoredMessage): boolean {
  return message.visibleTo === null && isDue(sandbox, message);
}

/** Whether the moment from which the message is shown has come. */
export function isDue(sandbox: Sandbox, message: StoredMessage): boolean {
  return message.visibleFrom === null || message.visibleFrom <= sandbox.clock.now();
}

/** The visible replies of a thread, oldest first. */
export function repliesTo(sandbox: Sandbox, channel: string, ts: string): readonly StoredMessage[] {
  return sandbox.world.messages.inThread(channel, ts).filter((message) => isVisible(sandbox, message));
}

/** A file as Slack shows it to who may read it. */
export function filePayload(sandbox: Sandbox, file: StoredFile): Json {
  const address = `${sandbox.address}/files-pri/${file.workspace}-${file.id}`;
  const extension = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : '';
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1000),
    timestamp: Math.floor(file.createdAt / 1000),
    name: file.name,
    title: file.title,
    mimetype: isReady(sandbox, file) ? file.mimetype : '',
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    user: file.user,
    user_team: file.workspace,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    channels: file.channels.filter((id) => sandbox.world.channels.get(id)?.kind === 'channel'),
    groups: file.channels.filter((id) => ['group', 'mpim'].includes(sandbox.world.channels.get(id)?.kind ?? '')),
    ims: file.channels.filter((id) => sandbox.world.channels.get(id)?.kind === 'im'),
    file_access: 'visible',
  };
}

/** Whether Slack is done looking a file over. */
export function isReady(sandbox: Sandbox, { readyAt = 0 }: StoredFile): boolean {
  return readyAt <= sandbox.clock.now();
}

/** A view with its state, as interactions and the Web API show it. */
export function viewPayload(sandbox: Sandbox, stored: StoredView, values: Json = {}): Json {
  const { view } = stored;
  const botId = sandbox.world.workspace(stored.workspace)?.botId;
  return {
    id: stored.id,
    team_id: stored.workspace,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: stored.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: stored.previousId,
    root_view_id: stored.rootId,
    app_id: app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: stored.workspace,
    bot_id: botId,
  };
}

/** A person as interactions name them. */
function personPayload(user: StoredUser, workspace: string): Json {
  return { id: user.id, username: user.name, name: user.name, team_id: user.team ?? workspace };
}

/** A channel's name as payloads have it: private channels and direct messages don't tell theirs. */
export function channelName(channel: StoredChannel): string {
  if (channel.kind === 'im') return 'directmessage';
  if (channel.kind === 'mpim') return channel.name;
  return channel.kind === 'group' ? 'privategroup' : channel.name;
}

/** What payloads say of the organisation that a workspace may be part of. */
export function enterpriseFields(
  sandbox: Sandbox,
  workspace: string,
): { readonly enterprise: typeof enterprise | null; readonly is_enterprise_install: boolean } {
  const { enterprise: kind } = sandbox.conditions.of(workspace);
  return {
    enterprise: kind === 'none' ? null : enterprise,
    is_enterprise_install: kind === 'organisation-install',
  };
}

/**
 * Which workspace an interaction names: that of the app, but in a view's that of the person, who may be of another
 * organisation; and none where the app is installed for the whole organisation.
 */
function teamPayload(sandbox: Sandbox, type: string, workspace: FirstDay, user: StoredUser): Json | null {
  if (sandbox.conditions.of(workspace.id).enterprise === 'organisation-install') return null;
  const isOfView = type === 'view_submission' || type === 'view_closed';
  if (isOfView && user.team !== undefined) return { id: user.team, domain: 'partner' };
  return { id: workspace.id, domain: workspace.domain };
}

/** What every interaction begins with. */
export function interactionPayload(sandbox: Sandbox, type: string, workspace: FirstDay, user: StoredUser): Json {
  return {
    type,
    token: app.verificationToken,
    team: teamPayload(sandbox, type, workspace, user),
    user: personPayload(user, workspace.id),
    api_app_id: app.id,
    ...enterpriseFields(sandbox, workspace.id),
    ...(type !== 'view_closed' &&
      type !== 'block_suggestion' && {
        trigger_id: sandbox.triggers.issue({ workspace: workspace.id, user: user.id }),
      }),
  };
}

function botFields(sandbox: Sandbox, day: FirstDay): Json {
  const name = sandbox.manifest.features.bot_user?.display_name ?? sandbox.manifest.display_information.name;
  return {
    bot_id: day.botId,
    app_id: app.id,
    bot_profile: { id: day.botId, app_id: app.id, name, deleted: false, team_id: day.id },
  };
}

function filesOf(sandbox: Sandbox, message: StoredMessage): readonly Json[] {
  return message.files.flatMap((id) => {
    const file = sandbox.world.files.get(id);
    return file ? [filePayload(sandbox, file)] : [];
  });
}

function threadFields(sandbox: Sandbox, message: StoredMessage): Json {
  if (message.threadTs !== null && message.threadTs !== message.ts) {
    const parent = sandbox.world.messages.get(message.channel, message.threadTs);
    return { thread_ts: message.threadTs, ...(parent && { parent_user_id: parent.user }) };
  }
  const replies = repliesTo(sandbox, message.channel, message.ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
    subscribed: false,
  };
}
