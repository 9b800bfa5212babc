import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pin } from '../../loyalty/ladder/ladder.ts';
import type { OrderLines, StandingFacts } from '../../loyalty/ladder/standing.ts';
import { readNumbers } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { type AnswersRow, answersQuery, readAnswers } from './answers-by-range.ts';
import { keptRungChangeText, keptStandingText } from './standing-text.ts';

/** A customer's facts, read from the raw rows, and what is kept of them. */
export interface VerifiedCustomer {
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly facts: StandingFacts;
  readonly lines: OrderLines;
  readonly pins: readonly Pin[];
  /** As `standingText` tells it; null: there is no row. */
  readonly keptStanding: string | null;
  readonly keptHasPins: boolean;
  /** As `rungChangesText` tells them. */
  readonly keptChanges: string;
  /** The words by which the customer is found, in order. */
  readonly keptWords: readonly string[];
}

/** Customers that are read at once: enough that each page of a large table is met few times. */
const sliceSize = 20_000;
/** Of the first slice, which is waited for. */
const firstSliceSize = 2_000;
/** Customers that are worked out at once, while nothing else of the process gets a turn. */
const pieceSize = 250;

/** The last id of each slice of customers, in order, and how many customers there are. */
export async function slicesOfCustomers(
  sql: Sql,
  workspaceId: number,
): Promise<{ ends: readonly number[]; customers: number }> {
  const rows = await sql.rows<{ id: number; place: string }>(
    `SELECT id, place FROM (
       SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS customers FROM customers WHERE workspace_id = $1
     ) AS placed WHERE place % $2 = 0 OR place IN ($3, customers) ORDER BY id`,
    [workspaceId, sliceSize, firstSliceSize],
  );
  return { ends: rows.map(({ id }) => id), customers: Number(rows.at(-1)?.place ?? 0) };
}

/**
 * All customers in the order of their ids, a few at a time. While a slice is worked out, the database already reads the next.
 *
 * @param ends of `slicesOfCustomers`
 */
export async function* readByRange(
  sql: Sql,
  workspaceId: number,
  ends: readonly number[],
  reviewStars: number,
): AsyncGenerator<readonly VerifiedCustomer[], void, undefined> {
  const ask = (i: number) => {
    const last = ends[i];
    if (last === undefined) return null;
    const asked = readSlice(sql, [workspaceId, ends[i - 1] ?? 0, last], reviewStars);
    // That it failed is found out where it is awaited.
    asked.catch(() => undefined);
    return asked;
  };
  let asked = ask(0);
  for (let i = 0; asked !== null; i += 1) {
    const slice = await asked;
    asked = ask(i + 1);
    for (let at = 0; at < slice.customers.length; at += pieceSize) {
      yield slice.customers.slice(at, at + pieceSize).map((row) => toVerified(row, slice));
      await nextTurn();
    }
  }
}

interface Slice {
  readonly customers: readonly CustomerRow[];
  readonly tags: (id: number) => readonly TagRow[];
  readonly orders: (id: number) => readonly OrdersRow[];
  readonly answers: (id: number) => readonly AnswersRow[];
  readonly won: (id: number) => readonly WonRow[];
  readonly pins: (id: number) => readonly PinRow[];
  readonly changes: (id: number) => readonly ChangesRow[];
  readonly words: (id: number) => readonly WordsRow[];
}

async function readSlice(sql: Sql, range: readonly number[], reviewStars: number): Promise<Slice> {
  const [customers, tags, orders, answers, won, pins, changes, words] = await Promise.all([
    sql.rows<CustomerRow>(customersQuery, range),
    sql.rows<TagRow>(tagsQuery, range),
    sql.rows<OrdersRow>(ordersQuery, range),
    sql.rows<AnswersRow>(answersQuery, [...range, reviewStars]),
    sql.rows<WonRow>(wonQuery, range),
    sql.rows<PinRow>(pinsQuery, range),
    sql.rows<ChangesRow>(changesQuery, range),
    sql.rows<WordsRow>(wordsQuery, range),
  ]);
  return {
    customers,
    tags: inTurn(tags),
    orders: inTurn(orders),
    answers: inTurn(answers),
    won: inTurn(won),
    pins: inTurn(pins),
    changes: inTurn(changes),
    words: inTurn(words),
  };
}

function toVerified(row: CustomerRow, slice: Slice): VerifiedCustomer {
  const { id } = row;
  const orders = readOrders(slice.orders(id));
  const [answered] = slice.answers(id);
  const [wonFirst] = slice.won(id);
  const wonDay = wonFirst?.day ?? null;
  const reviewDay = answered?.review_day ?? null;
  const facts: StandingFacts = {
    customerId: id,
    knownDay: Math.min(row.known_day, orders.days[0] ?? row.known_day, answered?.first_day ?? row.known_day),
    orderDays: orders.days,
    orderCount: orders.count,
    revenue: orders.revenue,
    ...readAnswers(answered),
    country: row.country,
    source: row.source,
    tags: slice.tags(id).map(({ tag }) => tag),
    relationshipYears: row.relationship_years,
    wonDay,
    advocateDay: wonDay === null || reviewDay === null ? (wonDay ?? reviewDay) : Math.min(wonDay, reviewDay),
  };
  return {
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    facts,
    lines: orders.lines,
    pins: slice.pins(id).map(({ rung, from_day, until_day }) => ({ rung, fromDay: from_day, untilDay: until_day })),
    keptStanding: row.kept,
    keptHasPins: row.has_pins ?? false,
    keptChanges: slice.changes(id)[0]?.changes ?? '',
    keptWords: slice.words(id)[0]?.words.split(' ') ?? [],
  };
}

