import type pg from 'pg';
import { type NewCustomer, searchWords } from '../../src/loyalty/customer.ts';
import { defaultLadderRules, type LadderRules, type Pin, placementAsOf, type Rung } from '../../src/loyalty/ladder.ts';
import type { Day } from '../../src/loyalty/period.ts';
import {
  keptWindows,
  type Standing,
  tallyNpsVote,
  tallySheet,
  tallyStanding,
  toStanding,
} from '../../src/loyalty/standing.ts';

/**
 * Recomputes from customers, orders, answers and pins everything that is kept beside them, and compares.
 *
 * Standings, changes of rung and kept counts are worked out anew by the rules for every customer; the kept counts are
 * then held against a plain count, by other means, as of every `stride`-th day.
 *
 * @returns what differs, in words; empty: everything is as it should be
 */
export async function inconsistencies(pool: pg.Pool, workspaceId: number, stride = 1): Promise<string[]> {
  const world = await readWorld(pool, workspaceId);
  const found: string[] = [];
  const compare = (what: string, kept: unknown, computed: unknown) => {
    const [a, b] = [JSON.stringify(kept), JSON.stringify(computed)];
    if (a !== b && found.length < 20) found.push(`${what}: kept ${a}, computed ${b}`);
  };
  const standings = world.customers.map((customer) => standingOf(world, customer));
  compareStandings(world, standings, compare);
  compareTallies(world, standings, compare);
  for (const asOf of daysToCount(world, stride)) compareAsOf(world, standings, asOf, compare);
  return found;
}

type Compare = (what: string, kept: unknown, computed: unknown) => void;

interface CustomerRow {
  readonly id: number;
  readonly external_id: string;
  readonly name: NewCustomer['name'];
  readonly email: NewCustomer['email'];
  readonly since_day: Day | null;
  readonly created_day: Day;
  readonly recommended_by_id: number | null;
}

interface OrderRow {
  readonly customer_id: number;
  readonly day: Day;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
}

interface AnswerRow {
  readonly customer_id: number | null;
  readonly kind: string;
  readonly day: Day;
  readonly score: number | null;
  readonly public: boolean;
}

interface ContactRow {
  readonly campaign_id: number;
  readonly variant: string;
  readonly day: Day;
  readonly delivered: boolean;
  readonly responded: boolean;
}

interface World {
  readonly rules: LadderRules;
  readonly customers: readonly CustomerRow[];
  readonly orders: ReadonlyMap<number, readonly OrderRow[]>;
  /** By customer, anonymous ones under null; of one day the newest last. */
  readonly answers: ReadonlyMap<number | null, readonly AnswerRow[]>;
  readonly pins: ReadonlyMap<number, readonly Pin[]>;
  readonly recommended: ReadonlyMap<number, readonly CustomerRow[]>;
  readonly contacts: readonly ContactRow[];
  readonly kept: Kept;
}

interface Kept {
  readonly standings: ReadonlyMap<number, Record<string, unknown>>;
  readonly changes: ReadonlyMap<number, readonly unknown[]>;
  readonly words: ReadonlyMap<number, readonly string[]>;
  /** "figure segment" -> days in order with what they add. */
  readonly tallies: ReadonlyMap<string, readonly { readonly day: Day; readonly counts: readonly number[] }[]>;
}

