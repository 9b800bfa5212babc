import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  astrid,
  bot,
  general,
  jonas,
  nordlys,
  type RunningSandbox,
  startApp,
  startSandbox,
  until,
  ways,
} from './support.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const modal = {
  type: 'modal' as const,
  callback_id: 'ask',
  title: { type: 'plain_text' as const, text: 'Ask' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'why',
      label: { type: 'plain_text' as const, text: 'Why?' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
};

describe.each(ways)('over %s', (way) => {
  const answers: string[] = [];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const build = (app: App) => {
      app.command('/loyalty', async ({ command, ack, client }) => {
        if (command.text !== 'modal') return ack(`You said ${command.text}`);
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: modal });
      });
      app.view('ask', async ({ ack, view }) => {
        const text = view.state.values.why?.text?.value ?? '';
        if (text === 'no') return ack({ response_action: 'errors', errors: { why: 'Say more' } });
        answers.push(text);
        await ack();
      });
      app.action('claim', async ({ ack, body, respond }) => {
        await ack();
        await respond({ replace_original: true, text: `Taken by <@${body.user.id}>` });
      });
    };
    ({ stop } = await startApp(sandbox, way, build));
  });
  afterAll(() => stop());

  test('a command is answered to the person alone', async () => {
    const result = await sandbox.act({
      as: astrid,
      do: 'command',
      channel: general,
      command: '/loyalty',
      text: 'hello',
    });
    expect(result).toMatchObject({ ok: true });
    const own = await sandbox.messages(astrid, general);
    expect(own.at(-1)).toMatchObject({ text: 'You said hello', ephemeral: true, user: bot, isApp: true });
    expect((await sandbox.messages(jonas, general)).map((one) => one.ts)).not.toContain(result.ts);
  });

  test('a modal is opened, refused with words under the field, and submitted', async () => {
    await sandbox.act({ as: astrid, do: 'command', channel: general, command: '/loyalty', text: 'modal' });
    const { modals } = await until(
      () => sandbox.screen(astrid),
      (screen) => screen.modals.length === 1,
    );
    const viewId = modals[0]?.id ?? '';
    const submit = (value: string) =>
      sandbox.act({ as: astrid, do: 'submit', viewId, state: { why: { text: { type: 'plain_text_input', value } } } });
    expect(await submit('no')).toMatchObject({ ok: true });
    expect((await sandbox.screen(astrid)).modals[0]?.errors).toEqual({ why: 'Say more' });
    expect(await submit('')).toMatchObject({ ok: false, error: 'invalid_fields' });
    expect(await submit(`Because, over ${way}`)).toMatchObject({ ok: true });
    expect((await sandbox.screen(astrid)).modals).toEqual([]);
    expect(answers).toEqual([`Because, over ${way}`]);
  });

  test('a button in a message is pressed and the message is replaced', async () => {
    await sandbox.client.conversations.join({ channel: general });
    const button = {
      type: 'button' as const,
      action_id: 'claim',
      text: { type: 'plain_text' as const, text: 'Claim' },
    };
    const posted = await sandbox.client.chat.postMessage({
      channel: general,
      text: 'Unhappy',
      blocks: [{ type: 'actions', block_id: 'b', elements: [button] }],
    });
    const ts = posted.ts ?? '';
    const on = { kind: 'message' as const, channel: general, ts };
    expect(await sandbox.act({ as: jonas, do: 'press', on, blockId: 'b', actionId: 'claim' })).toMatchObject({
      ok: true,
    });
    const find = async () => (await sandbox.messages(jonas, general)).find((one) => one.ts === ts);
    const replaced = await until(find, (one) => one?.edited === true);
    expect(replaced).toMatchObject({ text: `Taken by <@${jonas}>`, blocks: [] });
  });
});

test('a Bolt app that is asked to come anew comes back by itself', async () => {
  const { stop } = await startApp(sandbox, 'socket', (app) => {
    app.command('/loyalty', async ({ ack }) => ack('Still here'));
  });
  const connections = async () => (await sandbox.get<{ connections: number }>('/sandbox/delivery')).connections;
  await sandbox.post('/sandbox/delivery', { refresh: true });
  await until(connections, (count) => count === 0);
  await until(connections, (count) => count === 1);
  const act = { as: astrid, do: 'command', channel: general, command: '/loyalty', text: '' } as const;
  expect(await sandbox.act(act)).toMatchObject({ ok: true });
  await stop();
});

test('auth.test tells who the token is', async () => {
  expect(await sandbox.client.auth.test()).toMatchObject({ ok: true, team_id: nordlys, user_id: bot });
});

test('what happens is told live', async () => {
  const address = sandbox.ready.url.replace('http', 'ws');
  const live = new WebSocket(`${address}/sandbox/live?workspace=${nordlys}&as=${jonas}`);
  const told: { type: string; message?: { text: string } }[] = [];
  live.on('message', (data) => told.push(JSON.parse(String(data))));
  await until(() => told.some((one) => one.type === 'app'));
  await sandbox.act({ as: astrid, do: 'say', channel: general, text: 'Godmorgen <3' });
  await until(() => told.some((one) => one.message?.text === 'Godmorgen &lt;3'));
  live.close();
});
