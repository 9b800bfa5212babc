import { calendarEnds } from './calendar.ts';
import { addTally, type CountSheet, type TallyDays } from './count-sheet.ts';
import { type RungChange, rungAsOf } from './ladder.ts';
import { type Day, isoFromDay } from './period.ts';
import type { OrderLines, Segments, Standing } from './standing.ts';
import { countStay, type StayDays, type StayFigure } from './stays.ts';

/** Changes when what is kept changes: at its next start the app counts anew what an older one has counted. */
export const countsVersion = 2;

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
    addTally(sheet.tallies('ladder', `${from ?? ''}>${rung}`), day, sign);
  if (standing.orderDays.length > 0) {
    countOrders(standing, sign, sheet);
    countActivity(standing, activeDays, sign, sheet);
    countCohort(standing, sign, sheet);
    countReferral(standing, sign, sheet);
  }
  countVotes(standing, sign, sheet);
  const { csatDays, csatScores, csatSources, cliDays, cliSums, cliSources } = standing;
  for (const [i, day] of csatDays.entries()) {
    countCsat(answerTallies(sheet, 'csat', standing, day, csatSources[i] ?? ''), day, csatScores[i] ?? 0, sign);
  }
  for (const [i, day] of cliDays.entries()) {
    countCli(answerTallies(sheet, 'cli', standing, day, cliSources[i] ?? ''), day, cliSums[i] ?? 0, sign);
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
    for (const days of stays) countStay(days, 'nps', voteKind(score), day, null, times);
  }
}

/**
 * Adds the amounts of a customer's orders to the kept counts, or takes them away: how many orders, and what they came to. Of
 * customers whose relationship was entered in years, what they came to stands by itself too, and times those years in hundredths.
 */
export function countOrderLines(lines: OrderLines, segments: Segments, sign: 1 | -1, sheet: CountSheet): void {
  const { relationshipYears: years } = segments;
  const hundredths = Math.round((years ?? 0) * 100);
  for (const [currency, line] of Object.entries(lines)) {
    const all = moneyTallies(sheet, 'orders', segments, currency);
    const entered = years === null ? [] : moneyTallies(sheet, 'entered', segments, currency);
    for (let i = 0; i < line.length; i += 3) {
      const day = line[i] ?? 0;
      const amount = sign * (line[i + 1] ?? 0);
      for (const days of all) addTally(days, day, sign * (line[i + 2] ?? 0), amount);
      for (const days of entered) addTally(days, day, 0, amount, amount * hundredths);
    }
  }
}

/** Amounts are kept per currency: "DKK DK" are those in kroner of customers in Denmark. */
export function moneySegment(value: string, currency: string): string {
  return `${currency} ${value}`;
}

function moneyTallies(sheet: CountSheet, figure: string, segments: Segments, currency: string): TallyDays[] {
  return [
    sheet.tallies(figure, currency),
    ...segmentNames(segments).map(([dimension, value]) =>
      sheet.tallies(`${figure}/${dimension}`, moneySegment(value, currency)),
    ),
  ];
}

/** 0 promoter, 1 passive, 2 detractor. */
export function voteKind(score: number): 0 | 1 | 2 {
  if (score >= 9) return 0;
  return score <= 6 ? 2 : 1;
}

function countOrders(standing: Standing, sign: 1 | -1, sheet: CountSheet): void {
  const { orderDays } = standing;
  const fixed = stays(sheet, 'repeat', standing, standing.source ?? '');
  const rungAt = rungsInTurn(standing.changes);
  for (const [i, day] of orderDays.entries()) {
    const next = orderDays[i + 1] ?? null;
    const kind = i === 0 ? 0 : 1;
    for (const days of fixed) countStay(days, 'repeat', kind, day, next, sign);
    countStay(sheet.stays('repeat', 'rung', rungAt(day)), 'repeat', kind, day, next, sign);
  }
}

