import { foldText, type NewCustomer, searchWords } from '../../loyalty/facts/customer.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDay } from '../database/typed-values.ts';
import type { CustomerModel } from '../generated/models.ts';
import * as statements from './customers.sql.ts';

/** A customer as kept. */
export interface Customer extends Omit<NewCustomer, 'customer' | 'recommendedBy' | 'segments'> {
  readonly id: number;
  readonly externalId: string;
  readonly recommendedById: number | null;
  /** The member who looks after the customer: Slack's user id. */
  readonly ownerId: string | null;
}

/** Somebody whom only rows of a file name. */
export interface MissingCustomer {
  readonly externalId: string;
  /** In small letters. */
  readonly email: string | null;
}

export function customersStore(sql: Sql, workspaceId: number) {
  const findByExternalId = (externalIds: readonly string[]): Promise<Customer[]> =>
    sql.rows(statements.customersByExternalId, [workspaceId, textArray(externalIds)]);

  const noteWords = async (words: readonly { readonly id: number; readonly word: string }[]): Promise<void> => {
    const [typed, ids] = [textArray(words.map(({ word }) => word)), numberArray(words.map(({ id }) => id))];
    await sql.run(statements.addWords, [workspaceId, typed, ids]);
  };

  return {
    findByExternalId,

    /** The ids of those of the own numbers that are known. */
    async idsOf(externalIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await sql.rows(statements.idsOf, [workspaceId, textArray(externalIds)]);
      return new Map(rows.map((row) => [row.external_id, row.id]));
    },

    /** Whether any number is spelt otherwise than all are held against each other, as 00123 and k1 are. */
    haveOddNumbers: async (): Promise<boolean> => (await sql.rows(statements.anyOddlySpelt, [workspaceId])).length > 0,

    /** Those of the numbers that nobody has, each with the one of somebody that is spelt almost so; null: nobody. */
    async similarTo(numbers: readonly string[]): Promise<Map<string, string | null>> {
      if (numbers.length === 0) return new Map();
      const rows = await sql.rows(statements.similarTo, [workspaceId, textArray(numbers)]);
      return new Map(rows.map(({ number, known }) => [number, known]));
    },

    /** Who has each of these e-mail addresses, in small letters, as address or as own number. */
    async ofAddresses(emails: readonly string[]): Promise<Map<string, { id: number; externalId: string }[]>> {
      const holders = new Map<string, { id: number; externalId: string }[]>();
      if (emails.length === 0) return holders;
      for (const { email, ...holder } of await sql.rows(statements.ofAddresses, [workspaceId, textArray(emails)])) {
        holders.set(email, [...(holders.get(email) ?? []), holder]);
      }
      return holders;
    },

    /**
     * The turn of who is about to give a customer an address by hand, and looks first who has it: nobody else gives the same
     * one until the transaction ends. Customers of files may share one.
     */
    async holdAddress(email: string): Promise<void> {
      await sql.run(statements.holdAddress, [addressLock, `${workspaceId} ${email.toLowerCase()}`]);
    },

    /** Gives customers a number of their own who had none. */
    async giveNumbers(customers: readonly { readonly id: number; readonly externalId: string }[]): Promise<void> {
      if (customers.length === 0) return;
      const [ids, numbers] = [customers.map(({ id }) => id), customers.map(({ externalId }) => externalId)];
      await sql.run(statements.giveNumbers, [workspaceId, numberArray(ids), textArray(numbers)]);
      await noteWords(customers.flatMap(({ id, externalId }) => searchWords(externalId).map((word) => ({ id, word }))));
    },

    /**
     * Makes customers of whom no more is known than their own number, or an e-mail address. Those who are known stay as
     * they are.
     *
     * @returns the ids of those who were made
     */
    async makeMissing(customers: readonly MissingCustomer[], today: Day): Promise<Map<string, number>> {
      if (customers.length === 0) return new Map();
      const made = await sql.rows(statements.makeMissing, [
        workspaceId,
        textArray(customers.map(({ externalId }) => externalId)),
        today,
        textArray(customers.map(({ email }) => email ?? '')),
      ]);
      await noteWords(
        made.flatMap(({ id, external_id, email }) => searchWords(email, external_id).map((word) => ({ id, word }))),
      );
      return new Map(made.map((row) => [row.external_id, row.id]));
    },

    /** Takes customers away, and all that is known of them. */
    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await sql.run(statements.removeCustomers, [workspaceId, numberArray(ids)]);
    },

    find: (ids: readonly number[]): Promise<Customer[]> =>
      sql.prepared(statements.customersById, [workspaceId, numberArray(ids)]),

    /**
     * Customers all of whose typed words begin a word of their name, address or own number; a whole own number alone,
     * also in other capitals where it has a digit and so is nobody's name. Of very many the first by the first word, so
     * that a letter typed costs the same among any number of customers.
     */
    async search(typed: string, limit: number): Promise<Customer[]> {
      const whole = typed.trim();
      const [first, ...others] = searchWords(typed).slice(0, statements.searchCustomers.length);
      const exact = await findByExternalId([whole]);
      const search = statements.searchCustomers[others.length];
      if (exact.length > 0 || first === undefined || search === undefined) return exact;
      const found = await sql.rows(search, [workspaceId, limit, first, ...others, whole]);
      const same = found.filter(({ externalId }) => foldText(externalId) === foldText(whole));
      return same.length === 1 && /\d/.test(typed) ? same : found;
    },

    /** Writes what is known of customers who exist already, and the words by which they are found. */
    async update(customers: readonly Customer[]): Promise<void> {
      if (customers.length === 0) return;
      await sql.run(statements.updateCustomers, [workspaceId, JSON.stringify(customers)]);
      await sql.run(statements.removeWords, [workspaceId, numberArray(customers.map(({ id }) => id))]);
      await noteWords(customers.flatMap(wordsOf));
    },

    /** The words by which customers are found, as they are called now. */
    async noteWordsAnew(ids: readonly number[]): Promise<void> {
      for (let from = 0; from < ids.length; from += slice) {
        const some = numberArray(ids.slice(from, from + slice));
        const customers = await sql.prepared(statements.customersById, [workspaceId, some]);
        await sql.run(statements.removeWords, [workspaceId, some]);
        await noteWords(customers.flatMap(wordsOf));
      }
    },

    /** Those whom these customers recommended have no recommender any more. */
    async forgetRecommender(ids: readonly number[]): Promise<void> {
      await sql.run(statements.forgetRecommender, [workspaceId, numberArray(ids)]);
    },

    /** Customers held until the transaction ends, so that of two who change one neither undoes the other. */
    hold: async (ids: readonly number[]): Promise<Customer[]> =>
      ids.length === 0 ? [] : sql.rows(statements.holdCustomers, [workspaceId, numberArray(ids)]),

    /** Whether there is any. */
    exist: async (): Promise<boolean> => (await sql.rows(statements.anyCustomer, [workspaceId])).length > 0,

    /** The ids that come after one, ascending. */
    async idsAfter(id: number, limit: number): Promise<number[]> {
      const where = { workspaceId, id: { gt: id } };
      const rows = await sql.typed(({ customer }) =>
        customer.findMany({ where, orderBy: { id: 'asc' }, take: limit, select: { id: true } }),
      );
      return rows.map((row) => row.id);
    },

    /** Who recommended any of these customers. */
    async recommendersOf(ids: readonly number[]): Promise<number[]> {
      const rows = await sql.rows(statements.recommendersOf, [workspaceId, numberArray(ids)]);
      return rows.map(({ id }) => id);
    },

    /** The ids of all whom this customer recommended. */
    async recommendedByAll(id: number): Promise<number[]> {
      const where = { workspaceId, recommendedById: id };
      const rows = await sql.typed(({ customer }) => customer.findMany({ where, select: { id: true } }));
      return rows.map((row) => row.id);
    },

    /** Whom this customer recommended. */
    async recommendedBy(id: number, limit: number): Promise<Customer[]> {
      const where = { workspaceId, recommendedById: id };
      const rows = await sql.typed(({ customer }) => customer.findMany({ where, orderBy: { id: 'asc' }, take: limit }));
      return rows.map(toCustomer);
    },
  };
}

/** Any number, as long as nothing else of the app locks by it. */
const addressLock = 4704;

const slice = 2_000;

function wordsOf({ id, name, email, externalId }: Customer) {
  return searchWords(name, email, externalId).map((word) => ({ id, word }));
}

function toCustomer({ workspaceId: _, createdDay: _day, importId: _by, ...row }: CustomerModel): Customer {
  return {
    ...row,
    sinceDay: toDay(row.sinceDay),
    costMinor: row.costMinor === null ? null : Number(row.costMinor),
    rewardMinor: row.rewardMinor === null ? null : Number(row.rewardMinor),
  };
}
