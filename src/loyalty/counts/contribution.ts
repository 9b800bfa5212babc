import { yearParts } from '../facts/customer.ts';
import type { Rung, RungChange } from '../ladder/rung-rules.ts';
import type { OrderLines, Segments, Standing } from '../ladder/standing.ts';
import { calendarEnds } from '../time/calendar.ts';
import { type Day, isoFromDay } from '../time/period.ts';
import { countActivityByRung, rungOn } from './activity-by-rung.ts';
import { addTally, type CountGroup, type CountSheet, type TallyDays } from './count-sheet.ts';
import { countStay } from './stays.ts';

/** Changes when what is kept changes: at its next start the app counts anew what an older one has counted. */
export const countsVersion = 6;

/**
 * Adds what one customer contributes to the kept counts, or takes it away.
 *
 * By rung, an answer or order counts where its customer stood when its day began; by country, source and segment where
 * the customer is put now. Amounts are not in the standing: see `countOrderLines`.
 *
 * @param activeDays how long after the newest order a customer is active, as the workspace's rules have it
 */
export function countStanding(standing: Standing, activeDays: number, sign: 1 | -1, sheet: CountSheet): void {
  for (const { day, from, rung } of standing.changes)
    addTally(sheet.tallies('ladder', pairName(from, rung)), day, sign);
  if (standing.orderDays.length > 0) {
    const group = groupOf(sheet, standing, standing.source ?? '');
    countOrders(standing, group, sign, sheet);
    countActivity(standing, group, activeDays, sign);
    countActivityByRung(standing, activeDays, sign, sheet);
    countCohort(standing, sign, sheet);
    countReferral(standing, group, sign);
  }
  countVotes(standing, sign, sheet);
  const { csatDays, csatScores, csatSources, cliDays, cliSums, cliSources } = standing;
  for (const [i, day] of csatDays.entries()) {
    const rung = [sheet.tallies('csat/rung', rungOn(standing.changes, day))];
    for (const all of [groupOf(sheet, standing, csatSources[i] ?? '').tallies('csat'), rung])
      countCsat(all, day, csatScores[i] ?? 0, sign);
  }
  for (const [i, day] of cliDays.entries()) {
    const rung = [sheet.tallies('cli/rung', rungOn(standing.changes, day))];
    for (const all of [groupOf(sheet, standing, cliSources[i] ?? '').tallies('cli'), rung])
      countCli(all, day, cliSums[i] ?? 0, sign);
  }
}

/** Adds answers that nobody is known to have given, each of which counts. By rung they are anonymous. */
export function countAnonymous(
  answer: { readonly kind: string; readonly day: Day; readonly score: number | null; readonly cliSum: number | null },
  source: string,
  times: number,
  sheet: CountSheet,
): void {
  const { kind, day, score, cliSum } = answer;
  const tallies = (figure: string) => [
    sheet.tallies(figure, ''),
    sheet.tallies(`${figure}/rung`, 'anonymous'),
    sheet.tallies(`${figure}/source`, source),
  ];
  if (kind === 'csat' && score !== null) countCsat(tallies('csat'), day, score, times);
  if (kind === 'cli' && cliSum !== null) countCli(tallies('cli'), day, cliSum, times);
  if (kind === 'nps' && score !== null) {
    const stays = [
      sheet.stays('nps', '', ''),
      sheet.stays('nps', 'rung', 'anonymous'),
      sheet.stays('nps', 'source', source),
    ];
    countStay(stays, voteKind(score), day, null, times);
  }
}

/**
 * Adds the amounts of a customer's orders to the kept counts, or takes them away: how many orders, what they came to less
 * refunds, and the refunds; and by itself what came on the customer's first day, which is no repeat order. Of customers whose
 * relationship was entered in years, what they came to stands by itself too, and times those years: times their whole
 * hundredths, and times the millionths that are left, so that every number stays whole and small.
 */
export function countOrderLines(lines: OrderLines, customer: Buyer, sign: 1 | -1, sheet: CountSheet): void {
  const { relationshipYears: years } = customer;
  const [firstDay] = customer.orderDays;
  const { hundredths, millionths } = yearParts(years ?? 0);
  const group = groupOf(sheet, customer, customer.source ?? '');
  for (const [currency, line] of Object.entries(lines)) {
    const all = group.tallies('orders', currency);
    const first = group.tallies('first-orders', currency);
    const entered = years === null ? [] : group.tallies('entered', currency);
    for (let i = 0; i < line.length; i += 3) {
      const day = line[i] ?? 0;
      const amount = sign * (line[i + 1] ?? 0);
      const orders = sign * (line[i + 2] ?? 0);
      for (const days of all) addTally(days, day, orders, amount, orders === 0 ? -amount : 0);
      if (orders !== 0 && day === firstDay) for (const days of first) addTally(days, day, orders, amount);
      for (const days of entered) addTally(days, day, amount * millionths, amount, amount * hundredths);
    }
  }
}

/** Where a customer's amounts are counted, and from when on an order is a repeat one. */
type Buyer = Segments & Pick<Standing, 'orderDays'>;

/** 0 promoter, 1 passive, 2 detractor. */
export function voteKind(score: number): 0 | 1 | 2 {
  if (score >= 9) return 0;
  return score <= 6 ? 2 : 1;
}

function countOrders(standing: Standing, group: CountGroup, sign: 1 | -1, sheet: CountSheet): void {
  const { orderDays } = standing;
  const all = group.stays('repeat');
  const byRung = rungsInTurn(standing.changes, (rung) => [sheet.stays('repeat', 'rung', rung)]);
  let kind = 0;
  for (let i = 0; i < orderDays.length; i += 1) {
    const day = orderDays[i] ?? 0;
    const next = orderDays[i + 1] ?? null;
    countStay(all, kind, day, next, sign);
    countStay(byRung(day), kind, day, next, sign);
    kind = 1;
  }
}

