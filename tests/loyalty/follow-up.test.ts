import { describe, expect, test } from 'vitest';
import { decideClaim, decideRelease, dueDayOf, isOverdue } from '../../src/loyalty/follow-up.ts';
import { dayFromIso, isoFromDay } from '../../src/loyalty/time/period.ts';

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
    { status: 'claimed', stewardId: 'U1', outcome: { kind: 'released', stewardId: 'U1' } },
    { status: 'claimed', stewardId: 'U2', outcome: { kind: 'not-yours', stewardId: 'U2' } },
    { status: 'done', stewardId: 'U1', outcome: { kind: 'done' } },
  ] as const)('that is $status by $stewardId, handed back or closed by U1, a plain member: $outcome.kind', (row) => {
    expect(decideRelease(row, { memberId: 'U1', role: 'member', seenWith: null })).toEqual(row.outcome);
  });

  test.each([
    { status: 'open', stewardId: null, seenWith: 'U2', outcome: { kind: 'not-yours', stewardId: null } },
    { status: 'claimed', stewardId: 'U2', seenWith: 'U2', outcome: { kind: 'released', stewardId: 'U2' } },
    { status: 'claimed', stewardId: 'U2', seenWith: null, outcome: { kind: 'released', stewardId: 'U2' } },
    { status: 'claimed', stewardId: 'U3', seenWith: 'U2', outcome: { kind: 'passed-on', stewardId: 'U3' } },
    { status: 'claimed', stewardId: 'U1', seenWith: 'U2', outcome: { kind: 'released', stewardId: 'U1' } },
    { status: 'done', stewardId: 'U2', seenWith: 'U2', outcome: { kind: 'done' } },
  ] as const)(
    'that is $status by $stewardId and was seen with $seenWith, let go by an admin or a customer ambassador: $outcome.kind',
    ({ seenWith, outcome, ...followUp }) => {
      for (const role of ['admin', 'steward'] as const) {
        expect(decideRelease(followUp, { memberId: 'U1', role, seenWith })).toEqual(outcome);
      }
    },
  );
});
