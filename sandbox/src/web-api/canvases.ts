import { z } from 'zod';
import { showChannels } from '../acts/channels.ts';
import { Refusal } from '../refusal.ts';
import { newId } from '../state/ids.ts';
import type { StoredCanvas } from '../state/model.ts';
import { anyChannel } from './channel.ts';
import { type Call, json, method } from './method.ts';

const id = z.string().min(1);
const mostCharacters = 1024 * 1024;
const mostCells = 300;

/** Block Kit is no content of a canvas. */
const content = json(z.strictObject({ type: z.literal('markdown'), markdown: z.string().max(mostCharacters) }));

const change = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('replace'), document_content: content }),
  z.strictObject({ operation: z.literal('insert_at_start'), document_content: content }),
  z.strictObject({ operation: z.literal('insert_at_end'), document_content: content }),
  z.strictObject({ operation: z.literal('rename'), title_content: content }),
]);

/** Of the operations those on a section are left out: nobody looks sections up. */
export const canvases = {
  'canvases.create': method({
    scope: 'canvases:write',
    args: z.object({ title: z.string().optional(), document_content: content.optional(), channel_id: id.optional() }),
    run: (call, args) => {
      const { sandbox, day } = call;
      requireCanvases(call);
      const channel = args.channel_id ? tabChannel(call, args.channel_id) : null;
      requirePlan(call, channel);
      const markdown = args.document_content?.markdown ?? '';
      requireSmallTables(markdown, 'canvas_creation_failed');
      const now = sandbox.clock.now();
      const canvas: StoredCanvas = {
        id: newId('F'),
        workspace: day.id,
        title: args.title ?? '',
        markdown,
        user: day.botUserId,
        createdAt: now,
        updatedAt: now,
        channel,
      };
      sandbox.world.canvases.put(canvas.id, canvas);
      showChannels(sandbox, day.id);
      return { canvas_id: canvas.id };
    },
  }),
  'canvases.edit': method({
    scope: 'canvases:write',
    args: z.object({ canvas_id: id, changes: json(z.array(change).length(1)) }),
    run: (call, args) => {
      const { world, clock } = call.sandbox;
      requireCanvases(call);
      const canvas = knownCanvas(call, args.canvas_id);
      if (call.sandbox.conditions.of(call.day.id).canvases === 'free' && canvas.channel === null) {
        throw new Refusal('free_teams_cannot_edit_standalone_canvases');
      }
      const [asked] = args.changes;
      if (asked) world.canvases.put(canvas.id, { ...changed(canvas, asked), updatedAt: clock.now() });
      return {};
    },
  }),
  'canvases.delete': method({
    scope: 'canvases:write',
    args: z.object({ canvas_id: id }),
    run: (call, args) => {
      call.sandbox.world.canvases.delete(knownCanvas(call, args.canvas_id).id);
      showChannels(call.sandbox, call.day.id);
      return {};
    },
  }),
};

function changed(canvas: StoredCanvas, asked: z.output<typeof change>): StoredCanvas {
  if (asked.operation === 'rename') return { ...canvas, title: asked.title_content.markdown };
  const { markdown } = asked.document_content;
  requireSmallTables(markdown, 'canvas_editing_failed');
  switch (asked.operation) {
    case 'replace':
      return { ...canvas, markdown };
    case 'insert_at_start':
      return { ...canvas, markdown: `${markdown}\n\n${canvas.markdown}` };
    case 'insert_at_end':
      return { ...canvas, markdown: `${canvas.markdown}\n\n${markdown}` };
  }
}

function requireCanvases({ sandbox, day }: Call): void {
  if (sandbox.conditions.of(day.id).canvases === 'off') throw new Refusal('canvas_disabled_user_team');
}

/** Who is not in a channel adds no tab to it. */
function tabChannel(call: Call, channelId: string): string {
  const channel = anyChannel(call, channelId);
  if (!channel.members.includes(call.day.botUserId)) throw new Refusal('restricted_action');
  if (call.sandbox.conditions.of(call.day.id).archived.includes(channel.id)) throw new Refusal('restricted_action');
  return channel.id;
}

/** Without a paid plan a canvas is a channel's tab, and a channel has one. */
function requirePlan({ sandbox, day }: Call, channel: string | null): void {
  if (sandbox.conditions.of(day.id).canvases !== 'free') return;
  if (channel === null) throw new Refusal('free_teams_cannot_create_non_tabbed_canvases');
  const hasOne = [...sandbox.world.canvases.values()].some((canvas) => canvas.channel === channel);
  if (hasOne) throw new Refusal('free_team_canvas_tab_already_exists');
}

/** A table has at most 300 cells. */
function requireSmallTables(markdown: string, word: string): void {
  let cells = 0;
  for (const line of markdown.split('\n')) {
    cells = line.startsWith('|') ? cells + line.split(/(?<!\\)\|/).length - 2 : 0;
    if (cells > mostCells) throw new Refusal(word);
  }
}

function knownCanvas({ sandbox, day }: Call, canvasId: string): StoredCanvas {
  const canvas = sandbox.world.canvases.get(canvasId);
  if (canvas?.workspace !== day.id) throw new Refusal('canvas_not_found');
  return canvas;
}
