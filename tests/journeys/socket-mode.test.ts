import { afterAll, beforeAll, describe } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { acquisitionJourneys } from './acquisition.ts';
import { digestJourneys } from './digests.ts';
import { discretionJourneys } from './discretion.ts';
import { endOfJourneys } from './end.ts';
import { figureJourneys } from './figures.ts';
import { followUpJourneys } from './follow-ups.ts';
import { firstHomeJourneys, homeJourneys } from './home.ts';
import { hostileJourneys } from './hostile.ts';
import { importJourneys } from './imports.ts';
import { type Office, openOffice, tellsWhatFailed } from './office.ts';
import { predictionJourneys } from './predictions.ts';
import { saidJourneys } from './said.ts';
import { settingsJourneys } from './settings.ts';
import { targetJourneys } from './targets.ts';
import { otherWaysIn } from './ways-in.ts';

// All journeys on both databases, one app and one sandbox for each. What is another matter over HTTP is in http.test.ts.
withDatabases((kind) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('Socket Mode', kind, { rateLimited: true });
  });
  afterAll(() => office?.close());
  tellsWhatFailed(() => office);

  describe('the first Home', () => firstHomeJourneys(() => office));
  describe('figures', () => figureJourneys(() => office));
  describe('settings', () => settingsJourneys(() => office));
  describe('said in messages', () => saidJourneys(() => office));
  describe('digests', () => digestJourneys(() => office));
  describe('other ways in', () => otherWaysIn(() => office));
  describe('follow-ups', () => followUpJourneys(() => office));
  describe('imports', () => importJourneys(() => office));
  describe('Home', () => homeJourneys(() => office));
  describe('acquisition', () => acquisitionJourneys(() => office));
  describe('hostile words', () => hostileJourneys(() => office));
  describe('targets', () => targetJourneys(() => office));
  describe('predictions', () => predictionJourneys(() => office));
  // The app is stopped, and the database looked at.
  describe('at the end', () => endOfJourneys(() => office));
  describe('discretion', () => discretionJourneys(() => office));
});
