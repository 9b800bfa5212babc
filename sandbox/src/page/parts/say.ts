import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import type { MenuItem } from './menu.ts';
import { toast } from './toast.ts';

/** What the ⚡ menu offers. */
export function globalShortcuts(page: Page): readonly MenuItem[] {
  const workspace = currentWorkspace(page.model);
  if (workspace === undefined || !workspace.app.installed) return [];
  const global = workspace.shortcuts.filter(({ type }) => type === 'global');
  return global.map(({ callbackId, name, description }) => ({
    words: name,
    note: description,
    pick: () => void page.act({ do: 'global-shortcut', callbackId }),
  }));
}

/** Sends a message or runs a command. @returns whether it went through, so that the text need not be typed again */
export async function say(
  page: Page,
  channel: string,
  thread: string | null,
  text: string,
  fileIds: readonly string[],
): Promise<boolean> {
  const command = /^\/[a-z0-9_-]+/i.exec(text)?.[0];
  if (command === undefined) {
    const reply = thread === null ? {} : { threadTs: thread };
    const files = fileIds.length === 0 ? {} : { fileIds };
    const result = await page.act({ do: 'say', channel, text: withMentions(page, text), ...reply, ...files });
    return result?.ok === true;
  }
  const known = currentWorkspace(page.model)?.commands.some((one) => one.command === command) === true;
  if (!known || thread !== null) {
    toast(known ? 'Slack takes no commands in threads.' : `${command} is not a command of an installed app.`);
    return false;
  }
  await page.act({ do: 'command', channel, command, text: text.slice(command.length).trim() });
  return true;
}

/** Writes "@Ida Holm" and "#general" as the mentions that Slack stores; the sandbox escapes everything else. */
function withMentions({ names }: Page, text: string): string {
  const people = names
    .people()
    .flatMap(({ id, name, realName }) => [name, realName].map((one) => [`@${one}`, `<@${id}>`]));
  const channels = names.channels().map(({ id }) => [`#${names.channelName(id)}`, `<#${id}>`]);
  const marks = new Map([...people, ...channels].filter(([typed = '']) => typed.length > 1) as [string, string][]);
  const typed = [...marks.keys()].sort((one, other) => other.length - one.length).map(asPattern);
  if (typed.length === 0) return text;
  return text.replace(
    new RegExp(`(?:${typed.join('|')})(?![\\p{L}\\p{N}_])`, 'gu'),
    (found) => marks.get(found) ?? found,
  );
}

function asPattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
