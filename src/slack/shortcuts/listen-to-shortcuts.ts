import type { App, MessageShortcut } from '@slack/bolt';
import { handle, inModal } from '../handle.ts';
import type { ConnectionOf } from '../identify-member.ts';
import { openView } from '../views/open-view.ts';
import { type ChosenMessage, shortcuts } from './index.ts';

/** Takes what is chosen in Slack's shortcuts menu. */
export function listenToShortcuts(app: App, connectionOf: ConnectionOf): void {
  for (const { id, run } of shortcuts) {
    app.shortcut(id, async ({ shortcut, ack, client }) => {
      const connection = connectionOf(shortcut.team?.id);
      if (!connection) return ack();
      const chosen = shortcut.type === 'message_action' ? chosenMessage(shortcut) : null;
      const handled = await handle(connection, shortcut.user.id, async (incoming) => run(incoming, chosen), inModal);
      if (handled.kind === 'open') await openView(client, shortcut.trigger_id, handled, ack);
      else await ack();
    });
  }
}

function chosenMessage({ channel, message_ts, message, response_url }: MessageShortcut): ChosenMessage {
  return { channelId: channel.id, ts: message_ts, text: message.text ?? '', responseUrl: response_url };
}
