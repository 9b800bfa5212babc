import type { LiveEvent } from '../page-api.ts';

const firstWaitMs = 400;
const longestWaitMs = 8_000;

export interface LiveLine {
  readonly stop: () => void;
}

/**
 * Holds a line to the sandbox and takes it up again when it drops, each time after a longer wait. `onOpen` says that
 * something may have been missed, so whoever listens looks again at what it shows.
 */
export function listenLive(
  query: { readonly workspace: string; readonly as: string },
  on: { readonly event: (event: LiveEvent) => void; readonly open: () => void; readonly lost: () => void },
): LiveLine {
  let waitMs = firstWaitMs;
  let stopped = false;
  let socket: WebSocket | null = null;
  let timer = 0;
  const connect = (): void => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/sandbox/live?${new URLSearchParams(query)}`);
    socket.addEventListener('open', () => {
      waitMs = firstWaitMs;
      if (!stopped) on.open();
    });
    socket.addEventListener('message', ({ data }) => {
      if (!stopped) on.event(JSON.parse(String(data)) as LiveEvent);
    });
    socket.addEventListener('close', () => {
      if (stopped) return;
      on.lost();
      timer = window.setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };
  connect();
  return {
    stop: () => {
      stopped = true;
      window.clearTimeout(timer);
      socket?.close();
    },
  };
}
