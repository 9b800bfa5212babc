import { App } from '@slack/bolt';
import { slackFetch } from '../delivery/slack-fetch.ts';
import { type Log, logFault } from '../errors.ts';
import { listenToActions } from './actions/listen-to-actions.ts';
import { listenToCommands } from './commands/listen-to-commands.ts';
import { listenToEvents } from './events/listen-to-events.ts';
import { createAppHomes } from './home/app-homes.ts';
import type { ConnectionOf } from './identify-member.ts';
import { type Listening, type ReceiverMode, receiverOf } from './receiver.ts';
import { keepSaid } from './said/keep-said.ts';
import { sdkLogger } from './sdk-log.ts';
import { listenToShortcuts } from './shortcuts/listen-to-shortcuts.ts';
import { listenToViews } from './views/listen-to-views.ts';

export interface ListenNeeds {
  readonly receiver: ReceiverMode;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly bot: { readonly botId: string; readonly botUserId: string };
  readonly log: Log;
  /** How long Slack may take to answer a call; default 10 s. */
  readonly patienceMs?: number;
  readonly connectionOf: ConnectionOf;
}

/** Begins to take what Slack sends: each kind is taken in its room, where it finds its handler in a list. */
export async function listen(needs: ListenNeeds): Promise<Listening> {
  const { log, connectionOf, patienceMs = 10_000 } = needs;
  const { receiver, begin } = receiverOf(needs.receiver, { apiUrl: needs.apiUrl, patienceMs, log });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: needs.botToken, ...needs.bot }),
    clientOptions: {
      slackApiUrl: needs.apiUrl,
      // Rather than the client's own limit, which Bolt's respond() would go without.
      fetch: slackFetch(patienceMs),
      allowAbsoluteUrls: false,
      retryConfig: { retries: 1 },
    },
    // Bolt's store of conversations would be asked about each message, and is used by nothing here.
    convoStore: false,
    logger: sdkLogger(log),
  });
  app.error(async (thrown) => logFault(thrown.original ?? thrown, log, { during: 'listening' }));
  const homes = createAppHomes();
  listenToCommands(app, connectionOf);
  listenToActions(app, connectionOf, homes);
  listenToViews(app, connectionOf, homes);
  listenToShortcuts(app, connectionOf);
  listenToEvents(app, connectionOf, homes, log);
  keepSaid(app, needs);
  return begin();
}
