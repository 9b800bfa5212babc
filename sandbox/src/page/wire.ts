import type * as api from '../page-api.ts';
import { errorWords } from './error-words.ts';
import type { Json } from './json.ts';

type Who = Readonly<Record<'workspace' | 'as', string>>;

export function loadWorkspaces(): Promise<readonly api.SandboxWorkspace[]> {
  return read('/sandbox/workspaces');
}

export function loadMessages(
  query: Who & { readonly channel: string; readonly thread?: string },
): Promise<readonly api.SandboxMessage[]> {
  return read(`/sandbox/messages?${new URLSearchParams({ ...query })}`);
}

export function loadScreen(query: Who): Promise<api.SandboxScreen> {
  return read(`/sandbox/screen?${new URLSearchParams(query)}`);
}

export function postAct(act: api.PersonAct): Promise<api.ActResult> {
  return ask('/sandbox/act', post('application/json', JSON.stringify(act)));
}

/** The answer to what was typed: `{options}` or `{option_groups}`. */
export function postOptionsQuery(query: api.OptionsQuery): Promise<Json> {
  return read('/sandbox/options', post('application/json', JSON.stringify(query)));
}

/** Stores a file as a person who picked it; the id goes with a message or a form. */
export async function postFile(query: Who, file: File): Promise<string> {
  const address = `/sandbox/files?${new URLSearchParams({ ...query, name: file.name })}`;
  return (await read<{ readonly file_id: string }>(address, post('application/octet-stream', file))).file_id;
}

function post(type: string, body: string | File): RequestInit {
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
 * Holds a line to the sandbox and takes it up again when it drops, each time after a longer wait. `open` says that
 * something may have been missed, so whoever listens looks again at what it shows. @returns what ends it
 */
export function listenLive(
  query: Who,
  on: { readonly event: (event: api.LiveEvent) => void; readonly open: () => void; readonly lost: () => void },
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let waitMs = firstWaitMs;
  const connect = (): void => {
    if (signal.aborted) return;
    const address = `${location.origin.replace(/^http/, 'ws')}/sandbox/live?${new URLSearchParams(query)}`;
    const socket = new WebSocket(address);
    const opened = (): void => {
      waitMs = firstWaitMs;
      on.open();
    };
    const closed = (): void => {
      on.lost();
      window.setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
    socket.addEventListener('open', opened, { signal });
    socket.addEventListener('message', ({ data }) => on.event(JSON.parse(String(data))), { signal });
    socket.addEventListener('close', closed, { signal });
    signal.addEventListener('abort', () => socket.close());
  };
  connect();
  return () => ending.abort();
}
