import type { App } from '@slack/bolt';
import type { Shown } from '../../delivery/say.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { drawElsewhere } from '../elsewhere.ts';
import { handle } from '../handle.ts';
import type { ConnectionOf, Incoming } from '../identify-member.ts';
import { tellingMeanwhile } from '../meanwhile.ts';
import { originOf } from '../origin.ts';
import { respondWith } from '../respond.ts';
import { sayTo } from '../say-to.ts';
import { drawNotOpened, type Retry } from '../views/not-opened.ts';
import { openModal } from '../views/open-view.ts';
import { asksForFigures, readAhead } from './read-ahead.ts';
import { runCommand } from './run-command.ts';

/** Slack takes an answer with the acknowledgement within 3 s; what takes longer follows by itself. */
const quickMs = 2000;
/** By then a command is acknowledged, whatever became of its modal. */
const latestMs = 2700;

/** Takes `/loyalty …`. */
export function listenToCommands(app: App, connectionOf: ConnectionOf): void {
  // Before all listeners rather than as one of them: Bolt asks each listener about whatever comes in.
  app.use(async (incoming) => {
    if (!('command' in incoming) || incoming.command.command !== '/loyalty') return incoming.next();
    const { command, ack } = incoming;
    const acknowledge = (words: Shown | null) => ack(words ? { response_type: 'ephemeral', ...words } : undefined);
    const connection = connectionOf(originOf(command));
    if (!connection) return acknowledge(drawElsewhere());
    const began = performance.now();
    const { channel_id: channelId, user_id: memberId, trigger_id: triggerId, response_url: responseUrl } = command;
    const asked = { channelId, channelName: command.channel_name, requestKey: triggerId };
    const run = (incoming: Incoming) => runCommand(incoming, command.text, asked);
    const runSoon = asksForFigures(command.text) ? readAhead(connection, memberId, run) : run;
    const handled = handle(connection, memberId, runSoon);
    const quick = await within(quickMs, handled);
    const place = { responseUrl, channelId, memberId };
    if (quick?.kind === 'message') {
      return connection.illustrator.answer(connection, quick.message, {
        first: acknowledge,
        say: sayTo(connection, place),
        memberId,
      });
    }
    const retry = retryOf(command.text);
    if (quick?.kind === 'open') {
      const modal = await openModal(
        connection,
        triggerId,
        { ...quick, memberId },
        latestMs - (performance.now() - began),
      );
      await acknowledge(modal.problem && drawNotOpened(modal.problem, quick, retry));
      return modal.finish();
    }
    await ack();
    const later = await tellingMeanwhile(connection, place, handled);
    await respondWith(connection, later, { place, triggerId, retry });
  });
}

/** Says the same once more at a press, unless it is too long for a button. */
function retryOf(words: string): Retry {
  return words.length > longestSaid ? null : (label) => sayButton.element(label, { words }, { style: 'primary' });
}

const longestSaid = 300;

async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
