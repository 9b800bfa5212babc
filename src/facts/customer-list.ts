import type { CustomerQuery, ListPlace } from '../loyalty/customer-query.ts';
import type { Money } from '../loyalty/facts/money.ts';
import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { CustomerName } from './customer.ts';

/** A customer of a list. */
export interface ListedCustomer extends CustomerName {
  readonly rung: Rung;
  readonly orders: number;
  /** Per currency, refunds taken off. */
  readonly value: readonly Money[];
  /** The same in the reporting currency, by which the list is ordered. */
  readonly worthMinor: number;
  readonly lastOrderDay: Day | null;
  /** The newest score. */
  readonly nps: number | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly source: string | null;
}

/** A page of a list of customers. */
export interface CustomerListFacts {
  readonly query: CustomerQuery;
  /** What the member is called who looks after these customers; null: not asked for, or not known. */
  readonly ownerName: string | null;
  /** How many there are; where it is not exact, there are at least so many. */
  readonly count: number;
  readonly isExact: boolean;
  /** How many customers there are in all. */
  readonly base: number;
  /** How many of the list were shown before. */
  readonly before: number;
  readonly customers: readonly ListedCustomer[];
  /** Where the next page begins; null: this was the last. */
  readonly next: ListPlace | null;
}
