import { randomUUID } from 'node:crypto';
import type { Answer } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Reply, SettingsFacts } from '../facts/reply.ts';
import { postDigestNow } from '../flows/digests/set-digest.ts';
import { turnDigest } from '../flows/digests/turn-digest.ts';
import { limitAlerts, setCustomerLinks } from '../flows/settings/save-settings.ts';
import { tellSettings } from '../flows/settings/tell-settings.ts';
import { terminalActor } from '../loyalty/actor.ts';
import { readCustomerLinks } from '../loyalty/customer-links.ts';
import { linkRefusalWords } from '../messages/modals/customer-links-field.ts';
import { addFeedback } from './add-feedback.ts';
import { makeInTerminal } from './customer-by-hand.ts';
import { importFile } from './import-file.ts';
import type { ShellRequest } from './request.ts';
import { setTarget } from './set-target.ts';
import { undoInTerminal } from './undo-import.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/**
 * What is filled in in Slack's modals is said by options in a terminal. Settings are shown, and
 * one of them set; the others are changed in Slack.
 */
export async function fillIn(request: ShellRequest, asked: Exclude<Answer, { kind: 'reply' }>): Promise<Reply> {
  if (asked.kind === 'digest-now') return postDigest(request);
  if (asked.kind === 'digest-turn') {
    const channelId = channelOf(request);
    const turned = await turnDigest(request, channelId, asked.turn);
    return { kind: 'note', note: { kind: 'digest-turned', channelId, turned } };
  }
  switch (asked.form) {
    case 'feedback':
      return addFeedback(request);
    case 'import':
      return request.options.undo === null
        ? { kind: 'import', result: await importFile(request) }
        : undoInTerminal(request, request.options.undo);
    case 'customer-new':
      return makeInTerminal(request);
    case 'target':
      return setTarget(request, asked.proposal);
    case 'settings':
      if (request.options.alertsPerHour !== null)
        await limitAlerts(request, terminalActor, request.options.alertsPerHour);
      if (request.options.customerLinks !== null) await setLinks(request, request.options.customerLinks);
      return { kind: 'settings', settings: await settingsNow(request) };
    case 'commands':
      return { kind: 'help', unknown: null, of: 'all', commands: commands.map(({ words }) => words[0]) };
    case 'digest':
    case 'review':
      return { kind: 'digest-settings', schedules: await request.store.schedules.list() };
  }
}

async function setLinks(request: ShellRequest, typed: string): Promise<void> {
  const links = readCustomerLinks(typed.replaceAll(' | ', '\n'));
  if ('code' in links) throw usage((locale) => linkRefusalWords(links, locale));
  await setCustomerLinks(request, terminalActor, links);
}

async function settingsNow(request: ShellRequest): Promise<SettingsFacts> {
  const settings = await request.store.settings.read();
  return tellSettings({ ...request, settings }, { id: terminalActor, mayChange: true });
}

/** As Slack writes the ids of its channels. */
const channelId = /^[CGD][A-Z0-9]{6,}$/;

function channelOf({ options: { channel } }: ShellRequest): string {
  if (channel === null) throw usage((locale) => usageWords(locale).channel);
  if (!channelId.test(channel)) throw usage((locale) => usageWords(locale).noChannelId(channel));
  return channel;
}

/** `digest now --channel C0123`: posts a digest by the running app, or when it starts next. */
async function postDigest(request: ShellRequest): Promise<Reply> {
  const channel = channelOf(request);
  await request.mustReach?.(channel);
  await postDigestNow(request, channel, `shell:${randomUUID()}`);
  return { kind: 'note', note: { kind: 'digest-queued', channelId: channel } };
}
