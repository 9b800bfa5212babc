import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runDigests } from '../../src/flows/digests/run-digests.ts';
import { turnDigest } from '../../src/flows/digests/turn-digest.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

const [monday, nextMonday] = ['2025-01-06T08:00:00Z', '2025-01-13T08:00:00Z'];
const timeZone = 'Europe/Copenhagen';

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
    await world.add();
  });

  const turn = (what: 'skip' | 'pause' | 'resume', seen: string | null = null) =>
    turnDigest(world.context, 'C1', what, seen === null ? null : new Date(seen));
  const lookAt = (instant: string) => {
    world.at(instant);
    return runDigests(world.deps);
  };

  it('a skipped digest does not come, whoever looks, and the one after it does', async () => {
    expect(await turn('skip', monday)).toEqual({
      kind: 'skipped',
      skipped: new Date(monday),
      dueAt: new Date(nextMonday),
      timeZone,
    });
    expect(await lookAt('2025-01-03T08:00:00Z')).toBe(0);
    expect(await lookAt(monday)).toBe(0);
    expect(await runDigests(world.anotherProcess())).toBe(0);
    expect(await lookAt(nextMonday)).toBe(1);
  });

  it('of members who skip the same one at once, one does, and no other is left out', async () => {
    const outcomes = await Promise.all([turn('skip', monday), turn('skip', monday), turn('skip', monday)]);
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['passed', 'passed', 'skipped']);
    await lookAt(monday);
    expect(await turn('skip', monday)).toEqual({ kind: 'passed' });
    expect(await lookAt(nextMonday)).toBe(1);
  });

  it('in a pause none comes, and afterwards nothing of that time is made up for', async () => {
    expect(await turn('pause')).toEqual({ kind: 'paused' });
    expect(await turn('pause')).toEqual({ kind: 'none' });
    expect(await turn('skip')).toEqual({ kind: 'none' });
    expect(await lookAt(monday)).toBe(0);
    world.at('2025-01-08T12:00:00Z');
    expect(await turn('resume')).toEqual({ kind: 'resumed', dueAt: new Date(nextMonday), timeZone });
    expect(await lookAt('2025-01-08T12:01:00Z')).toBe(0);
    expect(await lookAt(nextMonday)).toBe(1);
  });

  it('resuming one that was never paused keeps what is due', async () => {
    world.at('2025-01-06T08:05:00Z');
    await turn('resume');
    expect(await runDigests(world.deps)).toBe(1);
  });
});
