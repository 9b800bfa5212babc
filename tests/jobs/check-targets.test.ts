import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FigureAlertFacts } from '../../src/facts/report.ts';
import { checkTargets } from '../../src/flows/targets/check-targets.ts';
import { removeTarget, setTarget } from '../../src/flows/targets/set-target.ts';
import { fillSample } from '../../src/flows/workspaces/fill-sample.ts';
import type { TargetChoice } from '../../src/loyalty/target.ts';
import { type Day, dayFromIso } from '../../src/loyalty/time/period.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { type DigestWorld, digestWorld } from './digest-world.ts';

// A Thursday at noon in Copenhagen.
const noon = '2025-06-12T10:00:00Z';
const today = dayFromIso('2025-06-12');

withDatabases((kind) => {
  let database: TestDatabase;
  let world: DigestWorld;
  let answers = 0;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.empty();
    world = await digestWorld(kind, database);
    world.at(noon);
    const { settings } = world.context.store;
    await settings.save({ ...(await settings.read()), alertChannelId: 'CALARMS' });
  });

  const store = () => world.context.store;

  /** NPS answers on a day, each from nobody in particular. */
  async function say(count: number, score: number, day: Day): Promise<void> {
    answers += count;
    const rows = Array.from({ length: count }, (_, i) => npsAnswer({ answerId: `A${answers - i}`, day, score }));
    const none = {
      customers: [],
      orders: [],
      pins: [],
      recommendations: [],
      spend: [],
      rates: [],
      contacts: [],
      closed: [],
    };
    await fillSample(world.context, () => ({ ...none, answers: rows }), 'test');
  }

  /** Answers as an import brings them: a look is asked for. */
  async function bring(count: number, score: number, day = today): Promise<void> {
    await say(count, score, day);
    await store().figureChecks.ask();
  }

  async function aim(choice: Partial<TargetChoice> = {}) {
    const wanted = { figure: 'nps', part: null, value: 45, untilDay: today + 30, span: 90, ...choice } as const;
    const outcome = await setTarget(world.context, wanted, 'U1');
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    return outcome.target;
  }

  async function alerts(): Promise<FigureAlertFacts[]> {
    const { rows } = await world.pool.query(
      `SELECT announcement FROM outbox WHERE channel_id = 'CALARMS' AND announcement->>'kind' = 'figure-alert' ORDER BY id`,
    );
    return rows.map((row) => row.announcement.alert);
  }
  const told = async () => (await alerts()).map((alert) => alert.kind);
  const look = () => checkTargets(world.deps);
  const lookAt = (instant: string) => {
    world.at(instant);
    return look();
  };

  describe('a target', () => {
    it('is told of once when it is left, with base, distance and what it was before, and once when it is reached', async () => {
      await bring(100, 10);
      await look();
      await aim();
      await bring(60, 0);
      expect(await look()).toBe(1);
      expect(await look()).toBe(0);
      expect(await alerts()).toEqual([
        expect.objectContaining({
          kind: 'left',
          report: expect.objectContaining({ figure: 'nps', value: 25, base: 160 }),
          target: expect.objectContaining({ value: 45, distance: 20, daysLeft: 30, state: 'missed' }),
        }),
      ]);
      await bring(200, 10);
      expect(await look()).toBe(1);
      expect(await told()).toEqual(['left', 'reached']);
      await bring(10, 10);
      expect(await look()).toBe(0);
    });

    it('that is met or missed when it is set is no news', async () => {
      await say(100, 10, today);
      expect(await aim({ value: 20 })).toMatchObject({ state: 'met', distance: -80 });
      await look();
      expect(await aim({ value: 100, span: 30 })).toMatchObject({ state: 'met' });
      await bring(1, 0);
      expect(await look()).toBe(1);
      await aim({ value: 99.5 });
      await store().figureChecks.ask();
      expect(await look()).toBe(0);
      expect(await told()).toEqual(['left']);
    });

    it('is left alone by fewer than 30 answers, by its end, and when it was removed', async () => {
      await say(29, 10, today);
      const { id } = await aim();
      expect(await look()).toBe(0);
      await bring(1, 10);
      expect(await look()).toBe(1);
      expect(await told()).toEqual(['reached']);
      await removeTarget(world.context, id, 'U1');
      await aim({ untilDay: today });
      await say(100, 0, today);
      expect(await lookAt('2025-06-13T10:00:00Z')).toBe(0);
      expect(await told()).toEqual(['reached']);
    });

    it('of one part is measured over that part alone', async () => {
      await say(100, 10, today);
      const part = { dimension: 'rung', value: 'ambassador' } as const;
      expect(await aim({ part })).toMatchObject({ state: 'unknown', distance: null });
      expect(await look()).toBe(0);
    });

    it('is one per figure and part: setting it again changes it, and who did what is noted', async () => {
      const { id } = await aim();
      expect(await aim({ value: 50 })).toMatchObject({ id, value: 50 });
      // The same request once more.
      await Promise.all([aim({ value: 50 }), aim({ value: 50 })]);
      expect(await store().targets.list()).toHaveLength(1);
      expect((await aim({ part: { dimension: 'rung', value: 'repeat' } })).id).not.toBe(id);
      await removeTarget(world.context, id, null);
      expect(await removeTarget(world.context, id, null)).toBeNull();
      const { rows } = await world.pool.query(
        `SELECT actor, action, details->>'value' AS value FROM audit ORDER BY id`,
      );
      expect(rows).toEqual([
        { actor: 'U1', action: 'target.set', value: '45' },
        { actor: 'U1', action: 'target.set', value: '50' },
        { actor: 'U1', action: 'target.set', value: '45' },
        { actor: 'shell', action: 'target.removed', value: '50' },
      ]);
    });

    it('is refused where the figure cannot have the value, is not told apart so, or the day is over', async () => {
      const set = (choice: object) =>
        setTarget(world.context, { figure: 'nps', part: null, value: 45, untilDay: today, span: 90, ...choice }, 'U1');
      expect(await set({ value: 101 })).toEqual({ kind: 'refused', field: 'value' });
      expect(await set({ untilDay: today - 1 })).toEqual({ kind: 'refused', field: 'until' });
      expect(await store().targets.list()).toEqual([]);
    });
  });

  describe('a figure without a target', () => {
    it('is told of once when it falls by more than its noise, and again after it recovered', async () => {
      await say(70, 10, today - 100);
      await say(30, 8, today - 100);
      await look();
      await bring(100, 9);
      expect(await look()).toBe(0);
      await bring(60, 0);
      expect(await look()).toBe(1);
      expect(await alerts()).toEqual([
        expect.objectContaining({
          kind: 'wrong-way',
          target: null,
          report: expect.objectContaining({ value: 25, base: 160, change: expect.objectContaining({ proven: true }) }),
        }),
      ]);
      await bring(5, 0);
      expect(await look()).toBe(0);
      await bring(300, 10);
      expect(await look()).toBe(0);
      await bring(300, 0);
      expect(await look()).toBe(1);
    });

    it('that has fallen before anybody looked is taken as it is', async () => {
      await say(100, 10, today - 100);
      await say(100, 0, today);
      expect(await look()).toBe(0);
      await bring(5, 0);
      expect(await look()).toBe(0);
      expect(await told()).toEqual([]);
    });

    it('is told of together with its target where that is left by the same fall', async () => {
      await say(100, 10, today - 100);
      await bring(100, 10);
      await look();
      await aim();
      await bring(100, 0);
      expect(await look()).toBe(1);
      await bring(5, 0);
      expect(await look()).toBe(0);
      expect(await told()).toEqual(['left']);
    });
  });

  describe('the look', () => {
    it('comes once a local day, after its midnight', async () => {
      await say(100, 10, today);
      await aim();
      await look();
      await say(100, 0, today);
      expect(await lookAt('2025-06-12T21:59:00Z')).toBe(0);
      expect(await lookAt('2025-06-12T22:00:00Z')).toBe(1);
      expect(await told()).toEqual(['left']);
    });

    it('comes after an import, and not amid one', async () => {
      await say(100, 10, today);
      await aim();
      await look();
      await bring(100, 0);
      await world.pool.query(
        `INSERT INTO imports (workspace_id, key, file_name, file_id, options, status, member_id, locale, created_at)
         VALUES ($1, 'k', 'f', 'F1', '{}', 'running', 'U1', 'da', now())`,
        [world.workspaceId],
      );
      expect(await look()).toBe(0);
      await world.pool.query(`UPDATE imports SET status = 'finished'`);
      expect(await look()).toBe(1);
    });

    it('says nothing twice, whatever restarts and however clocks move', async () => {
      await bring(100, 10);
      await look();
      await aim();
      await bring(100, 0);
      await look();
      for (const instant of ['2025-06-11T10:00:00Z', noon, '2025-06-13T10:00:00Z', '2025-01-01T00:00:00Z', noon]) {
        world.at(instant);
        expect(await checkTargets(world.anotherProcess())).toBe(0);
      }
      expect(await told()).toEqual(['left']);
    });

    it('of two processes that look at the same time, one tells, whichever way it goes', async () => {
      const other = world.anotherProcess();
      await say(50, 10, today);
      await aim({ value: 0 });
      await look();
      for (let round = 0; round < 6; round += 1) {
        await bring(100 * 2 ** round, round % 2 === 0 ? 0 : 10);
        await Promise.all([look(), checkTargets(other)]);
      }
      const ofTarget = (await told()).filter((kind) => kind !== 'wrong-way');
      expect(ofTarget).toEqual(['left', 'reached', 'left', 'reached', 'left', 'reached']);
    });

    it('of a target that is changed meanwhile tells nothing of the one that was read', async () => {
      await say(100, 10, today);
      const { id } = await aim();
      const read = await store().targets.find(id);
      world.at('2025-06-12T10:00:01Z');
      await aim({ value: 30 });
      if (!read) throw new Error('There is no target.');
      expect(await store().targets.moveOn(read, 'missed', today)).toBeNull();
    });

    it('without an alert channel notes how things are and tells nothing, then or later', async () => {
      const { settings } = store();
      const before = await settings.read();
      await bring(100, 10);
      await aim();
      await look();
      await settings.save({ ...before, alertChannelId: null });
      await bring(200, 0);
      expect(await look()).toBe(0);
      await settings.save(before);
      await store().figureChecks.ask();
      expect(await look()).toBe(0);
      expect((await store().targets.list())[0]?.state).toBe('missed');
    });

    it('that fails is logged and made up for, and keeps no other workspace from being looked at', async () => {
      await bring(100, 10);
      await look();
      await aim();
      await world.deps.store.workspaces.ensure('TOTHER', 'Other', true);
      await bring(100, 0);
      await world.pool.query('ALTER TABLE outbox RENAME TO outbox_away');
      expect(await look()).toBe(0);
      await world.pool.query('ALTER TABLE outbox_away RENAME TO outbox');
      expect(world.faults).toEqual([expect.objectContaining({ event: 'fault', workspaceId: world.workspaceId })]);
      expect(await look()).toBe(1);
    });
  });
});
