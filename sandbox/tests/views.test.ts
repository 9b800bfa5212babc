import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StateValues } from '../src/page-api.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { astrid, bot, general, jonas, type RunningSandbox, startSandbox, until } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element,
  ...more,
});
const text = (value: string) => ({ why: { text: { type: 'plain_text_input', value } } });
const asking = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'ask',
  private_metadata: 'kept',
  title: plain('Ask'),
  submit: plain('Send'),
  blocks: [input('why', { type: 'plain_text_input', action_id: 'text' })],
  ...more,
});

let sandbox: RunningSandbox;
let recorder: Recorder;
/** What the app says to a submission. */
let answer: unknown = null;

beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.act({ as: astrid, do: 'invite', channel: general, user: bot });
  recorder = await startRecorder(sandbox, (received, response: ServerResponse) => {
    if (received.payload.type !== 'view_submission' || answer === null) return response.end();
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(answer));
  });
});
afterAll(async () => {
  await recorder.stop();
  await sandbox.stop();
});
beforeEach(async () => {
  answer = null;
  recorder.received.length = 0;
  const { modals } = await sandbox.screen(jonas);
  const top = modals.at(-1);
  if (top) await sandbox.act({ as: jonas, do: 'close', viewId: top.id, all: true });
  recorder.received.length = 0;
});

async function trigger(): Promise<string> {
  const before = recorder.of('shortcut').length;
  await sandbox.act({ as: jonas, do: 'global-shortcut', callbackId: 'feedback.add' });
  return String((await until(() => recorder.of('shortcut')[before])).trigger_id);
}

interface Viewed {
  readonly view: { readonly id: string; readonly hash: string };
}
const call = async (method: string, args: Record<string, unknown>) =>
  (await sandbox.client.apiCall(method, args)) as unknown as Viewed;
const open = async (view: object) => (await call('views.open', { trigger_id: await trigger(), view })).view;
const push = async (view: object) => (await call('views.push', { trigger_id: await trigger(), view })).view;
const submit = (viewId: string, state: StateValues) => sandbox.act({ as: jonas, do: 'submit', viewId, state });
const titles = async () => (await sandbox.screen(jonas)).modals.map((one) => one.title);
const refused = (error: string) => ({ data: { ok: false, error } });

describe('a trigger_id', () => {
  test('works once', async () => {
    const trigger_id = await trigger();
    await call('views.open', { trigger_id, view: asking() });
    await expect(call('views.open', { trigger_id, view: asking() })).rejects.toMatchObject(
      refused('exchanged_trigger_id'),
    );
  });

  test('lives three seconds', async () => {
    const trigger_id = await trigger();
    await sandbox.post('/sandbox/clock', { advanceMs: 3001 });
    await expect(call('views.open', { trigger_id, view: asking() })).rejects.toMatchObject(
      refused('expired_trigger_id'),
    );
  });

  test('is not made up', async () => {
    await expect(call('views.open', { trigger_id: '1.2.3', view: asking() })).rejects.toMatchObject(
      refused('invalid_trigger_id'),
    );
  });
});

