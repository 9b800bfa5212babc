import { type Factors, worthOf } from '../../loyalty/facts/worth.ts';
import type { Pin, RungChange } from '../../loyalty/ladder/rung-rules.ts';
import type { Standing, StandingFacts } from '../../loyalty/ladder/standing.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import { tagsOf } from './standing-facts.sql.ts';
import { readStandingFacts } from './standing-facts.ts';
import * as statements from './standings.sql.ts';

/** A customer as it stands, held until the transaction ends. */
export interface HeldCustomer {
  readonly id: number;
  readonly recommendedById: number | null;
  readonly hasPins: boolean;
  readonly standing: Standing;
}

export function standingsStore(sql: Sql, workspaceId: number) {
  return {
    /** Customers as they stand, held until the transaction ends, in the order of their ids. */
    async hold(ids: readonly number[]): Promise<HeldCustomer[]> {
      if (ids.length === 0) return [];
      const rows = await sql.rows(statements.holdStandings, [workspaceId, numberArray(ids)]);
      return rows.map(toHeld);
    },

    /** The standings of these customers as they are, held by nobody. */
    async read(ids: readonly number[]): Promise<Standing[]> {
      if (ids.length === 0) return [];
      const rows = await sql.rows(statements.readStandings, [workspaceId, numberArray(ids)]);
      return rows.map((row) => toHeld(row).standing);
    },

    /** The facts of these customers, read anew from orders, answers and recommendations. */
    async readFacts(ids: readonly number[], reviewStars: number): Promise<StandingFacts[]> {
      return readStandingFacts(sql, workspaceId, ids, reviewStars);
    },

    /** The pins of these customers in the order in which they were made. */
    async readPins(ids: readonly number[]): Promise<Map<number, Pin[]>> {
      const rows = await sql.rows(statements.pinsOfCustomers, [workspaceId, numberArray(ids)]);
      const pins = new Map<number, Pin[]>();
      for (const { customer_id, rung, from_day, until_day } of rows) {
        const pin = { rung, fromDay: from_day, untilDay: until_day };
        const known = pins.get(customer_id);
        if (known) known.push(pin);
        else pins.set(customer_id, [pin]);
      }
      return pins;
    },

    /** Writes what new orders change of standings: the orders, and what follows from them. */
    async saveOrders(standings: readonly Standing[], factors: Factors): Promise<void> {
      if (standings.length === 0) return;
      await sql.run(statements.saveOrderParts, [workspaceId, ...orderColumns(standings, factors)]);
    },

    /** Writes everything of standings. */
    async save(standings: readonly Standing[], factors: Factors): Promise<void> {
      if (standings.length === 0) return;
      await sql.run(statements.saveStandings, [
        workspaceId,
        ...orderColumns(standings, factors),
        textArray(standings.map((s) => numberArray(s.npsDays))),
        textArray(standings.map((s) => numberArray(s.npsScores))),
        textArray(standings.map((s) => listed(s.npsSources))),
        textArray(standings.map((s) => numberArray(s.csatDays))),
        textArray(standings.map((s) => numberArray(s.csatScores))),
        textArray(standings.map((s) => listed(s.csatSources))),
        textArray(standings.map((s) => numberArray(s.cliDays))),
        textArray(standings.map((s) => numberArray(s.cliSums))),
        textArray(standings.map((s) => listed(s.cliSources))),
        textArray(standings.map((s) => s.country ?? '')),
        textArray(standings.map((s) => s.source ?? '')),
        textArray(standings.map((s) => listed(s.tags))),
        textArray(standings.map((s) => String(s.relationshipYears ?? ''))),
        textArray(standings.map((s) => String(s.wonDay ?? ''))),
        textArray(standings.map((s) => String(s.advocateDay ?? ''))),
        textArray(standings.map((s) => String(s.segmentsUntil ?? ''))),
        textArray(standings.map((s) => numberArray(s.npsRespondents))),
      ]);
    },

    /** Writes of standings in which segments the customers are, and until when. */
    async saveSegments(standings: readonly Standing[]): Promise<void> {
      if (standings.length === 0) return;
      await sql.run(statements.saveSegments, [
        workspaceId,
        numberArray(standings.map((s) => s.customerId)),
        textArray(standings.map((s) => listed(s.tags))),
        textArray(standings.map((s) => String(s.segmentsUntil ?? ''))),
      ]);
    },

    /** Those whom time has put into a segment by rule or out of it by a day, in the order of their ids. */
    async segmentsDue(day: Day, after: number, limit: number): Promise<number[]> {
      const rows = await sql.rows(statements.segmentsDue, [workspaceId, day, after, limit]);
      return rows.map(({ id }) => id);
    },

    /** The tags of those of these customers that have any. */
    async readTags(ids: readonly number[]): Promise<Map<number, readonly string[]>> {
      const rows = await sql.rows(tagsOf, [workspaceId, numberArray(ids)]);
      return new Map(rows.map(({ customer_id, tags }) => [customer_id, tags]));
    },

    /** Writes what customers are worth by what currencies are worth now. */
    async weighAnew(factors: Factors): Promise<void> {
      await sql.run(statements.weighAnew, [workspaceId, JSON.stringify(factors)]);
    },

    /** Replaces recorded changes of rung: those in `gone` are taken away, those in `come` are written. */
    async saveRungChanges(gone: readonly CustomerChange[], come: readonly CustomerChange[]): Promise<void> {
      const taken =
        gone.length > 0 &&
        sql.run(statements.removeRungChanges, [
          workspaceId,
          numberArray(gone.map((c) => c.customerId)),
          numberArray(gone.map((c) => c.day)),
        ]);
      const written =
        come.length > 0 &&
        sql.run(statements.addRungChanges, [
          workspaceId,
          numberArray(come.map((c) => c.customerId)),
          numberArray(come.map((c) => c.day)),
          textArray(come.map((c) => c.from ?? '')),
          textArray(come.map((c) => c.rung)),
          textArray(come.map((c) => c.reason)),
        ]);
      await Promise.all([taken, written]);
    },
  };
}

