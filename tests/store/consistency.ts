import type pg from 'pg';
import { countAnonymous, countOrderLines, countStanding } from '../../src/loyalty/counts/contribution.ts';
import { addTally, type CountChange, countSheet } from '../../src/loyalty/counts/count-sheet.ts';
import { searchWords } from '../../src/loyalty/facts/customer.ts';
import { minorDigits } from '../../src/loyalty/facts/money.ts';
import { toFactors } from '../../src/loyalty/facts/worth.ts';
import { type OrderLines, type Standing, toStanding } from '../../src/loyalty/ladder/standing.ts';
import { type SegmentsBy, segmentsBy } from '../../src/loyalty/segment-rule.ts';
import type { Day } from '../../src/loyalty/time/period.ts';
import { compareFigures, storeOn } from './figures-compared.ts';
import {
  type AnswerRow,
  type CustomerRow,
  cliSumOf,
  groupBy,
  isOrder,
  orderDaysOf,
  readWorld,
  type World,
  wonDayOf,
} from './raw-world.ts';

/**
 * Recomputes from customers, orders, answers and pins everything that is kept beside them, and compares.
 *
 * Standings, changes of rung and kept counts are worked out anew by the rules for every customer; what the figures are
 * computed from is then held against a plain count, by other means, as of every `stride`-th day.
 *
 * @returns what differs, in words; empty: everything is as it should be
 */
export async function inconsistencies(pool: pg.Pool, workspaceId: number, stride = 1): Promise<string[]> {
  const world = await readWorld(pool, workspaceId);
  const kept = await readKept(pool, workspaceId);
  const found: string[] = [];
  const compare: Compare = (what, one, other) => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a !== b && found.length < 20) found.push(`${what}: kept ${a}, computed ${b}`);
  };
  const standings = world.customers.map((customer) => standingOf(world, customer));
  compareStandings(world, kept, standings, compare);
  compareCounts(world, kept, standings, compare);
  await compareSegments(pool, workspaceId, world, kept, compare);
  await compareFigures(pool, workspaceId, world, standings, stride, compare);
  return found;
}

export type Compare = (what: string, kept: unknown, computed: unknown) => void;

/** Everything that is kept beside the facts; of kept counts the sums over writers, without what came to nothing. */
export interface Kept {
  readonly standings: readonly KeptStanding[];
  readonly changes: readonly Record<string, unknown>[];
  readonly words: readonly { readonly customer_id: number; readonly word: string }[];
  readonly tallies: readonly KeptCounts[];
  readonly stays: readonly KeptCounts[];
}

type KeptStanding = Record<string, unknown> & { readonly customer_id: number };

interface KeptCounts {
  /** "figure segment" */
  readonly name: string;
  readonly day: Day;
  readonly counts: readonly number[];
}

export async function readKept(pool: pg.Pool, workspaceId: number): Promise<Kept> {
  const rows = async <T>(text: string) => (await pool.query(text, [workspaceId])).rows as T[];
  const day = `day - DATE '1970-01-01' AS day`;
  return {
    standings: await rows('SELECT * FROM customer_standings WHERE workspace_id = $1 ORDER BY customer_id'),
    changes: await rows(
      `SELECT customer_id, ${day}, from_rung, to_rung, reason FROM rung_changes
       WHERE workspace_id = $1 ORDER BY customer_id, rung_changes.day`,
    ),
    words: await rows('SELECT customer_id, word FROM customer_words WHERE workspace_id = $1 ORDER BY 1, 2'),
    tallies: await rows(
      `SELECT figure || ' ' || segment AS name, ${day}, ARRAY[sum(first), sum(second), sum(third)]::float8[] AS counts
       FROM tallies WHERE workspace_id = $1 GROUP BY 1, 2
       HAVING sum(first) <> 0 OR sum(second) <> 0 OR sum(third) <> 0 ORDER BY 1, 2`,
    ),
    stays: await rows(
      `SELECT name, day, array_agg(count ORDER BY i) AS counts FROM (
         SELECT figure || ' ' || segment AS name, ${day}, i, sum(count)::int AS count
         FROM stay_counts, unnest(counts) WITH ORDINALITY AS n(count, i) WHERE workspace_id = $1 GROUP BY 1, 2, 3
       ) AS sums GROUP BY 1, 2 HAVING bool_or(count <> 0) ORDER BY 1, 2`,
    ),
  };
}

