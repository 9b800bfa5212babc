import type * as api from '../page-api.ts';
import type { Json } from './json.ts';

type Who = Readonly<Record<'workspace' | 'as', string>>;

export const loadWorkspaces = () => read<readonly api.SandboxWorkspace[]>('/sandbox/workspaces');
export const loadCompany = () => read<api.SandboxCompany>('/sandbox/company');
/** Has the company made again in another language; it takes some seconds. */
export const postCompany = (wish: { readonly language: api.Language; readonly onlyUntouched?: true }) =>
  read<api.SandboxCompany>('/sandbox/company', post(JSON.stringify(wish)));
export const loadScreen = (query: Who) => read<api.SandboxScreen>(`/sandbox/screen?${new URLSearchParams(query)}`);
export const loadMessages = (query: Who & { readonly channel: string; readonly thread?: string }) =>
  read<readonly api.SandboxMessage[]>(`/sandbox/messages?${new URLSearchParams({ ...query })}`);
export const loadCanvas = (query: Readonly<Record<'workspace' | 'id', string>>) =>
  read<api.SandboxCanvas>(`/sandbox/canvas?${new URLSearchParams(query)}`);
/** What customers got by mail, the newest first. */
export const loadMails = () => read<readonly api.SandboxMail[]>('/sandbox/mails');
export const postAct = (act: api.PersonAct) => ask<api.ActResult>('/sandbox/act', post(JSON.stringify(act)));
/** The answer to what was typed: `{options}` or `{option_groups}`. */
export const postOptionsQuery = (query: api.OptionsQuery) =>
  read<Json>('/sandbox/options', post(JSON.stringify(query)));

/** Stores a file as a person who picked it; the id goes with a message or a form. */
export async function postFile(query: Who, file: File): Promise<string> {
  const address = `/sandbox/files?${new URLSearchParams({ ...query, name: file.name })}`;
  return (await read<{ readonly file_id: string }>(address, post(file))).file_id;
}

function post(body: string | File): RequestInit {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  return { method: 'POST', headers: { 'content-type': type }, body };
}

/** @throws Error with words for a person when the sandbox is away or answers anything but success. */
async function ask<Answer>(address: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(address, init).catch(() => {
    throw new Error('The sandbox is not running.');
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}. ${(await answer.text()).slice(0, 200)}`);
  return (await answer.json()) as Answer;
}

/** For questions whose refusal comes back as `{ok: false, error}`. @throws Error with words for a person */
async function read<Answer>(address: string, init?: RequestInit): Promise<Answer> {
  const answer = await ask<Answer & { readonly ok?: boolean; readonly error?: string }>(address, init);
  if (answer.ok === false) throw new Error(errorWords(answer.error));
  return answer;
}

const firstWaitMs = 400;
const longestWaitMs = 8_000;

/**
 * Holds a line to the sandbox and takes it up again when it drops, each time after a longer wait. `turn` hears of both;
 * something may have been missed in between, so whoever listens looks again at what it shows. @returns what ends it
 */
export function listenLive(query: Who, hear: (event: api.LiveEvent) => void, turn: (isLost: boolean) => void) {
  const ending = new AbortController();
  const { signal } = ending;
  let waitMs = firstWaitMs;
  const connect = (): void => {
    if (signal.aborted) return;
    const address = `${location.origin.replace(/^http/, 'ws')}/sandbox/live?${new URLSearchParams(query)}`;
    const socket = new WebSocket(address);
    const opened = (): void => {
      waitMs = firstWaitMs;
      turn(false);
    };
    const closed = (): void => {
      turn(true);
      window.setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
    socket.addEventListener('open', opened, { signal });
    socket.addEventListener('message', ({ data }) => hear(JSON.parse(String(data))), { signal });
    socket.addEventListener('close', closed, { signal });
    signal.addEventListener('abort', () => socket.close());
  };
  connect();
  return () => ending.abort();
}

/** What a person is told when an act did not go through. The code that Slack would show stays in sight for developers. */
export function errorWords(code: string | undefined): string {
  if (code === undefined) return 'The app could not do this.';
  return words[code] ?? `The app could not do this (${code}).`;
}

const words: Readonly<Record<string, string>> = {
  operation_timeout: 'The app did not answer within 3 seconds.',
  dispatch_failed: 'The app could not be reached.',
  dispatch_unknown_error: 'The app answered with an error.',
  trigger_expired: 'The app came back too late: what was pressed is only good for 3 seconds.',
  app_not_installed: 'The app is not installed in this workspace.',
  messages_tab_disabled: 'The app takes no messages here; its commands work in every channel.',
  not_in_channel: 'You are not in this channel.',
  channel_not_found: 'This channel is not there any more.',
  message_not_found: 'This message is not there any more.',
  view_not_found: 'This dialog is not open any more.',
  invalid_response_action: 'The app answered with something that Slack would not take.',
  invalid_response_errors: 'The app refused fields that are not in this dialog.',
  element_not_found: 'The message or dialog has changed meanwhile.',
  cant_invite: 'This person cannot be taken into the channel.',
  invalid_name: 'A channel name has lower-case letters, digits, - and _ only, at most 80 of them.',
  not_made_again: 'The company was not made again.',
  not_allowed: 'You may not do this here.',
  unknown_command: 'No installed app has this command.',
  unknown_shortcut: 'No installed app has this shortcut.',
  interactivity_disabled: 'The app has turned buttons and dialogs off (interactivity in manifest.yml).',
  name_taken: 'A channel of this name is already there.',
  invalid_blocks: 'The app sent something that Slack would refuse to show.',
};
