import { describe, expect, test } from 'vitest';
import { decideClaim, decideRelease, dueDayOf, isOverdue } from '../../src/loyalty/follow-up.ts';
import { dayFromIso, isoFromDay } from '../../src/loyalty/period.ts';

describe('a follow-up', () => {
  test.each([
    ['2026-03-02', '2026-03-04'],
    ['2026-03-05', '2026-03-09'],
    ['2026-03-06', '2026-03-10'],
    ['2026-03-07', '2026-03-10'],
    ['2026-12-31', '2027-01-04'],
  ])('opened on %s is due on %s', (opened, due) => {
    expect(isoFromDay(dueDayOf(dayFromIso(opened)))).toBe(due);
  });

  test.each([
    { status: 'open', today: '2026-03-04', overdue: false },
    { status: 'open', today: '2026-03-05', overdue: true },
    { status: 'claimed', today: '2026-03-05', overdue: true },
    { status: 'done', today: '2026-03-05', overdue: false },
  ] as const)('due on 2026-03-04 and $status is overdue on $today: $overdue', ({ status, today, overdue }) => {
    expect(isOverdue({ status, dueDay: dayFromIso('2026-03-04') }, dayFromIso(today))).toBe(overdue);
  });

  test.each([
    { status: 'open', stewardId: null, outcome: { kind: 'claimed' } },
    { status: 'claimed', stewardId: 'U1', outcome: { kind: 'already-yours' } },
    { status: 'claimed', stewardId: 'U2', outcome: { kind: 'taken', stewardId: 'U2' } },
    { status: 'done', stewardId: 'U1', outcome: { kind: 'done' } },
  ] as const)('that is $status by $stewardId, claimed by U1: $outcome.kind', ({ status, stewardId, outcome }) => {
    expect(decideClaim({ status, stewardId }, 'U1')).toEqual(outcome);
  });

  test.each([
    { status: 'open', stewardId: null, outcome: { kind: 'not-yours', stewardId: null } },
    { status: 'claimed', stewardId: 'U1', outcome: { kind: 'released' } },
    { status: 'claimed', stewardId: 'U2', outcome: { kind: 'not-yours', stewardId: 'U2' } },
    { status: 'done', stewardId: 'U1', outcome: { kind: 'done' } },
  ] as const)('that is $status by $stewardId, handed back or closed by U1: $outcome.kind', (row) => {
    expect(decideRelease(row, 'U1')).toEqual(row.outcome);
  });
});
