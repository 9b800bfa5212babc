import type { Dimension } from '../../src/loyalty/figures/figure.ts';
import type { FigureName } from '../../src/loyalty/figures/index.ts';
import { placementAsOf } from '../../src/loyalty/ladder/rung-rules.ts';
import type { Standing } from '../../src/loyalty/ladder/standing.ts';
import type { Day, Window } from '../../src/loyalty/time/period.ts';
import { type CustomerRow, cliSumOf, isOrder, orderDaysOf, type World, wonDayOf } from './raw-world.ts';

/** Something that counts in a window: a customer or an answer, and what it is told apart by. */
export interface Entry {
  readonly counts: readonly number[];
  /** In which parts of a dimension it counts. */
  readonly valuesOf: (dimension: Dimension) => readonly string[];
}

export type Member = ReturnType<typeof membersOf>[number];

/** The customers with their facts put in order once, as every window asks for them. */
export function membersOf(world: World, standings: readonly Standing[]) {
  return world.customers.map((customer, i) => {
    const answers = world.answers.get(customer.id) ?? [];
    const pins = world.pins.get(customer.id) ?? [];
    const standing = standings[i];
    const rungs = new Map<Day, string>();
    const rungOn = (day: Day) => {
      const rung = rungs.get(day) ?? (standing && placementAsOf({ ...standing, pins }, day, world.rules)?.rung);
      rungs.set(day, rung ?? 'prospect');
      return rung ?? 'prospect';
    };
    return {
      customer,
      orders: (world.orders.get(customer.id) ?? []).filter(({ status }) => status === 'completed'),
      orderDays: orderDaysOf(world, customer.id),
      votes: answers.filter(({ kind }) => kind === 'nps'),
      scores: answers.filter(({ kind, score }) => kind === 'csat' && score !== null),
      indices: answers.filter((one) => one.kind === 'cli' && cliSumOf(one) !== null),
      wonDay: wonDayOf(world, customer.id),
      tags: standing?.tags ?? [],
      rungOn,
    };
  });
}

/** What counts in a window for a figure, found by looking at every customer and answer. */
export function entriesIn(world: World, members: readonly Member[], figure: FigureName, window: Window): Entry[] {
  const { from, to } = window;
  const inWindow = ({ day }: { readonly day: Day }) => day >= from && day < to;
  const anonymous = (world.answers.get(null) ?? []).filter(inWindow);
  switch (figure) {
    case 'nps':
      return [
        ...members.flatMap((member) => {
          const newest = new Map(member.votes.filter(inWindow).map((vote) => [vote.respondent_id, vote]));
          return [...newest.values()].map((vote) => entryOf(member, countsOfVote(vote.score), vote.source, vote.day));
        }),
        ...anonymous.flatMap((one) => (one.kind === 'nps' ? [nobodys(countsOfVote(one.score), one.source)] : [])),
      ];
    case 'csat':
      return [
        ...members.flatMap((member) =>
          member.scores.filter(inWindow).map((one) => entryOf(member, countsOfScore(one.score), one.source, one.day)),
        ),
        ...anonymous.flatMap((one) => (one.kind === 'csat' ? [nobodys(countsOfScore(one.score), one.source)] : [])),
      ];
    case 'cli':
      return [
        ...members.flatMap((member) =>
          member.indices
            .filter(inWindow)
            .map((one) => entryOf(member, countsOfSum(cliSumOf(one)), one.source, one.day)),
        ),
        ...anonymous.flatMap((one) =>
          one.kind === 'cli' && cliSumOf(one) !== null ? [nobodys(countsOfSum(cliSumOf(one)), one.source)] : [],
        ),
      ];
    case 'repeat':
      return members.flatMap((member) => {
        const days = member.orderDays.filter((day) => day >= from && day < to);
        const newest = days.at(-1);
        if (newest === undefined) return [];
        const cameBack = days.some((day) => day > (member.orderDays[0] ?? Infinity));
        return [entryOf(member, [Number(!cameBack), Number(cameBack)], member.customer.source, newest)];
      });
    case 'retention':
    case 'churn':
      return members.flatMap((member) =>
        isActive(world, member, from)
          ? [entryOf(member, [1, Number(!isActive(world, member, to))], member.customer.source, from)]
          : [],
      );
    case 'referral':
      return members.flatMap((member) => {
        if (!member.orderDays.some((day) => day < to)) return [];
        const won = member.wonDay !== null && member.wonDay < to;
        return [entryOf(member, [1, Number(won)], member.customer.source, to)];
      });
    case 'cac':
      return members.flatMap((member) => {
        const [first] = member.orderDays;
        const isWon = first !== undefined && first >= from && first < to;
        return isWon ? [entryOf(member, [0, 0, 1], member.customer.source, first)] : [];
      });
    case 'revenue':
      return members.flatMap((member) =>
        member.orders
          .filter(inWindow)
          .map((order) => entryOf(member, salesOf(world, member, order), member.customer.source, order.day)),
      );
    case 'clv':
      return members.flatMap((member) => {
        const [revenue = 0, times = 0, now = 0, ...before] = worthOf(world, member, to);
        const { source } = member.customer;
        return [
          entryOf(member, [revenue, times, now], source, to),
          entryOf(member, [0, 0, 0, ...before], source, to - 365),
        ];
      });
  }
}

