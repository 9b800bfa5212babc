import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawTrend } from '../../src/messages/figures/trend.ts';
import { importFileView } from '../../src/messages/modals/import-file-form.ts';
import { sayTo } from '../../src/slack/say-to.ts';
import { openModal, replaceView } from '../../src/slack/views/open-view.ts';
import { context } from '../messages/facts.ts';
import { months } from '../messages/trend-facts.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';
import { type TinyAnswer, type TinySlack, tinySlack } from '../support/tiny-slack.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let slack: TinySlack;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    slack = await tinySlack(database);
  });
  afterEach(async () => {
    await slack.close();
    await database.empty();
  });
  afterAll(() => database.close());

  const place = () => ({ responseUrl: slack.responseUrl, channelId: 'C1', memberId: 'U1' });
  const words = {
    text: 'NPS is 34',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'NPS is *34*' } }],
  } as const;
  const say = (answer: TinyAnswer) => {
    slack.answers('respond', () => answer);
    return sayTo(slack.connection, place()).surely({ ...words, blocks: [...words.blocks] });
  };
  const methods = () => slack.calls.map(({ method }) => method);

  describe('an address for answers', () => {
    test.each(['ok', '', { ok: true }])('that says %j has taken it', async (body) => {
      await say({ body });
      expect(methods()).toEqual(['respond']);
    });

    test.each([
      ['no in its body alone', { body: { ok: false, error: 'invalid_blocks' } }],
      ['400', { status: 400, body: { ok: false, error: 'invalid_blocks' } }],
      ['a word of tomorrow', { body: { ok: false, error: 'something_new' } }],
    ] satisfies [string, TinyAnswer][])('that says %s is told the words without their blocks', async (_, answer) => {
      slack.answers('respond', ({ given }) => ('blocks' in given ? answer : { body: 'ok' }));
      await sayTo(slack.connection, place()).surely({ ...words, blocks: [...words.blocks] });
      expect(methods()).toEqual(['respond', 'respond']);
      expect(slack.calls.at(-1)?.given).toEqual({
        text: 'NPS is 34',
        response_type: 'ephemeral',
        replace_original: false,
      });
    });

    test.each([
      ['with a page of somebody on the way', { body: '<html>Sign in</html>' }],
      ['by sending on to such a page', { status: 302, body: '', headers: { location: '/login' } }],
      ['with half an answer', { body: '{"ok":tr' }],
    ] satisfies [string, TinyAnswer][])('that answers %s has not taken it', async (_, answer) => {
      await say(answer);
      expect(new Set(methods())).toEqual(new Set(['respond', 'chat.postEphemeral']));
    });

    test.each([{ error: 'invalid_blocks' }, 'invalid_blocks'])(
      'that says no with %j alone is told the words',
      async (body) => {
        slack.answers('respond', ({ given }) => ('blocks' in given ? { body } : { body: 'ok' }));
        await sayTo(slack.connection, place()).surely({ ...words, blocks: [...words.blocks] });
        expect(methods()).toEqual(['respond', 'respond']);
      },
    );

    test.each([
      ['is too old', { status: 404, body: { ok: false, error: 'expired_url' } }, 1],
      ['is used up', { body: { ok: false, error: 'used_url' } }, 1],
      ['takes nothing', { body: { ok: false, error: 'invalid_payload' } }, 2],
      ['fails', { status: 500, body: '<h1>no</h1>' }, 3],
      ['never answers', 'no answer', 3],
    ] satisfies [string, TinyAnswer, number][])(
      'that %s is passed over: the words come as a message for the member alone',
      async (_, answer, tries) => {
        await say(answer);
        expect(methods()).toEqual([...Array.from({ length: tries }, () => 'respond'), 'chat.postEphemeral']);
        expect(slack.calls.at(-1)?.given).toMatchObject({ channel: 'C1', user: 'U1', ...words });
      },
      30_000,
    );

    test('who pressed in a thread is answered in it, whichever way', async () => {
      const inThread = { ...place(), threadTs: '1.000001' };
      slack.answers('respond', () => ({ status: 404, body: 'no' }));
      await sayTo(slack.connection, inThread).surely({ ...words, blocks: [...words.blocks] });
      expect(methods()).toEqual(['respond', 'chat.postEphemeral']);
      for (const { given } of slack.calls) expect(given).toMatchObject({ thread_ts: '1.000001' });
    });

    test('where the app is not in the channel they come in the member’s messages', async () => {
      slack.answers('chat.postEphemeral', () => ({ body: { ok: false, error: 'not_in_channel' } }));
      await say({ status: 404, body: 'no' });
      expect(slack.calls.at(-1)).toMatchObject({
        method: 'chat.postMessage',
        given: { channel: 'D1', text: 'NPS is 34' },
      });
    });

    test('where there is no way at all, that is logged', async () => {
      for (const method of ['chat.postEphemeral', 'conversations.open']) {
        slack.answers(method, () => ({ body: { ok: false, error: 'missing_scope' } }));
      }
      await say({ status: 404, body: 'no' });
      expect(slack.log).toContainEqual({
        event: 'answer-not-shown',
        facts: expect.objectContaining({ why: 'missing_scope' }),
      });
    });
  });

  describe('a chart', () => {
    const trend = drawTrend(
      { kind: 'trend', series: months('nps', [21, 24, 27, 34, 47]), target: null },
      'en',
      context,
    );
    const answered = async () => {
      const { connection } = slack;
      const answering = { first: async () => undefined, say: sayTo(connection, place()), memberId: 'U1' };
      await connection.illustrator.answer(connection, trend, answering);
      return connection.store.extras.read('chart');
    };
    const hasChart = (given: Readonly<Record<string, unknown>>) => JSON.stringify(given).includes('data_visualization');

    test('that Slack took is not noted as taken: nobody saw it', async () => {
      expect(await answered()).toBeNull();
      expect(slack.calls.map(({ given }) => hasChart(given))).toEqual([true]);
    });

    test.each([
      { body: { ok: false, error: 'invalid_blocks' } },
      { status: 400, body: { ok: false, error: 'invalid_blocks' } },
    ])('that Slack refuses with %j leaves the words, and is noted', async (no) => {
      slack.answers('respond', ({ given }) => (hasChart(given) ? no : { body: 'ok' }));
      expect((await answered())?.taken).toBe(false);
      expect(slack.calls.map(({ given }) => hasChart(given))).toEqual([true, false]);
      expect(slack.calls.at(-1)?.given.blocks).toEqual(trend.blocks);
    });

    test('is left out where the database fails just then, and the words are there', async () => {
      const firsts: unknown[] = [];
      const first = async (said: unknown) => void firsts.push(said);
      const answering = { first, say: sayTo(slack.connection, place()), memberId: 'U1' };
      await database.pool.query('ALTER TABLE workspaces RENAME TO elsewhere');
      await slack.connection.illustrator.answer(slack.connection, trend, answering);
      await database.pool.query('ALTER TABLE elsewhere RENAME TO workspaces');
      expect(firsts).toEqual([{ text: trend.text, blocks: trend.blocks }]);
      expect(slack.log).toContainEqual({
        event: 'fault',
        facts: expect.objectContaining({ during: 'asking for charts' }),
      });
    });

    test('of which Slack says nothing leaves the words, and is not noted', async () => {
      slack.answers('respond', ({ given }) => (hasChart(given) ? { status: 500, body: 'no' } : { body: 'ok' }));
      expect(await answered()).toBeNull();
      expect(hasChart(slack.calls.at(-1)?.given ?? {})).toBe(false);
    });
  });

  describe('a modal', () => {
    const command = (text: string) =>
      slack.sends(
        {
          command: '/loyalty',
          text,
          team_id: 'T1',
          user_id: 'U1',
          channel_id: 'C1',
          trigger_id: '1.2.3',
          response_url: slack.responseUrl,
        },
        'command',
      );
    const opens = () => slack.calls.filter(({ method }) => method === 'views.open').length;
    const refuses = (error: string) => slack.answers('views.open', () => ({ body: { ok: false, error } }));
    const labelled = expect.stringContaining('"text":"Open the form"');

    test.each([
      ['expired_trigger_id', 'longer than Slack waits'],
      ['internal_error', 'did not say whether'],
      ['invalid_arguments', 'did not open'],
    ])('that is refused with %s is told with the acknowledgement, and a button opens it', async (error, why) => {
      refuses(error);
      const { status, body } = await command('settings');
      expect(status).toBe(200);
      expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining(why) });
      expect(JSON.stringify(body)).toEqual(labelled);
      // Asked for once: it may be there.
      expect(opens()).toBe(1);
      slack.answers('views.open', () => ({ body: { ok: true, view: { id: 'V1', hash: '1' } } }));
      const { blocks } = body as { blocks: { elements?: { action_id: string; value: string }[] }[] };
      await press(blocks.flatMap(({ elements = [] }) => elements)[0] ?? {});
      await until(() => opens() === 2);
      expect(slack.calls.at(-1)?.given).toMatchObject({ trigger_id: '4.5.6', view: { callback_id: 'settings.save' } });
    });

    test('whose answer is lost is told in time, and is not asked for again', async () => {
      slack.answers('views.open', () => 'no answer');
      const began = performance.now();
      const { body } = await command('settings');
      expect(body).toMatchObject({ text: expect.stringContaining('did not say whether') });
      expect(performance.now() - began).toBeLessThan(3000);
      expect(opens()).toBe(1);
    });

    test('that nobody can fill in later, as Slack does not name it, is told', async () => {
      slack.answers('views.open', () => ({ body: { ok: true } }));
      await openModal(slack.connection, '1.2.3', {
        view: importFileView('en'),
        later: async () => importFileView('en'),
        locale: 'en',
        memberId: 'U1',
      }).then(({ problem }) => expect(problem).toBe('unsure'));
    });

    test('that is there already is not talked about', async () => {
      refuses('exchanged_trigger_id');
      expect(await command('settings')).toEqual({ status: 200, body: null });
    });

    test('that a button opens is told beside the message, with the same button', async () => {
      refuses('expired_trigger_id');
      await press({ action_id: 'settings.change', value: '{}' });
      await until(() => methods().includes('respond'));
      expect(JSON.stringify(slack.calls.at(-1)?.given)).toEqual(labelled);
      expect(JSON.stringify(slack.calls.at(-1)?.given)).toContain('"action_id":"settings.change"');
    });

    test('that a button on the Home opens is told on the Home', async () => {
      refuses('expired_trigger_id');
      await press({ action_id: 'settings.change', value: '{}' }, { view: { id: 'V0', type: 'home' } });
      await until(() => methods().includes('views.publish'));
      const { given } = slack.calls.filter(({ method }) => method === 'views.publish').at(-1) ?? {};
      expect(JSON.stringify(given)).toEqual(labelled);
    });

    test('that a shortcut opens is told beside the message; without one, in the member’s messages', async () => {
      refuses('internal_error');
      await slack.sends({ ...shortcut, type: 'message_action', callback_id: 'feedback.record', ...onMessage() });
      await until(() => methods().includes('respond'));
      const beside = JSON.stringify(slack.calls.at(-1)?.given);
      expect(beside).toEqual(labelled);
      expect(beside).toContain('Freja is happy');
      await slack.sends({ ...shortcut, type: 'shortcut', callback_id: 'feedback.add' });
      await until(() => methods().includes('chat.postMessage'));
      expect(JSON.stringify(slack.calls.at(-1)?.given)).toEqual(labelled);
    });

    test('that cannot show what it waited for says so in it', async () => {
      slack.answers('views.update', ({ given }) =>
        JSON.stringify(given).includes('view.plain')
          ? { body: { ok: true } }
          : { body: { ok: false, error: 'invalid_arguments' } },
      );
      await replaceView(
        slack.connection,
        { view_id: 'V1', view: importFileView('en') },
        { memberId: 'U1', locale: 'en' },
      );
      expect(slack.calls.at(-1)?.given).toMatchObject({ view: { title: { text: 'That did not work' } } });
    });

    const shortcut = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, trigger_id: '7.8.9', action_ts: '1.5' };
    const onMessage = () => ({
      channel: { id: 'C1' },
      message_ts: '1.4',
      message: { type: 'message', ts: '1.4', text: 'Freja is happy' },
      response_url: slack.responseUrl,
    });
    const press = (button: object, more: object = {}) =>
      slack.sends({
        type: 'block_actions',
        team: { id: 'T1' },
        user: { id: 'U1', team_id: 'T1' },
        trigger_id: '4.5.6',
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.3', ...button }],
        ...('view' in more
          ? { container: { type: 'view' } }
          : {
              channel: { id: 'C1' },
              container: { type: 'message', message_ts: '1.2', channel_id: 'C1' },
              response_url: slack.responseUrl,
            }),
        ...more,
      });
  });
});
