import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pin } from '../../loyalty/ladder/rung-rules.ts';
import type { OrderLines, StandingFacts } from '../../loyalty/ladder/standing.ts';
import { readNumbers } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import { readAnswers } from './answers-by-range.ts';
import * as statements from './facts-by-range.sql.ts';

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
  const rows = await sql.rows(statements.customerSlices, [workspaceId, sliceSize, firstSliceSize]);
  return { ends: rows.map(({ id }) => id), customers: rows.at(-1)?.place ?? 0 };
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

type Slice = Awaited<ReturnType<typeof readSlice>>;

async function readSlice(
  sql: Sql,
  range: readonly [workspaceId: number, after: number, last: number],
  reviewStars: number,
) {
  const [customers, tags, orders, answers, won, pins, changes, words] = await Promise.all([
    sql.rows(statements.customersInRange, range),
    sql.rows(statements.tagsInRange, range),
    sql.rows(statements.ordersInRange, range),
    sql.rows(statements.answersInRange, [...range, reviewStars]),
    sql.rows(statements.wonInRange, range),
    sql.rows(statements.pinsInRange, range),
    sql.rows(statements.changesInRange, range),
    sql.rows(statements.wordsInRange, range),
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

function toVerified(row: RowOf<typeof statements.customersInRange>, slice: Slice): VerifiedCustomer {
  const { id } = row;
  const orders = readOrders(slice.orders(id));
  const [answered] = slice.answers(id);
  const [wonFirst] = slice.won(id);
  const wonDay = wonFirst?.day ?? null;
  const reviewDay = answered?.review_day ?? null;
  const facts: StandingFacts = {
    customerId: id,
    knownDay: Math.min(row.known_day, orders.firstDay, answered?.first_day ?? row.known_day),
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
function readOrders(rows: readonly RowOf<typeof statements.ordersInRange>[]) {
  const lines: OrderLines = {};
  const revenue: Record<string, number> = {};
  const days: number[] = [];
  let count = 0;
  let firstDay = Number.POSITIVE_INFINITY;
  for (const { currency, first_day, days: dayText, amounts: amountText } of rows) {
    firstDay = Math.min(firstDay, first_day);
    // All of them were cancelled.
    if (dayText === null || amountText === null) continue;
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
  if (rows.length < 2) return { lines, revenue, days, count, firstDay };
  const ordered = days.sort((a, b) => a - b).filter((day, i) => day !== days[i - 1]);
  return { lines, revenue, days: ordered, count, firstDay };
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