function orderColumns(standings: readonly Standing[], factors: Factors) {
  return [
    numberArray(standings.map((s) => s.customerId)),
    numberArray(standings.map((s) => s.knownDay)),
    textArray(standings.map((s) => numberArray(s.orderDays))),
    numberArray(standings.map((s) => s.orderCount)),
    textArray(standings.map((s) => JSON.stringify(s.revenue))),
    textArray(standings.map((s) => JSON.stringify(s.changes.map(({ day, rung, reason }) => [day, rung, reason])))),
    textArray(standings.map((s) => String(worthOf(s.revenue, factors)))),
  ] as const;
}

/** Texts of one row, for `string_to_array` by U+001E. */
function listed(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\u001e', ' ')).join('\u001e');
}

export interface CustomerChange extends RungChange {
  readonly customerId: number;
}

function toHeld(row: RowOf<typeof statements.readStandings>): HeldCustomer {
  let from: RungChange['from'] = null;
  const changes = row.changes.map(([day, rung, reason]) => {
    const change = { day, from, rung, reason };
    from = rung;
    return change;
  });
  return {
    id: row.id,
    recommendedById: row.recommended_by_id,
    hasPins: row.has_pins,
    standing: { ...toFacts(row), changes, segmentsUntil: row.segments_until },
  };
}

function toFacts(row: Omit<RowOf<typeof statements.readStandings>, 'changes' | 'segments_until'>): StandingFacts {
  return {
    customerId: row.id,
    knownDay: row.known_day,
    orderDays: row.order_days,
    orderCount: row.order_count,
    revenue: row.revenue,
    npsDays: row.nps_days,
    npsScores: row.nps_scores,
    npsSources: row.nps_sources,
    npsRespondents: row.nps_respondents,
    csatDays: row.csat_days,
    csatScores: row.csat_scores,
    csatSources: row.csat_sources,
    cliDays: row.cli_days,
    cliSums: row.cli_sums,
    cliSources: row.cli_sources,
    country: row.country,
    source: row.source,
    tags: row.tags,
    relationshipYears: row.relationship_years,
    wonDay: row.won_day,
    advocateDay: row.advocate_day,
  };
}
