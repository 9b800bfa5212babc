import type { Rung } from './ladder/rung-rules.ts';
import type { Day, Window } from './time/period.ts';

/** Both ends are in it; null: as far as there is any. */
export interface NumberRange {
  readonly least: number | null;
  readonly most: number | null;
}

/** Whom a campaign contacted. */
export interface ContactQuery {
  /** The campaign's name. */
  readonly name: string;
  /** In one variant of it; null: in any. */
  readonly variant: string | null;
  /** Only those who responded. */
  readonly responded: boolean;
}

/** Of which customers a list is: all that is asked for holds of each. Null: nothing is asked. */
export interface CustomerQuery {
  readonly rung: Rung | null;
  readonly country: string | null;
  readonly segment: string | null;
  readonly source: string | null;
  /** The member who looks after the customer; empty: nobody does. */
  readonly owner: string | null;
  /** Has ordered, and not for so long that it is no active customer any more. */
  readonly lapsed: boolean;
  /** All orders, refunds taken off, in minor units of the reporting currency. */
  readonly value: NumberRange | null;
  readonly orders: NumberRange | null;
  /** Days since the newest order. */
  readonly last: NumberRange | null;
  /** The newest score. */
  readonly nps: NumberRange | null;
  /** Days since the customer became known. */
  readonly knownFor: NumberRange | null;
  /** When the customer became known. */
  readonly known: Pick<Window, 'from' | 'to'> | null;
  /** No rule of a segment asks for it: see loyalty/segment-rule.ts. */
  readonly campaign: ContactQuery | null;
}

export const allCustomers: CustomerQuery = {
  rung: null,
  country: null,
  segment: null,
  source: null,
  owner: null,
  lapsed: false,
  value: null,
  orders: null,
  last: null,
  nps: null,
  knownFor: null,
  known: null,
  campaign: null,
};

/** A customer's place in a list: the greatest value comes first. */
export interface ListPlace {
  readonly worthMinor: number;
  readonly id: number;
}

/** What is known of a customer in a list. */
export interface ListedStanding extends ListPlace {
  readonly rung: Rung;
  readonly orders: number;
  /** Per currency, refunds taken off. */
  readonly revenue: Readonly<Record<string, number>>;
  readonly lastOrderDay: Day | null;
  readonly nps: number | null;
}

/** What two ranges have in common. */
export function inBoth(a: NumberRange | null, b: NumberRange): NumberRange {
  const larger = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : Math.max(x, y));
  const smaller = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : Math.min(x, y));
  return a === null ? b : { least: larger(a.least, b.least), most: smaller(a.most, b.most) };
}

/** Whether two ask for the same. */
export function isSameQuery(a: CustomerQuery, b: CustomerQuery): boolean {
  return isSame(a, b);
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].every((name) => isSame(left.get(name), right.get(name)));
}
