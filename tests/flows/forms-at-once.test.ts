import { describe, expect, test } from 'vitest';
import { marksOfSchedule } from '../../src/flows/digests/merge-schedule.ts';
import { type DigestChoice, setDigest } from '../../src/flows/digests/set-digest.ts';
import { setReview } from '../../src/flows/digests/set-review.ts';
import { marksOfTarget, removeTarget, setTarget } from '../../src/flows/targets/set-target.ts';
import type { TargetChoice } from '../../src/loyalty/target.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  describe('of two who have a form of the same target open', () => {
    const first: TargetChoice = { figure: 'nps', part: null, value: 45, untilDay: 20_100, span: 90 };
    const set = (choice: Partial<TargetChoice>, from: TargetChoice | null) =>
      setTarget(world.context, { ...first, ...choice, seen: marksOfTarget(from) }, 'U1');
    const holds = () => world.context.store.targets.of(first);

    test('the second undoes nothing that the first changed', async () => {
      await set({}, null);
      await set({ value: 50 }, first);
      expect(await set({ untilDay: 20_200 }, first)).toMatchObject({ kind: 'saved' });
      expect(await holds()).toMatchObject({ value: 50, untilDay: 20_200 });
    });

    test('what both changed is told, and stays as the first has it', async () => {
      await set({}, null);
      await set({ value: 50 }, first);
      expect(await set({ value: 60 }, first)).toEqual({ kind: 'changed-meanwhile', names: ['value'] });
      expect(await holds()).toMatchObject({ value: 50 });
      // The same wish twice, or the same form sent twice, is no quarrel.
      expect(await set({ value: 50 }, first)).toMatchObject({ kind: 'saved' });
    });

    test('who sets one where there was none is told of the other’s', async () => {
      const outcomes = await Promise.all([set({ value: 50 }, null), set({ value: 60 }, null)]);
      expect(outcomes.map((one) => one.kind).sort()).toEqual(['saved', 'set-already']);
      const told = outcomes.flatMap((one) => (one.kind === 'set-already' ? [one.target.value] : []));
      expect(told).toEqual([(await holds())?.value]);
    });

    test('who changes one that is gone is told so, and it stays gone', async () => {
      const saved = await set({}, null);
      if (saved.kind === 'saved') await removeTarget(world.context, saved.target.id, 'U2');
      expect(await set({ value: 60 }, first)).toMatchObject({ kind: 'changed-meanwhile' });
      expect(await holds()).toBeNull();
    });

    test('who says it in words changes it whatever it was', async () => {
      await set({}, null);
      expect(await setTarget(world.context, { ...first, value: 30 }, null)).toMatchObject({ kind: 'saved' });
      expect(await holds()).toMatchObject({ value: 30 });
    });
  });

  describe('of two who have a form of the same channel open', () => {
    const weekly: DigestChoice = {
      channelId: 'C1',
      when: 'Mondays 9:00',
      timeZone: 'Europe/Copenhagen',
      locale: 'da',
      sections: ['figures', 'voices'],
      active: true,
    };
    const saved = { ...weekly, cron: '0 9 * * 1' };
    const digest = (choice: Partial<DigestChoice>, from: typeof saved | null) =>
      setDigest(world.context, { ...weekly, ...choice, seen: marksOfSchedule(from) }, 'U1');
    const holds = () => world.context.store.schedules.findByChannel('C1');

    test('the second undoes nothing of a digest that the first changed', async () => {
      await digest({}, null);
      await digest({ active: false }, saved);
      expect(await digest({ locale: 'nb' }, saved)).toMatchObject({ kind: 'saved' });
      expect(await holds()).toMatchObject({ active: false, locale: 'nb', cron: '0 9 * * 1' });
    });

    test('what both changed is told, and stays as the first has it', async () => {
      await digest({}, null);
      await digest({ when: 'Tuesdays 8:00', sections: ['voices'] }, saved);
      const outcome = await digest({ when: 'Fridays 8:00', sections: ['figures'] }, saved);
      expect(outcome).toEqual({ kind: 'changed-meanwhile', names: ['cron', 'sections'] });
      expect(await holds()).toMatchObject({ cron: '0 8 * * 2', sections: ['voices'] });
    });

    test('who makes one where there was none is told that there is one', async () => {
      const outcomes = await Promise.all([digest({ locale: 'nb' }, null), digest({ locale: 'en' }, null)]);
      expect(outcomes.map((one) => one.kind).sort()).toEqual(['saved', 'there-already']);
    });

    test('so it is with the review', async () => {
      const review = (choice: object, from: Parameters<typeof marksOfSchedule>[0]) =>
        setReview(world.context, { ...weekly, ...choice, seen: marksOfSchedule(from) }, 'U1');
      const outcomes = await Promise.all([review({ locale: 'nb' }, null), review({ locale: 'en' }, null)]);
      expect(outcomes.map((one) => one.kind).sort()).toEqual(['saved', 'there-already']);
      const drawn = await world.context.store.schedules.findByChannel('C1', 'quarterly-review');
      await review({ locale: 'da' }, drawn);
      const off = { locale: drawn?.locale, active: false };
      expect(await review(off, drawn)).toMatchObject({ kind: 'saved', schedule: { locale: 'da', active: false } });
    });
  });
});
