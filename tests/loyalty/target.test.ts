import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparisonOf,
  decideTarget,
  decideWatch,
  distanceTo,
  type FigureWatch,
  isPossible,
  spanWindow,
  type TargetState,
} from '../../src/loyalty/target.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';

const today = dayFromIso('2026-11-22');

describe('the window of a target', () => {
  it('ends today, whether it is a number of days or a running calendar period', () => {
    expect(spanWindow(90, today + 1)).toEqual({ from: today - 89, to: today + 1 });
    expect(spanWindow('quarter', today + 1)).toEqual({
      from: dayFromIso('2026-10-01'),
      to: today + 1,
      calendar: 'quarter',
    });
    expect(spanWindow('year', dayFromIso('2027-01-02'))).toEqual({
      from: dayFromIso('2027-01-01'),
      to: dayFromIso('2027-01-02'),
      calendar: 'year',
    });
  });
});

describe('the distance to a target', () => {
  it('is what is still to go, and 0 or less once it is met', () => {
    expect(distanceTo({ comparison: 'at-least', value: 45 }, 38)).toBe(7);
    expect(distanceTo({ comparison: 'at-least', value: 45 }, 45)).toBe(0);
    expect(distanceTo({ comparison: 'at-most', value: 0.05 }, 0.061)).toBeCloseTo(0.011, 12);
    expect(distanceTo({ comparison: 'at-most', value: 0.05 }, 0.04)).toBeLessThan(0);
  });

  it('goes upwards for figures of which more is better', () => {
    expect(comparisonOf('nps')).toBe('at-least');
  });

  it('is only to a value that the figure can have', () => {
    expect([-100, 45.5, 100].map((value) => isPossible('nps', value))).toEqual([true, true, true]);
    expect([-100.1, 101, Number.NaN].map((value) => isPossible('nps', value))).toEqual([false, false, false]);
    expect([0, 0.445, 1].map((value) => isPossible('repeat', value))).toEqual([true, true, true]);
    expect(isPossible('repeat', 44.5)).toBe(false);
  });
});

describe('a target that is looked at', () => {
  const target = {
    figure: 'nps',
    comparison: 'at-least',
    value: 45,
    span: 90,
    untilDay: today + 30,
    alertedDay: null,
  } as const;
  const look = (state: TargetState, value: number | null, base = 100, facts: { alertedDay?: number } = {}) =>
    decideTarget({ ...target, ...facts, state }, { value, base }, today);

  it('is told of when it is reached, and when it is left', () => {
    expect(look('missed', 45)).toEqual({ state: 'met', alert: 'reached' });
    expect(look('met', 44.9)).toEqual({ state: 'missed', alert: 'left' });
  });

  it('is not told of while nothing changes', () => {
    expect(look('missed', 44.9)).toEqual({ state: 'missed', alert: null });
    expect(look('met', 80)).toEqual({ state: 'met', alert: null });
  });

  it('was reached when its first firm measurement meets it, and was not left when it misses it', () => {
    expect(look('unknown', 50)).toEqual({ state: 'met', alert: 'reached' });
    expect(look('unknown', 40)).toEqual({ state: 'missed', alert: null });
  });

  it('stays as it was without a value, and on fewer than 30 answers', () => {
    expect(look('met', null, 0)).toEqual({ state: 'met', alert: null });
    expect(look('met', -100, 29)).toEqual({ state: 'met', alert: null });
    expect(look('met', -100, 30)).toEqual({ state: 'missed', alert: 'left' });
    expect(look('unknown', 100, 29)).toEqual({ state: 'unknown', alert: null });
  });

  it('is over after its last day', () => {
    const over = { ...target, untilDay: today - 1, state: 'missed' } as const;
    expect(decideTarget(over, { value: 50, base: 100 }, today)).toEqual({ state: 'missed', alert: null });
    expect(decideTarget({ ...over, untilDay: today }, { value: 50, base: 100 }, today).alert).toBe('reached');
  });

  it('on the edge is not told of every day: within a week only a whole point turns it back', () => {
    expect(look('met', 44.5, 100, { alertedDay: today - 6 })).toEqual({ state: 'met', alert: null });
    expect(look('met', 44, 100, { alertedDay: today - 6 })).toEqual({ state: 'missed', alert: 'left' });
    expect(look('met', 44.5, 100, { alertedDay: today - 7 })).toEqual({ state: 'missed', alert: 'left' });
  });

  it('to a sum of the running month is told of when it is reached, however few orders it took, and is never left', () => {
    const sum = { ...target, figure: 'revenue', value: 1_000_00, span: 'month' } as const;
    const sold = (state: TargetState, value: number, base: number) =>
      decideTarget({ ...sum, state }, { value, base }, today);
    expect(sold('unknown', 1_000_00, 2)).toEqual({ state: 'met', alert: 'reached' });
    expect(sold('unknown', 900_00, 2)).toEqual({ state: 'unknown', alert: null });
    expect(sold('met', 40_00, 40)).toEqual({ state: 'unknown', alert: null });
    expect(decideTarget({ ...sum, span: 30, state: 'met' }, { value: 40_00, base: 40 }, today).alert).toBe('left');
  });

  it('never says the same twice in a row, whatever is measured', () => {
    const values = fc.array(fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.nat(200)), { maxLength: 60 });
    fc.assert(
      fc.property(values, (measured) => {
        let state: TargetState = 'unknown';
        let alertedDay: number | null = null;
        const said: string[] = [];
        measured.forEach(([value, base], i) => {
          const decided = decideTarget(
            { ...target, untilDay: today + 99, state, alertedDay },
            { value, base },
            today + i,
          );
          state = decided.state;
          if (!decided.alert) return;
          alertedDay = today + i;
          said.push(decided.alert);
        });
        expect(said.every((alert, i) => alert !== said[i - 1])).toBe(true);
        expect(said[0]).not.toBe('left');
      }),
    );
  });
});

