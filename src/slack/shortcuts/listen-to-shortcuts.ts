import type { App, MessageShortcut } from '@slack/bolt';
import { sayButton } from '../../messages/kit/say-button.ts';
import { saveMessageButton } from '../../messages/modals/feedback-form.ts';
import { readMrkdwn } from '../../text/read-mrkdwn.ts';
import { sayElsewhere } from '../elsewhere.ts';
import { hurried } from '../guard.ts';
import { handle, inModal } from '../handle.ts';
import type { ConnectionOf } from '../identify-member.ts';
import { originOf } from '../origin.ts';
import { sayTo } from '../say-to.ts';
import { drawNotOpened, type Retry } from '../views/not-opened.ts';
import { openModal } from '../views/open-view.ts';
import { type ChosenMessage, shortcuts } from './index.ts';

/** Takes what is chosen in Slack's shortcuts menu. */
export function listenToShortcuts(app: App, connectionOf: ConnectionOf): void {
  for (const { id, run, words } of shortcuts) {
    app.shortcut(id, async ({ shortcut, ack }) => {
      const connection = connectionOf(originOf(shortcut));
      const chosen = shortcut.type === 'message_action' ? chosenMessage(shortcut) : null;
      if (!connection) return Promise.all([ack(), sayElsewhere(chosen?.responseUrl)]).then(() => undefined);
      const memberId = shortcut.user.id;
      const opening = await handle(hurried(connection), memberId, async (incoming) => run(incoming, chosen), inModal);
      if (opening.kind !== 'open') return ack();
      const modal = await openModal(connection, shortcut.trigger_id, { ...opening, memberId }, latestMs);
      await ack();
      // Only one on a message has an address for answers; of another the answer goes to the member's messages.
      const place = { responseUrl: chosen?.responseUrl ?? null, channelId: chosen?.channelId ?? null, memberId };
      const retry = chosen ? retryOf(chosen) : sayAgain(words);
      if (modal.problem) await sayTo(connection, place).surely(drawNotOpened(modal.problem, opening, retry));
      await modal.finish();
    });
  }
}

/** By then Slack's answer is of no use for the acknowledgement. */
const latestMs = 1200;
/** Of a button's value. */
const longestValue = 2000;

function retryOf(message: ChosenMessage): Retry {
  if (JSON.stringify(message).length > longestValue) return null;
  return (label) => saveMessageButton.element(label, message, { style: 'primary' });
}

function sayAgain(words: string): Retry {
  return (label) => sayButton.element(label, { words }, { style: 'primary' });
}

function chosenMessage({ channel, message_ts, message, response_url }: MessageShortcut): ChosenMessage {
  return { channelId: channel.id, ts: message_ts, text: readMrkdwn(message.text ?? ''), responseUrl: response_url };
}
