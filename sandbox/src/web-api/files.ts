import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { StoredFile } from '../state/model.ts';
import { contentOf } from '../workspace/answers.ts';
import { emitEvent } from '../workspace/events.ts';
import { expectFile } from '../workspace/files.ts';
import { postMessage } from '../workspace/messages.ts';
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
        return { ...file, title, state: 'shared', readyAt, channels: channels.map((channel) => channel.id) };
      });
      for (const file of shared) sandbox.world.files.put(file.id, file);
      const ids = shared.map((file) => file.id);
      for (const channel of channels) {
        postMessage(sandbox, {
          ...content,
          channel,
          user: day.botUserId,
          isApp: true,
          threadTs: args.thread_ts ?? null,
          files: ids,
        });
        for (const file of ids) {
          const event = { type: 'file_shared', file_id: file, user_id: day.botUserId, file: { id: file } };
          emitEvent(sandbox, day.id, 'file_shared', { ...event, channel_id: channel.id });
        }
      }
      return { files: shared.map((file) => filePayload(sandbox, file)) };
    },
  }),
  'files.info': method({
    scope: 'files:read',
    args: z.object({ file: id }),
    run: (call, args) => ({
      file: filePayload(call.sandbox, knownFile(call, args.file)),
      comments: [],
      response_metadata: { next_cursor: '' },
    }),
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

/** How long Slack looks a new file over; until then it has no type and no message may show it. */
const looksOverMs = 250;

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
