import type { Dimension, Part } from '../../loyalty/figures/figure.ts';
import type { Window } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import { lostCustomers, newestOrders, votesInAnswers, votesOfCustomers, type Whose } from './counted.sql.ts';

/**
 * Which customers or answers: all, those of a part, or every part of a dimension by itself; `within` further parts, all of which
 * must hold too.
 */
export type Which = ({ readonly part: Part | null } | { readonly by: Dimension }) & {
  readonly within?: readonly Part[] | undefined;
};

/**
 * Figures over windows for which there are no kept counts: counted customer by customer, from the days that their standings
 * hold. Of a small segment only its customers are looked at.
 */
type Counted = Map<string, readonly number[]>;

/** Votes by kind: promoters, passives, detractors. Each customer's newest in the window; each anonymous one. */
export async function countVotes(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
): Promise<Counted[]> {
  const whose = whoseOf(which);
  if (whose in votesOfCustomers) {
    const statement = votesOfCustomers[whose as keyof typeof votesOfCustomers];
    return toCounted(windows, await sql.rows(statement, [workspaceId, ...endsOf(windows), ...ofPart(which)]));
  }
  const statement = votesInAnswers[whose as keyof typeof votesInAnswers];
  const counted = await Promise.all(
    windows.map(async (window) =>
      toCounted([window], await sql.rows(statement, [workspaceId, window.from, window.to, ...ofPart(which)])),
    ),
  );
  return counted.flat();
}

/** Customers by their newest order in the window: their first ever, or a later one. */
export async function countOrders(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
): Promise<Counted[]> {
  const asked = [workspaceId, ...endsOf(windows), ...ofPart(which)] as const;
  return toCounted(windows, await sql.rows(newestOrders[whoseOf(which)], asked));
}

/** Customers who were active when the window began and no longer are when it ends. */
export async function countLost(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
  activeDays: number,
): Promise<Counted[]> {
  const asked = [workspaceId, ...endsOf(windows), Math.trunc(activeDays), ...ofPart(which)] as const;
  return toCounted(windows, await sql.rows(lostCustomers[whoseOf(which)], asked));
}

function whoseOf(which: Which): Whose {
  if ('by' in which) return `by ${which.by}`;
  return which.part ? `of ${which.part.dimension}` : 'all';
}

function ofPart(which: Which): string[] {
  return 'part' in which && which.part ? [which.part.value] : [];
}

function endsOf(windows: readonly Window[]) {
  return [numberArray(windows.map(({ from }) => from)), numberArray(windows.map(({ to }) => to))] as const;
}

function toCounted(windows: readonly Window[], rows: readonly RowOf<(typeof votesInAnswers)['all']>[]): Counted[] {
  return windows.map(
    (_, i) => new Map(rows.filter(({ place }) => place === i + 1).map(({ key, counts }) => [key, counts])),
  );
}
