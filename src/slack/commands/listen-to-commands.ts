import type { App } from '@slack/bolt';
import type { Shown } from '../../delivery/illustrate.ts';
import { handle } from '../handle.ts';
import type { ConnectionOf, Incoming } from '../identify-member.ts';
import { ephemerally, respondWith } from '../respond.ts';
import { openView } from '../views/open-view.ts';
import { asksForFigures, readAhead } from './read-ahead.ts';
import { runCommand } from './run-command.ts';

/** Slack takes an answer with the acknowledgement within 3 s; what takes longer follows by itself. */
const quickMs = 2000;

/** Takes `/loyalty …`. */
export function listenToCommands(app: App, connectionOf: ConnectionOf): void {
  // Before all listeners rather than as one of them: Bolt asks each listener about whatever comes in.
  app.use(async (incoming) => {
    if (!('command' in incoming) || incoming.command.command !== '/loyalty') return incoming.next();
    const { command, ack, respond, client } = incoming;
    const connection = connectionOf(command.team_id);
    if (!connection) return ack();
    const place = { channelId: command.channel_id, requestKey: command.trigger_id };
    const run = (incoming: Incoming) => runCommand(incoming, command.text, place);
    const runSoon = asksForFigures(command.text) ? readAhead(connection, command.user_id, run) : run;
    const handled = handle(connection, command.user_id, runSoon);
    const quick = await within(quickMs, handled);
    if (quick?.kind === 'message') {
      const acknowledge = (words: Shown | null) => ack(words ? { response_type: 'ephemeral', ...words } : undefined);
      return connection.illustrator.answer(connection, quick.message, acknowledge, ephemerally(respond));
    }
    if (quick?.kind === 'open') await openView(client, command.trigger_id, quick, ack);
    else {
      await ack();
      await respondWith(connection, await handled, { client, triggerId: command.trigger_id, respond });
    }
  });
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