describe('submitting', () => {
  test('sends every input, empty ones as null, with the view as it was opened', async () => {
    const view = await open(
      asking({
        blocks: [
          input('why', { type: 'plain_text_input', action_id: 'text' }, { optional: true }),
          input('when', { type: 'datepicker', action_id: 'day' }, { optional: true }),
          input('rung', {
            type: 'static_select',
            action_id: 's',
            options: [option('a'), option('b')],
            initial_option: option('a'),
          }),
          input('tags', { type: 'multi_static_select', action_id: 'm', options: [option('a')] }, { optional: true }),
          input('who', { type: 'users_select', action_id: 'u' }, { optional: true }),
          input('where', { type: 'conversations_select', action_id: 'c', response_url_enabled: true }),
          input('boxes', { type: 'checkboxes', action_id: 'x', options: [option('a')] }, { optional: true }),
          input('score', { type: 'number_input', action_id: 'n', is_decimal_allowed: false }, { optional: true }),
          input('file', { type: 'file_input', action_id: 'f' }, { optional: true }),
          {
            type: 'section',
            block_id: 'sec',
            text: plain('x'),
            accessory: { type: 'timepicker', action_id: 't', initial_time: '09:00' },
          },
        ],
      }),
    );
    const where = { c: { type: 'conversations_select', selected_conversation: general } };
    expect(await submit(view.id, { where })).toMatchObject({ ok: true });
    const payload = await until(() => recorder.of('view_submission')[0]);
    expect(payload).toMatchObject({
      user: { id: jonas },
      trigger_id: expect.any(String),
      view: {
        id: view.id,
        hash: view.hash,
        callback_id: 'ask',
        private_metadata: 'kept',
        root_view_id: view.id,
        previous_view_id: null,
      },
    });
    expect((payload.view as { state: unknown }).state).toEqual({
      values: {
        why: { text: { type: 'plain_text_input', value: null } },
        when: { day: { type: 'datepicker', selected_date: null } },
        rung: { s: { type: 'static_select', selected_option: option('a') } },
        tags: { m: { type: 'multi_static_select', selected_options: [] } },
        who: { u: { type: 'users_select', selected_user: null } },
        where,
        boxes: { x: { type: 'checkboxes', selected_options: [] } },
        score: { n: { type: 'number_input', value: null } },
        file: { f: { type: 'file_input', files: [] } },
        sec: { t: { type: 'timepicker', selected_time: '09:00' } },
      },
    });
    expect(payload.response_urls).toEqual([
      { block_id: 'where', action_id: 'c', channel_id: general, response_url: expect.any(String) },
    ]);
  });

  test.each([
    ['a required field is empty', { type: 'plain_text_input' }, { value: '' }],
    ['a text is too short', { type: 'plain_text_input', min_length: 3 }, { value: 'ab' }],
    ['a text is too long', { type: 'plain_text_input', max_length: 3 }, { value: 'abcd' }],
    ['a number has decimals', { type: 'number_input', is_decimal_allowed: false }, { value: '7.5' }],
    ['a number is too small', { type: 'number_input', is_decimal_allowed: false, min_value: '0' }, { value: '-1' }],
    ['a number is too large', { type: 'number_input', is_decimal_allowed: true, max_value: '10' }, { value: '10.5' }],
    ['a number is none', { type: 'number_input', is_decimal_allowed: true }, { value: 'ten' }],
    ['an address is none', { type: 'email_text_input' }, { value: 'anna' }],
    ['a URL is none', { type: 'url_text_input' }, { value: 'not a url' }],
    ['an option is none', { type: 'static_select', options: [option('a')] }, { selected_option: option('z') }],
    ['there are too many files', { type: 'file_input', max_files: 1 }, { files: [{ id: 'F1' }, { id: 'F2' }] }],
  ])('Slack itself says under the field that %s', async (_what, element, value) => {
    const view = await open(asking({ blocks: [input('why', { ...element, action_id: 'text' })] }));
    const given = { why: { text: { type: element.type, ...value } } };
    expect(await submit(view.id, given)).toMatchObject({ ok: false, error: 'invalid_fields' });
    expect((await sandbox.screen(jonas)).modals[0]?.errors).toEqual({ why: expect.stringMatching(/^Please /) });
    expect(recorder.of('view_submission')).toEqual([]);
  });

  test('an empty acknowledgement closes the view on top', async () => {
    const root = await open(asking({ title: plain('Root') }));
    const top = await push(asking({ title: plain('Top') }));
    expect(await submit(root.id, text('x'))).toEqual({ ok: false, error: 'view_not_found' });
    await submit(top.id, text('x'));
    expect(await titles()).toEqual(['Root']);
    expect((recorder.of('view_submission')[0]?.view as object) ?? {}).toMatchObject({
      root_view_id: root.id,
      previous_view_id: root.id,
    });
  });

  test('errors stand under their fields until the next try', async () => {
    const view = await open(asking());
    answer = { response_action: 'errors', errors: { why: 'Say more' } };
    await submit(view.id, text('x'));
    expect((await sandbox.screen(jonas)).modals[0]?.errors).toEqual({ why: 'Say more' });
    answer = null;
    await submit(view.id, text('More'));
    expect(await titles()).toEqual([]);
  });

  test.each([
    ['errors without a field', { response_action: 'errors', errors: {} }, 'invalid_response_errors'],
    [
      'errors for a field that is not there',
      { response_action: 'errors', errors: { other: 'x' } },
      'invalid_response_errors',
    ],
    ['an action that Slack does not know', { response_action: 'explode' }, 'invalid_response_action'],
    [
      'a view that Slack would not take',
      { response_action: 'update', view: asking({ title: plain('x'.repeat(25)) }) },
      'invalid_arguments',
    ],
  ])('%s is refused and the view stays', async (_what, said, error) => {
    const view = await open(asking());
    answer = said;
    expect(await submit(view.id, text('x'))).toMatchObject({ ok: false, error });
    expect(await titles()).toEqual(['Ask']);
  });

  test('update changes the view, push adds one, clear closes all', async () => {
    const view = await open(asking());
    answer = { response_action: 'update', view: asking({ title: plain('Updated') }) };
    await submit(view.id, text('x'));
    expect(await titles()).toEqual(['Updated']);
    answer = { response_action: 'push', view: asking({ title: plain('Pushed') }) };
    const { id } = await submit(view.id, text('x'));
    expect(await titles()).toEqual(['Updated', 'Pushed']);
    answer = { response_action: 'clear' };
    await submit(id ?? '', text('x'));
    expect(await titles()).toEqual([]);
  });
});

