import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { slackFetch } from '../delivery/slack-fetch.ts';
import { type Log, logFault } from '../errors.ts';
import type { TakeRequest } from '../http/open-server.ts';
import { openDoor, slackPath } from './http-door.ts';
import { sdkLogger } from './sdk-log.ts';
import { openSocketLine } from './socket-line.ts';

/** How Slack reaches the app. */
export type ReceiverMode =
  | { readonly mode: 'socket'; readonly appToken: string }
  | {
      readonly mode: 'http';
      readonly signingSecret: string;
      readonly port: number;
      /** The picture of an answer at a path of the app's own address; null: there is none. */
      readonly picture: (path: string) => Promise<Uint8Array | null>;
      /** Takes what customers send from the pages of surveys. */
      readonly surveys: TakeRequest;
    };

export interface Listening {
  /** Where Slack's requests are taken; null for Socket Mode, in which the app calls Slack. */
  readonly port: number | null;
  /** Is rejected when nothing can come from Slack any more. */
  readonly lost: Promise<never>;
  stop(): Promise<void>;
}

/** What Bolt takes Slack's messages from, and how it is begun with. */
export interface Receiving {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  begin(): Promise<Listening>;
}

export function receiverOf(
  mode: ReceiverMode,
  { apiUrl, patienceMs, log }: { readonly apiUrl: string; readonly patienceMs: number; readonly log: Log },
): Receiving {
  const logger = sdkLogger(log);
  if (mode.mode === 'http') {
    const { signingSecret } = mode;
    const receiver = new HTTPReceiver({
      signingSecret,
      endpoints: [slackPath],
      logger,
      async processEventErrorHandler({ error, response }) {
        logFault(error, log, { during: 'listening' });
        if (!response.headersSent) response.writeHead(500).end();
        return false;
      },
    });
    return { receiver, begin: async () => ({ ...(await openDoor(receiver, mode)), lost: never }) };
  }
  const receiver = new SocketModeReceiver({
    appToken: mode.appToken,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, fetch: slackFetch(patienceMs), retryConfig: { retries: 0 } },
    },
    logger,
    async processEventErrorHandler({ error }) {
      logFault(error, log, { during: 'listening' });
      return false;
    },
  });
  return { receiver, begin: async () => ({ ...(await openSocketLine(receiver, log)), port: null }) };
}

const never = new Promise<never>(() => undefined);
