import type { Day } from '../time/period.ts';

/** What is kept beside the facts, and follows from them. */
export const keptKinds = ['standings', 'rung-changes', 'search-words', 'tallies', 'stay-counts'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Something kept that is not what the facts give. */
export interface Difference {
  readonly kind: KeptKind;
  readonly of: DifferingCustomer | DifferingCount;
  /** Null: the row is missing. */
  readonly kept: string | null;
  /** What the facts give. Null: there should be no such row. */
  readonly counted: string | null;
}

export interface DifferingCustomer {
  /** The customer's own number in the company's systems. */
  readonly customer: string;
  /** What of the standing; null: all of the row. */
  readonly part: string | null;
  /** Of a change of rung. */
  readonly day: Day | null;
}

export interface DifferingCount {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
}

/** How many differences are told one by one. */
export const toldDifferences = 20;

/** What came of holding all that is kept against the facts. */
export interface Verification {
  readonly customers: number;
  /** Rows that there are or should be. */
  readonly compared: Readonly<Record<KeptKind, number>>;
  readonly differing: Readonly<Record<KeptKind, number>>;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

/** Takes note of what is compared. */
export interface Findings {
  compared(kind: KeptKind, rows: number): void;
  /** Notes a row that differs, in one or several parts. */
  differs(kind: KeptKind, parts: readonly Omit<Difference, 'kind'>[]): void;
  result(customers: number): Verification;
}

export function findings(): Findings {
  const compared = noneOfAny();
  const differing = noneOfAny();
  const differences: Difference[] = [];
  return {
    compared(kind, rows) {
      compared[kind] += rows;
    },
    differs(kind, parts) {
      differing[kind] += 1;
      for (const part of parts.slice(0, toldDifferences - differences.length)) differences.push({ kind, ...part });
    },
    result: (customers) => ({ customers, compared, differing, differences }),
  };
}

/** How many rows differ. */
export function differenceCount({ differing }: Verification): number {
  return keptKinds.reduce((sum, kind) => sum + differing[kind], 0);
}

function noneOfAny(): Record<KeptKind, number> {
  return { standings: 0, 'rung-changes': 0, 'search-words': 0, tallies: 0, 'stay-counts': 0 };
}
