import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Recorder, startRecorder } from './recorder.ts';
import {
  alarm,
  astrid,
  bot,
  emily,
  fjord,
  general,
  jonas,
  type RunningSandbox,
  startSandbox,
  until,
} from './support.ts';

const petra = 'U0PETRA0001';
const partner = 'T0PARTNER01';
const home = { id: 'T0NORDLYS01', domain: 'nordlys-kaffe' };
const organisation = { id: 'E0NORDICORG', name: 'Nordic Organisation' };

let sandbox: RunningSandbox;
let recorder: Recorder;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const channel of [general, alarm]) await sandbox.client.conversations.join({ channel });
  recorder = await startRecorder(sandbox);
});
afterAll(async () => {
  await recorder.stop();
  await sandbox.stop();
});

const word = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    ({ data }: { data: { error: string } }) => data.error,
  );
const command = (as: string, channel: string) =>
  sandbox.act({ do: 'command', as, channel, command: '/loyalty', text: '' });
const button = { type: 'button', text: { type: 'plain_text', text: 'x' }, action_id: 'b' } as const;
const withButton = async (channel: string) => {
  const blocks = [{ type: 'actions' as const, block_id: 'a', elements: [button] }];
  return (await sandbox.client.chat.postMessage({ channel, text: 'x', blocks })).ts ?? '';
};
const pressOn = (as: string, channel: string, ts: string) =>
  sandbox.act({ do: 'press', as, on: { kind: 'message', channel, ts }, blockId: 'a', actionId: 'b' });
const last = (type: string) => recorder.of(type).at(-1) as Record<string, unknown>;

describe('direct messages of several people', () => {
  test('with the app it hears and posts there, and may look where its scopes let it', async () => {
    const { id = '' } = await sandbox.act({ do: 'open-group', as: astrid, users: [jonas, bot] });
    expect((await sandbox.act({ do: 'open-group', as: jonas, users: [bot, astrid] })).id).toBe(id);
    await command(astrid, id);
    expect(last('/loyalty')).toMatchObject({
      channel_id: id,
      channel_name: expect.stringMatching(/^mpdm-astrid--jonas--/),
    });
    expect(await word(sandbox.client.chat.postMessage({ channel: id, text: 'x' }))).toBe('ok');
    expect(await word(sandbox.client.conversations.history({ channel: id }))).toBe('missing_scope');
    expect(await word(sandbox.client.conversations.info({ channel: id }))).toBe('missing_scope');
    expect(await sandbox.act({ do: 'invite', as: astrid, channel: id, user: emily })).toMatchObject({
      error: 'cant_invite',
    });
    expect(await sandbox.act({ do: 'say', as: emily, channel: id, text: 'x' })).toMatchObject({ ok: false });
  });

  test.each([
    ['of three', [jonas, emily], /^mpdm-astrid--jonas--emily-1$/],
    ['of two', [jonas], /^directmessage$/],
  ])('%s, without the app: a command comes from there, a post does not arrive', async (_of, users, name) => {
    const { id = '' } = await sandbox.act({ do: 'open-group', as: astrid, users });
    await command(astrid, id);
    expect(last('/loyalty')).toMatchObject({ channel_id: id, channel_name: expect.stringMatching(name) });
    expect(await word(sandbox.client.chat.postMessage({ channel: id, text: 'x' }))).toBe('channel_not_found');
    expect(await word(sandbox.client.conversations.join({ channel: id }))).toBe('channel_not_found');
    const answer = { response_type: 'ephemeral', text: 'For you alone' };
    await fetch(String(last('/loyalty').response_url), { method: 'POST', body: JSON.stringify(answer) });
    expect((await sandbox.messages(astrid, id)).at(-1)).toMatchObject({ text: 'For you alone', ephemeral: true });
    expect(await sandbox.act({ do: 'say', as: astrid, channel: id, text: 'Between us' })).toMatchObject({ ok: true });
  });
});

test('a press on a message in a thread is answered in the channel, unless the answer names the thread', async () => {
  const { ts: thread = '' } = await sandbox.client.chat.postMessage({ channel: general, text: 'Thread' });
  const blocks = [{ type: 'actions' as const, block_id: 'a', elements: [button] }];
  const reply = await sandbox.client.chat.postMessage({ channel: general, text: 'x', thread_ts: thread, blocks });
  await pressOn(astrid, general, reply.ts ?? '');
  const pressed = last('block_actions');
  expect(pressed.container).toMatchObject({ thread_ts: thread });
  const answer = (body: object) =>
    fetch(String(pressed.response_url), { method: 'POST', body: JSON.stringify({ replace_original: false, ...body }) });
  await answer({ text: 'Beside' });
  await answer({ text: 'In it', thread_ts: thread });
  expect((await sandbox.messages(astrid, general)).at(-1)).toMatchObject({ text: 'Beside', threadTs: null });
  expect((await sandbox.messages(astrid, general, thread)).at(-1)).toMatchObject({ text: 'In it', ephemeral: true });
});

