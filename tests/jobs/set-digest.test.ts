import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { runDigests } from '../../src/flows/digests/run-digests.ts';
import { type DigestChoice, postDigestNow, setDigest } from '../../src/flows/digests/set-digest.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let world: DigestWorld;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('TRUNCATE workspaces, settings, schedules, job_runs, outbox CASCADE');
    world = await digestWorld(kind, database);
  });

  const choice: DigestChoice = {
    channelId: 'C1',
    when: 'hver mandag kl. 9',
    timeZone: 'Europe/Copenhagen',
    locale: 'nb',
    sections: ['voices', 'figures'],
    active: true,
  };
  const schedules = () => world.context.store.schedules;
  const look = (instant: string) => {
    world.at(instant);
    return runDigests(world.deps);
  };

  it('a digest is saved with what was chosen, its sections in the order of the message', async () => {
    expect(await setDigest(world.context, choice, 'U7')).toEqual({
      kind: 'saved',
      schedule: {
        kind: 'digest',
        id: expect.any(Number),
        channelId: 'C1',
        cron: '0 9 * * 1',
        timeZone: 'Europe/Copenhagen',
        locale: 'nb',
        sections: ['figures', 'voices'],
        active: true,
        doneUntil: new Date('2025-01-01T00:00:00Z'),
        dueAt: new Date('2025-01-06T08:00:00Z'),
        createdBy: 'U7',
      },
    });
  });

  it('every field that is wrong is told, and nothing is saved', async () => {
    const wrong = { ...choice, when: 'Mondays 25:00', timeZone: 'Europe/Kobenhavn', sections: [] };
    expect(await setDigest(world.context, wrong, 'U7')).toEqual({
      kind: 'refused',
      refusals: [
        { field: 'when', refusal: { kind: 'refused', code: 'bad-time', typed: '25:00' } },
        { field: 'timeZone', typed: 'Europe/Kobenhavn' },
        { field: 'sections' },
      ],
    });
    expect(await schedules().list()).toEqual([]);
  });

  it('a channel has one digest: saving again changes it', async () => {
    const first = await world.add();
    const second = await world.add({ locale: 'en', sections: ['figures'] });
    expect(second).toEqual({ ...first, locale: 'en', sections: ['figures'] });
    await world.add({ channelId: 'C2' });
    expect((await schedules().list()).map(({ channelId }) => channelId)).toEqual(['C1', 'C2']);
  });

  it('one of every second week begins with the next, and keeps its weeks when it is saved again', async () => {
    expect(await world.add({ when: 'annenhver tirsdag' })).toMatchObject({ dueAt: new Date('2025-01-07T08:00:00Z') });
    expect(await look('2025-01-07T08:01:00Z')).toBe(1);
    world.at('2025-01-08T08:00:00Z');
    const again = await world.add({ when: 'hver anden tirsdag', sections: ['figures'] });
    expect(again).toMatchObject({ dueAt: new Date('2025-01-21T08:00:00Z') });
    expect(await world.add({ when: 'every second Thursday' })).toMatchObject({
      dueAt: new Date('2025-01-09T08:00:00Z'),
    });
  });

  it('other sections leave its place in time: what is due stays due', async () => {
    await world.add();
    world.at('2025-01-06T08:05:00Z');
    await world.add({ sections: ['figures'] });
    expect(await runDigests(world.deps)).toBe(1);
    expect((await world.posts())[0]?.digest.sections).toEqual(['figures']);
  });

  it('other times or another time zone count from now', async () => {
    await world.add();
    await look('2025-01-06T08:00:00Z');
    world.at('2025-01-08T12:00:00Z');
    expect((await world.add({ when: 'weekdays 8:30' })).dueAt).toEqual(new Date('2025-01-09T07:30:00Z'));
    expect((await world.add({ when: 'weekdays 8:30', timeZone: 'America/New_York' })).dueAt).toEqual(
      new Date('2025-01-08T13:30:00Z'),
    );
    expect(await runDigests(world.deps)).toBe(0);
  });

  it('switched off nothing is posted; switched on again, nothing of that time is made up for', async () => {
    await world.add();
    expect(await world.add({ active: false })).toMatchObject({ active: false });
    expect(await look('2025-01-13T08:00:00Z')).toBe(0);
    world.at('2025-01-14T12:00:00Z');
    expect(await world.add()).toMatchObject({
      active: true,
      dueAt: new Date('2025-01-20T08:00:00Z'),
    });
    expect(await look('2025-01-14T12:01:00Z')).toBe(0);
    expect(await look('2025-01-20T08:00:00Z')).toBe(1);
    expect((await world.posts())[0]?.digest.late).toBeNull();
  });

  it('saved as switched on again, nothing of the time between is made up for either', async () => {
    await world.add();
    await world.add({ active: false });
    world.at('2025-01-14T12:00:00Z');
    await world.add({ active: true });
    expect(await runDigests(world.deps)).toBe(0);
  });

  it('times that are saved while a digest is being posted hold from then on', async () => {
    await world.add();
    const other = contextOf(world.anotherProcess(), world.workspaceId);
    let saving: Promise<unknown> = Promise.resolve();
    world.amidPost = () => {
      saving = setDigest(other, { ...choice, when: 'daily 12:00' }, 'U7');
    };
    expect(await look('2025-01-06T08:00:00Z')).toBe(1);
    await saving;
    expect(await schedules().findByChannel('C1')).toMatchObject({
      cron: '0 12 * * *',
      dueAt: new Date('2025-01-06T11:00:00Z'),
    });
    world.amidPost = () => undefined;
    expect(await look('2025-01-06T11:00:00Z')).toBe(1);
    expect((await world.posts())[1]?.digest.late).toBeNull();
  });

  it('switching on what is on leaves what is due', async () => {
    await world.add();
    world.at('2025-01-06T08:05:00Z');
    await world.add();
    expect(await runDigests(world.deps)).toBe(1);
  });

  it('at the day and minute of a period, switching off and on posts it no second time', async () => {
    await world.add();
    await look('2025-01-06T08:00:00Z');
    await world.add({ active: false });
    await world.add();
    expect(await runDigests(world.deps)).toBe(0);
  });

  it('a digest asked for now comes once, however often the request does, and the scheduled one still comes', async () => {
    await world.add();
    world.at('2025-01-03T12:00:00Z');
    const ask = () => postDigestNow(world.context, 'C1', 'trigger-1');
    const outcomes = await Promise.all([ask(), ask(), ask()]);
    expect(outcomes.toSorted()).toEqual(['already-queued', 'already-queued', 'queued']);
    expect(await world.posts()).toEqual([
      {
        key: 'digest-now:trigger-1',
        channelId: 'C1',
        digest: expect.objectContaining({
          window: { from: dayFromIso('2024-12-28'), to: dayFromIso('2025-01-04') },
          late: null,
        }),
      },
    ]);
    expect(await postDigestNow(world.context, 'C1', 'trigger-2')).toBe('queued');
    expect(await look('2025-01-06T08:00:00Z')).toBe(1);
  });

  it('asked for now where no digest is set, it tells of seven days in all sections', async () => {
    world.at('2025-01-03T23:30:00Z');
    await postDigestNow(world.context, 'C-new', 'trigger-1');
    expect((await world.posts())[0]?.digest).toMatchObject({
      window: { from: dayFromIso('2024-12-29'), to: dayFromIso('2025-01-05') },
      sections: ['follow-ups', 'figures', 'ladder', 'voices'],
    });
  });

  it('another workspace neither sees nor changes it', async () => {
    const schedule = await world.add();
    const other = world.deps.store.of(world.workspaceId + 1_000).schedules;
    expect(await other.list()).toEqual([]);
    expect(await other.find(schedule.id)).toBeNull();
    expect(await other.holdDue(schedule.id, new Date('2030-01-01T00:00:00Z'))).toBeNull();
    expect(await schedules().find(schedule.id)).toEqual(schedule);
  });
});