function countVotes(standing: Standing, sign: 1 | -1, sheet: CountSheet): void {
  const { npsDays, npsScores, npsSources } = standing;
  if (npsDays.length === 0) return;
  const rungAt = rungsInTurn(standing.changes);
  for (const [i, day] of npsDays.entries()) {
    const next = npsDays[i + 1] ?? null;
    const kind = voteKind(npsScores[i] ?? 0);
    for (const days of stays(sheet, 'nps', standing, npsSources[i] ?? '')) {
      countStay(days, 'nps', kind, day, next, sign);
    }
    countStay(sheet.stays('nps', 'rung', rungAt(day)), 'nps', kind, day, next, sign);
  }
}

/** A customer is active from an order until it lapses, and then lost until it orders again. */
function countActivity(standing: Standing, activeDays: number, sign: 1 | -1, sheet: CountSheet): void {
  const { orderDays } = standing;
  const source = standing.source ?? '';
  const active = tallies(sheet, 'active', standing, source);
  const lost = stays(sheet, 'lost', standing, source);
  let back = true;
  for (const [i, day] of orderDays.entries()) {
    if (back) for (const days of active) addTally(days, day, sign);
    const next = orderDays[i + 1] ?? null;
    const lapse = day + activeDays;
    back = next === null || next > lapse;
    if (!back) continue;
    for (const days of active) addTally(days, lapse, -sign);
    for (const days of lost) countStay(days, 'lost', 0, lapse, next, sign);
  }
}

/**
 * By the month of the first order: the customers who ordered in each month, on the first day on which they did; and of
 * whole months together, on the day that follows them.
 */
function countCohort({ orderDays }: Standing, sign: 1 | -1, sheet: CountSheet): void {
  let monthEnd = Number.NEGATIVE_INFINITY;
  const cohort = isoFromDay(orderDays[0] ?? 0).slice(0, 7);
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
function countReferral(standing: Standing, sign: 1 | -1, sheet: CountSheet): void {
  const [first = 0] = standing.orderDays;
  for (const days of tallies(sheet, 'referral', standing, standing.source ?? '')) {
    addTally(days, first, sign);
    if (standing.wonDay !== null) addTally(days, Math.max(first, standing.wonDay), 0, sign);
  }
}

function countCsat(tallies: readonly TallyDays[], day: Day, score: number, sign: number): void {
  for (const days of tallies) addTally(days, day, score >= 4 ? sign : 0, score >= 4 ? 0 : sign, sign * score);
}

function countCli(tallies: readonly TallyDays[], day: Day, sum: number, sign: number): void {
  for (const days of tallies) addTally(days, day, sign, sign * sum, sign * sum * sum);
}

function answerTallies(sheet: CountSheet, figure: string, standing: Standing, day: Day, source: string): TallyDays[] {
  const rung = rungAsOf(standing.changes, day) ?? 'prospect';
  return [...tallies(sheet, figure, standing, source), sheet.tallies(`${figure}/rung`, rung)];
}

/** The counts of a figure in all, and of each segment of a customer. */
function tallies(sheet: CountSheet, figure: string, segments: Segments, source: string): TallyDays[] {
  return [
    sheet.tallies(figure, ''),
    ...segmentNames({ ...segments, source }).map(([dimension, value]) =>
      sheet.tallies(`${figure}/${dimension}`, value),
    ),
  ];
}

function stays(sheet: CountSheet, figure: StayFigure, segments: Segments, source: string): StayDays[] {
  return [
    sheet.stays(figure, '', ''),
    ...segmentNames({ ...segments, source }).map(([dimension, value]) => sheet.stays(figure, dimension, value)),
  ];
}

/** Country and source always, as the parts have to make the whole; a segment only where the customer is in one. */
function segmentNames({ country, source, tags }: Segments): (readonly [dimension: string, value: string])[] {
  return [['country', country ?? ''], ['source', source ?? ''], ...tags.map((tag) => ['segment', tag] as const)];
}

/** The rungs on which a customer stood when days began, asked for in the order of days. */
function rungsInTurn(changes: readonly RungChange[]): (day: Day) => string {
  let passed = 0;
  return (day) => {
    for (; (changes[passed]?.day ?? Number.POSITIVE_INFINITY) < day; passed += 1);
    return changes[passed - 1]?.rung ?? 'prospect';
  };
}
