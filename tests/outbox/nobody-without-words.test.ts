import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importFileView } from '../../src/messages/modals/import-file-form.ts';
import { replaceView } from '../../src/slack/views/open-view.ts';
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

  describe('who somebody is', () => {
    const failing = { status: 503, body: '<h1>Service Unavailable</h1>' };

    test.each([
      ['en', 'Slack has not said who you are'],
      ['da', 'Slack har ikke fortalt, hvem du er'],
      ['nb', 'Slack har ikke fortalt hvem du er'],
    ] as const)(
      'that Slack does not say is told in the language of the workspace (%s), and as Slack’s',
      async (locale, words) => {
        slack = await tinySlack(database);
        const { store } = slack.connection;
        await store.settings.save({ ...(await store.settings.read()), locale });
        for (const [answer, why] of [
          [refused('internal_error'), 'internal_error'],
          [failing, 'HTTP 503'],
        ] as const) {
          slack.answers('users.info', () => answer);
          slack.calls.length = 0;
          await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
          expect(await said('respond')).toBe(`${words} (${why}). ${tryAgain[locale]}`);
        }
      },
      30_000,
    );

    test('and will not say for long is told at once, not after a minute of nothing', async () => {
      slack = await tinySlack(database);
      slack.answers('users.info', () => ({ status: 429, body: { ok: false }, headers: { 'retry-after': '30' } }));
      await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
      expect(await said('respond')).toContain('Try again in');
      expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
    }, 20_000);

    test.each(['missing_scope', 'invalid_auth', 'ekm_access_denied'])(
      'that Slack will not say at all (%s) is not to be asked again in a moment',
      async (error) => {
        slack = await tinySlack(database);
        slack.answers('users.info', () => refused(error));
        await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
        expect(await said('respond')).toBe(
          `Slack does not tell the app who you are (${error}). Ask whoever installed the app to install it anew with all its permissions.`,
        );
      },
    );

    test.each(['user_not_found', 'user_not_visible'])(
      'of another company (%s) is no fault of Slack’s',
      async (error) => {
        slack = await tinySlack(database);
        slack.answers('users.info', () => refused(error));
        await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
        expect(await said('respond')).toBe('Loyalty Ladder is for members of this workspace, not for guests.');
      },
    );

    test('is remembered while Slack is down', async () => {
      slack = await tinySlack(database, { now: () => now });
      let now = new Date();
      await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
      expect(await said('respond')).toContain('NPS');
      now = new Date(now.getTime() + 7_200_000);
      slack.answers('users.info', () => failing);
      slack.calls.length = 0;
      await press({ action_id: 'words.say', value: '{"words":"nps"}' }, inChannel());
      expect(await said('respond')).toContain('NPS');
    }, 30_000);
  });

  describe('the menu of customers', () => {
    const typing = (value: string) =>
      slack.sends({
        ...from,
        type: 'block_suggestion',
        action_id: 'feedback.customer',
        block_id: 'customer',
        value,
        view: { id: 'V1', type: 'modal', callback_id: 'feedback.save', state: { values: {} } },
      });

    test('is filled from what we know while Slack is busy, fails or does not answer', async () => {
      for (const answer of [
        { status: 429, body: { ok: false }, headers: { 'retry-after': '30' } },
        refused('internal_error'),
        'no answer',
      ] satisfies TinyAnswer[]) {
        slack = await tinySlack(database);
        await addCustomer();
        slack.answers('users.info', () => answer);
        const { body } = await typing('Anna');
        expect(JSON.stringify(body)).toContain('Anna Holm · K1');
        await slack.close();
        await database.empty();
      }
      slack = await tinySlack(database);
    });

    test('says it where it cannot be filled, and who chooses those words is asked to choose again', async () => {
      slack = await tinySlack(database);
      await database.pool.query('ALTER TABLE customer_words RENAME TO customer_words_away');
      try {
        const { body } = await typing('Anna');
        const [only] = (body as { options: { text: { text: string }; value: string }[] }).options;
        expect(only?.text.text).toContain('Something went wrong');
        const form = { callback_id: 'feedback.save', private_metadata: '{}' };
        const values = { customer: { 'feedback.customer': { type: 'external_select', selected_option: only } } };
        const sent = await slack.sends({
          ...from,
          type: 'view_submission',
          view: { id: 'V1', type: 'modal', ...form, state: { values } },
        });
        expect(sent.body).toEqual({ response_action: 'errors', errors: { customer: 'Please choose one.' } });
      } finally {
        await database.pool.query('ALTER TABLE customer_words_away RENAME TO customer_words');
      }
    });

    const addCustomer = () =>
      database.pool.query(
        `WITH made AS (
           INSERT INTO customers (workspace_id, external_id, name, created_day) VALUES ($1, 'K1', 'Anna Holm', '2026-01-01') RETURNING id
         ) INSERT INTO customer_words (workspace_id, word, customer_id) SELECT $1, 'anna', id FROM made`,
        [slack.connection.workspaceId],
      );
  });

  describe('a form that Slack does not draw anew', () => {
    const chooses = () =>
      press(
        { type: 'static_select', action_id: 'feedback.kind', selected_option: { value: 'csat' } },
        {
          view: {
            id: 'V1',
            hash: '1.1',
            type: 'modal',
            callback_id: 'feedback.save',
            private_metadata: '{}',
            state: {
              values: { kind: { 'feedback.kind': { type: 'static_select', selected_option: { value: 'csat' } } } },
            },
          },
          container: { type: 'view', view_id: 'V1' },
        },
      );

    test.each(['hash_conflict', 'internal_error', 'expired_trigger_id', 'invalid_arguments'])(
      'as it says %s, is told to whoever has it open, once, and nothing takes its place',
      async (error) => {
        slack = await tinySlack(database);
        slack.answers('views.update', () => refused(error));
        await chooses();
        expect(await said('chat.postMessage')).toContain('What you filled in is still there');
        const { given } = slack.calls.find(({ method }) => method === 'conversations.open') ?? {};
        expect(given?.users).toBe('U1');
        expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
        for (const call of slack.calls)
          if (call.method === 'views.update') expect(call.given).toMatchObject({ hash: '1.1' });
      },
      30_000,
    );

    test('is no matter to who has closed it', async () => {
      slack = await tinySlack(database);
      slack.answers('views.update', () => refused('not_found'));
      await chooses();
      await until(() => slack.calls.some(({ method }) => method === 'views.update'));
      await press({ action_id: 'gone.button', value: '{}' }, inChannel());
      await said('respond');
      expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
    });

    test('as Slack does not say who it is, is told, too', async () => {
      slack = await tinySlack(database);
      slack.answers('users.info', () => refused('internal_error'));
      await chooses();
      expect(await said('chat.postMessage')).toContain('Slack has not said who you are');
    }, 30_000);

    test('nor the words in its place, is told in the member’s messages', async () => {
      slack = await tinySlack(database);
      slack.answers('views.update', () => refused('invalid_arguments'));
      await replaceView(
        slack.connection,
        { view_id: 'V1', view: importFileView('en') },
        { memberId: 'U1', locale: 'en' },
      );
      expect(await said('chat.postMessage')).toContain('went wrong');
    });
  });
});

const tryAgain = { en: 'Try again in a moment.', da: 'Prøv igen om lidt.', nb: 'Prøv igjen om litt.' };
