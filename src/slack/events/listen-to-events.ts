import type { App } from '@slack/bolt';
import type { Log } from '../../errors.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { ConnectionOf } from '../identify-member.ts';
import { originOf } from '../origin.ts';

/** Takes what happens in the workspace. What is said to the app is kept before, see `keep-said.ts`. */
export function listenToEvents(app: App, connectionOf: ConnectionOf, homes: AppHomes, log: Log): void {
  app.event('app_home_opened', async ({ event, body }) => {
    const connection = connectionOf(originOf(body));
    if (!connection || event.tab !== 'home') return;
    await homes.open(connection, event.user);
  });
  // What is to be sent waits by itself as long as Slack refuses the token; an operator should know why.
  app.event('app_uninstalled', async ({ context }) => log.error('app-uninstalled', { teamId: context.teamId }));
  app.event('tokens_revoked', async ({ context }) => log.error('tokens-revoked', { teamId: context.teamId }));
}
