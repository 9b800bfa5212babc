import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Recorder, startRecorder } from './recorder.ts';
import {
  alarm,
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

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = (action_id: string, more: object = {}) => ({
  type: 'button' as const,
  action_id,
  text: plain('Press'),
  ...more,
});
const option = (value: string) => ({ text: plain(value), value });

let sandbox: RunningSandbox;
let recorder: Recorder;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
  recorder = await startRecorder(sandbox);
});
afterAll(async () => {
  await recorder.stop();
  await sandbox.stop();
});

type Block = Readonly<Record<string, unknown>>;
async function postBlocks(blocks: readonly Block[], more: object = {}) {
  const args = { channel: general, text: 'Card', blocks, ...more };
  const { ts = '' } = (await sandbox.client.apiCall('chat.postMessage', args)) as { ts?: string };
  return { kind: 'message' as const, channel: general, ts };
}

const last = async (type: string) => {
  const found = await until(() => recorder.of(type).at(-1));
  return found as Record<string, never> & Record<string, unknown>;
};

describe('a button in a message', () => {
  test('sends block_actions with everything that Slack sends', async () => {
    const on = await postBlocks([
      { type: 'actions', block_id: 'b', elements: [button('claim', { value: '7', style: 'primary' })] },
    ]);
    expect(await sandbox.act({ as: jonas, do: 'press', on, blockId: 'b', actionId: 'claim' })).toMatchObject({
      ok: true,
    });
    expect(await last('block_actions')).toEqual({
      type: 'block_actions',
      token: 'sandbox-verification-token',
      team: { id: nordlys, domain: 'nordlys-kaffe' },
      user: { id: jonas, username: 'jonas', name: 'jonas', team_id: nordlys },
      api_app_id: 'A0LOYALTY01',
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: expect.any(String),
      container: { type: 'message', message_ts: on.ts, channel_id: general, is_ephemeral: false },
      channel: { id: general, name: 'general' },
      message: expect.objectContaining({
        type: 'message',
        ts: on.ts,
        user: bot,
        text: 'Card',
        blocks: [expect.objectContaining({ block_id: 'b' })],
      }),
      state: { values: {} },
      response_url: expect.stringContaining('/actions/'),
      actions: [
        {
          type: 'button',
          action_id: 'claim',
          block_id: 'b',
          text: plain('Press'),
          value: '7',
          style: 'primary',
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    });
  });

  test('in a thread the container names the thread', async () => {
    const parent = await postBlocks([{ type: 'divider' }]);
    const on = await postBlocks([{ type: 'actions', block_id: 'b', elements: [button('a')] }], {
      thread_ts: parent.ts,
    });
    await sandbox.act({ as: jonas, do: 'press', on, blockId: 'b', actionId: 'a' });
    expect((await last('block_actions')).container).toMatchObject({ message_ts: on.ts, thread_ts: parent.ts });
  });

  test('is pressed only by who sees it, and only if it is there', async () => {
    const on = await postBlocks([{ type: 'actions', block_id: 'b', elements: [button('a')] }]);
    const press = { as: jonas, do: 'press', on, blockId: 'b', actionId: 'a' } as const;
    expect(await sandbox.act({ ...press, as: 'U0GUEST0001' })).toEqual({ ok: false, error: 'message_not_found' });
    expect(await sandbox.act({ ...press, actionId: 'other' })).toEqual({ ok: false, error: 'element_not_found' });
    expect(await sandbox.act({ ...press, on: { ...on, ts: '1.000001' } })).toEqual({
      ok: false,
      error: 'message_not_found',
    });
  });

  test('an element without an action_id is given one', async () => {
    const on = await postBlocks([{ type: 'actions', elements: [{ type: 'button', text: plain('x') }] }]);
    const [block] = (await sandbox.messages(jonas, general)).find((one) => one.ts === on.ts)?.blocks ?? [];
    const [element] = (block?.elements ?? []) as { action_id: string }[];
    const act = {
      as: jonas,
      do: 'press',
      on,
      blockId: String(block?.block_id),
      actionId: element?.action_id ?? '',
    } as const;
    expect(await sandbox.act(act)).toMatchObject({ ok: true });
  });
});

test('state.values of a message has every element, chosen, initial or empty', async () => {
  const on = await postBlocks([
    {
      type: 'section',
      block_id: 's',
      text: plain('x'),
      accessory: {
        type: 'static_select',
        action_id: 'rung',
        options: [option('a'), option('b')],
        initial_option: option('b'),
      },
    },
    {
      type: 'actions',
      block_id: 'a',
      elements: [
        { type: 'datepicker', action_id: 'day' },
        { type: 'checkboxes', action_id: 'boxes', options: [option('x')] },
        button('go'),
      ],
    },
    { type: 'input', block_id: 'i', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'why' } },
  ]);
  const state = { i: { why: { type: 'plain_text_input', value: 'Because' } } };
  await sandbox.act({ as: jonas, do: 'press', on, blockId: 'a', actionId: 'go', state });
  expect((await last('block_actions')).state).toEqual({
    values: {
      s: { rung: { type: 'static_select', selected_option: option('b') } },
      a: { day: { type: 'datepicker', selected_date: null }, boxes: { type: 'checkboxes', selected_options: [] } },
      i: { why: { type: 'plain_text_input', value: 'Because' } },
    },
  });
});

test.each([
  ['static_select', { options: [option('a')], placeholder: plain('p') }, { selected_option: option('a') }],
  ['multi_static_select', { options: [option('a')] }, { selected_options: [option('a')] }],
  ['users_select', {}, { selected_user: jonas }],
  ['conversations_select', {}, { selected_conversation: general }],
  ['channels_select', { initial_channel: general }, { selected_channel: alarm }],
  ['multi_users_select', {}, { selected_users: [jonas] }],
  ['overflow', { options: [option('a')] }, { selected_option: option('a') }],
  ['radio_buttons', { options: [option('a')] }, { selected_option: option('a') }],
  ['checkboxes', { options: [option('a')] }, { selected_options: [option('a')] }],
  ['datepicker', { initial_date: '2026-01-01' }, { selected_date: '2026-03-01' }],
  ['timepicker', {}, { selected_time: '09:30' }],
  ['datetimepicker', {}, { selected_date_time: 1772352000 }],
])('choosing in a %s sends what was chosen', async (type, given, chosen) => {
  const on = await postBlocks([{ type: 'actions', block_id: 'a', elements: [{ type, action_id: 'e', ...given }] }]);
  await sandbox.act({ as: jonas, do: 'press', on, blockId: 'a', actionId: 'e', value: chosen });
  const [action] = (await last('block_actions')).actions as unknown as object[];
  expect(action).toMatchObject({ type, action_id: 'e', block_id: 'a', ...chosen });
});

test('an input block tells at once only with dispatch_action', async () => {
  const element = { type: 'plain_text_input', action_id: 'e' };
  const block = { type: 'input', label: plain('Why'), element };
  const on = await postBlocks([
    { ...block, block_id: 'quiet' },
    { ...block, block_id: 'loud', dispatch_action: true },
  ]);
  const act = { as: jonas, do: 'press', on, actionId: 'e', value: { value: 'x' } } as const;
  expect(await sandbox.act({ ...act, blockId: 'quiet' })).toEqual({ ok: false, error: 'not_dispatched' });
  expect(await sandbox.act({ ...act, blockId: 'loud' })).toMatchObject({ ok: true });
  expect((await last('block_actions')).actions).toMatchObject([{ type: 'plain_text_input', value: 'x' }]);
});

describe('ephemeral messages', () => {
  test('their buttons work, without the message, and only response_url changes them', async () => {
    const blocks = [{ type: 'actions', block_id: 'b', elements: [button('a')] }];
    const posted = await sandbox.client.apiCall('chat.postEphemeral', {
      channel: general,
      user: jonas,
      text: 'Old',
      blocks,
    });
    const ts = String((posted as { message_ts?: string }).message_ts);
    await sandbox.act({
      as: jonas,
      do: 'press',
      on: { kind: 'message', channel: general, ts },
      blockId: 'b',
      actionId: 'a',
    });
    const payload = await last('block_actions');
    expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts: ts });
    expect(payload).not.toHaveProperty('message');
    const respond = (body: object) =>
      fetch(String(payload.response_url), { method: 'POST', body: JSON.stringify(body) });
    const find = async () => (await sandbox.messages(jonas, general)).find((one) => one.ts === ts);
    await respond({ replace_original: true, text: 'New' });
    expect(await find()).toMatchObject({ text: 'New', blocks: [], ephemeral: true });
    await respond({ delete_original: true });
    expect(await find()).toBeUndefined();
  });
});

