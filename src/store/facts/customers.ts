import { foldText, type NewCustomer, searchWords } from '../../loyalty/facts/customer.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** A customer as kept. */
export interface Customer extends Omit<NewCustomer, 'customer' | 'recommendedBy' | 'segments'> {
  readonly id: number;
  readonly externalId: string;
  readonly recommendedById: number | null;
}

export function customersStore(sql: Sql, workspaceId: number) {
  const store = {
    /** The ids of those of the own numbers that are known. */
    async idsOf(externalIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await sql.rows<{ id: number; external_id: string }>(
        `SELECT id, external_id FROM customers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(externalIds)],
      );
      return new Map(rows.map((row) => [row.external_id, row.id]));
    },

    /**
     * Makes customers of whom no more is known than their own number. Those who are known stay as they are.
     *
     * @returns the ids of those who were made
     */
    async makeMissing(externalIds: readonly string[], today: Day): Promise<Map<string, number>> {
      if (externalIds.length === 0) return new Map();
      const made = await sql.rows<{ id: number; external_id: string }>(
        `WITH made AS (
           INSERT INTO customers (workspace_id, external_id, created_day)
           SELECT $1, external_id, ${epochDay} + $3::int FROM unnest(${textColumn(2)}) AS n(external_id) ORDER BY external_id
           ON CONFLICT (workspace_id, external_id) DO NOTHING RETURNING id, external_id
         ), placed AS (
           INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
           SELECT $1, id, $3, '{}', '{}', '{}' FROM made
         ) SELECT id, external_id FROM made`,
        [workspaceId, textArray(externalIds), today],
      );
      await addWords(made.flatMap(({ id, external_id }) => searchWords(external_id).map((word) => ({ id, word }))));
      return new Map(made.map((row) => [row.external_id, row.id]));
    },

    async findByExternalId(externalIds: readonly string[]): Promise<Customer[]> {
      const rows = await sql.rows<CustomerRow>(
        `SELECT ${customerColumns} FROM customers c WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(externalIds)],
      );
      return rows.map(toCustomer);
    },

    async find(ids: readonly number[]): Promise<Customer[]> {
      const rows = await sql.prepared<CustomerRow>(
        `SELECT ${customerColumns} FROM customers c WHERE workspace_id = $1 AND id = ANY($2::int[])`,
        [workspaceId, numberArray(ids)],
      );
      return rows.map(toCustomer);
    },

    /**
     * Customers all of whose typed words begin a word of their name, address or own number; a whole own number alone,
     * also in other capitals where it has a digit and so is nobody's name. Of very many the first by the first word, so
     * that a letter typed costs the same among any number of customers.
     */
    async search(typed: string, limit: number): Promise<Customer[]> {
      const words = searchWords(typed).slice(0, 6);
      const exact = await store.findByExternalId([typed.trim()]);
      if (exact.length > 0 || words.length === 0) return exact;
      const begins = (word: string, i: number) => `${word} >= $${i + 3} AND ${word} < $${i + 3} || U&'\\FFFD'`;
      const others = words.slice(1).map(
        (_, i) => `AND EXISTS (SELECT FROM customer_words o
          WHERE o.workspace_id = $1 AND o.customer_id = w.customer_id AND ${begins('o.word', i + 1)})`,
      );
      const rows = await sql.rows<CustomerRow>(
        `SELECT ${customerColumns} FROM customers c WHERE workspace_id = $1 AND c.id IN (
           SELECT w.customer_id FROM customer_words w WHERE w.workspace_id = $1 AND ${begins('w.word', 0)} ${others.join(' ')}
           ORDER BY w.word LIMIT ${mostMatches}
         ) ORDER BY lower(external_id) <> lower($${words.length + 3}), name NULLS LAST, external_id LIMIT $2`,
        [workspaceId, limit, ...words, typed.trim()],
      );
      const found = rows.map(toCustomer);
      const whole = found.filter(({ externalId }) => foldText(externalId) === foldText(typed.trim()));
      return whole.length === 1 && /\d/.test(typed) ? whole : found;
    },

    /** Writes what is known of customers who exist already, and the words by which they are found. */
    async update(customers: readonly Customer[]): Promise<void> {
      if (customers.length === 0) return;
      await sql.run(
        `UPDATE customers c
         SET name = n.name, email = n.email, language = n.language, country = n.country,
             since_day = ${epochDay} + n.since_day, cost_minor = n.cost_minor, cost_currency = n.cost_currency,
             recommended_by_id = n.recommended_by_id, source = n.source, relationship_years = n.relationship_years,
             reward_minor = n.reward_minor, reward_currency = n.reward_currency
         FROM jsonb_to_recordset($2::jsonb) AS n(id int, name text, email text, language text, country text, since_day int,
           cost_minor bigint, cost_currency text, recommended_by_id int, source text, relationship_years float8,
           reward_minor bigint, reward_currency text)
         WHERE c.workspace_id = $1 AND c.id = n.id`,
        [
          workspaceId,
          JSON.stringify(
            customers.map((c) => ({
              id: c.id,
              name: c.name,
              email: c.email,
              language: c.language,
              country: c.country,
              since_day: c.sinceDay,
              cost_minor: c.costMinor,
              cost_currency: c.costCurrency,
              recommended_by_id: c.recommendedById,
              source: c.source,
              relationship_years: c.relationshipYears,
              reward_minor: c.rewardMinor,
              reward_currency: c.rewardCurrency,
            })),
          ),
        ],
      );
      const words = customers.flatMap(({ id, name, email, externalId }) =>
        searchWords(name, email, externalId).map((word) => ({ id, word })),
      );
      await sql.run(`DELETE FROM customer_words WHERE workspace_id = $1 AND customer_id = ANY($2::int[])`, [
        workspaceId,
        numberArray(customers.map(({ id }) => id)),
      ]);
      await addWords(words);
    },

    /** Customers held until the transaction ends, so that of two who change one neither undoes the other. */
    async hold(ids: readonly number[]): Promise<Customer[]> {
      if (ids.length === 0) return [];
      const rows = await sql.rows<CustomerRow>(
        `SELECT ${customerColumns} FROM customers c WHERE workspace_id = $1 AND id = ANY($2::int[])
         ORDER BY id FOR NO KEY UPDATE`,
        [workspaceId, numberArray(ids)],
      );
      return rows.map(toCustomer);
    },

    /** Whether there is any. */
    async exist(): Promise<boolean> {
      return (await sql.rows(`SELECT 1 FROM customers WHERE workspace_id = $1 LIMIT 1`, [workspaceId])).length > 0;
    },

    /** The ids that come after one, ascending. */
    async idsAfter(id: number, limit: number): Promise<number[]> {
      const rows = await sql.rows<{ id: number }>(
        `SELECT id FROM customers WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
        [workspaceId, id, limit],
      );
      return rows.map((row) => row.id);
    },

    /** Who recommended any of these customers. */
    async recommendersOf(ids: readonly number[]): Promise<number[]> {
      const rows = await sql.rows<{ id: number }>(
        `SELECT DISTINCT recommended_by_id AS id FROM customers
         WHERE workspace_id = $1 AND id = ANY($2::int[]) AND recommended_by_id IS NOT NULL`,
        [workspaceId, numberArray(ids)],
      );
      return rows.map(({ id }) => id);
    },

    /** Whom this customer recommended. */
    async recommendedBy(id: number, limit: number): Promise<Customer[]> {
      const rows = await sql.rows<CustomerRow>(
        `SELECT ${customerColumns} FROM customers c WHERE workspace_id = $1 AND recommended_by_id = $2 ORDER BY id LIMIT $3`,
        [workspaceId, id, limit],
      );
      return rows.map(toCustomer);
    },
  };
  return store;

  async function addWords(words: readonly { readonly id: number; readonly word: string }[]): Promise<void> {
    await sql.run(
      `INSERT INTO customer_words (workspace_id, word, customer_id)
       SELECT $1, word, customer_id FROM unnest(${textColumn(2)}, $3::int[]) AS n(word, customer_id)
       ON CONFLICT DO NOTHING`,
      [workspaceId, textArray(words.map(({ word }) => word)), numberArray(words.map(({ id }) => id))],
    );
  }
}

/** Enough to find out of many words alike those that come first by name. */
const mostMatches = 200;

const customerColumns = `c.id, c.external_id, c.name, c.email, c.language, c.country, c.since_day - ${epochDay} AS since_day,
  c.cost_minor, c.cost_currency, c.recommended_by_id, c.source, c.relationship_years, c.reward_minor, c.reward_currency`;

interface CustomerRow {
  readonly id: number;
  readonly external_id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly since_day: number | null;
  readonly cost_minor: string | null;
  readonly cost_currency: string | null;
  readonly recommended_by_id: number | null;
  readonly source: string | null;
  readonly relationship_years: number | null;
  readonly reward_minor: string | null;
  readonly reward_currency: string | null;
}

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    language: row.language,
    country: row.country,
    sinceDay: row.since_day,
    costMinor: row.cost_minor === null ? null : Number(row.cost_minor),
    costCurrency: row.cost_currency,
    recommendedById: row.recommended_by_id,
    source: row.source,
    relationshipYears: row.relationship_years,
    rewardMinor: row.reward_minor === null ? null : Number(row.reward_minor),
    rewardCurrency: row.reward_currency,
  };
}