/** The order days, the amounts and what follows from both, of a customer's orders per currency. */
function readOrders(rows: readonly OrdersRow[]) {
  const lines: OrderLines = {};
  const revenue: Record<string, number> = {};
  const days: number[] = [];
  let count = 0;
  for (const { currency, days: dayText, amounts: amountText } of rows) {
    const orderDays = readNumbers(dayText);
    const amounts = readNumbers(amountText);
    const line: number[] = [];
    let total = 0;
    for (let i = 0; i < orderDays.length; i += 1) {
      const day = orderDays[i] ?? 0;
      const amount = amounts[i] ?? 0;
      total += amount;
      line.push(day, amount, amount >= 0 ? 1 : 0);
      if (amount < 0) continue;
      count += 1;
      if (days.at(-1) !== day) days.push(day);
    }
    lines[currency] = line;
    revenue[currency] = total;
  }
  // Within a currency they come in order.
  if (rows.length < 2) return { lines, revenue, days, count };
  const ordered = days.sort((a, b) => a - b).filter((day, i) => day !== days[i - 1]);
  return { lines, revenue, days: ordered, count };
}

/** Gives a customer's rows. It is asked for customers in the order of the rows. */
function inTurn<Row extends { readonly customer_id: number }>(rows: readonly Row[]): (id: number) => readonly Row[] {
  let at = 0;
  return (id) => {
    while ((rows[at]?.customer_id ?? Number.POSITIVE_INFINITY) < id) at += 1;
    if (rows[at]?.customer_id !== id) return none;
    const from = at;
    while (rows[at]?.customer_id === id) at += 1;
    return rows.slice(from, at);
  };
}

const none: readonly never[] = [];

/** The customers of a slice. */
const inRange = (id: string) => `workspace_id = $1 AND ${id} > $2 AND ${id} <= $3`;

interface CustomerRow {
  readonly id: number;
  readonly external_id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly known_day: number;
  readonly country: string | null;
  readonly source: string | null;
  readonly relationship_years: number | null;
  readonly has_pins: boolean | null;
  readonly kept: string | null;
}
const customersQuery = `
  SELECT c.id, c.external_id, c.name, c.email, least(c.since_day, c.created_day) - ${epochDay} AS known_day, c.country, c.source,
    c.relationship_years, s.has_pins, CASE WHEN s.customer_id IS NOT NULL THEN ${keptStandingText} END AS kept
  FROM customers c LEFT JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id
  WHERE c.workspace_id = $1 AND c.id > $2 AND c.id <= $3 ORDER BY c.id`;

interface TagRow {
  readonly customer_id: number;
  readonly tag: string;
}
const tagsQuery = `SELECT customer_id, tag FROM customer_tags WHERE ${inRange('customer_id')} ORDER BY customer_id, tag`;

interface OrdersRow {
  readonly customer_id: number;
  readonly currency: string;
  readonly days: string;
  readonly amounts: string;
}
// Texts, as the driver takes arrays apart slowly.
const ordersQuery = `
  SELECT customer_id, currency, string_agg(day::text, ',') AS days, string_agg(amount_minor::text, ',') AS amounts FROM (
    SELECT customer_id, currency COLLATE "C" AS currency, day - ${epochDay} AS day, amount_minor FROM orders
    WHERE ${inRange('customer_id')} AND status = 'completed' ORDER BY 1, 2, 3
  ) AS ordered GROUP BY 1, 2 ORDER BY 1, 2`;

interface WonRow {
  readonly customer_id: number;
  readonly day: number | null;
}
const wonQuery = `
  SELECT p.recommended_by_id AS customer_id, min(o.day) - ${epochDay} AS day
  FROM customers p, LATERAL (
    SELECT day FROM orders o WHERE o.workspace_id = p.workspace_id AND o.customer_id = p.id AND status = 'completed' AND amount_minor >= 0
    ORDER BY day LIMIT 1
  ) AS o WHERE p.workspace_id = $1 AND p.recommended_by_id > $2 AND p.recommended_by_id <= $3 GROUP BY 1 ORDER BY 1`;

interface PinRow {
  readonly customer_id: number;
  readonly rung: Pin['rung'];
  readonly from_day: number;
  readonly until_day: number | null;
}
const pinsQuery = `
  SELECT customer_id, rung, from_day - ${epochDay} AS from_day, until_day - ${epochDay} AS until_day
  FROM pins WHERE ${inRange('customer_id')} ORDER BY customer_id, id`;

interface ChangesRow {
  readonly customer_id: number;
  readonly changes: string;
}
const changesQuery = `
  SELECT customer_id, string_agg(${keptRungChangeText}, ',') AS changes FROM (
    SELECT * FROM rung_changes WHERE ${inRange('customer_id')} ORDER BY customer_id, day
  ) AS ordered GROUP BY 1 ORDER BY 1`;

interface WordsRow {
  readonly customer_id: number;
  readonly words: string;
}
const wordsQuery = `
  SELECT customer_id, string_agg(word, ' ') AS words FROM customer_words
  WHERE ${inRange('customer_id')} GROUP BY 1 ORDER BY 1`;
