import {
  type AckFn,
  App,
  type BlockAction,
  LogLevel,
  type MessageShortcut,
  type RespondFn,
  type ViewResponseAction,
  type ViewStateValue,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { ViewsUpdateArguments, WebClient } from '@slack/web-api';
import type { Shown } from '../delivery/illustrate.ts';
import { slackRefusal } from '../delivery/slack-refusal.ts';
import { tryAgain } from '../delivery/try-again.ts';
import { type Log, logFault } from '../errors.ts';
import { buttonKindId } from '../messages/kit/button.ts';
import { feedbackCustomerAction, feedbackKindAction } from '../messages/modals/feedback-form.ts';
import type { StateValues } from '../messages/modals/state.ts';
import { buttons } from './actions/index.ts';
import { type Answered, answer, answerForm, answerOnHome, attend, inModal } from './answer.ts';
import { asksForFigures, readAhead } from './commands/read-ahead.ts';
import { runCommand } from './commands/run-command.ts';
import { createHomes, type Homes } from './home/homes.ts';
import type { Connection, Incoming } from './incoming.ts';
import type { Submitted } from './outcome.ts';
import { type Listening, type ReceiverMode, receiverOf, startReceiver } from './receiver.ts';
import { keepSaid } from './said/keep-said.ts';
import { sendTo } from './send-to-member.ts';
import { type ChosenMessage, shortcuts } from './shortcuts/index.ts';
import { redrawFeedback, suggestCustomers } from './views/feedback.ts';
import { forms } from './views/index.ts';

export interface ListenNeeds {
  readonly receiver: ReceiverMode;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly bot: { readonly botId: string; readonly botUserId: string };
  readonly log: Log;
  /** How long Slack may take to answer a call; default 10 s. */
  readonly patienceMs?: number;
  /** The workspace that something came from; null: none of ours. */
  connectionOf(teamId: string | undefined): Connection | null;
}

/** Slack takes an answer with the acknowledgement within 3 s; what takes longer follows by itself. */
const quickMs = 2000;

/** Begins to take what Slack sends. The only file that knows Bolt's listeners: each finds its handler in a list. */
export async function listen(needs: ListenNeeds): Promise<Listening> {
  const receiver = receiverOf(needs.receiver, needs.apiUrl);
  const { patienceMs = 10_000 } = needs;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: needs.botToken, ...needs.bot }),
    clientOptions: {
      slackApiUrl: needs.apiUrl,
      // Rather than the client's own limit, which Bolt's respond() would go without.
      fetch: (address, call) => fetch(address, { ...call, signal: AbortSignal.timeout(patienceMs) }),
      allowAbsoluteUrls: false,
      retryConfig: { retries: 1 },
    },
    // Bolt's store of conversations would be asked about each message, and is used by nothing here.
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  app.error(async (thrown) => logFault(thrown.original ?? thrown, needs.log, { during: 'listening' }));
  takeCommands(app, needs);
  const homes = createHomes();
  takeActions(app, needs, homes);
  takeForms(app, needs, homes);
  takeShortcuts(app, needs);
  takeEvents(app, needs, homes);
  keepSaid(app, needs);
  return startReceiver(receiver, needs.receiver);
}

function takeCommands(app: App, { connectionOf }: ListenNeeds): void {
  // Before all listeners rather than as one of them: Bolt asks each listener about whatever comes in.
  app.use(async (incoming) => {
    if (!('command' in incoming) || incoming.command.command !== '/loyalty') return incoming.next();
    const { command, ack, respond, client } = incoming;
    const connection = connectionOf(command.team_id);
    if (!connection) return ack();
    const place = { channelId: command.channel_id, requestKey: command.trigger_id };
    const run = (incoming: Incoming) => runCommand(incoming, command.text, place);
    const handle = asksForFigures(command.text) ? readAhead(connection, command.user_id, run) : run;
    const answered = answer(connection, command.user_id, handle);
    const quick = await within(quickMs, answered);
    if (quick?.kind === 'message') {
      const acknowledge = (words: Shown | null) => ack(words ? { response_type: 'ephemeral', ...words } : undefined);
      return connection.illustrator.answer(connection, quick.message, acknowledge, alone(respond));
    }
    if (quick?.kind === 'open') await openView(client, command.trigger_id, quick, ack);
    else {
      await ack();
      await follow(connection, await answered, client, command.trigger_id, respond);
    }
  });
}

function takeActions(app: App, { connectionOf }: ListenNeeds, homes: Homes): void {
  app.action({ type: 'block_actions' }, async ({ body, ack, respond, client }) => {
    await ack();
    const action = body.actions[0];
    const connection = connectionOf(body.team?.id ?? body.user.team_id);
    if (!action || !connection) return;
    const memberId = body.user.id;
    if (action.action_id === feedbackKindAction && action.type === 'static_select') {
      const filled = (body.view?.state.values ?? {}) as StateValues;
      const answered = await answer(connection, memberId, (incoming) =>
        redrawFeedback(incoming, filled, body.view?.private_metadata ?? ''),
      );
      return redraw(answered, client, body);
    }
    const handler = buttons.find(({ id }) => id === buttonKindId(action.action_id));
    if (!handler || action.type !== 'button') return;
    const pressed = {
      channelId: body.channel?.id ?? null,
      requestKey: `${body.channel?.id}:${body.container.message_ts ?? action.action_ts}:${action.action_id}:${memberId}`,
    };
    const run = (incoming: Incoming) => handler.run(incoming, action.value, pressed);
    if (body.view?.type === 'home') {
      const shown = await answerOnHome(connection, memberId, run, sendTo(pressed.requestKey));
      if (shown.kind === 'open') await openView(client, body.trigger_id, shown);
      else await homes.show(connection, memberId, shown.notice);
    } else {
      await follow(connection, await answer(connection, memberId, run), client, body.trigger_id, respond);
      await homes.refresh(connection, memberId);
    }
  });

  app.options(feedbackCustomerAction, async ({ body, ack }) => {
    const connection = connectionOf(body.team?.id);
    const typed = 'value' in body ? String(body.value) : '';
    const options =
      connection && (await attend(connection, body.user.id, (incoming) => suggestCustomers(incoming, typed)));
    await ack({ options: options ?? [] });
  });
}