describe('a figure that is watched', () => {
  const length = 90;
  const report = (change: number, p: number, bases: readonly [number, number] = [100, 100]) => ({
    figure: 'nps' as const,
    window: { from: today - length + 1, to: today + 1 },
    value: 30 + change,
    base: bases[0],
    previous: {
      window: { from: today - 2 * length + 1, to: today - length + 1 },
      value: 30,
      base: bases[1],
      counts: {},
    },
    change: { value: change, p, proven: p < 0.05 },
  });
  const steady: FigureWatch = { state: 'steady', toldDay: null };
  const told = (daysAgo: number): FigureWatch => ({ state: 'told', toldDay: today - daysAgo });
  const fallen = report(-20, 0.01);

  it('is told of when it moves the wrong way by more than its noise', () => {
    expect(decideWatch(steady, fallen, today)).toEqual({ state: 'told', toldDay: today, alert: true });
  });

  it('is not told of when it moves the right way, or within its noise', () => {
    expect(decideWatch(steady, report(20, 0.01), today).alert).toBe(false);
    expect(decideWatch(steady, report(-20, 0.06), today)).toEqual({ ...steady, alert: false });
  });

  it('needs 30 answers in both windows, and a value', () => {
    expect(decideWatch(steady, report(-20, 0.01, [29, 100]), today).alert).toBe(false);
    expect(decideWatch(steady, report(-20, 0.01, [100, 29]), today).alert).toBe(false);
    expect(decideWatch(steady, { ...fallen, value: null, change: null }, today).alert).toBe(false);
  });

  it('is taken as it is at the first look', () => {
    expect(decideWatch(null, fallen, today)).toEqual({ state: 'told', toldDay: today, alert: false });
    expect(decideWatch(null, report(1, 0.8), today)).toEqual({ ...steady, alert: false });
  });

  it('is told of once, and again after the window moved on by a whole length', () => {
    expect(decideWatch(told(1), fallen, today)).toEqual({ ...told(1), alert: false });
    expect(decideWatch(told(length - 1), fallen, today)).toEqual({ ...told(length - 1), alert: false });
    expect(decideWatch(told(length), fallen, today)).toEqual({ state: 'told', toldDay: today, alert: true });
  });

  it('has recovered when nothing speaks for the movement any more, not when it is barely unproven', () => {
    expect(decideWatch(told(5), report(-12, 0.06), today)).toEqual({ ...told(5), alert: false });
    expect(decideWatch(told(5), report(-5, 0.4), today)).toEqual({ ...steady, alert: false });
    expect(decideWatch(told(5), report(3, 0.6), today)).toEqual({ ...steady, alert: false });
    expect(decideWatch(told(5), report(3, 0.6, [10, 100]), today)).toEqual({ ...told(5), alert: false });
  });

  it('is not told of again by a clock that went back', () => {
    expect(decideWatch(told(-400), fallen, today)).toEqual({ ...told(-400), alert: false });
  });
});
