import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewFacts } from '../../src/facts/report.ts';
import { gatherReview } from '../../src/flows/digests/gather.ts';
import { runDigests } from '../../src/flows/digests/run-digests.ts';
import { setReview } from '../../src/flows/digests/set-review.ts';
import { timetable } from '../../src/jobs/timetable.ts';
import { quarterBefore, reviewCron } from '../../src/loyalty/review.ts';
import { calendarWindow } from '../../src/loyalty/time/calendar.ts';
import { dayFromIso, isoFromDay, localDay } from '../../src/loyalty/time/period.ts';
import { reviewSections } from '../../src/sections/review/index.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

const zone = 'Europe/Copenhagen';

describe('the day of a review', () => {
  it('is the first weekday of each quarter, at nine', () => {
    let after = new Date('2026-12-15T00:00:00Z');
    const days = [];
    for (let i = 0; i < 8; i += 1) {
      const due = timetable.next(reviewCron, zone, after);
      if (!due) throw new Error('It never comes.');
      days.push(due.toISOString());
      after = due;
    }
    expect(days).toEqual([
      '2027-01-01T08:00:00.000Z',
      '2027-04-01T07:00:00.000Z',
      '2027-07-01T07:00:00.000Z',
      '2027-10-01T07:00:00.000Z',
      // A Saturday and two more: the Monday after.
      '2028-01-03T08:00:00.000Z',
      '2028-04-03T07:00:00.000Z',
      '2028-07-03T07:00:00.000Z',
      '2028-10-02T07:00:00.000Z',
    ]);
  });

  it('looks back on the whole quarter before', () => {
    for (const day of ['2027-01-01', '2027-03-31'])
      expect(quarterBefore(dayFromIso(day))).toEqual(calendarWindow('quarter', dayFromIso('2026-11-22')));
  });
});

withDatabases((kind) => {
  let database: TestDatabase;
  let world: DigestWorld;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.empty();
    world = await digestWorld(kind, database);
    world.at('2025-02-10T12:00:00Z');
  });

  const choice = { channelId: 'C1', timeZone: zone, locale: 'da', active: true } as const;
  const set = async (change = {}) => {
    const outcome = await setReview(world.context, { ...choice, ...change }, 'U1');
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    return outcome.schedule;
  };
  const lookAt = (instant: string) => {
    world.at(instant);
    return runDigests(world.deps);
  };
  async function reviews(): Promise<ReviewFacts[]> {
    const { rows } = await world.pool.query(
      `SELECT announcement FROM outbox WHERE announcement->>'kind' = 'review' ORDER BY id`,
    );
    return rows.map((row) => row.announcement.review);
  }

  describe('a quarterly review', () => {
    it('is posted once, by whichever process comes first, with the quarter before', async () => {
      await set();
      expect(await lookAt('2025-04-01T06:59:00Z')).toBe(0);
      world.at('2025-04-01T07:00:00Z');
      const counts = await Promise.all([runDigests(world.deps), runDigests(world.anotherProcess())]);
      expect(counts[0] + counts[1]).toBe(1);
      expect(await runDigests(world.anotherProcess())).toBe(0);
      expect(await reviews()).toEqual([
        expect.objectContaining({ window: calendarWindow('quarter', dayFromIso('2025-02-10')), late: null }),
      ]);
    });

    it('stands beside the channel’s digest, and neither is the other', async () => {
      await world.add({ channelId: 'C1', when: 'every quarter 9:00' });
      await set();
      expect(await lookAt('2025-04-01T07:00:00Z')).toBe(2);
      expect(await reviews()).toHaveLength(1);
      const { schedules } = world.context.store;
      expect((await schedules.list()).map(({ kind }) => kind)).toEqual(['digest', 'quarterly-review']);
      expect((await schedules.findByChannel('C1'))?.kind).toBe('digest');
    });

    it('of those that were missed is the newest, marked late', async () => {
      await set();
      expect(await lookAt('2025-10-15T10:00:00Z')).toBe(1);
      expect(await reviews()).toEqual([
        expect.objectContaining({
          window: calendarWindow('quarter', dayFromIso('2025-08-01')),
          late: { dueAt: '2025-10-01T07:00:00.000Z', timeZone: zone, skipped: 2 },
        }),
      ]);
    });

    it('comes no more when it is switched off, and from now on when it is switched on again', async () => {
      expect(await set({ active: false })).toBeNull();
      await set();
      expect(await set({ active: false })).toMatchObject({ active: false });
      expect(await lookAt('2025-04-01T07:00:00Z')).toBe(0);
      world.at('2025-04-02T07:00:00Z');
      const again = await set();
      expect(again?.dueAt.toISOString()).toBe('2025-07-01T07:00:00.000Z');
      expect(await lookAt('2025-04-02T08:00:00Z')).toBe(0);
    });

    it('counts the causes of follow-ups by the local quarter in which they were closed', async () => {
      const closed: readonly (readonly [at: string, cause: string])[] = [
        ['2024-12-31T22:59:59Z', 'price'],
        ['2024-12-31T23:00:00Z', 'delivery'],
        ['2025-02-01T12:00:00Z', 'delivery'],
        ['2025-03-31T21:59:59Z', 'product'],
        ['2025-03-31T22:00:00Z', 'service'],
      ];
      for (const [at, cause] of closed) {
        await world.pool.query(
          `INSERT INTO follow_ups (workspace_id, status, due_day, opened_at, done_at, cause, outcome)
           VALUES ($1, 'done', '2025-01-01', '2025-01-01', $2, $3, 'Told them')`,
          [world.workspaceId, at, cause],
        );
      }
      const store = world.context.store;
      const settings = await store.settings.read();
      const now = new Date('2025-04-01T07:00:00Z');
      const quarter = quarterBefore(localDay(now, zone));
      const { causes, window } = await gatherReview(reviewSections, { store, settings, window: quarter, now });
      expect([isoFromDay(window.from), isoFromDay(window.to)]).toEqual(['2025-01-01', '2025-04-01']);
      expect(causes).toEqual({
        closed: 3,
        closedBefore: 1,
        byCause: [
          { cause: 'delivery', count: 2 },
          { cause: 'product', count: 1 },
        ],
      });
    });
  });
});
