import type { App, BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { buttonKindId } from '../../messages/kit/button.ts';
import type { StateValues } from '../../messages/modals/state.ts';
import { guardSilently } from '../guard.ts';
import { handle, handleOnHome } from '../handle.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { Connection, ConnectionOf, Incoming } from '../identify-member.ts';
import { respondWith } from '../respond.ts';
import { sendTo } from '../send-to-member.ts';
import type { FormHooks } from '../views/form.ts';
import { forms } from '../views/index.ts';
import { openView, replaceView } from '../views/open-view.ts';
import { buttons } from './index.ts';

/** Takes presses on buttons, and choices in a modal that draw it anew. */
export function listenToActions(app: App, connectionOf: ConnectionOf, homes: AppHomes): void {
  app.action({ type: 'block_actions' }, async ({ body, ack, respond, client }) => {
    await ack();
    const action = body.actions[0];
    const connection = connectionOf(body.team?.id ?? body.user.team_id);
    if (!action || !connection) return;
    const memberId = body.user.id;
    const form = forms.find(({ hooks }) => hooks.redraw?.actionId === action.action_id);
    if (form) return redraw(connection, form.hooks, client, body);
    const handler = buttons.find(({ id }) => id === buttonKindId(action.action_id));
    if (!handler || action.type !== 'button') return;
    const pressed = {
      channelId: body.channel?.id ?? null,
      requestKey: `${body.channel?.id}:${body.container.message_ts ?? action.action_ts}:${action.action_id}:${memberId}`,
    };
    const run = (incoming: Incoming) => handler.run(incoming, action.value, pressed);
    const triggerId = body.trigger_id;
    if (body.view?.type === 'home') {
      const shown = await handleOnHome(connection, memberId, run, sendTo(pressed.requestKey));
      if (shown.kind === 'open') await openView(client, triggerId, shown);
      else await homes.show(connection, memberId, shown.notice);
    } else {
      await respondWith(connection, await handle(connection, memberId, run), { client, triggerId, respond });
      await homes.refresh(connection, memberId);
    }
  });
}

async function redraw(
  connection: Connection,
  hooks: FormHooks,
  client: WebClient,
  { user, view }: BlockAction,
): Promise<void> {
  if (!view) return;
  const filled = view.state.values as StateValues;
  const next = await guardSilently(connection, user.id, async (incoming) =>
    hooks.redraw?.view(incoming, filled, view.private_metadata),
  );
  if (next) await replaceView(client, { view_id: view.id, hash: view.hash, view: next });
}
