import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { StoredCanvas, StoredChannel, StoredFile } from '../state/model.ts';
import { contentOf } from '../workspace/answers.ts';
import { canvasPayload } from '../workspace/canvases.ts';
import { emitEvent } from '../workspace/events.ts';
import { expectFile, shareFile } from '../workspace/files.ts';
import { type Draft, postMessage } from '../workspace/messages.ts';
import { filePayload } from '../workspace/payload.ts';
import { memberChannel, requireOpen } from './channel.ts';
import { type Call, count, json, method } from './method.ts';

const id = z.string().min(1);

export const files = {
  'files.getUploadURLExternal': method({
    scope: 'files:write',
    args: z.object({
      filename: id,
      length: count,
      alt_text: z.string().optional(),
      snippet_type: z.string().optional(),
    }),
    run: ({ sandbox, day }, args) => {
      if (args.length < 1) throw new Refusal('invalid_arguments');
      const file = expectFile(sandbox, day.id, day.botUserId, args.filename, args.length);
      return { upload_url: `${sandbox.address}/upload/v1/${file.id}`, file_id: file.id };
    },
  }),
  'files.completeUploadExternal': method({
    scope: 'files:write',
    args: z.object({
      files: json(z.array(z.object({ id, title: z.string().optional() })).min(1)),
      channel_id: id.optional(),
      channels: id.optional(),
      thread_ts: id.optional(),
      initial_comment: z.string().optional(),
      blocks: json(z.unknown()).optional(),
    }),
    run: (call, args) => {
      const { sandbox, day } = call;
      const channelIds = args.channel_id ? [args.channel_id] : (args.channels?.split(',') ?? []);
      const channels = channelIds.map((one) => memberChannel(call, one));
      for (const channel of channels) requireOpen(call, channel);
      const uploaded = args.files.map((one) => uploadedFile(call, one.id));
      const content = args.blocks
        ? contentOf({ blocks: args.blocks }, { sandbox, workspace: day.id })
        : { text: args.initial_comment ?? '' };
      const shared = uploaded.map((file, n): StoredFile => {
        const title = args.files[n]?.title ?? file.name;
        const readyAt = sandbox.clock.now() + looksOverMs;
        return { ...file, title, state: 'shared', readyAt };
      });
      for (const file of shared) sandbox.world.files.put(file.id, file);
      const ids = shared.map((file) => file.id);
      const draft = { ...content, user: day.botUserId, isApp: true, threadTs: args.thread_ts ?? null, files: ids };
      if (channels.length > 0) sandbox.clock.after(looksOverMs, () => share(call, channels, draft));
      return { files: shared.map((file) => filePayload(sandbox, file)) };
    },
  }),
  'files.info': method({
    scope: 'files:read',
    args: z.object({ file: id }),
    run: (call, args) => ({
      file: canvasOf(call, args.file) ?? filePayload(call.sandbox, knownFile(call, args.file)),
      comments: [],
      response_metadata: { next_cursor: '' },
    }),
  }),
  'files.list': method({
    scope: 'files:read',
    args: z.object({
      user: id.optional(),
      channel: id.optional(),
      ts_from: z.coerce.number().optional(),
      ts_to: z.coerce.number().optional(),
      count: count.optional(),
      page: count.optional(),
    }),
    run: ({ sandbox, day }, args) => {
      const { count: perPage = 100, page = 1 } = args;
      const isAsked = ({ workspace, user, createdAt }: StoredFile | StoredCanvas) =>
        workspace === day.id &&
        (args.user ?? user) === user &&
        createdAt >= (args.ts_from ?? 0) * 1000 &&
        createdAt <= (args.ts_to ?? Infinity) * 1000;
      const isThere = (channels: readonly string[]) => !args.channel || channels.includes(args.channel);
      const canvases = [...sandbox.world.canvases.values()].filter(isAsked);
      const shared = [...sandbox.world.files.values()].filter((file) => file.state === 'shared' && isAsked(file));
      const found = [
        ...canvases
          .filter(({ channel }) => isThere(channel ? [channel] : []))
          .map((one) => canvasPayload(sandbox, one)),
        ...shared.filter(({ channels }) => isThere(channels)).map((file) => filePayload(sandbox, file)),
      ].sort((a, b) => Number(b.created) - Number(a.created));
      const files = found.slice((page - 1) * perPage, page * perPage);
      return { files, paging: { count: perPage, total: found.length, page, pages: Math.ceil(found.length / perPage) } };
    },
  }),
  'files.delete': method({
    scope: 'files:write',
    args: z.object({ file: id }),
    run: (call, args) => {
      const file = knownFile(call, args.file);
      if (file.user !== call.day.botUserId) throw new Refusal('cant_delete_file');
      call.sandbox.world.files.delete(file.id);
      return {};
    },
  }),
};

/** How long Slack looks a new file over; until then it has no type, no message may show it, and it is in no channel. */
const looksOverMs = 250;

/** Posts files where they were uploaded to, after the upload was answered; a file that was deleted since is not in it. */
function share({ sandbox, day }: Call, channels: readonly StoredChannel[], draft: Omit<Draft, 'channel'>): void {
  const files = (draft.files ?? []).filter((id) => sandbox.world.files.get(id) !== undefined);
  if (files.length === 0) return;
  for (const channel of channels) {
    for (const id of files) shareFile(sandbox, id, channel.id);
    postMessage(sandbox, { ...draft, files, channel });
    for (const file of files) {
      const event = { type: 'file_shared', file_id: file, user_id: day.botUserId, file: { id: file } };
      emitEvent(sandbox, day.id, 'file_shared', { ...event, channel_id: channel.id });
    }
  }
}

/** Canvases are files, too. */
function canvasOf({ sandbox, day }: Call, id: string) {
  const canvas = sandbox.world.canvases.get(id);
  return canvas?.workspace === day.id ? canvasPayload(sandbox, canvas) : null;
}

function knownFile({ sandbox, day }: Call, fileId: string): StoredFile {
  const file = sandbox.world.files.get(fileId);
  if (!file || file.workspace !== day.id || file.state === 'expected') throw new Refusal('file_not_found');
  return file;
}

function uploadedFile(call: Call, fileId: string): StoredFile {
  const file = knownFile(call, fileId);
  if (file.user !== call.day.botUserId) throw new Refusal('file_not_found');
  return file;
}