describe('views', () => {
  test('a stack holds three', async () => {
    await open(asking({ title: plain('1') }));
    await push(asking({ title: plain('2') }));
    const third = await push(asking({ title: plain('3') }));
    await expect(push(asking())).rejects.toMatchObject(refused('push_limit_reached'));
    answer = { response_action: 'push', view: asking({ title: plain('4') }) };
    expect(await submit(third.id, text('x'))).toMatchObject({ ok: false, error: 'push_limit_reached' });
    expect(await titles()).toEqual(['1', '2', '3']);
  });

  test('nothing is pushed onto nothing', async () => {
    await expect(push(asking())).rejects.toMatchObject(refused('not_found'));
  });

  test('an update with an old hash is refused, each update has a new hash', async () => {
    const view = await open(asking());
    const updated = await call('views.update', {
      view_id: view.id,
      hash: view.hash,
      view: asking({ title: plain('Second') }),
    });
    expect(updated.view.hash).not.toBe(view.hash);
    await expect(call('views.update', { view_id: view.id, hash: view.hash, view: asking() })).rejects.toMatchObject(
      refused('hash_conflict'),
    );
    expect(await titles()).toEqual(['Second']);
  });

  test('a closed view is not found, an external_id finds an open one and is unique', async () => {
    await open(asking({ external_id: 'mine' }));
    await call('views.update', { external_id: 'mine', view: asking({ external_id: 'mine', title: plain('Found') }) });
    expect(await titles()).toEqual(['Found']);
    await expect(push(asking({ external_id: 'mine' }))).rejects.toMatchObject(refused('duplicate_external_id'));
    const [top] = (await sandbox.screen(jonas)).modals;
    await sandbox.act({ as: jonas, do: 'close', viewId: top?.id ?? '' });
    await expect(call('views.update', { view_id: top?.id, view: asking() })).rejects.toMatchObject(
      refused('not_found'),
    );
  });

  test('a Home is published per person, with its own hash', async () => {
    const home = (words: string) => ({ type: 'home', blocks: [{ type: 'section', text: plain(words) }] });
    const first = await call('views.publish', { user_id: jonas, view: home('One') });
    await call('views.publish', { user_id: jonas, view: home('Two'), hash: first.view.hash });
    const old = call('views.publish', { user_id: jonas, view: home('Three'), hash: first.view.hash });
    await expect(old).rejects.toMatchObject(refused('hash_conflict'));
    expect((await sandbox.screen(jonas)).home?.blocks[0]).toMatchObject({
      text: plain('Two'),
      block_id: expect.any(String),
    });
    expect((await sandbox.screen(astrid)).home).toBeNull();
    await expect(call('views.publish', { user_id: 'U0NOBODY001', view: home('x') })).rejects.toMatchObject(
      refused('user_not_found'),
    );
  });
});