/** Each respondent has a vote: a score stands until the same one's next. */
function countVotes(standing: Standing, sign: 1 | -1, sheet: CountSheet): void {
  const { npsDays, npsScores, npsSources } = standing;
  const nextDays = nextOfSame(standing);
  const byRung = rungsInTurn(standing.changes, (rung) => [sheet.stays('nps', 'rung', rung)]);
  for (let i = 0; i < npsDays.length; i += 1) {
    const day = npsDays[i] ?? 0;
    const next = nextDays[i] ?? null;
    const kind = voteKind(npsScores[i] ?? 0);
    countStay(groupOf(sheet, standing, npsSources[i] ?? '').stays('nps'), kind, day, next, sign);
    countStay(byRung(day), kind, day, next, sign);
  }
}

/** The day on which the same respondent voted again, of each vote; null: not yet. */
function nextOfSame({ npsDays, npsRespondents }: Standing): readonly (Day | null)[] {
  if (npsRespondents.length === 0) return npsDays.slice(1);
  const next: (Day | null)[] = npsDays.map(() => null);
  const newest = new Map<number, Day>();
  for (let i = npsDays.length - 1; i >= 0; i -= 1) {
    const who = npsRespondents[i] ?? 0;
    next[i] = newest.get(who) ?? null;
    newest.set(who, npsDays[i] ?? 0);
  }
  return next;
}

/** A customer is active from an order until it lapses, and then lost until it orders again. */
function countActivity({ orderDays }: Standing, group: CountGroup, activeDays: number, sign: 1 | -1): void {
  const active = group.tallies('active');
  const lost = group.stays('lost');
  let back = true;
  for (let i = 0; i < orderDays.length; i += 1) {
    const day = orderDays[i] ?? 0;
    if (back) addToEach(active, day, sign);
    const next = orderDays[i + 1] ?? null;
    const lapse = day + activeDays;
    back = next === null || next > lapse;
    if (!back) continue;
    addToEach(active, lapse, -sign);
    countStay(lost, 0, lapse, next, sign);
  }
}

/**
 * By the month of the first order: the customers who ordered in each month, on the first day on which they did; and of
 * whole months together, on the day that follows them.
 */
function countCohort({ orderDays }: Standing, sign: 1 | -1, sheet: CountSheet): void {
  let monthEnd = Number.NEGATIVE_INFINITY;
  const cohort = monthName(orderDays[0] ?? 0);
  const days = sheet.tallies('cohort', cohort);
  const months = sheet.tallies('cohort/month', cohort);
  for (const day of orderDays) {
    if (day < monthEnd) continue;
    monthEnd = calendarEnds(day).month;
    addTally(days, day, sign);
    addTally(months, monthEnd, sign);
  }
}

/** Customers, and those of them by whose recommendation another was won. */
function countReferral({ orderDays, wonDay }: Standing, group: CountGroup, sign: 1 | -1): void {
  const [first = 0] = orderDays;
  const days = group.tallies('referral');
  addToEach(days, first, sign);
  if (wonDay !== null) addToEach(days, Math.max(first, wonDay), 0, sign);
}

function addToEach(all: readonly TallyDays[], day: Day, first: number, second = 0): void {
  for (const days of all) addTally(days, day, first, second);
}

function countCsat(tallies: readonly TallyDays[], day: Day, score: number, sign: number): void {
  for (const days of tallies) addTally(days, day, score >= 4 ? sign : 0, score >= 4 ? 0 : sign, sign * score);
}

function countCli(tallies: readonly TallyDays[], day: Day, sum: number, sign: number): void {
  for (const days of tallies) addTally(days, day, sign, sign * sum, sign * sum * sum);
}

/** @param source of what is counted: the customer's, or the answer's */
function groupOf(sheet: CountSheet, { country, tags }: Segments, source: string): CountGroup {
  return sheet.group(country ?? '', source, tags);
}

/** Gives what is counted by the rung on which a customer stood when a day began; it is asked for in the order of days. */
function rungsInTurn<Counts>(changes: readonly RungChange[], countsOf: (rung: string) => Counts): (day: Day) => Counts {
  let passed = 0;
  let counts: Counts | null = null;
  return (day) => {
    const before = passed;
    for (; (changes[passed]?.day ?? Number.POSITIVE_INFINITY) < day; passed += 1);
    if (counts === null || passed > before) counts = countsOf(changes[passed - 1]?.rung ?? 'prospect');
    return counts;
  };
}

/** "from>to". Names are made once: a text that was just put together is slow to look up, and this is done millions of times. */
function pairName(from: Rung | null, to: Rung): string {
  return pairNames[from ?? ''][to];
}

const toEach = (from: string): Readonly<Record<Rung, string>> => ({
  prospect: `${from}>prospect`,
  customer: `${from}>customer`,
  repeat: `${from}>repeat`,
  ambassador: `${from}>ambassador`,
  partner: `${from}>partner`,
});
const pairNames: Readonly<Record<Rung | '', Readonly<Record<Rung, string>>>> = {
  '': toEach(''),
  prospect: toEach('prospect'),
  customer: toEach('customer'),
  repeat: toEach('repeat'),
  ambassador: toEach('ambassador'),
  partner: toEach('partner'),
};

/** "2026-01" */
function monthName(day: Day): string {
  const end = calendarEnds(day).month;
  let name = monthNames.get(end);
  if (name === undefined) {
    name = isoFromDay(day).slice(0, 7);
    monthNames.set(end, name);
  }
  return name;
}

const monthNames = new Map<Day, string>();
