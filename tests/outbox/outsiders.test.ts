import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { until } from '../support/sandbox.ts';
import { type TinySlack, tinySlack } from '../support/tiny-slack.ts';

const notForGuests = 'Loyalty Ladder is for members of this workspace, not for guests.';
const elsewhere = 'Loyalty Ladder is for members of the workspace that it is installed in.';

/** What else Slack hands over of a modal that was sent. */
const settingsView = { title: { type: 'plain_text', text: 'Settings' }, blocks: [], state: { values: {} } };

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

  const press = (where: object) =>
    slack.sends({
      type: 'block_actions',
      user: { id: 'U9' },
      trigger_id: '4.5.6',
      channel: { id: 'C1' },
      container: { type: 'message', message_ts: '1.2', channel_id: 'C1' },
      response_url: slack.responseUrl,
      actions: [{ type: 'button', action_id: 'words.say', block_id: 'b', action_ts: '1.3', value: '{"words":"nps"}' }],
      ...where,
    });
  const command = (where: object) =>
    slack.sends(
      {
        command: '/loyalty',
        text: 'nps',
        user_id: 'U9',
        channel_id: 'C1',
        trigger_id: '1.2.3',
        response_url: slack.responseUrl,
        ...where,
      },
      'command',
    );
  const submission = (where: object) =>
    slack.sends({
      type: 'view_submission',
      user: { id: 'U9' },
      view: { ...settingsView, id: 'V1', type: 'modal', callback_id: 'settings.save', private_metadata: '{}' },
      ...where,
    });
  const told = async () => {
    await until(() => slack.calls.some(({ method }) => method === 'respond'));
    return slack.calls.find(({ method }) => method === 'respond')?.given.text;
  };

  describe('somebody of another company in a shared channel', () => {
    const stranger = () => ({ id: 'U9', team_id: 'T9', is_stranger: true, locale: 'en-US' });

    test('who presses a button of ours reads that it is not for them', async () => {
      slack = await tinySlack(database, { asUser: stranger });
      await press({ team: { id: 'T9' }, user: { id: 'U9', team_id: 'T9' }, message: { team: 'T1' } });
      expect(await told()).toBe(notForGuests);
    });

    test('and reads the same where nothing names our workspace', async () => {
      slack = await tinySlack(database, { asUser: stranger });
      await press({ team: { id: 'T9' }, user: { id: 'U9', team_id: 'T9' } });
      expect(await told()).toBe(elsewhere);
    });

    test('a command and a form are answered in their own way', async () => {
      slack = await tinySlack(database, { asUser: stranger });
      expect((await command({ team_id: 'T9' })).body).toMatchObject({ response_type: 'ephemeral', text: elsewhere });
      const { body } = await submission({ team: { id: 'T9' }, user: { id: 'U9', team_id: 'T9' } });
      expect(JSON.stringify(body)).toContain(elsewhere);
    });
  });

  describe('an installation for a whole organisation, where no workspace is named', () => {
    const ours = (id: string) => ({ id, team_id: 'T1', locale: 'en-US' });
    const ofTheOrganisation = (teams: string[]) => (id: string) => ({
      id,
      team_id: 'T2',
      locale: 'en-US',
      enterprise_user: { id, enterprise_id: 'E1', teams },
    });
    const org = { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true };

    test('a member of our workspace is served', async () => {
      slack = await tinySlack(database, { asUser: ours });
      await press({ ...org, user: { id: 'U9', team_id: 'T1' } });
      expect(await told()).toContain('NPS');
      expect((await submission({ ...org, user: { id: 'U9', team_id: 'T1' } })).status).toBe(200);
    });

    test('so is who is in our workspace, too', async () => {
      slack = await tinySlack(database, { enterpriseId: 'E1', asUser: ofTheOrganisation(['T2', 'T1']) });
      await press({ ...org, user: { id: 'U9', team_id: 'T2' } });
      expect(await told()).toContain('NPS');
    });

    test('who is in another workspace of it alone reads that it is not for them', async () => {
      slack = await tinySlack(database, { enterpriseId: 'E1', asUser: ofTheOrganisation(['T2']) });
      await press({ ...org, user: { id: 'U9', team_id: 'T2' } });
      expect(await told()).toBe(notForGuests);
    });

    test('and so reads who is in another organisation', async () => {
      slack = await tinySlack(database, { enterpriseId: 'E1', asUser: ofTheOrganisation(['T2']) });
      await press({ ...org, enterprise: { id: 'E2' }, user: { id: 'U9', team_id: 'T2' } });
      expect(await told()).toBe(elsewhere);
    });
  });

  describe('Slack that wants to be asked less often who somebody is', () => {
    const limited = (seconds: number) => ({
      status: 429,
      body: { ok: false, error: 'ratelimited' },
      headers: { 'retry-after': String(seconds) },
    });
    const asked = () => slack.calls.filter(({ method }) => method === 'users.info').length;

    test('is left alone for as long as it says, and then who asked is answered', async () => {
      slack = await tinySlack(database);
      let free = Number.POSITIVE_INFINITY;
      const early: number[] = [];
      slack.answers('users.info', () => {
        const at = performance.now();
        if (free === Number.POSITIVE_INFINITY) free = at + 3000;
        else if (at < free) early.push(at);
        return at < free ? limited(3) : { body: { ok: true, user: { id: 'U9', team_id: 'T1', locale: 'en-US' } } };
      });
      // Who asks meanwhile waits with the others.
      await command({ team_id: 'T1' });
      await command({ team_id: 'T1', user_id: 'U8' });
      expect(await told()).toContain('NPS');
      await until(() => asked() >= 3);
      expect(early).toEqual([]);
    });

    test('for long, tells who asked when to try again', async () => {
      slack = await tinySlack(database);
      slack.answers('users.info', () => limited(300));
      expect((await command({ team_id: 'T1' })).body).toMatchObject({
        text: expect.stringContaining('Try again in 300'),
      });
      // Meanwhile it is not asked at all.
      await command({ team_id: 'T1' });
      expect(asked()).toBe(1);
    });

    test('does not keep a form waiting for longer than Slack waits for the app', async () => {
      slack = await tinySlack(database);
      slack.answers('users.info', () => limited(20));
      const { body } = await submission({ team: { id: 'T1' }, user: { id: 'U9', team_id: 'T1' } });
      expect(JSON.stringify(body)).toContain('Try again in 20 seconds');
    });
  });
});