async function readWorld(pool: pg.Pool, workspaceId: number): Promise<World> {
  const rows = async <T>(text: string) => (await pool.query(text, [workspaceId])).rows as T[];
  const epoch = `DATE '1970-01-01'`;
  const [settings] = await rows<{ ladder_rules: Partial<LadderRules> }>(
    'SELECT ladder_rules FROM settings WHERE workspace_id = $1',
  );
  const customers = await rows<CustomerRow>(
    `SELECT id, external_id, name, email, since_day - ${epoch} AS since_day, created_day - ${epoch} AS created_day,
       recommended_by_id FROM customers WHERE workspace_id = $1 ORDER BY id`,
  );
  const orders = await rows<OrderRow>(
    `SELECT customer_id, day - ${epoch} AS day, amount_minor::float8 AS amount, currency, status FROM orders WHERE workspace_id = $1`,
  );
  const answers = await rows<AnswerRow>(
    `SELECT customer_id, kind, day - ${epoch} AS day, score, public FROM answers WHERE workspace_id = $1
     ORDER BY day, at NULLS FIRST, recorded_at, id`,
  );
  const pins = await rows<Pin & { readonly customer: number }>(
    `SELECT customer_id AS customer, rung, from_day - ${epoch} AS "fromDay", until_day - ${epoch} AS "untilDay" FROM pins
     WHERE workspace_id = $1 ORDER BY id`,
  );
  return {
    rules: { ...defaultLadderRules, ...settings?.ladder_rules },
    customers,
    orders: groupBy(orders, (order) => order.customer_id),
    answers: groupBy(answers, (answer) => answer.customer_id),
    pins: groupBy(pins, (pin) => pin.customer),
    recommended: groupBy(
      customers.filter((customer) => customer.recommended_by_id !== null),
      (customer) => customer.recommended_by_id ?? 0,
    ),
    contacts: await rows<ContactRow>(
      `SELECT campaign_id, variant, contacted_day - ${epoch} AS day, delivered, responded FROM campaign_contacts
       WHERE workspace_id = $1`,
    ),
    kept: await readKept(rows),
  };
}

async function readKept(rows: <T>(text: string) => Promise<T[]>): Promise<Kept> {
  const standings = await rows<{ customer_id: number }>('SELECT * FROM customer_standings WHERE workspace_id = $1');
  const changes = await rows<{ customer_id: number }>(
    `SELECT customer_id, day - DATE '1970-01-01' AS day, from_rung, to_rung, reason FROM rung_changes
     WHERE workspace_id = $1 ORDER BY day`,
  );
  const words = await rows<{ customer_id: number; word: string }>(
    'SELECT customer_id, word FROM customer_words WHERE workspace_id = $1',
  );
  const tallies = await rows<{ name: string; day: Day; counts: number[] }>(
    `SELECT figure || ' ' || segment AS name, day - DATE '1970-01-01' AS day,
       ARRAY[sum(first), sum(second), sum(third)]::float8[] AS counts
     FROM tallies WHERE workspace_id = $1 GROUP BY 1, 2 HAVING sum(first) <> 0 OR sum(second) <> 0 OR sum(third) <> 0 ORDER BY 1, 2`,
  );
  return {
    standings: new Map(standings.map((row) => [row.customer_id, row])),
    changes: groupBy(changes, (row) => row.customer_id),
    words: new Map([...groupBy(words, (row) => row.customer_id)].map(([id, all]) => [id, all.map(({ word }) => word)])),
    tallies: groupBy(tallies, (row) => row.name),
  };
}

function standingOf(world: World, customer: CustomerRow): Standing {
  const orders = world.orders.get(customer.id) ?? [];
  const answers = world.answers.get(customer.id) ?? [];
  const orderDays = orderDaysOf(world, customer.id);
  const votes = new Map(answers.flatMap(({ kind, day, score }) => (kind === 'nps' ? [[day, score ?? 0]] : [])));
  const praise = answers.filter(
    (one) => one.kind === 'review' && one.public && (one.score ?? 0) >= world.rules.reviewStars,
  );
  const won = (world.recommended.get(customer.id) ?? []).flatMap(({ id }) => orderDaysOf(world, id).slice(0, 1));
  const revenue: Record<string, number> = {};
  for (const { status, currency, amount } of orders)
    if (status === 'completed') revenue[currency] = (revenue[currency] ?? 0) + amount;
  const facts = {
    customerId: customer.id,
    knownDay: Math.min(
      customer.since_day ?? Infinity,
      customer.created_day,
      ...orderDays,
      ...answers.map(({ day }) => day),
    ),
    orderDays,
    orderCount: orders.filter(isOrder).length,
    revenue,
    npsDays: [...votes.keys()],
    npsScores: [...votes.values()],
    advocateDay: [...praise.map(({ day }) => day), ...won].sort((a, b) => a - b)[0] ?? null,
  };
  return toStanding(facts, world.pins.get(customer.id) ?? [], world.rules);
}

const isOrder = ({ status, amount }: OrderRow) => status === 'completed' && amount >= 0;