/** The numbers of one order or refund: see `RevenueCounts`, the last of which is that of first orders here. */
function salesOf(world: World, { orderDays }: Member, order: Member['orders'][number]): number[] {
  const worth = order.amount * (world.rates.get(order.currency) ?? 1);
  if (order.amount < 0) return [0, worth, -worth, 0];
  return [1, worth, 0, order.day === orderDays[0] ? worth : 0];
}

/** The five numbers of the average lifetime value: see `ClvCounts`. */
function worthOf(world: World, member: Member, to: Day): number[] {
  const { relationship_years: years } = member.customer;
  let revenue = 0;
  for (const { day, amount, currency } of member.orders)
    if (day >= to - 365 && day < to) revenue += amount * (world.rates.get(currency) ?? 1);
  const wasActive = isActive(world, member, to - 365);
  const isNow = isActive(world, member, to);
  return [
    years === null ? revenue : 0,
    years === null ? 0 : revenue * years,
    Number(isNow),
    Number(wasActive),
    Number(wasActive && !isNow),
  ];
}

function isActive({ rules }: World, { orderDays }: Member, asOf: Day): boolean {
  return orderDays.some((day) => day >= asOf - rules.activeWindowDays && day < asOf);
}

/** Orders and revenue before a day, per currency. */
export function totalsBefore(members: readonly Member[], before: Day) {
  const totals = new Map<string, { currency: string; orders: number; amountMinor: number }>();
  for (const order of members.flatMap(({ orders }) => orders)) {
    if (order.day >= before) continue;
    const total = totals.get(order.currency) ?? { currency: order.currency, orders: 0, amountMinor: 0 };
    total.orders += Number(isOrder(order));
    total.amountMinor += order.amount;
    totals.set(order.currency, total);
  }
  return [...totals.values()]
    .filter(({ orders, amountMinor }) => orders !== 0 || amountMinor !== 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function countsOfVote(score: number | null): number[] {
  const of = score ?? Number.NaN;
  return [of === 9 || of === 10, of === 7 || of === 8, of >= 0 && of <= 6].map(Number);
}

function countsOfScore(score: number | null): number[] {
  const of = score ?? Number.NaN;
  return [Number(of === 4 || of === 5), Number(of >= 1 && of <= 3), of];
}

function countsOfSum(sum: number | null): number[] {
  const of = sum ?? Number.NaN;
  return [1, of, of * of];
}

/** @param day the rung is that of the start of this day */
function entryOf(member: Member, counts: readonly number[], source: string | null, day: Day): Entry {
  const { customer, tags, rungOn } = member;
  return {
    counts,
    valuesOf(dimension) {
      switch (dimension) {
        case 'rung':
          return [rungOn(day)];
        case 'country':
          return [countryOf(customer)];
        case 'segment':
          return tags;
        case 'source':
          return [source ?? ''];
      }
    },
  };
}

function countryOf({ country }: CustomerRow): string {
  return country ?? '';
}

/** Of an anonymous answer neither country nor segment is known, and it belongs to no customer for whom they aren't. */
function nobodys(counts: readonly number[], source: string | null): Entry {
  const values = { rung: ['anonymous'], source: [source ?? ''], country: [], segment: [] };
  return { counts, valuesOf: (dimension) => values[dimension] };
}
