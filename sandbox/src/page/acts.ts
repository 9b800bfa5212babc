import { useState } from 'preact/hooks';
import type { ActResult, PersonAct } from '../page-api.ts';
import { toast } from './parts/toasts.ts';
import { channelName, knownChannels, who, workspace } from './state.ts';
import { errorWords, postAct, postFile } from './wire.ts';

/** An act without who does it and where: that is always the person one acts as. */
type Deed = PersonAct extends infer Act ? (Act extends PersonAct ? Omit<Act, 'workspace' | 'as'> : never) : never;

/** Does something as the person. What goes wrong is told to the person; `null` means that the sandbox is away. */
export async function act(deed: Deed): Promise<ActResult | null> {
  try {
    const result = await postAct({ ...deed, ...who() } as PersonAct);
    // Fields that were refused have their words under them.
    if (!result.ok && result.error !== 'invalid_fields') toast(errorWords(result.error));
    return result;
  } catch (error) {
    tell(error);
    return null;
  }
}

/** Tells the person what went wrong. */
export function tell(error: unknown): void {
  toast(error instanceof Error ? error.message : 'The sandbox did not answer.');
}

/** Sends a message or runs a command. @returns whether it went through, so that the text need not be typed again */
export async function say(channel: string, thread: string | null, text: string, files: readonly StoredFile[]) {
  const command = /^\/[a-z0-9_-]+/i.exec(text)?.[0];
  if (command === undefined) {
    const reply = thread === null ? {} : { threadTs: thread };
    const attached = files.length === 0 ? {} : { fileIds: files.map(({ id }) => id) };
    return (await act({ do: 'say', channel, text: withMentions(text), ...reply, ...attached }))?.ok === true;
  }
  const known = workspace.value?.commands.some((one) => one.command === command) === true;
  if (!known || thread !== null) {
    toast(known ? 'Slack takes no commands in threads.' : `${command} is not a command of an installed app.`);
    return false;
  }
  await act({ do: 'command', channel, command, text: text.slice(command.length).trim() });
  return true;
}

export type StoredFile = Readonly<{ id: string; words: string }>;

/** Stores what was picked in a field and empties the field. What goes wrong is told to the person. */
export async function storePicked(field: HTMLInputElement): Promise<readonly StoredFile[]> {
  const picked = [...(field.files ?? [])];
  try {
    return await Promise.all(picked.map(async (file) => ({ id: await postFile(who(), file), words: file.name })));
  } catch (error) {
    tell(error);
    return [];
  } finally {
    field.value = '';
  }
}

/** A second press while the first is on its way does nothing; the button keeps its focus. @returns `[isBusy, press]` */
export function usePressOnce(press: () => Promise<unknown>): readonly [boolean, () => void] {
  const [isBusy, setBusy] = useState(false);
  const start = (): void => {
    if (isBusy) return;
    setBusy(true);
    void press().finally(() => setBusy(false));
  };
  return [isBusy, start];
}

/** Writes "@Ida Holm" and "#general" as the mentions that Slack stores; the sandbox escapes everything else. */
function withMentions(text: string): string {
  const people = (workspace.value?.users ?? []).flatMap(({ id, name, realName }) =>
    [name, realName].map((one) => [`@${one}`, `<@${id}>`]),
  );
  const channels = knownChannels.value.map(({ id }) => [`#${channelName(id)}`, `<#${id}>`]);
  const marks = new Map(
    [...people, ...channels].flatMap(([typed = '', mark = '']) => (typed.length > 1 ? [[typed, mark]] : [])),
  );
  const typed = [...marks.keys()].sort((one, other) => other.length - one.length);
  if (typed.length === 0) return text;
  const patterns = typed.map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const mention = new RegExp(`(?:${patterns.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return text.replace(mention, (found) => marks.get(found) ?? found);
}
