import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDigests } from '../../src/flows/digests/run-digests.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

// Mondays at 9:00 in Copenhagen, in January: 8:00 in UTC.
const [monday, nextMonday, thirdMonday] = ['2025-01-06T08:00:00Z', '2025-01-13T08:00:00Z', '2025-01-20T08:00:00Z'];

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

  const look = () => runDigests(world.deps);
  const lookAt = (instant: string) => {
    world.at(instant);
    return look();
  };
  const postedPeriods = async () => (await world.posts()).map(({ key }) => key.split(':').slice(2).join(':'));

  describe('a weekly digest', () => {
    it('is posted once when it is due, with the seven days before, and not late', async () => {
      const schedule = await world.add();
      expect(await lookAt('2025-01-06T07:59:59Z')).toBe(0);
      expect(await lookAt(monday)).toBe(1);
      expect(await look()).toBe(0);
      expect(await world.posts()).toEqual([
        {
          key: `digest:${schedule.id}:2025-01-06T08:00:00.000Z`,
          channelId: 'C1',
          digest: expect.objectContaining({
            window: { from: dayFromIso('2024-12-30'), to: dayFromIso('2025-01-06') },
            sections: ['follow-ups', 'figures', 'ladder', 'voices'],
            late: null,
          }),
        },
      ]);
      expect(await lookAt(nextMonday)).toBe(1);
      expect((await world.posts())[1]?.digest.window).toEqual({
        from: dayFromIso('2025-01-06'),
        to: dayFromIso('2025-01-13'),
      });
    });

    it('holds no facts of what is switched off, as they are not read', async () => {
      await world.add({ sections: ['ladder'] });
      await lookAt(monday);
      const [post] = await world.posts();
      expect(Object.keys(post?.digest ?? {}).sort()).toEqual(['ladder', 'late', 'sections', 'window']);
    });

    it('tells of seven days in the week when clocks change, too', async () => {
      world.at('2025-03-28T12:00:00Z');
      await world.add();
      await lookAt('2025-03-31T07:00:00Z');
      const [post] = await world.posts();
      expect(post?.digest.window).toEqual({ from: dayFromIso('2025-03-24'), to: dayFromIso('2025-03-31') });
    });

    it('is not marked late ten minutes after, but is a minute later', async () => {
      await world.add();
      await lookAt('2025-01-06T08:10:00Z');
      await lookAt('2025-01-13T08:11:00Z');
      expect((await world.posts()).map(({ digest }) => digest.late)).toEqual([
        null,
        { dueAt: '2025-01-13T08:00:00.000Z', timeZone: 'Europe/Copenhagen', skipped: 0 },
      ]);
    });
  });

  describe('windows', () => {
    it('are days of the workspace, wherever the channel is', async () => {
      // Monday 8:00 in Tokyo is Sunday evening in Copenhagen.
      await world.add({ timeZone: 'Asia/Tokyo', when: 'Mondays 5:00' });
      await lookAt('2025-01-05T20:00:00Z');
      expect((await world.posts())[0]?.digest.window).toEqual({
        from: dayFromIso('2024-12-29'),
        to: dayFromIso('2025-01-05'),
      });
    });

    it('of a second digest on a day is that day so far', async () => {
      await world.add({ when: '0 9,15 * * *' });
      await lookAt('2025-01-02T08:00:00Z');
      await lookAt('2025-01-02T14:00:00Z');
      expect((await world.posts()).map(({ digest }) => digest.window)).toEqual([
        { from: dayFromIso('2025-01-01'), to: dayFromIso('2025-01-02') },
        { from: dayFromIso('2025-01-02'), to: dayFromIso('2025-01-03') },
      ]);
    });

    it('of a quarterly digest is the quarter', async () => {
      await world.add({ when: 'hvert kvartal kl. 9' });
      await lookAt('2025-04-01T07:00:00Z');
      expect((await world.posts())[0]?.digest.window).toEqual({
        from: dayFromIso('2025-01-01'),
        to: dayFromIso('2025-04-01'),
      });
    });
  });

  describe('after a time when nothing ran', () => {
    it('only the newest of the periods missed is posted, late, with the number left out', async () => {
      await world.add();
      await lookAt('2025-01-22T12:00:00Z');
      await look();
      const posts = await world.posts();
      expect(posts).toHaveLength(1);
      expect(posts[0]?.digest.late).toEqual({
        dueAt: '2025-01-20T08:00:00.000Z',
        timeZone: 'Europe/Copenhagen',
        skipped: 2,
      });
      expect(posts[0]?.digest.window).toEqual({ from: dayFromIso('2025-01-13'), to: dayFromIso('2025-01-20') });
      expect(await world.runs()).toEqual([{ dueAt: '2025-01-20T08:00:00.000Z', skipped: 2 }]);
      expect(await lookAt('2025-01-27T08:00:00Z')).toBe(1);
      expect((await world.posts())[1]?.digest.late).toBeNull();
    });

    it('a digest on time still tells of the periods left out', async () => {
      await world.add();
      await lookAt(thirdMonday);
      expect((await world.posts())[0]?.digest.late).toMatchObject({ skipped: 2 });
    });
  });

  describe('exactly once', () => {
    it('whatever restarts: a process that knows nothing posts nothing again', async () => {
      await world.add();
      await lookAt(monday);
      for (let start = 0; start < 3; start += 1) expect(await runDigests(world.anotherProcess())).toBe(0);
      expect(await postedPeriods()).toEqual(['2025-01-06T08:00:00.000Z']);
    });

    it('of two processes that look at the same time, one posts, fifty times over', async () => {
      await world.add();
      const other = world.anotherProcess();
      let first = 0;
      for (let week = 0; week < 50; week += 1) {
        world.at(Date.parse(monday) + week * 7 * 86_400_000 + 3_600_000);
        const [mine, theirs] = await Promise.all([runDigests(world.deps), runDigests(other)]);
        expect(mine + theirs).toBe(1);
        first += mine;
      }
      const periods = await postedPeriods();
      expect(new Set(periods).size).toBe(50);
      expect(periods).toHaveLength(50);
      expect(await world.runs()).toHaveLength(50);
      expect(first).toBeGreaterThan(0);
    });

    it('of many schedules, two processes post each once', async () => {
      for (let i = 0; i < 20; i += 1) await world.add({ channelId: `C${i}` });
      world.at(monday);
      const other = world.anotherProcess();
      const counts = await Promise.all([runDigests(world.deps), runDigests(other)]);
      expect(counts[0] + counts[1]).toBe(20);
      expect(new Set((await world.posts()).map(({ channelId }) => channelId)).size).toBe(20);
    });

    it('when the facts cannot be gathered, nothing is noted and it is posted at the next look', async () => {
      await world.add();
      world.amidPost = () => {
        throw new Error('no facts');
      };
      expect(await lookAt(monday)).toBe(0);
      expect(await world.runs()).toEqual([]);
      expect(world.faults).toEqual([expect.objectContaining({ event: 'fault', workspaceId: world.workspaceId })]);
      world.amidPost = () => undefined;
      expect(await lookAt('2025-01-06T08:01:00Z')).toBe(1);
      expect(await postedPeriods()).toEqual(['2025-01-06T08:00:00.000Z']);
    });

    it('when the post cannot be written, the period is not noted either', async () => {
      await world.add();
      await database.pool.query('ALTER TABLE outbox ADD CONSTRAINT full_disk CHECK (false) NOT VALID');
      try {
        expect(await lookAt(monday)).toBe(0);
      } finally {
        await database.pool.query('ALTER TABLE outbox DROP CONSTRAINT full_disk');
      }
      expect(await world.runs()).toEqual([]);
      expect(await look()).toBe(1);
      expect(await world.runs()).toHaveLength(1);
    });

    it('one digest that fails keeps no other from being posted', async () => {
      await world.add({ channelId: 'C-broken', when: '0 9 * * MON' });
      await world.add({ channelId: 'C-fine' });
      world.amidPost = (cron) => {
        if (cron === '0 9 * * MON') throw new Error('no facts');
      };
      expect(await lookAt(monday)).toBe(1);
      expect((await world.posts()).map(({ channelId }) => channelId)).toEqual(['C-fine']);
    });
  });

  describe('clocks that jump', () => {
    it('back past a period that was posted: it is not posted again, and the next comes in its time', async () => {
      await world.add();
      await lookAt(monday);
      expect(await lookAt('2025-01-04T12:00:00Z')).toBe(0);
      expect(await lookAt(monday)).toBe(0);
      expect(await lookAt(nextMonday)).toBe(1);
      expect(await postedPeriods()).toEqual(['2025-01-06T08:00:00.000Z', '2025-01-13T08:00:00.000Z']);
      expect((await world.posts())[1]?.digest.late).toBeNull();
    });

    it('a year ahead and back: digests go on at once, not a year later', async () => {
      await world.add();
      await lookAt(monday);
      expect(await lookAt('2026-01-07T12:00:00Z')).toBe(1);
      expect(await lookAt('2025-01-07T12:00:00Z')).toBe(0);
      expect(await lookAt(nextMonday)).toBe(1);
      expect(await lookAt(thirdMonday)).toBe(1);
      expect((await world.posts()).map(({ digest }) => digest.late?.skipped ?? 0)).toEqual([0, 51, 0, 0]);
      expect(await lookAt('2026-01-05T08:00:00Z')).toBe(0);
    });

    it('by decades: the newest hour is posted, and as many left out as are worth counting', async () => {
      await world.add({ when: '0 * * * *' });
      expect(await lookAt('2099-07-01T12:34:56Z')).toBe(1);
      expect((await world.posts())[0]?.digest.late).toEqual({
        dueAt: '2099-07-01T12:00:00.000Z',
        timeZone: 'Europe/Copenhagen',
        skipped: 9_999,
      });
      expect(await lookAt('2099-07-01T13:00:00Z')).toBe(1);
    });

    it('of two processes whose clocks differ by a moment, one posts', async () => {
      await world.add();
      const ahead = world.anotherProcess(() => new Date(Date.parse(monday) + 50));
      const behind = world.anotherProcess(() => new Date(Date.parse(monday) - 50));
      expect(await runDigests(ahead)).toBe(1);
      expect(await runDigests(behind)).toBe(0);
      expect(await lookAt('2025-01-06T08:01:00Z')).toBe(0);
      expect(await world.runs()).toHaveLength(1);
    });

    it('a due instant that was written under other rules of the time zone is worked out anew', async () => {
      const { id } = await world.add();
      await database.pool.query('UPDATE schedules SET due_at = $1 WHERE id = $2', ['2025-01-06T07:00:00Z', id]);
      expect(await lookAt('2025-01-06T07:00:00Z')).toBe(0);
      expect(await lookAt(monday)).toBe(1);
      expect(await postedPeriods()).toEqual(['2025-01-06T08:00:00.000Z']);
    });
  });

  it('over a year with both clock changes in three zones every period is posted once, in its minute', async () => {
    // Daily at a time that its clocks skip, show twice, or both.
    const daily = {
      'Europe/Copenhagen': '30 2 * * *',
      'America/New_York': '30 1 * * *',
      'Australia/Lord_Howe': '0 2 * * *',
    };
    const plans = Object.entries(daily).flatMap(([timeZone, when]) => [
      { timeZone, when, step: 1, count: 365 },
      { timeZone, when: 'Mondays 9:00', step: 7, count: 52 },
    ]);
    // What they tell is not asked here.
    const sections = ['ladder'] as const;
    for (const { timeZone, when } of plans)
      await world.add({ channelId: `${timeZone} ${when}`, timeZone, when, sections });
    const changes = [
      '2025-03-30T01:00Z',
      '2025-10-26T01:00Z',
      '2025-03-09T07:00Z',
      '2025-11-02T06:00Z',
      '2025-04-05T15:00Z',
      '2025-10-04T15:30Z',
    ].map((instant) => Date.parse(instant));
    const hours = new Set([0, 1, 5, 6, 7, 8, 13, 14, 15, 22]);
    const end = Date.parse('2026-01-01T00:00:00Z');
    for (let at = Date.parse('2025-01-01T00:00:00Z'); at < end; ) {
      // Every minute near a clock change; elsewhere every half-hour of the hours in which all of these times fall.
      const isNear = changes.some((change) => Math.abs(at - change) < 4 * 3_600_000);
      if (isNear || hours.has(new Date(at).getUTCHours())) {
        world.at(at);
        await look();
      }
      at += (isNear ? 1 : 30) * 60_000;
    }
    const posts = await world.posts();
    expect(world.faults).toEqual([]);
    expect(posts.filter(({ digest }) => digest.late !== null)).toEqual([]);
    const { rows } = await database.pool.query('SELECT FROM job_runs WHERE ran_at <> due_at');
    expect(rows).toEqual([]);
    for (const { timeZone, when, step, count } of plans) {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
      const days = posts
        .filter(({ channelId }) => channelId === `${timeZone} ${when}`)
        .map(({ key }) => dayFromIso(day.format(new Date(key.split(':').slice(2).join(':')))));
      // Each local day, or Monday, once and without a gap.
      expect(days).toEqual(Array.from({ length: count }, (_, n) => (days[0] ?? 0) + n * step));
    }
  });
});
