import type { App } from '@slack/bolt';
import { alert, everyInput, gallery, overview, plain } from './blocks.ts';

export interface Heard {
  /** `view.state.values` of each submission, and what else the app was told. */
  readonly submissions: Record<string, Record<string, Record<string, unknown>>>[];
  readonly actions: { readonly actionId: string; readonly value: unknown }[];
  readonly closed: { readonly callbackId: string; readonly isCleared: boolean }[];
}

/** A small real app with a bit of everything that the page has to show. */
export function buildApp(app: App): Heard {
  const heard: Heard = { submissions: [], actions: [], closed: [] };
  answerCommands(app);
  answerViews(app, heard);
  answerActions(app, heard);
  app.options('customers', async ({ ack, payload }) => {
    const names = ['Mette Sørensen', 'Mikkel Bruun', 'Nora Hansen'];
    const found = names.filter((name) => name.toLowerCase().includes(payload.value.toLowerCase()));
    await ack({ options: found.map((name) => ({ text: plain(name), value: name })) });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: home(0) } });
  });
  return heard;
}

function home(pressed: number) {
  return [
    { type: 'header' as const, text: plain('Good morning') },
    {
      type: 'section' as const,
      text: { type: 'mrkdwn' as const, text: `You have *3* follow-ups. Pressed ${pressed} times.` },
    },
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('A note'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
    {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: 'home.press', value: String(pressed), text: plain('Press') }],
    },
  ];
}

function answerCommands(app: App): void {
  app.command('/loyalty', async ({ command, ack, client, respond }) => {
    const { channel_id: channel, trigger_id: triggerId } = command;
    // Never answered, as by an app that hangs.
    if (command.text === 'hang') return;
    await ack();
    switch (command.text) {
      case 'form':
        await client.views.open({ trigger_id: triggerId, view: everyInput });
        return;
      case 'alert':
        await client.chat.postMessage({ channel, text: 'Mette Sørensen gave an NPS of 3', blocks: alert(null) });
        return;
      case 'gallery':
        await client.chat.postMessage({ channel, text: 'Week 12', blocks: gallery });
        return;
      default:
        await respond({ text: 'Nordlys Kaffe: 412 customers in all', blocks: overview });
    }
  });
}

const field = { type: 'plain_text_input' as const, action_id: 'text', multiline: true };

function feedbackForm(words: string) {
  return {
    type: 'modal' as const,
    callback_id: 'feedback',
    title: plain('Add feedback'),
    submit: plain('Save'),
    close: plain('Cancel'),
    notify_on_close: true,
    blocks: [
      {
        type: 'input' as const,
        block_id: 'comment',
        label: plain('What they said'),
        hint: plain('In their own words.'),
        element: { ...field, initial_value: words },
      },
      {
        type: 'actions' as const,
        block_id: 'more',
        elements: [{ type: 'button' as const, action_id: 'feedback.customer', text: plain('Choose a customer') }],
      },
    ],
  };
}

function answerViews(app: App, heard: Heard): void {
  app.shortcut('feedback.add', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: feedbackForm('') });
  });
  app.shortcut({ type: 'message_action', callback_id: 'feedback.record' }, async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: feedbackForm(shortcut.message.text ?? '') });
  });
  app.view('feedback', async ({ ack, view }) => {
    heard.submissions.push(view.state.values as unknown as Heard['submissions'][number]);
    const words = view.state.values.comment?.text?.value ?? '';
    if (words === 'fine') return ack({ response_action: 'errors', errors: { comment: 'Please say a little more.' } });
    await ack();
  });
  app.view('every.input', async ({ ack, view }) => {
    heard.submissions.push(view.state.values as unknown as Heard['submissions'][number]);
    await ack();
  });
  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
    if (body.type === 'view_closed') {
      heard.closed.push({ callbackId: body.view.callback_id, isCleared: body.is_cleared });
    }
    await ack();
  });
}

function answerActions(app: App, heard: Heard): void {
  app.action('feedback.customer', async ({ ack, body, client }) => {
    await ack();
    const view = {
      type: 'modal' as const,
      callback_id: 'customer',
      title: plain('Choose a customer'),
      blocks: [{ type: 'section' as const, text: plain('Only one so far: Mette Sørensen') }],
    };
    if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view });
  });
  app.action('follow-up.claim', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.channel === undefined || body.message === undefined) return;
    const at = { channel: body.channel.id, ts: body.message.ts };
    await client.chat.update({ ...at, text: 'Mette Sørensen gave an NPS of 3', blocks: alert(body.user.id) });
    await client.chat.postMessage({ channel: at.channel, thread_ts: at.ts, text: `<@${body.user.id}> took it.` });
  });
  app.action('home.press', async ({ ack, body, client, payload }) => {
    await ack();
    const pressed = Number('value' in payload ? payload.value : 0) + 1;
    await client.views.publish({ user_id: body.user.id, view: { type: 'home', blocks: home(pressed) } });
  });
  app.action(/^(gallery|overview|alert|follow-up\.(done|hand-back))/, async ({ ack, payload }) => {
    await ack();
    const { type, ...value } = payload as unknown as Record<string, unknown>;
    heard.actions.push({ actionId: String(value.action_id), value: { type, ...value } });
  });
}
