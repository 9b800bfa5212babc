import { describe, expect, it } from 'vitest';
import type { CustomerCard } from '../../src/facts/customer.ts';
import { defaultLadderRules, nextRung, type Placement } from '../../src/loyalty/ladder/rung-rules.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { nextSentence, rungSentence, whySentences } from '../../src/messages/customers/placement-words.ts';
import { card, plainTyped } from './facts.ts';

const day = dayFromIso;
const seen: Placement = {
  rung: 'repeat',
  pinned: false,
  orderDays: 4,
  newestOrderDay: day('2026-10-12'),
  active: true,
  advocate: false,
  newestNps: null,
};

function said(placement: Partial<Placement>, facts: Partial<CustomerCard> = {}): string {
  const customer = card(plainTyped, { placement: { ...seen, ...placement }, endsOn: null, ...facts });
  return `${rungSentence('en', customer)} ${whySentences('en', customer)}`;
}

describe('why a customer stands on a rung', () => {
  it('is a repeat customer’s order days, and the day on which time alone ends it', () => {
    const since = { day: day('2026-03-03'), reason: 'repeat-order' } as const;
    expect(said({}, { since, endsOn: day('2027-10-12') })).toBe(
      'Repeat customer since 3 March 2026 (ordered again). Orders on 4 different days, the newest on 12 October 2026. ' +
        'Falls back to customer on 12 October 2027 unless an order comes in.',
    );
  });

  it('is a prospect’s missing order', () => {
    const since = { day: day('2026-03-03'), reason: 'known' } as const;
    expect(said({ rung: 'prospect', orderDays: 0, newestOrderDay: null, active: false }, { since })).toBe(
      'Prospect since 3 March 2026 (new on the list). No completed order yet.',
    );
  });

  it('is a customer’s one day of orders', () => {
    const since = { day: day('2026-10-12'), reason: 'first-order' } as const;
    expect(said({ rung: 'customer', orderDays: 1 }, { since })).toBe(
      'Customer since 12 October 2026 (first order). Orders on one day so far: 12 October 2026.',
    );
  });

  it('is a lapsed customer’s long silence', () => {
    const since = { day: day('2025-10-12'), reason: 'lapsed' } as const;
    const newestOrderDay = day('2024-10-12');
    expect(said({ rung: 'customer', newestOrderDay, active: false }, { since })).toBe(
      'Customer since 12 October 2025 (no order for too long). ' +
        'Orders on 4 different days, the newest on 12 October 2024. The newest is too long ago to count as active.',
    );
  });

  it('is an ambassador’s deed and newest answer', () => {
    const since = { day: day('2026-11-01'), reason: 'recommends' } as const;
    expect(said({ rung: 'ambassador', advocate: true, newestNps: 10 }, { since })).toContain(
      'Has won you a customer. Newest NPS answer 10.',
    );
  });

  it('tells a repeat customer who recommends what keeps them from being an ambassador', () => {
    expect(said({ advocate: true, newestNps: 7 })).toContain('The newest NPS answer, 7, is too low for an ambassador.');
    expect(said({ advocate: false, newestNps: 7 })).not.toContain('too low');
  });

  it('is a person’s word where it is set by hand, with its end', () => {
    const since = { day: day('2026-03-03'), reason: 'pinned' } as const;
    const pin = {
      id: 1,
      rung: 'partner',
      reason: 'agreement',
      authorId: 'U0ADMIN',
      untilDay: day('2027-01-01'),
    } as const;
    const words = said({ rung: 'partner', pinned: true }, { since, pin, endsOn: day('2027-10-12') });
    expect(words).toMatch(/^Partner since 3 March 2026 \(set by hand\)\./);
    expect(words).toContain('It was set by hand and ends on 1 January 2027.');
    expect(words).not.toContain('lapses');
  });

  it.each<[of: string, placement: Partial<Placement>, missing: string | null]>([
    ['a prospect', { rung: 'prospect', orderDays: 0, active: false }, 'Missing for customer: a first order.'],
    ['a customer', { rung: 'customer', orderDays: 1 }, 'Missing for repeat customer: 1 more order, on another day.'],
    ['one who lapsed', { rung: 'customer', active: false }, 'Missing for repeat customer: a new order.'],
    [
      'one who lapsed and recommends',
      { rung: 'customer', active: false, advocate: true },
      'Missing for ambassador: a new order.',
    ],
    [
      'a repeat customer',
      { newestNps: 7 },
      'Missing for ambassador: a recommendation that wins a customer, or a public review of at least 4 stars and a 9 or 10 as newest NPS answer.',
    ],
    ['one who recommends', { advocate: true, newestNps: 7 }, 'Missing for ambassador: a 9 or 10 as newest NPS answer.'],
    [
      'an ambassador',
      { rung: 'ambassador', advocate: true },
      'Missing for partner: an agreement, and somebody who sets the rung by hand.',
    ],
    ['a partner', { rung: 'partner', pinned: true }, null],
    ['whoever was set by hand', { rung: 'customer', pinned: true }, null],
  ])('tells %s what is missing for the next rung', (_, placement, missing) => {
    const next = nextRung({ ...seen, ...placement }, defaultLadderRules);
    const customer = card(plainTyped, { placement: { ...seen, ...placement }, next });
    expect(nextSentence('en', customer)).toBe(missing);
  });

  it('counts what is missing by the rules in use', () => {
    const next = nextRung({ ...seen, rung: 'customer', orderDays: 1 }, { ...defaultLadderRules, repeatOrderDays: 4 });
    expect(next).toEqual({ rung: 'repeat', missing: [{ kind: 'orders', days: 3 }] });
    expect(nextSentence('da', card(plainTyped, { next }))).toBe(
      'Mangler for at blive tilbagevendende kunde: ordrer på 3 dage mere.',
    );
  });

  it('is nothing for who is not on the ladder yet', () => {
    const unknown = card(plainTyped, { placement: null, since: null });
    expect([rungSentence('nb', unknown), whySentences('nb', unknown)]).toEqual(['Står ikke på stigen ennå.', '']);
  });
});