function orderDaysOf(world: World, customerId: number): Day[] {
  const days = (world.orders.get(customerId) ?? []).filter(isOrder).map(({ day }) => day);
  return [...new Set(days)].sort((a, b) => a - b);
}

function compareStandings(world: World, standings: readonly Standing[], compare: Compare): void {
  const { kept } = world;
  compare('customers with a standing', [...kept.standings.keys()].sort(), standings.map((s) => s.customerId).sort());
  for (const [i, standing] of standings.entries()) {
    const customer = world.customers[i];
    const id = standing.customerId;
    const row = kept.standings.get(id);
    const changes = standing.changes.map(({ day, from, rung, reason }) => ({
      customer_id: id,
      day,
      from_rung: from,
      to_rung: rung,
      reason,
    }));
    compare(`facts of customer ${id}`, row && factsOfRow(row), [
      standing.knownDay,
      standing.orderDays,
      standing.orderCount,
      Object.entries(standing.revenue).sort(),
      standing.npsDays,
      standing.npsScores,
      standing.advocateDay,
    ]);
    compare(`pin mark of customer ${id}`, row?.has_pins, (world.pins.get(id) ?? []).length > 0);
    compare(
      `changes in the standing of customer ${id}`,
      row?.changes,
      changes.map((c) => [c.day, c.to_rung, c.reason]),
    );
    compare(`rung changes of customer ${id}`, kept.changes.get(id) ?? [], changes);
    const isNamed = customer?.name !== null || customer?.email !== null || kept.words.has(id);
    const words = isNamed ? searchWords(customer?.name, customer?.email, customer?.external_id) : [];
    compare(`search words of customer ${id}`, [...(kept.words.get(id) ?? [])].sort(), words.sort());
  }
}

function factsOfRow(row: Record<string, unknown>): unknown[] {
  const { known_day, order_days, order_count, revenue, nps_days, nps_scores, advocate_day } = row;
  return [known_day, order_days, order_count, Object.entries(revenue ?? {}).sort(), nps_days, nps_scores, advocate_day];
}

/** The kept counts against the sum of what each customer, order and answer adds to them. */
function compareTallies(world: World, standings: readonly Standing[], compare: Compare): void {
  const sheet = tallySheet();
  for (const standing of standings) tallyStanding(standing, 1, sheet.add);
  for (const { day, amount, currency, status } of [...world.orders.values()].flat()) {
    const counted = isOrder({ status, amount } as OrderRow) ? 1 : 0;
    sheet.add('orders', currency, day, counted, status === 'completed' ? amount : 0, 0);
  }
  for (const { customer_id, kind, day, score } of [...world.answers.values()].flat()) {
    if (score === null) continue;
    if (kind === 'csat') sheet.add('csat', '', day, score >= 4 ? 1 : 0, score >= 4 ? 0 : 1, score);
    if (kind === 'nps' && customer_id === null) tallyNpsVote(day, null, score, 'anonymous', 1, sheet.add);
  }
  for (const { campaign_id, variant, day, delivered, responded } of world.contacts) {
    for (const segment of ['', `${campaign_id}:${variant}`]) {
      sheet.add('campaign', segment, day, 1, delivered ? 1 : 0, responded ? 1 : 0);
    }
  }
  const blocks = tallySheet();
  for (const { figure, segment, day, first, second, third } of sheet.changes())
    blocks.add(`${figure}/32`, segment, Math.floor(day / 32) * 32, first, second, third);
  const computed = groupBy([...sheet.changes(), ...blocks.changes()], ({ figure, segment }) => `${figure} ${segment}`);
  for (const name of new Set([...world.kept.tallies.keys(), ...computed.keys()])) {
    const kept = (world.kept.tallies.get(name) ?? []).map(({ day, counts }) => [day, ...counts]);
    const days = (computed.get(name) ?? []).map(({ day, first, second, third }) => [day, first, second, third]);
    compare(
      `kept counts of ${name}`,
      kept,
      days.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    );
  }
}