describe('a response_url', () => {
  async function newUrl(): Promise<string> {
    await sandbox.act({ as: jonas, do: 'command', channel: alarm, command: '/loyalty', text: '' });
    return String((await last('/loyalty')).response_url);
  }
  const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) });

  test('works five times, also where the bot is no member', async () => {
    const url = await newUrl();
    for (const text of ['1', '2', '3', '4', '5']) expect((await post(url, { text })).status).toBe(200);
    const sixth = await post(url, { text: '6' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect((await sandbox.messages(jonas, alarm)).slice(-5).map((one) => `${one.text} ${one.ephemeral}`)).toEqual([
      '1 true',
      '2 true',
      '3 true',
      '4 true',
      '5 true',
    ]);
    expect(await sandbox.messages(astrid, alarm)).toEqual([]);
  });

  test('lives thirty minutes', async () => {
    const url = await newUrl();
    await sandbox.post('/sandbox/clock', { advanceMs: 29 * 60_000 });
    expect((await post(url, { text: 'In time' })).status).toBe(200);
    await sandbox.post('/sandbox/clock', { advanceMs: 2 * 60_000 });
    const late = await post(url, { text: 'Late' });
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
  });

  test('in_channel is everyone’s', async () => {
    await post(await newUrl(), { response_type: 'in_channel', text: 'For all' });
    expect((await sandbox.messages(astrid, alarm)).at(-1)).toMatchObject({ text: 'For all', ephemeral: false });
  });

  test('replaces and deletes the message that was acted on, without replace_original it adds one', async () => {
    const on = await postBlocks([{ type: 'actions', block_id: 'b', elements: [button('a')] }]);
    await sandbox.act({ as: jonas, do: 'press', on, blockId: 'b', actionId: 'a' });
    const url = String((await last('block_actions')).response_url);
    const find = async () => (await sandbox.messages(jonas, general)).find((one) => one.ts === on.ts);
    await post(url, { text: 'Beside it' });
    expect(await find()).toMatchObject({ text: 'Card' });
    expect((await sandbox.messages(jonas, general)).at(-1)).toMatchObject({ text: 'Beside it', ephemeral: true });
    await post(url, { replace_original: true, text: 'Instead', blocks: [{ type: 'divider' }] });
    expect(await find()).toMatchObject({ text: 'Instead', blocks: [{ type: 'divider' }] });
    await post(url, { delete_original: true });
    expect(await find()).toBeUndefined();
  });

  test('refuses what Slack would refuse', async () => {
    const url = await newUrl();
    for (const status of [200, 400] as const) {
      await sandbox.change({ answersRefusedWith: status });
      const bad = await post(url, { text: 'x', blocks: [{ type: 'nonsense' }] });
      expect([bad.status, await bad.json()]).toMatchObject([status, { ok: false, error: 'invalid_blocks' }]);
    }
    expect((await post(url, {})).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: 'no json' })).status).toBe(400);
  });
});

