import {
  App,
  type BlockAction,
  type ButtonAction,
  HTTPReceiver,
  LogLevel,
  type RespondFn,
  SocketModeReceiver,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../errors.ts';
import { logFault } from '../errors.ts';
import { type Answered, answer } from './answer.ts';
import { buttons } from './buttons/index.ts';
import { runCommand } from './command.ts';
import { deliveryClient } from './deliver-call.ts';
import type { Connection } from './incoming.ts';

/** How Slack reaches the app. */
export type Ears =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

export interface Listening {
  /** Where Slack's requests are taken; null for Socket Mode, in which the app calls Slack. */
  readonly port: number | null;
  stop(): Promise<void>;
}

export interface ListenNeeds {
  readonly ears: Ears;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly bot: { readonly botId: string; readonly botUserId: string };
  readonly log: Log;
  /** The workspace that something came from; null: none of ours. */
  connectionOf(teamId: string): Connection | null;
}

/** Slack takes an answer with the acknowledgement within 3 s; what takes longer follows by itself. */
const quickMs = 2000;

/** Begins to take what Slack sends. The only file that knows Bolt. */
export async function listen(needs: ListenNeeds): Promise<Listening> {
  const receiver = receiverOf(needs);
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: needs.botToken, ...needs.bot }),
    clientOptions: { slackApiUrl: needs.apiUrl, timeout: 10_000, allowAbsoluteUrls: false },
    logLevel: LogLevel.ERROR,
  });
  app.error(async (thrown) => logFault(thrown.original ?? thrown, needs.log, { at: 'listen' }));

  app.command('/loyalty', async ({ command, ack, respond, client }) => {
    const connection = needs.connectionOf(command.team_id);
    if (!connection) return ack();
    const place = { channelId: command.channel_id, requestKey: command.trigger_id };
    const answered = answer(connection, command.user_id, (incoming) => runCommand(incoming, command.text, place));
    const quick = await within(quickMs, answered);
    if (quick?.kind === 'message') return ack({ response_type: 'ephemeral', ...quick.message });
    await ack();
    await follow(await answered, client, command.trigger_id, respond);
  });

  app.action({ type: 'block_actions' }, async ({ body, ack, respond, client }) => {
    await ack();
    const action = body.actions[0];
    const connection = needs.connectionOf(body.team?.id ?? body.user.team_id ?? '');
    const handler = buttons.find(({ id }) => id === action?.action_id);
    if (!action || !connection || !handler) return;
    const pressed = { channelId: body.channel?.id ?? null, requestKey: keyOf(body) };
    const value = (action as ButtonAction).value;
    const answered = await answer(connection, body.user.id, (incoming) => handler.run(incoming, value, pressed));
    await follow(answered, client, body.trigger_id, respond);
  });

  if (receiver instanceof HTTPReceiver) {
    const server = await receiver.start(needs.ears.mode === 'http' ? needs.ears.port : 0);
    const address = server.address();
    return {
      port: typeof address === 'object' && address ? address.port : null,
      stop: async () => {
        server.closeIdleConnections();
        await receiver.stop();
      },
    };
  }
  await receiver.start();
  return { port: null, stop: () => receiver.stop() };
}

function receiverOf({ ears, apiUrl }: ListenNeeds): HTTPReceiver | SocketModeReceiver {
  if (ears.mode === 'http') {
    return new HTTPReceiver({
      signingSecret: ears.signingSecret,
      endpoints: ['/slack/events'],
      port: ears.port,
      logLevel: LogLevel.ERROR,
    });
  }
  return new SocketModeReceiver({
    appToken: ears.appToken,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    logLevel: LogLevel.ERROR,
  });
}

/** Shows a member what comes after the acknowledgement. */
async function follow(answered: Answered, client: WebClient, triggerId: string, respond: RespondFn): Promise<void> {
  switch (answered.kind) {
    case 'nothing':
      return;
    case 'message':
      await respond({ response_type: 'ephemeral', replace_original: answered.replace, ...answered.message });
      return;
    case 'open': {
      const opened = await client.views.open({ trigger_id: triggerId, view: answered.view });
      const later = await answered.later?.();
      if (later && opened.view?.id) {
        await client.views.update({
          view_id: opened.view.id,
          view: later,
          ...(opened.view.hash && { hash: opened.view.hash }),
        });
      }
    }
  }
}

function keyOf(body: BlockAction): string {
  const action = body.actions[0];
  return `${action?.action_ts}:${action?.action_id}:${body.user.id}`;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The client for everything that the app says of its own accord. */
export const clientOf = deliveryClient;