function takeForms(app: App, { connectionOf }: ListenNeeds, homes: Homes): void {
  app.view({ type: 'view_submission' }, async ({ body, view, ack, client }) => {
    const connection = connectionOf(body.team?.id);
    const handler = forms.find(({ id }) => id === view.callback_id);
    if (!connection || !handler) return ack();
    const values = view.state.values as Record<string, Record<string, ViewStateValue>>;
    const submitted = await answerForm(connection, body.user.id, (incoming) =>
      handler.submit(incoming, view.private_metadata, values, view.id),
    );
    await ack(toResponse(submitted) as ViewResponseAction);
    const later = submitted.kind === 'show' ? await submitted.later?.() : undefined;
    if (later) await replaceView(client, { view_id: view.id, view: later });
    if (submitted.kind !== 'errors') await homes.refresh(connection, body.user.id);
  });
}

function takeShortcuts(app: App, { connectionOf }: ListenNeeds): void {
  for (const { id, run } of shortcuts) {
    app.shortcut(id, async ({ shortcut, ack, client }) => {
      const connection = connectionOf(shortcut.team?.id);
      if (!connection) return ack();
      const chosen = shortcut.type === 'message_action' ? chosenMessage(shortcut) : null;
      const answered = await answer(connection, shortcut.user.id, async (incoming) => run(incoming, chosen), inModal);
      if (answered.kind === 'open') await openView(client, shortcut.trigger_id, answered, ack);
      else await ack();
    });
  }
}

function takeEvents(app: App, { connectionOf, log }: ListenNeeds, homes: Homes): void {
  app.event('app_home_opened', async ({ event, context }) => {
    const connection = connectionOf(context.teamId);
    if (!connection || event.tab !== 'home') return;
    await homes.open(connection, event.user);
  });
  // What is to be sent waits by itself as long as Slack refuses the token; an operator should know why.
  app.event('app_uninstalled', async ({ context }) => log.error('app-uninstalled', { teamId: context.teamId }));
  app.event('tokens_revoked', async ({ context }) => log.error('tokens-revoked', { teamId: context.teamId }));
}

function chosenMessage({ channel, message_ts, message, response_url }: MessageShortcut): ChosenMessage {
  return { channelId: channel.id, ts: message_ts, text: message.text ?? '', responseUrl: response_url };
}

/** Shows a member what comes after the acknowledgement. */
async function follow(
  connection: Connection,
  answered: Answered,
  client: WebClient,
  triggerId: string,
  respond: RespondFn,
): Promise<void> {
  if (answered.kind === 'message') {
    const say = alone(respond, answered.replace);
    const first = async (words: Shown | null) => void (words && (await say(words)));
    await connection.illustrator.answer(connection, answered.message, first, say);
  }
  if (answered.kind === 'open') await openView(client, triggerId, answered);
}

/** Says something to the member alone. What takes the place of a message does so once; what follows stands below it. */
function alone(respond: RespondFn, replace = false): (shown: Shown) => Promise<void> {
  let replaces = replace;
  return async (shown) => {
    const answer = { ...shown, response_type: 'ephemeral', replace_original: replaces } as const;
    await tryAgain(() => respond(answer));
    replaces = false;
  };
}

/** Opens a modal before anything else, as a trigger lives for three seconds. */
async function openView(
  client: WebClient,
  triggerId: string,
  { view, later }: { readonly view: ModalView; readonly later?: () => Promise<ModalView> },
  ack: AckFn<void> | (() => Promise<void>) = async () => undefined,
): Promise<void> {
  const opened = await client.views.open({ trigger_id: triggerId, view });
  await ack();
  const next = await later?.();
  const { id, hash } = opened.view ?? {};
  if (next && id) await replaceView(client, { view_id: id, view: next, ...(hash && { hash }) });
}

/** Shows something else in a modal, unless it was closed or redrawn meanwhile. */
async function replaceView(client: WebClient, change: ViewsUpdateArguments): Promise<void> {
  await client.views.update(change).catch((cause: unknown) => {
    const refusal = slackRefusal(cause);
    if (refusal !== 'not_found' && refusal !== 'view_not_found' && refusal !== 'hash_conflict') throw cause;
  });
}

async function redraw(answered: Answered, client: WebClient, { view }: BlockAction): Promise<void> {
  if (answered.kind === 'redraw' && view)
    await replaceView(client, { view_id: view.id, hash: view.hash, view: answered.view });
}

function toResponse(submitted: Submitted): ViewResponseAction {
  switch (submitted.kind) {
    case 'errors':
      return { response_action: 'errors', errors: { ...submitted.errors } };
    case 'close':
      return { response_action: 'clear' };
    case 'show':
      return { response_action: 'update', view: submitted.view };
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