/** The sums that answers are read from, against a count of customers one by one. */
function compareAsOf(world: World, standings: readonly Standing[], asOf: Day, compare: Compare): void {
  const rungs: Record<string, number> = {};
  for (const standing of standings) {
    const pins = world.pins.get(standing.customerId) ?? [];
    const rung = placementAsOf({ ...standing, pins }, asOf, world.rules)?.rung;
    if (rung) rungs[rung] = (rungs[rung] ?? 0) + 1;
  }
  compare(`ladder as of ${asOf}`, keptLadder(world.kept, asOf), sorted(rungs));
  for (const window of keptWindows) {
    const from = asOf - window;
    compare(
      `repeat:${window} as of ${asOf}`,
      keptSum(world.kept, `repeat:${window} `, asOf),
      countRepeat(standings, from, asOf),
    );
    compare(`nps:${window} as of ${asOf}`, keptNps(world.kept, window, asOf), countNps(world, standings, from, asOf));
  }
}

function countRepeat(standings: readonly Standing[], from: Day, to: Day): number[] {
  let [ordered, repeated] = [0, 0];
  for (const { orderDays } of standings) {
    const inWindow = orderDays.filter((day) => day >= from && day < to);
    if (inWindow.length > 0) ordered += 1;
    if (inWindow.some((day) => day > (orderDays[0] ?? Infinity))) repeated += 1;
  }
  return [ordered, repeated, 0];
}

/** Promoters, passives, detractors: in all, and by the rung on which a customer stood when the day of the vote began. */
function countNps(world: World, standings: readonly Standing[], from: Day, to: Day): Record<string, number[]> {
  const segments: Record<string, number[]> = {};
  const vote = (segment: string, score: number) => {
    for (const name of ['', segment]) {
      segments[name] ??= [0, 0, 0];
      const place = score >= 9 ? 0 : score <= 6 ? 2 : 1;
      segments[name][place] = (segments[name][place] ?? 0) + 1;
    }
  };
  for (const standing of standings) {
    const i = standing.npsDays.findLastIndex((day) => day >= from && day < to);
    const day = standing.npsDays[i];
    if (day === undefined) continue;
    const pins = world.pins.get(standing.customerId) ?? [];
    vote(placementAsOf({ ...standing, pins }, day, world.rules)?.rung ?? 'prospect', standing.npsScores[i] ?? 0);
  }
  for (const { kind, day, score } of world.answers.get(null) ?? [])
    if (kind === 'nps' && day >= from && day < to) vote('anonymous', score ?? 0);
  return sorted(segments);
}

function keptNps(kept: Kept, window: number, asOf: Day): Record<string, number[]> {
  const segments: Record<string, number[]> = {};
  for (const segment of ['', 'anonymous', 'prospect', 'customer', 'repeat', 'ambassador', 'partner']) {
    const counts = keptSum(kept, `nps:${window} ${segment}`, asOf);
    if (counts.some((count) => count !== 0)) segments[segment] = counts;
  }
  return sorted(segments);
}

function keptLadder(kept: Kept, asOf: Day): Record<string, number> {
  const rungs: Record<string, number> = {};
  const add = (rung: string, count: number) => {
    rungs[rung] = (rungs[rung] ?? 0) + count;
  };
  for (const name of kept.tallies.keys()) {
    const [, from, to] = /^ladder (.*)>(.*)$/.exec(name) ?? [];
    if (to === undefined) continue;
    const [count = 0] = keptSum(kept, name, asOf);
    add(to as Rung, count);
    if (from) add(from, -count);
  }
  return sorted(Object.fromEntries(Object.entries(rungs).filter(([, count]) => count !== 0)));
}

function keptSum(kept: Kept, name: string, asOf: Day): number[] {
  const sum = [0, 0, 0];
  for (const { day, counts } of kept.tallies.get(name) ?? [])
    if (day < asOf) for (const i of [0, 1, 2]) sum[i] = (sum[i] ?? 0) + (counts[i] ?? 0);
  return sum;
}

/** From the day before anything was known until everything has lapsed. */
function daysToCount({ customers, orders, answers, pins }: World, stride: number): Day[] {
  const days = [
    ...customers.map(({ created_day, since_day }) => since_day ?? created_day),
    ...[...orders.values(), ...answers.values()].flat().map(({ day }) => day),
    ...[...pins.values()].flat().map(({ fromDay }) => fromDay),
  ].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  return Array.from({ length: Math.ceil((last - first + 368) / stride) }, (_, i) => first + i * stride);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function groupBy<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
