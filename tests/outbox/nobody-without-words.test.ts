import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';
import { type TinyAnswer, type TinySlack, tinySlack } from '../support/tiny-slack.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let slack: TinySlack;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterEach(async () => {
    await slack.close();
    await database.empty();
  });
  afterAll(() => database.close());

  const from = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, trigger_id: '4.5.6' };
  const press = (button: object, where: object) =>
    slack.sends({
      ...from,
      type: 'block_actions',
      actions: [{ type: 'button', block_id: 'b', action_ts: '1.3', ...button }],
      ...where,
    });
  const inChannel = () => ({
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '1.2', channel_id: 'C1' },
    response_url: slack.responseUrl,
  });
  const onHome = { view: { id: 'V0', type: 'home' }, container: { type: 'view' } };
  const refused = (error: string): TinyAnswer => ({ body: { ok: false, error } });
  const said = async (method: string) => {
    await until(() => slack.calls.some((call) => call.method === method));
    return slack.calls.find((call) => call.method === method)?.given.text;
  };

  describe('what an earlier version of the app drew', () => {
    test('a button says so, in a message and on the Home', async () => {
      slack = await tinySlack(database);
      await press({ action_id: 'gone.button', value: '{}' }, inChannel());
      expect(await said('respond')).toContain('earlier version');
      await press({ action_id: 'gone.button', value: '{}' }, onHome);
      await until(() => slack.calls.some(({ method }) => method === 'views.publish'));
      const home = slack.calls.find(({ method }) => method === 'views.publish');
      expect(JSON.stringify(home?.given)).toContain('earlier version');
    });

    test('a form that is sent does not close as if it had been saved', async () => {
      slack = await tinySlack(database);
      const { body } = await slack.sends({
        ...from,
        type: 'view_submission',
        view: { id: 'V1', type: 'modal', callback_id: 'gone.form', private_metadata: '{}', state: { values: {} } },
      });
      expect(body).toMatchObject({ response_action: 'update' });
      expect(JSON.stringify(body)).toContain('nothing was saved');
    });
  });

  describe('a press on a Home that cannot be shown anew', () => {
    test.each(['internal_error', 'invalid_arguments', 'not_enabled'])(
      'as Slack says %s, is told in the member’s messages',
      async (error) => {
        slack = await tinySlack(database);
        slack.answers('views.publish', () => refused(error));
        await press({ action_id: 'gone.button', value: '{}' }, onHome);
        expect(await said('chat.postMessage')).toContain('earlier version');
      },
      30_000,
    );

    test('about a form that did not open, is told there with its button', async () => {
      slack = await tinySlack(database);
      slack.answers('views.publish', () => refused('not_enabled'));
      slack.answers('views.open', () => refused('expired_trigger_id'));
      await press({ action_id: 'settings.change', value: '{}' }, onHome);
      expect(await said('chat.postMessage')).toContain('longer than Slack waits');
      expect(JSON.stringify(slack.calls.at(-1)?.given)).toContain('"action_id":"settings.change"');
    });

    test('as it belongs to somebody who is a guest by now, is told there, too', async () => {
      slack = await tinySlack(database, { asUser: (id) => ({ id, team_id: 'T1', is_restricted: true }) });
      await press({ action_id: 'settings.change', value: '{}' }, onHome);
      expect(await said('chat.postMessage')).toContain('not for guests');
    });
  });

  test.each(['internal_error', 'ratelimited'])(
    'what Slack fails at for a moment (%s) is not told as a channel that does not let the app in',
    async (error) => {
      slack = await tinySlack(database);
      slack.answers('conversations.info', () => refused(error));
      await press({ action_id: 'answer.share', value: '{"words":"nps","asOf":20000}' }, inChannel());
      expect(await said('respond')).toMatch(/Try again in/);
    },
    30_000,
  );

  test('Slack that wants to be asked less often is not called a fault of ours', async () => {
    slack = await tinySlack(database);
    const limited: TinyAnswer = {
      status: 429,
      body: { ok: false, error: 'ratelimited' },
      headers: { 'retry-after': '20' },
    };
    slack.answers('conversations.info', () => limited);
    await press({ action_id: 'answer.share', value: '{"words":"nps","asOf":20000}' }, inChannel());
    expect(await said('respond')).toBe('Slack wants to be asked less often just now. Try again in 20 seconds.');
  });
});
