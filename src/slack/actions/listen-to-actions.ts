import type { App, BlockAction } from '@slack/bolt';
import type { Button, ModalView } from '@slack/types';
import { buttonKindId } from '../../messages/kit/button.ts';
import { drawProblem } from '../../messages/kit/problem.ts';
import { withFilled } from '../../messages/modals/kept-form.ts';
import type { StateValues } from '../../messages/modals/state.ts';
import { type HomeNotice, noticeMessage } from '../../sections/home/home.ts';
import type { Locale } from '../../text/define-text.ts';
import { fromEarlierVersion } from '../earlier-version.ts';
import { sayElsewhere } from '../elsewhere.ts';
import { guard } from '../guard.ts';
import { handle, handleOnHome } from '../handle.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { Connection, ConnectionOf, Incoming } from '../identify-member.ts';
import { tellingMeanwhile } from '../meanwhile.ts';
import { originOf } from '../origin.ts';
import { respondWith } from '../respond.ts';
import { sayTo } from '../say-to.ts';
import { sendTo } from '../send-to-member.ts';
import type { FormHooks } from '../views/form.ts';
import { forms } from '../views/index.ts';
import { drawNotOpened, type Retry } from '../views/not-opened.ts';
import { openModal, replaceView } from '../views/open-view.ts';
import { buttons } from './index.ts';

/** Takes presses on buttons, choices in menus of messages, and choices in a modal that draw it anew. */
export function listenToActions(app: App, connectionOf: ConnectionOf, homes: AppHomes): void {
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    await ack();
    const action = body.actions[0];
    if (!action) return;
    const connection = connectionOf(originOf(body));
    if (!connection) return sayElsewhere(body.response_url);
    const memberId = body.user.id;
    const form = forms.find(({ hooks }) => hooks.redraw?.actionId === action.action_id);
    if (form) return redraw(connection, form.hooks, body);
    const handler = buttons.find(({ id }) => id === buttonKindId(action.action_id));
    if (!(action.type === 'button' || action.type === 'static_select')) return;
    const value = action.type === 'button' ? action.value : action.selected_option.value;
    const pressed = {
      channelId: body.channel?.id ?? null,
      ...(body.channel?.name && { channelName: body.channel.name }),
      requestKey: `${body.channel?.id}:${body.container.message_ts ?? action.action_ts}:${action.action_id}:${memberId}`,
    };
    const run = async (incoming: Incoming) => {
      if (!handler) throw fromEarlierVersion('button');
      return handler.run(incoming, value, pressed);
    };
    const triggerId = body.trigger_id;
    const retry: Retry = (label) => againButton(action.action_id, value, label);
    if (body.view?.type === 'home') {
      const inMessages = { responseUrl: null, channelId: null, memberId };
      const handled = handleOnHome(connection, memberId, run, sendTo(pressed.requestKey));
      const shown = await tellingMeanwhile(connection, inMessages, handled);
      if (shown.kind !== 'open') return showOnHome(homes, connection, memberId, shown);
      const modal = await openModal(connection, triggerId, { ...shown, memberId });
      const message = modal.problem && drawNotOpened(modal.problem, shown, retry);
      const notice = message && ({ kind: 'not-opened', message } as const);
      if (notice) await showOnHome(homes, connection, memberId, { notice, locale: shown.locale });
      await modal.finish();
    } else {
      const threadTs: unknown = body.container.thread_ts;
      const place = {
        responseUrl: body.response_url ?? null,
        channelId: pressed.channelId,
        ...(typeof threadTs === 'string' && { threadTs }),
        memberId,
      };
      const handled = await tellingMeanwhile(connection, place, handle(connection, memberId, run));
      await respondWith(connection, handled, { place, triggerId, retry });
      await homes.refresh(connection, memberId);
    }
  });
}

/** Tells on the Home what came of a press on it; in the member's messages where no Home can be shown to them. */
async function showOnHome(
  homes: AppHomes,
  connection: Connection,
  memberId: string,
  { notice, locale }: { readonly notice: HomeNotice | null; readonly locale: Locale },
): Promise<void> {
  if (await homes.show(connection, memberId, notice)) return;
  const message = notice && noticeMessage(notice, locale);
  if (message) await sayTo(connection, { responseUrl: null, channelId: null, memberId }).surely(message);
}

/** The button that was pressed, to be pressed once more. */
function againButton(action_id: string, value: string | undefined, label: string): Button {
  return {
    type: 'button',
    action_id,
    text: { type: 'plain_text', text: label },
    style: 'primary',
    ...(value && { value }),
  };
}

async function redraw(connection: Connection, hooks: FormHooks, { user, view }: BlockAction): Promise<void> {
  if (!view) return;
  const filled = view.state.values as StateValues;
  const memberId = user.id;
  const drawn = await guard<
    { readonly next: ModalView | undefined; readonly locale: Locale } | { readonly said: string }
  >(
    connection,
    memberId,
    async (incoming) => ({
      next: await hooks.redraw?.view(incoming, filled, view.private_metadata),
      locale: incoming.locale,
    }),
    (said) => ({ said }),
  );
  if ('said' in drawn) {
    await sayTo(connection, { responseUrl: null, channelId: null, memberId }).surely(drawProblem(drawn.said));
  } else if (drawn.next) {
    const kept = { ...drawn.next, blocks: withFilled(drawn.next.blocks, filled) };
    const change = { view_id: view.id, hash: view.hash, view: kept };
    await replaceView(connection, change, { memberId, locale: drawn.locale, keeps: true });
  }
}