describe('a Slack Connect channel', () => {
  beforeAll(() => sandbox.change({ connected: [alarm] }));
  afterAll(() => sandbox.change({ connected: [] }));

  test('is told as one, to who is in it alone', async () => {
    const { channel } = await sandbox.client.conversations.info({ channel: alarm });
    expect(channel).toMatchObject({ is_ext_shared: true, shared_team_ids: [home.id, partner] });
    expect(await sandbox.get(`/sandbox/messages?workspace=${home.id}&as=${petra}&channel=${general}`)).toMatchObject({
      error: 'channel_not_found',
    });
    const { user } = await sandbox.client.users.info({ user: petra, include_locale: true });
    expect(user).toMatchObject({ team_id: partner, is_stranger: false });
    expect(user).not.toHaveProperty('locale');
  });

  test('an outsider has no command and no shortcut of the app', async () => {
    expect(await command(petra, alarm)).toMatchObject({ error: 'unknown_command' });
    const shortcut = { do: 'global-shortcut', as: petra, callbackId: 'feedback.add' } as const;
    expect(await sandbox.act(shortcut)).toMatchObject({ error: 'unknown_shortcut' });
  });

  test('but presses, in the name of the app’s workspace, and submits in that of the own one', async () => {
    await pressOn(petra, alarm, await withButton(alarm));
    const pressed = last('block_actions');
    expect(pressed).toMatchObject({ team: home, user: { id: petra, team_id: partner }, enterprise: null });
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'x' },
      submit: { type: 'plain_text' as const, text: 'x' },
      blocks: [],
    };
    const opened = await sandbox.client.views.open({ trigger_id: String(pressed.trigger_id), view });
    await sandbox.act({ do: 'submit', as: petra, viewId: opened.view?.id ?? '', state: {} });
    expect(last('view_submission')).toMatchObject({
      team: { id: partner },
      user: { team_id: partner },
      view: { app_installed_team_id: home.id },
    });
  });

  test('what an outsider says is heard as said from elsewhere', async () => {
    await sandbox.act({ do: 'say', as: petra, channel: alarm, text: `<@${bot}> hello` });
    await until(() => recorder.of('app_mention').length > 0);
    expect(last('app_mention')).toMatchObject({
      is_ext_shared_channel: true,
      authorizations: [{ team_id: home.id }],
      event: { user: petra, user_team: partner },
    });
  });
});

describe('a workspace of an organisation', () => {
  afterAll(() => sandbox.change({ enterprise: 'none' }));

  test('with the app installed in it, is named with its organisation', async () => {
    await sandbox.change({ enterprise: 'workspace-install' });
    await command(astrid, general);
    expect(last('/loyalty')).toMatchObject({ enterprise_id: organisation.id, is_enterprise_install: 'false' });
    await pressOn(astrid, general, await withButton(general));
    expect(last('block_actions')).toMatchObject({ team: home, enterprise: organisation, is_enterprise_install: false });
    expect(await sandbox.client.auth.test()).toMatchObject({ team_id: home.id, enterprise_id: organisation.id });
  });

  test('with the app installed for all of it, interactions name no workspace', async () => {
    await sandbox.change({ enterprise: 'organisation-install' });
    await command(astrid, general);
    expect(last('/loyalty')).toMatchObject({ team_id: home.id, is_enterprise_install: 'true' });
    await pressOn(astrid, general, await withButton(general));
    await sandbox.act({ do: 'global-shortcut', as: astrid, callbackId: 'feedback.add' });
    for (const type of ['block_actions', 'shortcut']) {
      expect(last(type)).toMatchObject({ team: null, enterprise: organisation, is_enterprise_install: true });
      expect(last(type)).toMatchObject({ user: { team_id: home.id } });
    }
    await sandbox.act({ do: 'open-home', as: astrid });
    await until(() => recorder.of('app_home_opened').length > 0);
    expect(last('app_home_opened')).toMatchObject({
      authorizations: [{ enterprise_id: organisation.id, is_enterprise_install: true }],
    });
    expect(await sandbox.client.auth.test()).toMatchObject({ team_id: organisation.id, is_enterprise_install: true });
    expect(await sandbox.get(`/sandbox/conditions?workspace=${fjord}`)).toMatchObject({ enterprise: 'none' });
  });
});
