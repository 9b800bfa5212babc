import { HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';

/** How Slack reaches the app. */
export type ReceiverMode =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

export type Receiver = HTTPReceiver | SocketModeReceiver;

export function receiverOf(mode: ReceiverMode, apiUrl: string): Receiver {
  if (mode.mode === 'http') {
    const { signingSecret, port } = mode;
    return new HTTPReceiver({ signingSecret, port, endpoints: ['/slack/events'], logLevel: LogLevel.ERROR });
  }
  return new SocketModeReceiver({
    appToken: mode.appToken,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    logLevel: LogLevel.ERROR,
  });
}

export interface Listening {
  /** Where Slack's requests are taken; null for Socket Mode, in which the app calls Slack. */
  readonly port: number | null;
  stop(): Promise<void>;
}

export async function startReceiver(receiver: Receiver, mode: ReceiverMode): Promise<Listening> {
  if (!(receiver instanceof HTTPReceiver)) {
    await receiver.start();
    return { port: null, stop: async () => void (await receiver.stop()) };
  }
  const server = await receiver.start(mode.mode === 'http' ? mode.port : 0);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : null,
    stop: async () => {
      server.closeIdleConnections();
      await receiver.stop();
    },
  };
}
