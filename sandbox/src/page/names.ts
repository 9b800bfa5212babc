import { knownChannels, person, workspace } from './state.ts';
import type { Viewer } from './text/slack-date.ts';

/** Who an id stands for. */
export function personName(id: string): string {
  const app = workspace.value?.app;
  if (app !== undefined && (app.botUserId === id || app.id === id)) return app.name;
  const found = workspace.value?.users.find((one) => one.id === id);
  return found?.realName || found?.name || id;
}

/** What a channel is called; the conversation with the app has the app's name. */
export function channelName(id: string): string {
  const found = workspace.value?.channels.find((one) => one.id === id);
  if (found === undefined) return 'private-channel';
  return found.kind === 'im' ? (workspace.value?.app.name ?? found.name) : found.name;
}

/** How the person who looks reads times. */
export function viewer(): Viewer {
  return { locale: person.value?.locale ?? 'en', timeZone: person.value?.timeZone ?? 'UTC' };
}

/** Writes "@Ida Holm" and "#general" as the mentions that Slack stores; the sandbox escapes everything else. */
export function withMentions(text: string): string {
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
