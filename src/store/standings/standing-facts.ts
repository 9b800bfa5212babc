import type { StandingFacts } from '../../loyalty/ladder/standing.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { namedRespondents } from './named-respondents.ts';
import * as statements from './standing-facts.sql.ts';

/**
 * The facts of these customers, read anew from orders, answers and recommendations.
 *
 * One question per table, for all customers at once: while a first file comes in, the database has no statistics of what
 * the transaction wrote, and in one large question it would choose to look through a whole table for each customer.
 */
export async function readStandingFacts(
  sql: Sql,
  workspaceId: number,
  ids: readonly number[],
  reviewStars: number,
): Promise<StandingFacts[]> {
  const { customers, tags, orders, revenues, votes, scores, answers, won } = await readRows(
    sql,
    workspaceId,
    ids,
    reviewStars,
  );
  return customers.map(({ id, known_day, country, source, relationship_years }) => {
    const orderDays = orders.get(id)?.days ?? [];
    const [vote, score, answered] = [votes.get(id), scores.get(id), answers.get(id)];
    return {
      customerId: id,
      knownDay: Math.min(known_day, ...present(orders.get(id)?.first_day, answered?.first_day)),
      orderDays,
      orderCount: orders.get(id)?.count ?? 0,
      revenue: revenues.get(id)?.revenue ?? {},
      npsDays: vote?.days ?? [],
      npsScores: vote?.scores ?? [],
      npsSources: vote?.sources ?? [],
      npsRespondents: namedRespondents(vote?.respondents ?? []),
      csatDays: score?.csat_days ?? [],
      csatScores: score?.csat_scores ?? [],
      csatSources: score?.csat_sources ?? [],
      cliDays: score?.cli_days ?? [],
      cliSums: score?.cli_sums ?? [],
      cliSources: score?.cli_sources ?? [],
      country,
      source,
      tags: tags.get(id)?.tags ?? [],
      relationshipYears: relationship_years,
      wonDay: won.get(id)?.day ?? null,
      advocateDay: present(won.get(id)?.day, answered?.review_day).sort((a, b) => a - b)[0] ?? null,
    };
  });
}

async function readRows(sql: Sql, workspaceId: number, ids: readonly number[], reviewStars: number) {
  const wanted = [workspaceId, numberArray(ids)] as const;
  const customers = await sql.rows(statements.customersOf, wanted);
  const tags = byCustomer(await sql.rows(statements.tagsOf, wanted));
  const orders = byCustomer(await sql.rows(statements.orderDaysOf, wanted));
  const revenues = byCustomer(await sql.rows(statements.revenueOf, wanted));
  const votes = byCustomer(await sql.rows(statements.votesOf, wanted));
  const scores = byCustomer(await sql.rows(statements.scoresOf, wanted));
  const answers = byCustomer(await sql.rows(statements.saidDaysOf, [...wanted, reviewStars]));
  const won = byCustomer(await sql.rows(statements.firstWonOf, wanted));
  return { customers, tags, orders, revenues, votes, scores, answers, won };
}

function byCustomer<Row extends { readonly customer_id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.customer_id, row]));
}

function present(...days: readonly (number | null | undefined)[]): number[] {
  return days.filter((day) => day !== null && day !== undefined);
}
