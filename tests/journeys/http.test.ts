import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { askInBadWeather } from './bad-weather.ts';
import { discretionJourneys } from './discretion.ts';
import { endOfJourneys } from './end.ts';
import { figureJourneys } from './figures.ts';
import { firstHomeJourneys } from './home.ts';
import { type Office, openOffice, tellsWhatFailed } from './office.ts';
import { refusedTables } from './refused-tables.ts';
import { settingsJourneys } from './settings.ts';
import { otherWaysIn } from './ways-in.ts';

// Of each kind of request that comes over HTTP some, on one database: how it is acknowledged, signed and tried again is
// another matter there than in Socket Mode, over which all journeys go.
describe('over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    const kind = databaseKinds.at(-1);
    if (!kind) throw new Error('There is no database.');
    office = await openOffice('HTTP', kind, { rateLimited: true });
  });
  afterAll(() => office?.close());
  tellsWhatFailed(() => office);

  describe('presses on the Home', () => firstHomeJourneys(() => office));
  describe('commands', () => figureJourneys(() => office));
  describe('lists', () => refusedTables(() => office));
  describe('forms', () => settingsJourneys(() => office));
  describe('shortcuts and menus', () => otherWaysIn(() => office));

  describe('events', () => askInBadWeather(() => office));

  test('who does not know the signing secret is refused, and so is what was signed long ago', async () => {
    const { signingSecret } = office.sandbox.app;
    const minuteAgo = (minutes: number) => String(Math.floor(Date.now() / 1000) - 60 * minutes);
    expect([
      await sends({}),
      await sends(signed('another secret', minuteAgo(0))),
      await sends(signed(signingSecret, minuteAgo(10))),
      await sends(signed(signingSecret, minuteAgo(0))),
    ]).toEqual([401, 401, 401, 200]);
  });

  const body = 'command=%2Floyalty&text=nps&team_id=T0NORDLYS01&user_id=U0EMILY0001&channel_id=C0GENERAL01';
  const signed = (secret: string, stamp: string) => ({
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`,
  });
  const sends = async (headers: Readonly<Record<string, string>>) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(office.app().address, { method: 'POST', body, headers: { ...type, ...headers } })).status;
  };

  // The app is stopped, and the database looked at.
  describe('at the end', () => endOfJourneys(() => office));
  describe('discretion', () => discretionJourneys(() => office));
});
