import type { ReadContext } from '../../context.ts';
import type { CustomerCard } from '../../facts/customer.ts';
import type { Money } from '../../loyalty/facts/money.ts';
import { factsBefore, type Pin, placementAsOf, rungChanges } from '../../loyalty/ladder/ladder.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { readVoices, toMoney } from '../follow-ups/read-follow-ups.ts';
import { readNames, toName } from './read-names.ts';

const shown = { orders: 5, voices: 3, recommended: 10 } as const;

/** All that is told of one customer, as of a day (exclusive). */
export async function readCustomerCard(
  { store, settings }: ReadContext,
  customer: Customer,
  asOf: Day,
  mayPin: boolean,
): Promise<CustomerCard> {
  const { id } = customer;
  const [standings, pins, orders, sums, answers, recommended, followUp, segments, losses] = await Promise.all([
    store.standings.read([id]),
    store.pins.ofCustomer(id),
    store.orders.newest(id, asOf, shown.orders),
    store.orders.sumsBefore([id], asOf),
    store.answers.ofCustomer(id, asOf, shown.voices),
    store.customers.recommendedBy(id, shown.recommended),
    store.followUps.atWorkFor(id),
    store.segments.ofCustomers([id]),
    store.lostRecommendations.ofCustomers([id]),
  ]);
  const recommenders = customer.recommendedById === null ? [] : [customer.recommendedById];
  const names = await readNames(store, recommenders, 'full');
  const standing = standings[0];
  const facts = standing ? factsBefore({ ...standing, pins }, asOf) : null;
  const changes = facts ? rungChanges(facts, settings.ladderRules) : [];
  const now = changes.findLast((change) => change.day < asOf);
  const next = changes.find((change) => change.day >= asOf);
  const pin = currentPin(pins, asOf);
  return {
    customer: toName(customer, 'full'),
    email: customer.email,
    language: customer.language,
    country: customer.country,
    sinceDay: customer.sinceDay,
    source: customer.source,
    segments: segments.get(id) ?? [],
    relationshipYears: customer.relationshipYears,
    cost: amount(customer.costMinor, customer.costCurrency),
    reward: amount(customer.rewardMinor, customer.rewardCurrency),
    lostRecommendations: losses.filter(({ day }) => day < asOf).length,
    placement: facts ? placementAsOf(facts, asOf, settings.ladderRules) : null,
    since: now ? { day: now.day, reason: now.reason } : null,
    endsOn: now && next ? next.day : null,
    pin: pin
      ? { id: pin.id, rung: pin.rung, reason: pin.reason, authorId: pin.authorId, untilDay: pin.untilDay }
      : null,
    orderCount: sums.get(id)?.orders ?? 0,
    value: toMoney(sums.get(id)?.revenue ?? {}),
    orders: orders.map(({ orderId, day, status, amountMinor, currency }) => ({
      orderId,
      day,
      status,
      amountMinor,
      currency,
    })),
    voices: await readVoices({ store, settings }, answers, asOf),
    recommendedBy: customer.recommendedById === null ? null : (names.get(customer.recommendedById) ?? null),
    recommended: recommended.map((one) => toName(one, 'full')),
    openFollowUp: followUp
      ? { id: followUp.id, status: followUp.status, stewardId: followUp.stewardId, dueDay: followUp.dueDay }
      : null,
    mayPin,
  };
}

function amount(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}

function currentPin<P extends Pin>(pins: readonly P[], asOf: Day): P | undefined {
  return pins.findLast((pin) => pin.fromDay < asOf && (pin.untilDay === null || pin.untilDay >= asOf));
}
