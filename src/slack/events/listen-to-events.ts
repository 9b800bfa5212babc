import type { App } from '@slack/bolt';
import type { Log } from '../../errors.ts';
import { tryChannelNow } from '../../flows/obstacles/mend-obstacle.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { ConnectionOf } from '../identify-member.ts';
import { originOf } from '../origin.ts';

/** Takes what happens in the workspace. What is said to the app is kept before, see `keep-said.ts`. */
export function listenToEvents(app: App, connectionOf: ConnectionOf, homes: AppHomes, log: Log): void {
  async function tryChannel(payload: object, channelId: string): Promise<void> {
    const connection = connectionOf(originOf(payload));
    if (connection) await tryChannelNow(connection, channelId);
  }

  app.event('app_home_opened', async ({ event, body }) => {
    const connection = connectionOf(originOf(body));
    if (!connection || event.tab !== 'home') return;
    await homes.open(connection, event.user);
  });
  // What waits for the app to be in a channel, or for the channel to be taken up again, goes at once.
  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (event.user === context.botUserId) await tryChannel(body, event.channel);
  });
  app.event('channel_unarchive', async ({ event, body }) => tryChannel(body, event.channel));
  app.event('group_unarchive', async ({ event, body }) => tryChannel(body, event.channel));
  // What is to be sent waits by itself as long as Slack refuses the token; an operator should know why.
  app.event('app_uninstalled', async ({ context }) => log.error('app-uninstalled', { teamId: context.teamId }));
  app.event('tokens_revoked', async ({ context }) => log.error('tokens-revoked', { teamId: context.teamId }));
}
