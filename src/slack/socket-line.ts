import { setTimeout as pause } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { outcomeOf } from '../delivery/call-outcome.ts';
import { type Log, logFault } from '../errors.ts';

/** Slack no longer takes what a setting holds. */
export class RefusedSetting extends Error {
  constructor(setting: string, why: string, where: string, cause: unknown) {
    super(`Slack does not take ${setting}: ${why}. Look it up at api.slack.com/apps: ${where}.`, { cause });
    this.name = 'RefusedSetting';
  }
}

export interface SocketLine {
  stop(): Promise<void>;
  /** Is rejected when Slack refuses the app token, after which nothing can come any more. */
  readonly lost: Promise<never>;
}

/** A line that was there for so long was a good one: the next is asked for at once. */
const goodMs = 10_000;
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * Keeps a line to Slack open. The client's own way of coming back leaves what goes wrong meanwhile to nobody, gives up
 * where Slack does not answer for long, and asks for ever with a token that Slack refuses.
 *
 * @param receiver made not to come back by itself
 * @throws RefusedSetting where Slack does not take the app token
 */
export async function openSocketLine({ client: socket }: SocketModeReceiver, log: Log): Promise<SocketLine> {
  const stopping = new AbortController();
  let lose: (cause: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  let opening: Promise<void> | null = null;
  let openedAt = 0;
  let pauseMs = 0;

  async function open(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (pauseMs > 0) await pause(pauseMs, null, { signal: stopping.signal }).catch(() => null);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(Math.max(2 * pauseMs, firstPauseMs), longestPauseMs);
      try {
        await socket.start();
        openedAt = Date.now();
        return;
      } catch (thrown) {
        const { why, waitMs } = passingFault(thrown);
        log.info('not-connected', { why });
        pauseMs = Math.max(pauseMs, waitMs);
      }
    }
  }

  function comeBack(): void {
    if (stopping.signal.aborted || opening) return;
    if (Date.now() - openedAt > goodMs) pauseMs = 0;
    opening = open()
      .catch((thrown: unknown) => lose(thrown))
      .finally(() => {
        opening = null;
      });
  }

  catchWhatItThrows(socket, log);
  socket.on('disconnected', comeBack);
  opening = open().finally(() => {
    opening = null;
  });
  await opening;
  return {
    lost,
    async stop() {
      stopping.abort();
      // It answers when Slack has closed its end, which the app does not wait for.
      void socket.disconnect();
    },
  };
}

/** @throws RefusedSetting where asking again would be answered with the same */
function passingFault(thrown: unknown): { readonly why: string; readonly waitMs: number } {
  if (thrown === undefined) return { why: 'closed before it was open', waitMs: 0 };
  const outcome = outcomeOf(thrown);
  switch (outcome.kind) {
    case 'locked-out':
    case 'refused':
    case 'missing':
      throw new RefusedSetting('SLACK_APP_TOKEN', outcome.why, whereToLook, thrown);
    case 'rate-limited':
      return outcome;
    case 'not-accepted':
    case 'uncertain':
      return { why: outcome.why, waitMs: 0 };
  }
}

const whereToLook =
  'Basic Information, App-Level Tokens, one with the scope connections:write; Socket Mode has to be on';

/** The client reads each message in a promise that nobody waits for. */
function catchWhatItThrows(socket: SocketModeReceiver['client'], log: Log): void {
  for (const read of socket.listeners('ws_message')) {
    socket.off('ws_message', read);
    socket.on('ws_message', (...message: unknown[]) => {
      Promise.resolve(read(...message)).catch((thrown: unknown) => logFault(thrown, log, { during: 'listening' }));
    });
  }
}
