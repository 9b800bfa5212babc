import { expect, test } from 'vitest';
import { toJson } from '../../src/commands/tell-reply.ts';
import { measured, plainTyped, replies } from '../messages/facts.ts';

test('amounts are unrounded minor units of a named currency', () => {
  const report = { ...measured('cac', [100_00, 1, 3], [0, 0, 0]), currency: 'NOK' };
  expect(toJson({ kind: 'figure', report })).toMatchObject({
    figure: 'cac',
    currency: 'NOK',
    value: 100_00 / 3,
    counts: { spendMinor: 100_00, won: 3, spendKnown: 1 },
    interval: null,
    previous: { value: null, base: 0 },
    change: null,
  });
});

test('what is not known is null, with what is missing', () => {
  expect(toJson({ kind: 'figure', report: measured('cac', [0, 0, 12], [0, 0, 0]) })).toMatchObject({
    value: null,
    base: 12,
    missing: 'spend',
  });
});

test('a change that nothing tells from chance has no p', () => {
  const report = measured('cac', [100_00, 1, 10], [50_00, 1, 10]);
  expect(toJson({ kind: 'figure', report })).toMatchObject({ change: { value: 500, p: null, proven: false } });
});

test('CSAT has its average beside it', () => {
  expect(toJson({ kind: 'figure', report: measured('csat', [2, 1, 10], [0, 0, 0]) })).toMatchObject({
    average: 10 / 3,
  });
  expect(toJson({ kind: 'figure', report: measured('csat', [0, 0, 0], [0, 0, 0]) })).not.toHaveProperty('average');
});

test('lifetime value tells what a point of retention is worth, and what is left after winning the customer', () => {
  const report = measured('clv', [525_000_00, 0, 1200, 1000, 250], [0, 0, 0, 0, 0]);
  const cost = measured('cac', [30_000_00, 1, 60], [0, 0, 0]);
  expect(toJson({ kind: 'clv', report, cost })).toMatchObject({
    value: 1_750_00,
    base: 1200,
    yearlyChurn: 0.25,
    worthOfAPoint: 21_000_00,
    acquisitionCost: { value: 500_00, base: 60 },
    simple: 1_250_00,
  });
  const unknown = measured('cac', [0, 0, 60], [0, 0, 0]);
  expect(toJson({ kind: 'clv', report, cost: unknown })).toMatchObject({ simple: null });
});

test('a definition tells where it stands', () => {
  expect(toJson({ kind: 'definition', name: 'nps' })).toMatchObject({
    name: 'nps',
    at: 'docs/figures.md#nps',
    formula: expect.stringContaining('% promoters − % detractors'),
  });
});

test.each(Object.entries(replies(plainTyped)))('%s loses nothing as JSON', (_, reply) => {
  expect(numbersIn(toJson(reply)).filter((number) => !Number.isFinite(number))).toEqual([]);
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
