import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveSettings } from '../../src/flows/settings/save-settings.ts';
import { fillSample } from '../../src/flows/workspaces/fill-sample.ts';
import { generateSample } from '../../src/sample/generate-sample.ts';
import { inconsistencies } from '../store/consistency.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { flowWorld } from './flow-world.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());

  test('other rules count every customer anew, and the rules before bring back the same counts', async () => {
    const { context } = await flowWorld(kind, database);
    await fillSample(context, () => generateSample({ seed: 3, today: 20_000 }), 'sample');
    const store = context.store;
    const save = async (change: object) => {
      const settings = await store.settings.read();
      const ladderRules = { ...settings.ladderRules, ...change };
      const workspace = { ...settings, ladderRules, admins: ['U1'], stewards: [] };
      return saveSettings(context, 'U1', { ownLocale: null, workspace });
    };
    const before = await store.figures.rungMovements(null, 20_001);

    expect(await save({ activeWindowDays: 60, repeatOrderDays: 4, reviewStars: 5 })).toEqual({ kind: 'saved' });
    const stricter = await store.figures.rungMovements(null, 20_001);
    expect(stricter).not.toEqual(before);
    expect(await inconsistencies(database.pool, context.workspaceId, 197)).toEqual([]);

    await save({ activeWindowDays: 365, repeatOrderDays: 2, reviewStars: 4 });
    expect(await store.figures.rungMovements(null, 20_001)).toEqual(before);
  });

  test('the time zone stays once there are customers, as their days were counted in it', async () => {
    const { context } = await flowWorld(kind, database);
    const settings = await context.store.settings.read();
    const workspace = { ...settings, timeZone: 'Europe/Oslo', admins: ['U1'], stewards: [] };
    expect(await saveSettings(context, 'U1', { ownLocale: 'nb', workspace })).toEqual({ kind: 'saved' });
    await context.store.customers.makeMissing([{ externalId: 'K1', email: null }], 20_000);
    const outcome = await saveSettings(context, 'U1', {
      ownLocale: 'da',
      workspace: { ...workspace, timeZone: 'Asia/Tokyo' },
    });
    expect(outcome).toEqual({ kind: 'time-zone-in-use', timeZone: 'Europe/Oslo' });
    expect(await context.store.members.find('U1')).toMatchObject({ locale: 'nb', role: 'admin' });
  });
});
