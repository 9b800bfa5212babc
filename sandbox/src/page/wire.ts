import type {
  ActResult,
  LiveEvent,
  OptionsQuery,
  PersonAct,
  SandboxMessage,
  SandboxScreen,
  SandboxWorkspace,
} from '../page-api.ts';
import { errorWords } from './error-words.ts';
import type { Json } from './json.ts';

interface Who {
  readonly workspace: string;
  readonly as: string;
}

export function loadWorkspaces(): Promise<readonly SandboxWorkspace[]> {
  return read('/sandbox/workspaces');
}

export function loadMessages(
  query: Who & { readonly channel: string; readonly thread?: string },
): Promise<readonly SandboxMessage[]> {
  return read(`/sandbox/messages?${new URLSearchParams({ ...query })}`);
}

export function loadScreen(query: Who): Promise<SandboxScreen> {
  return read(`/sandbox/screen?${new URLSearchParams({ ...query })}`);
}

export function postAct(act: PersonAct): Promise<ActResult> {
  return ask('/sandbox/act', { method: 'POST', headers: json, body: JSON.stringify(act) });
}

/** The answer to what was typed: `{options}` or `{option_groups}`. */
export function postOptionsQuery(query: OptionsQuery): Promise<Json> {
  return read('/sandbox/options', { method: 'POST', headers: json, body: JSON.stringify(query) });
}

/** Stores a file as a person who picked it; the id goes with a message or a form. */
export async function postFile(query: Who, file: File): Promise<string> {
  const address = `/sandbox/files?${new URLSearchParams({ ...query, name: file.name })}`;
  const headers = { 'content-type': 'application/octet-stream' };
  return (await read<{ readonly file_id: string }>(address, { method: 'POST', headers, body: file })).file_id;
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

const firstWaitMs = 400;
const longestWaitMs = 8_000;

/**
 * Holds a line to the sandbox and takes it up again when it drops, each time after a longer wait. `open` says that
 * something may have been missed, so whoever listens looks again at what it shows. @returns what ends it
 */
export function listenLive(
  query: Who,
  on: { readonly event: (event: LiveEvent) => void; readonly open: () => void; readonly lost: () => void },
): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let waitMs = firstWaitMs;
  const connect = (): void => {
    if (signal.aborted) return;
    const address = `${location.origin.replace(/^http/, 'ws')}/sandbox/live?${new URLSearchParams({ ...query })}`;
    const socket = new WebSocket(address);
    const reopen = (): void => {
      waitMs = firstWaitMs;
      on.open();
    };
    const retry = (): void => {
      on.lost();
      window.setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
    socket.addEventListener('open', reopen, { signal });
    socket.addEventListener('message', ({ data }) => on.event(JSON.parse(String(data)) as LiveEvent), { signal });
    socket.addEventListener('close', retry, { signal });
    signal.addEventListener('abort', () => socket.close());
  };
  connect();
  return () => stopped.abort();
}