function standingOf(world: World, customer: CustomerRow): Standing {
  const { id, country, source, relationship_years } = customer;
  const orders = (world.orders.get(id) ?? []).filter(({ status }) => status === 'completed');
  const answers = world.answers.get(id) ?? [];
  const orderDays = orderDaysOf(world, id);
  const nps = answers.filter(({ kind }) => kind === 'nps');
  const isNewest = (one: AnswerRow, i: number) =>
    !nps.slice(i + 1).some((later) => later.day === one.day && later.respondent_id === one.respondent_id);
  const votes = nps.filter(isNewest);
  const isNamed = votes.some((vote) => vote.respondent_id !== null);
  const csat = answers.filter((one) => one.kind === 'csat' && one.score !== null).sort(byDayAndId);
  const cli = answers.filter((one) => one.kind === 'cli' && cliSumOf(one) !== null).sort(byDayAndId);
  const { reviewStars } = world.rules;
  const praise = answers.filter((one) => one.kind === 'review' && one.public && (one.score ?? 0) >= reviewStars);
  const wonDay = wonDayOf(world, id);
  const advocacy = [...praise.map(({ day }) => day), ...(wonDay === null ? [] : [wonDay])];
  const revenue: Record<string, number> = {};
  for (const { currency, amount } of orders) revenue[currency] = (revenue[currency] ?? 0) + amount;
  const facts = {
    customerId: id,
    knownDay: Math.min(
      customer.since_day ?? Infinity,
      customer.created_day,
      // Refunds and cancelled orders, too.
      ...(world.orders.get(id) ?? []).map(({ day }) => day),
      ...answers.map(({ day }) => day),
    ),
    orderDays,
    orderCount: orders.filter(isOrder).length,
    revenue,
    npsDays: votes.map(({ day }) => day),
    npsScores: votes.map(({ score }) => score ?? Number.NaN),
    npsSources: votes.map(sourceOf),
    npsRespondents: isNamed ? votes.map((vote) => vote.respondent_id ?? 0) : [],
    csatDays: csat.map(({ day }) => day),
    csatScores: csat.map(({ score }) => score ?? Number.NaN),
    csatSources: csat.map(sourceOf),
    cliDays: cli.map(({ day }) => day),
    cliSums: cli.map((one) => cliSumOf(one) ?? Number.NaN),
    cliSources: cli.map(sourceOf),
    country,
    source,
    tags: world.tags.get(id) ?? [],
    relationshipYears: relationship_years,
    wonDay,
    advocateDay: advocacy.length === 0 ? null : Math.min(...advocacy),
  };
  return toStanding(facts, world.pins.get(id) ?? [], world.rules, segmentsOf(world));
}

function segmentsOf({ segmentRules, segmentsDay: day, rates, currency: base, rules }: World): SegmentsBy {
  const newest = [...rates].map(([currency, rate]) => ({ currency, base, day: 0, rate }));
  const { activeWindowDays } = rules;
  return segmentsBy(segmentRules, { day, factors: toFactors(base, newest), activeWindowDays });
}

/** Who is kept in a segment by rule against the list of those of whom the same holds, which the database makes. */
async function compareSegments(pool: pg.Pool, workspaceId: number, world: World, kept: Kept, compare: Compare) {
  const { customerLists } = storeOn(pool).of(workspaceId);
  const { rules } = segmentsOf(world);
  const { activeWindowDays } = world.rules;
  for (const { name, rule: query } of rules) {
    const asked = query && { query, today: world.segmentsDay, activeWindowDays };
    const listed = asked ? await (await customerLists.open(asked)).page(null, 1_000) : [];
    const members = kept.standings.filter(({ tags }) => (tags as string[]).includes(name));
    const ids = (all: readonly number[]) => all.toSorted((a, b) => a - b);
    const [one, other] = [members.map((row) => row.customer_id), listed.map(({ id }) => id)];
    compare(`customers in "${name}"`, ids(one), ids(other));
  }
}

function sourceOf({ source }: AnswerRow): string {
  return source ?? '';
}

function byDayAndId(a: AnswerRow, b: AnswerRow): number {
  return a.day - b.day || a.id - b.id;
}

