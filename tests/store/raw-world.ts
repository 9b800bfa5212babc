import type pg from 'pg';
import { defaultLadderRules, type LadderRules, type Pin } from '../../src/loyalty/ladder/rung-rules.ts';
import type { SegmentRule } from '../../src/loyalty/segment-rule.ts';
import type { Day } from '../../src/loyalty/time/period.ts';

/** What was entered and imported, as it stands in the tables: everything that is kept follows from it. */
interface ContactRow {
  readonly campaign_id: number;
  readonly variant: string;
  readonly day: Day;
  readonly delivered: boolean;
  readonly responded: boolean;
}

export interface World {
  readonly contacts: readonly ContactRow[];
  /** The newest rate of each currency that is not the reporting one; where there is one alone, it holds from the first day on. */
  readonly rates: ReadonlyMap<string, number>;
  /** There are several rates for a currency: amounts in it are not counted plainly. */
  readonly ratesChange: boolean;
  readonly rules: LadderRules;
  readonly currency: string;
  readonly customers: readonly CustomerRow[];
  /** By customer, in the order of days. */
  readonly orders: ReadonlyMap<number, readonly OrderRow[]>;
  /** By customer, anonymous ones under null; of one day the newest last. */
  readonly answers: ReadonlyMap<number | null, readonly AnswerRow[]>;
  readonly pins: ReadonlyMap<number, readonly Pin[]>;
  readonly recommended: ReadonlyMap<number, readonly CustomerRow[]>;
  readonly tags: ReadonlyMap<number, readonly string[]>;
  readonly segmentRules: readonly SegmentRule[];
  /** The day as of which segments by rule are kept. */
  readonly segmentsDay: Day;
}

export interface CustomerRow {
  readonly id: number;
  readonly external_id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly source: string | null;
  readonly relationship_years: number | null;
  readonly since_day: Day | null;
  readonly created_day: Day;
  readonly recommended_by_id: number | null;
}

export interface OrderRow {
  readonly customer_id: number;
  readonly day: Day;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
}

export interface AnswerRow {
  readonly id: number;
  readonly customer_id: number | null;
  readonly kind: string;
  readonly day: Day;
  readonly score: number | null;
  readonly recommend: number | null;
  readonly again: number | null;
  readonly other: number | null;
  readonly source: string | null;
  readonly public: boolean;
  readonly respondent_id: number | null;
}

export async function readWorld(pool: pg.Pool, workspaceId: number): Promise<World> {
  const rows = async <T>(text: string) => (await pool.query(text, [workspaceId])).rows as T[];
  const epoch = `DATE '1970-01-01'`;
  const [settings] = await rows<{ ladder_rules: Partial<LadderRules>; currency: string }>(
    'SELECT ladder_rules, currency FROM settings WHERE workspace_id = $1',
  );
  const customers = await rows<CustomerRow>(
    `SELECT id, external_id, name, email, country, source, relationship_years, since_day - ${epoch} AS since_day,
       created_day - ${epoch} AS created_day, recommended_by_id FROM customers WHERE workspace_id = $1 ORDER BY id`,
  );
  const orders = await rows<OrderRow>(
    `SELECT customer_id, day - ${epoch} AS day, amount_minor::float8 AS amount, currency, status FROM orders
     WHERE workspace_id = $1 ORDER BY day`,
  );
  const answers = await rows<AnswerRow>(
    `SELECT id, customer_id, kind, day - ${epoch} AS day, score, recommend, again, other, source, public, respondent_id
     FROM answers
     WHERE workspace_id = $1 ORDER BY day, at NULLS FIRST, recorded_at, id`,
  );
  const pins = await rows<Pin & { readonly customer: number }>(
    `SELECT customer_id AS customer, rung, from_day - ${epoch} AS "fromDay", until_day - ${epoch} AS "untilDay" FROM pins
     WHERE workspace_id = $1 ORDER BY id`,
  );
  const tags = await rows<{ customer_id: number; tag: string }>(
    'SELECT customer_id, tag FROM customer_tags WHERE workspace_id = $1 ORDER BY tag',
  );
  const segmentRules = await rows<SegmentRule>(
    'SELECT id, name, rule, currency FROM segment_rules WHERE workspace_id = $1 ORDER BY id',
  );
  const [kept] = await rows<{ day: Day | null }>(`SELECT segments_day - ${epoch} AS day FROM workspaces WHERE id = $1`);
  const contacts = await rows<ContactRow>(
    `SELECT campaign_id, variant, contacted_day - ${epoch} AS day, delivered, responded FROM campaign_contacts
     WHERE workspace_id = $1`,
  );
  const rates = await rows<{ currency: string; rate: number }>(
    `SELECT r.currency, r.rate::float8 AS rate FROM currency_rates r JOIN settings s USING (workspace_id)
     WHERE r.workspace_id = $1 AND r.base = s.currency ORDER BY r.day`,
  );
  return {
    contacts,
    rates: new Map(rates.map(({ currency, rate }) => [currency, rate])),
    ratesChange: new Set(rates.map(({ currency }) => currency)).size < rates.length,
    rules: { ...defaultLadderRules, ...settings?.ladder_rules },
    currency: settings?.currency ?? '',
    customers,
    orders: groupBy(orders, (order) => order.customer_id),
    answers: groupBy(answers, (answer) => answer.customer_id),
    pins: groupBy(pins, (pin) => pin.customer),
    recommended: groupBy(
      customers.filter((customer) => customer.recommended_by_id !== null),
      (customer) => customer.recommended_by_id ?? 0,
    ),
    segmentRules,
    segmentsDay: kept?.day ?? 0,
    tags: new Map([...groupBy(tags, (tag) => tag.customer_id)].map(([id, all]) => [id, all.map(({ tag }) => tag)])),
  };
}

/** A completed order; a negative amount is a refund and none. */
export function isOrder({ status, amount }: Pick<OrderRow, 'status' | 'amount'>): boolean {
  return status === 'completed' && amount >= 0;
}

/** The distinct days on which a customer ordered, ascending. */
export function orderDaysOf(world: World, customerId: number): Day[] {
  return [...new Set((world.orders.get(customerId) ?? []).filter(isOrder).map(({ day }) => day))];
}

/** The first day on which a customer whom this one recommended was won. */
export function wonDayOf(world: World, customerId: number): Day | null {
  const firsts = (world.recommended.get(customerId) ?? []).flatMap(({ id }) => orderDaysOf(world, id).slice(0, 1));
  return firsts.length === 0 ? null : Math.min(...firsts);
}

/** 0 to 15: each part counts 6 − answer; null where one is missing. */
export function cliSumOf({ recommend, again, other }: AnswerRow): number | null {
  return recommend === null || again === null || other === null ? null : 6 - recommend + (6 - again) + (6 - other);
}

export function groupBy<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