describe('shortcuts', () => {
  test('a global one has a trigger and no response_url', async () => {
    expect(await sandbox.act({ as: jonas, do: 'global-shortcut', callbackId: 'feedback.add' })).toMatchObject({
      ok: true,
    });
    const payload = await last('shortcut');
    expect(payload).toMatchObject({
      callback_id: 'feedback.add',
      trigger_id: expect.any(String),
      user: { id: jonas },
      action_ts: expect.any(String),
    });
    expect(payload).not.toHaveProperty('response_url');
  });

  test('one on a message carries the message', async () => {
    const { ts = '' } = await sandbox.act({ as: astrid, do: 'say', channel: general, text: 'Too late again' });
    await sandbox.act({ as: jonas, do: 'message-shortcut', callbackId: 'feedback.record', channel: general, ts });
    expect(await last('message_action')).toMatchObject({
      callback_id: 'feedback.record',
      message_ts: ts,
      channel: { id: general, name: 'general' },
      message: { user: astrid, text: 'Too late again', ts },
      response_url: expect.any(String),
    });
  });

  test('one is not run as the other', async () => {
    const wrong = await sandbox.act({ as: jonas, do: 'global-shortcut', callbackId: 'feedback.record' });
    expect(wrong).toEqual({ ok: false, error: 'unknown_shortcut' });
  });
});

test('with should_escape names become ids, without it they stay', async () => {
  await sandbox.act({
    as: jonas,
    do: 'command',
    channel: general,
    command: '/escaped',
    text: 'ask @astrid in #kunder-alarm',
  });
  expect(await last('/escaped')).toMatchObject({ text: `ask <@${astrid}|astrid> in <#${alarm}|kunder-alarm>` });
  await sandbox.act({ as: jonas, do: 'command', channel: general, command: '/loyalty', text: 'ask @astrid' });
  expect(await last('/loyalty')).toMatchObject({ text: 'ask @astrid' });
});