function compareStandings(world: World, kept: Kept, standings: readonly Standing[], compare: Compare): void {
  const rows = new Map(kept.standings.map((row) => [row.customer_id, row]));
  const keptChanges = groupBy(kept.changes, (row) => row.customer_id);
  const keptWords = groupBy(kept.words, (row) => row.customer_id);
  compare(
    'customers with a standing',
    [...rows.keys()],
    standings.map(({ customerId }) => customerId),
  );
  for (const [i, standing] of standings.entries()) {
    const customer = world.customers[i];
    const id = standing.customerId;
    const row = rows.get(id);
    const changes = standing.changes.map(({ day, from, rung, reason }) => ({
      customer_id: id,
      day,
      from_rung: from,
      to_rung: rung,
      reason,
    }));
    compare(`facts of customer ${id}`, row && factsOfRow(row), factsOf(world, standing));
    compare(`pin mark of customer ${id}`, row?.has_pins, (world.pins.get(id) ?? []).length > 0);
    const brief = changes.map((c) => [c.day, c.to_rung, c.reason]);
    compare(`changes in the standing of customer ${id}`, row?.changes, brief);
    compare(`rung changes of customer ${id}`, keptChanges.get(id) ?? [], changes);
    const words = (keptWords.get(id) ?? []).map(({ word }) => word).sort();
    const isNamed = customer?.name !== null || customer?.email !== null || words.length > 0;
    const computed = isNamed ? searchWords(customer?.name, customer?.email, customer?.external_id).sort() : [];
    compare(`search words of customer ${id}`, words, computed);
  }
}

function factsOf(world: World, standing: Standing): Record<string, unknown> {
  const { customerId: _, changes: __, revenue, ...facts } = standing;
  return sorted({ ...facts, revenue: sorted(revenue), worthMinor: plainWorth(world, revenue) });
}

/** At the newest rates; what has none is worth nothing. */
function plainWorth({ rates, currency: base }: World, revenue: Standing['revenue']): string {
  const parts = Object.entries(revenue).map(([currency, amount]) => {
    const rate = currency === base ? 1 : (rates.get(currency) ?? 0);
    // In this order, as the last bit of a product decides where it comes to a half.
    return amount * (rate * 10 ** (minorDigits(base) - minorDigits(currency)));
  });
  return String(Math.floor(parts.reduce((sum, part) => sum + part, 0) + 0.5));
}

function factsOfRow(row: KeptStanding): Record<string, unknown> {
  const { workspace_id: _, customer_id: __, changes: ___, has_pins: ____, ...columns } = row;
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    facts[name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())] = value;
  }
  // One source that is not known is kept as no source at all: a list of one empty text has no way to be written.
  for (const list of ['nps', 'csat', 'cli']) {
    const isOne = (facts[`${list}Days`] as number[]).length === 1;
    if (isOne && (facts[`${list}Sources`] as string[] | null)?.length === 0) facts[`${list}Sources`] = [''];
  }
  return sorted({ ...facts, revenue: sorted(facts.revenue as Record<string, unknown>) });
}

/** The kept counts against the sum of what each customer, order and answer adds to them. */
function compareCounts(world: World, kept: Kept, standings: readonly Standing[], compare: Compare): void {
  const sheet = countSheet();
  for (const standing of standings) {
    countStanding(standing, world.rules.activeWindowDays, 1, sheet);
    const lines: OrderLines = {};
    for (const order of world.orders.get(standing.customerId) ?? []) {
      if (order.status !== 'completed') continue;
      lines[order.currency] = [...(lines[order.currency] ?? []), order.day, order.amount, Number(isOrder(order))];
    }
    countOrderLines(lines, standing, 1, sheet);
  }
  for (const answer of world.answers.get(null) ?? [])
    countAnonymous({ ...answer, cliSum: cliSumOf(answer) }, sourceOf(answer), 1, sheet);
  for (const { campaign_id, variant, day, delivered, responded } of world.contacts) {
    for (const segment of ['', `${campaign_id}:${variant}`])
      addTally(sheet.tallies('campaign', segment), day, 1, Number(delivered), Number(responded));
  }
  compareRows('tallies', kept.tallies, sheet.tallyChanges(), compare);
  compareRows('counts of stays', kept.stays, sheet.stayChanges(), compare);
}

function compareRows(
  what: string,
  kept: readonly KeptCounts[],
  changes: readonly CountChange<Float64Array | Int32Array>[],
  compare: Compare,
): void {
  const keptByName = groupBy(kept, ({ name }) => name);
  const computed = groupBy(changes, ({ figure, segment }) => `${figure} ${segment}`);
  for (const name of new Set([...keptByName.keys(), ...computed.keys()])) {
    const days = (computed.get(name) ?? []).map(({ day, counts }) => [day, ...counts]);
    compare(
      `${what} of ${name}`,
      (keptByName.get(name) ?? []).map(({ day, counts }) => [day, ...counts]),
      days.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    );
  }
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
