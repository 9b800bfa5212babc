import type {
  ActResult,
  OptionsQuery,
  PersonAct,
  SandboxMessage,
  SandboxScreen,
  SandboxWorkspace,
} from '../page-api.ts';
import { errorWords } from './error-words.ts';
import type { Json } from './read.ts';

export function loadWorkspaces(): Promise<readonly SandboxWorkspace[]> {
  return read('/sandbox/workspaces');
}

export function loadMessages(query: {
  readonly workspace: string;
  readonly as: string;
  readonly channel: string;
  readonly thread?: string;
}): Promise<readonly SandboxMessage[]> {
  return read(`/sandbox/messages?${new URLSearchParams(query)}`);
}

export function loadScreen(query: { readonly workspace: string; readonly as: string }): Promise<SandboxScreen> {
  return read(`/sandbox/screen?${new URLSearchParams(query)}`);
}

export function postAct(act: PersonAct): Promise<ActResult> {
  return ask('/sandbox/act', { method: 'POST', headers: json, body: JSON.stringify(act) });
}

export function postOptionsQuery(query: OptionsQuery): Promise<Json> {
  return read('/sandbox/options', { method: 'POST', headers: json, body: JSON.stringify(query) });
}

/** Stores a file as a person who picked it; the id goes with a message or a form. */
export async function postFile(
  query: { readonly workspace: string; readonly as: string },
  file: File,
): Promise<string> {
  const address = `/sandbox/files?${new URLSearchParams({ ...query, name: file.name })}`;
  const stored = await read<{ readonly file_id: string }>(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return stored.file_id;
}

const json = { 'content-type': 'application/json' };

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
  const answer = await ask<Answer | { readonly ok: false; readonly error: string }>(address, init);
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false) {
    throw new Error(errorWords(answer.error));
  }
  return answer as Answer;
}
