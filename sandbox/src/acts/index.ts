import { z } from 'zod';
import type { ActResult, PersonAct } from '../page-api.ts';
import type { Sandbox } from '../sandbox.ts';
import { createChannel, invite, openGroup, remove } from './channels.ts';
import { typeCommand } from './command.ts';
import { runFunction } from './function.ts';
import { openHome } from './home.ts';
import { close, submit } from './modal.ts';
import { press } from './press.ts';
import { actorOf, channelFor, type Doing } from './result.ts';
import { say } from './say.ts';
import { runGlobalShortcut, runMessageShortcut } from './shortcut.ts';
import { uninstall } from './uninstall.ts';

/** Everything that a person can do. */
const acts: {
  readonly [Kind in PersonAct['do']]: (sandbox: Sandbox, act: Doing<Kind>) => ActResult | Promise<ActResult>;
} = {
  say,
  command: typeCommand,
  'global-shortcut': runGlobalShortcut,
  'message-shortcut': runMessageShortcut,
  press,
  submit,
  close,
  'open-home': openHome,
  read,
  'create-channel': createChannel,
  invite,
  remove,
  'open-group': openGroup,
  'uninstall-app': uninstall,
  'run-function': runFunction,
};

/** Does what a person does, and tells how it was taken. */
export async function perform(sandbox: Sandbox, act: PersonAct): Promise<ActResult> {
  const run = acts[act.do] as (sandbox: Sandbox, act: PersonAct) => ActResult | Promise<ActResult>;
  return run(sandbox, act);
}

/** Reading leaves no trace with the app; it only has to be allowed. */
function read(sandbox: Sandbox, act: Doing<'read'>): ActResult {
  const { user } = actorOf(sandbox, act);
  return { ok: true, id: channelFor(sandbox, act.workspace, act.channel, user.id).id };
}

const id = z.string().min(1);
const who = { workspace: id, as: id };
const values = z.record(z.string(), z.unknown());
const state = z.record(z.string(), z.record(z.string(), values));
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: id, ts: id }),
  z.object({ kind: z.literal('view'), viewId: id }),
]);
const element = { on: place, blockId: id, actionId: id };

export const personActSchema: z.ZodType<PersonAct> = z.discriminatedUnion('do', [
  z.object({
    ...who,
    do: z.literal('say'),
    channel: id,
    text: z.string(),
    threadTs: id.exactOptional(),
    fileIds: z.array(id).exactOptional(),
  }),
  z.object({ ...who, do: z.literal('command'), channel: id, command: id, text: z.string() }),
  z.object({ ...who, do: z.literal('global-shortcut'), callbackId: id }),
  z.object({ ...who, do: z.literal('message-shortcut'), callbackId: id, channel: id, ts: id }),
  z.object({ ...who, do: z.literal('press'), ...element, value: values.exactOptional(), state: state.exactOptional() }),
  z.object({ ...who, do: z.literal('submit'), viewId: id, state }),
  z.object({ ...who, do: z.literal('close'), viewId: id, all: z.boolean().exactOptional() }),
  z.object({ ...who, do: z.literal('open-home'), tab: z.enum(['home', 'messages']).exactOptional() }),
  z.object({ ...who, do: z.literal('read'), channel: id }),
  z.object({ ...who, do: z.literal('create-channel'), name: id, isPrivate: z.boolean() }),
  z.object({ ...who, do: z.literal('invite'), channel: id, user: id }),
  z.object({ ...who, do: z.literal('remove'), channel: id, user: id }),
  z.object({ ...who, do: z.literal('open-group'), users: z.array(id).min(1) }),
  z.object({ ...who, do: z.literal('uninstall-app') }),
  z.object({ ...who, do: z.literal('run-function'), callbackId: id, inputs: values }),
]);

export const optionsQuerySchema = z.object({ ...who, ...element, typed: z.string() });