describe('view_closed', () => {
  test('comes when the view wants it, and not when it was submitted', async () => {
    const quiet = await open(asking());
    await sandbox.act({ as: jonas, do: 'close', viewId: quiet.id });
    const loud = await open(asking({ notify_on_close: true }));
    await submit(loud.id, text('x'));
    expect(recorder.of('view_closed')).toEqual([]);
    const closed = await open(asking({ notify_on_close: true }));
    await sandbox.act({ as: jonas, do: 'close', viewId: closed.id });
    expect(recorder.of('view_closed')).toMatchObject([
      { is_cleared: false, view: { id: closed.id }, user: { id: jonas } },
    ]);
  });

  test('of a whole stack comes once for each, as cleared', async () => {
    await open(asking({ notify_on_close: true }));
    const top = await push(asking({ notify_on_close: true }));
    await sandbox.act({ as: jonas, do: 'close', viewId: top.id, all: true });
    expect(recorder.of('view_closed').map((one) => one.is_cleared)).toEqual([true, true]);
    expect(await titles()).toEqual([]);
  });

  test('clear_on_close closes the whole stack', async () => {
    await open(asking());
    const top = await push(asking({ clear_on_close: true }));
    await sandbox.act({ as: jonas, do: 'close', viewId: top.id });
    expect(await titles()).toEqual([]);
  });
});

describe('blocks are checked wherever they come in', () => {
  const bad = [{ type: 'header', text: plain('x'.repeat(151)) }];
  const pointer = (error: unknown) =>
    (error as { data: { errors: string[]; response_metadata: { messages: string[] } } }).data;

  test.each([
    ['chat.postMessage', () => ({ channel: general, text: 'x', blocks: bad })],
    ['chat.postEphemeral', () => ({ channel: general, user: jonas, text: 'x', blocks: bad })],
  ])('%s', async (method, args) => {
    const error = await sandbox.client.apiCall(method, args()).catch(pointer);
    const words = 'must be less than 151 characters [json-pointer:/blocks/0/text/text]';
    expect(error).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [words],
      response_metadata: { messages: [`[ERROR] ${words}`] },
    });
  });

  test('chat.update', async () => {
    const { ts } = await sandbox.client.chat.postMessage({ channel: general, text: 'x' });
    const update = sandbox.client.apiCall('chat.update', { channel: general, ts, text: 'x', blocks: bad });
    await expect(update).rejects.toMatchObject(refused('invalid_blocks'));
  });

  test('blocks that are no list of objects', async () => {
    const post = sandbox.client.apiCall('chat.postMessage', { channel: general, text: 'x', blocks: '"no"' });
    await expect(post).rejects.toMatchObject(refused('invalid_blocks_format'));
  });

  test.each(['views.open', 'views.push'])('%s', async (method) => {
    if (method === 'views.push') await open(asking());
    const error = await call(method, { trigger_id: await trigger(), view: asking({ blocks: bad }) }).catch(pointer);
    expect(error).toMatchObject({
      error: 'invalid_arguments',
      errors: ['must be less than 151 characters [json-pointer:/view/blocks/0/text/text]'],
    });
  });

  test('views.update and views.publish', async () => {
    const view = await open(asking());
    await expect(call('views.update', { view_id: view.id, view: asking({ blocks: bad }) })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
    await expect(call('views.publish', { user_id: jonas, view: { type: 'home', blocks: bad } })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
    await expect(call('views.publish', { user_id: jonas, view: asking() })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
  });
});