test('what a person types is escaped, and the Home is told with its view', async () => {
  const { ts } = await sandbox.act({ as: jonas, do: 'say', channel: general, text: 'a < b & <!channel>' });
  expect((await sandbox.messages(jonas, general)).find((one) => one.ts === ts)?.text).toBe(
    'a &lt; b &amp; &lt;!channel&gt;',
  );
  const view = {
    type: 'home' as const,
    callback_id: 'home',
    blocks: [{ type: 'actions' as const, block_id: 'b', elements: [button('refresh')] }],
  };
  const published = await sandbox.client.views.publish({ user_id: jonas, view });
  await sandbox.act({ as: jonas, do: 'open-home' });
  const opened = await until(() => recorder.of('app_home_opened').at(-1));
  expect(opened.event).toMatchObject({ user: jonas, view: { id: published.view?.id, callback_id: 'home' } });
  const viewId = published.view?.id ?? '';
  await sandbox.act({ as: jonas, do: 'press', on: { kind: 'view', viewId }, blockId: 'b', actionId: 'refresh' });
  const payload = await last('block_actions');
  expect(payload).toMatchObject({
    container: { type: 'view', view_id: viewId },
    view: { type: 'home', hash: published.view?.hash },
  });
  expect(payload).not.toHaveProperty('response_url');
  expect(payload).not.toHaveProperty('channel');
  expect(
    await sandbox.act({ as: astrid, do: 'press', on: { kind: 'view', viewId }, blockId: 'b', actionId: 'refresh' }),
  ).toEqual({ ok: false, error: 'view_not_found' });
});

describe.each(ways)('unmodified Bolt over %s', (way) => {
  const seen: string[] = [];
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const build = (app: App) => {
      app.options('customer', async ({ ack, payload }) => ack({ options: [option(`${payload.value}!`)] }));
      app.options('wrong', async ({ ack }) => ack({ options: [option('x'.repeat(76))] }));
      app.options('none', async ({ ack }) => ack({ options: [] }));
      app.options('grouped', async ({ ack }) =>
        ack({ option_groups: [{ label: plain('A'), options: [option('a')] }] }),
      );
      app.shortcut('feedback.add', async ({ ack, shortcut }) => {
        await ack();
        seen.push(`shortcut ${shortcut.user.id}`);
      });
      app.event('app_mention', async ({ event }) => void seen.push(`mention ${event.text}`));
      app.function('ask', async ({ inputs, complete, fail }) => {
        if (inputs.customer === 'nobody') await fail({ error: 'No such customer' });
        else await complete({ outputs: { answer: `asked ${String(inputs.customer)}` } });
      });
    };
    ({ stop } = await startApp(sandbox, way, build));
  });
  afterAll(() => stop());

  test('an external select is filled by the app, within the limits of a select', async () => {
    const elements = ['customer', 'grouped', 'none', 'wrong'].map((action_id) => ({
      type: 'external_select',
      action_id,
    }));
    const on = await postBlocks([{ type: 'actions', block_id: 'a', elements }]);
    const ask = (actionId: string) =>
      sandbox.post('/sandbox/options', { workspace: nordlys, as: jonas, on, blockId: 'a', typed: 'ka', actionId });
    expect(await ask('customer')).toEqual({ options: [option('ka!')] });
    expect(await ask('grouped')).toEqual({ option_groups: [{ label: plain('A'), options: [option('a')] }] });
    expect(await ask('none')).toEqual({ options: [] });
    expect(await ask('wrong')).toMatchObject({ ok: false, error: 'invalid_options' });
  });

  test('shortcuts and mentions arrive', async () => {
    seen.length = 0;
    expect(await sandbox.act({ as: jonas, do: 'global-shortcut', callbackId: 'feedback.add' })).toMatchObject({
      ok: true,
    });
    await sandbox.act({ as: jonas, do: 'say', channel: general, text: `<@${bot}> hej` });
    await until(() => seen.length === 2);
    expect(seen.sort()).toEqual([`mention <@${bot}> hej`, `shortcut ${jonas}`]);
  });

  test('a function is run and completed, or fails', async () => {
    const run = async (customer: string) => {
      const { id } = await sandbox.act({ as: jonas, do: 'run-function', callbackId: 'ask', inputs: { customer } });
      const look = async () =>
        (await sandbox.get<{ id: string; state: string }[]>(`/sandbox/functions?workspace=${nordlys}`)).find(
          (one) => one.id === id,
        );
      return until(look, (one) => one.state !== 'running');
    };
    expect(await run('Anna')).toMatchObject({ state: 'done', outputs: { answer: 'asked Anna' } });
    expect(await run('nobody')).toMatchObject({ state: 'failed', error: 'No such customer' });
    expect(await sandbox.act({ as: jonas, do: 'run-function', callbackId: 'other', inputs: {} })).toEqual({
      ok: false,
      error: 'unknown_function',
    });
  });
});
