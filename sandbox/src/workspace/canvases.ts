import type { Json } from '../json.ts';
import type { SandboxCanvas } from '../page-api.ts';
import type { Sandbox } from '../sandbox.ts';
import type { StoredCanvas } from '../state/model.ts';

/** A canvas as the methods for files tell of it: it is a file of a type of its own. */
export function canvasPayload(sandbox: Sandbox, canvas: StoredCanvas): Json {
  const { id, workspace, title, user, channel, createdAt, updatedAt } = canvas;
  const isIn = (kind: string) => channel !== null && sandbox.world.channels.get(channel)?.kind === kind;
  return {
    id,
    created: Math.floor(createdAt / 1000),
    timestamp: Math.floor(createdAt / 1000),
    updated: Math.floor(updatedAt / 1000),
    name: title,
    title,
    mimetype: 'application/vnd.slack-docs',
    filetype: 'quip',
    pretty_type: 'Canvas',
    user,
    user_team: workspace,
    editable: true,
    mode: 'quip',
    permalink: canvasAddress(sandbox, canvas),
    channels: isIn('channel') ? [channel] : [],
    groups: isIn('group') ? [channel] : [],
    ims: [],
    file_access: 'visible',
  };
}

/** Where a canvas is read: a page of the sandbox. */
export function canvasAddress(sandbox: Sandbox, { workspace, id }: StoredCanvas): string {
  return `${sandbox.address}/docs/${workspace}/${id}`;
}

export function toSandboxCanvas(sandbox: Sandbox, canvas: StoredCanvas): SandboxCanvas {
  const { id, title, markdown, updatedAt } = canvas;
  const channel = sandbox.world.channels.get(canvas.channel ?? '');
  return {
    id,
    title,
    markdown,
    updatedAt: new Date(updatedAt).toISOString(),
    channel: channel ? { id: channel.id, name: channel.name } : null,
  };
}
