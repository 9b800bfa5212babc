import type { Pin, RungChange } from '../../loyalty/ladder/ladder.ts';
import type { Standing, StandingFacts } from '../../loyalty/ladder/standing.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { readStandingFacts } from './standing-facts.ts';

/** A customer as it stands, held until the transaction ends. */
export interface HeldCustomer {
  readonly id: number;
  readonly recommendedById: number | null;
  readonly hasPins: boolean;
  readonly standing: Standing;
}

interface StandingRow {
  readonly id: number;
  readonly recommended_by_id: number | null;
  readonly has_pins: boolean;
  readonly known_day: number;
  readonly order_days: number[];
  readonly order_count: number;
  readonly revenue: Record<string, number>;
  readonly nps_days: number[];
  readonly nps_scores: number[];
  readonly nps_sources: string[];
  readonly csat_days: number[];
  readonly csat_scores: number[];
  readonly csat_sources: string[];
  readonly cli_days: number[];
  readonly cli_sums: number[];
  readonly cli_sources: string[];
  readonly country: string | null;
  readonly source: string | null;
  readonly tags: string[];
  readonly relationship_years: number | null;
  readonly won_day: number | null;
  readonly advocate_day: number | null;
  readonly changes: [number, RungChange['rung'], RungChange['reason']][];
}

const heldColumns = `c.id, c.recommended_by_id, s.has_pins, s.known_day, s.order_days, s.order_count,
  s.revenue, s.nps_days, s.nps_scores, s.nps_sources, s.csat_days, s.csat_scores, s.csat_sources, s.cli_days, s.cli_sums,
  s.cli_sources, s.country, s.source, s.tags, s.relationship_years, s.won_day, s.advocate_day, s.changes`;

export function standingsStore(sql: Sql, workspaceId: number) {
  return {
    /** Customers as they stand, held until the transaction ends, in the order of their ids. */
    async hold(ids: readonly number[]): Promise<HeldCustomer[]> {
      if (ids.length === 0) return [];
      const rows = await sql.rows<StandingRow>(
        `SELECT ${heldColumns}
         FROM customers c JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id
         WHERE c.workspace_id = $1 AND c.id = ANY($2::int[])
         ORDER BY s.customer_id FOR NO KEY UPDATE OF s`,
        [workspaceId, numberArray(ids)],
      );
      return rows.map(toHeld);
    },

    /** The standings of these customers as they are, held by nobody. */
    async read(ids: readonly number[]): Promise<Standing[]> {
      if (ids.length === 0) return [];
      const rows = await sql.rows<StandingRow>(
        `SELECT ${heldColumns}
         FROM customers c JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id
         WHERE c.workspace_id = $1 AND c.id = ANY($2::int[])`,
        [workspaceId, numberArray(ids)],
      );
      return rows.map((row) => toHeld(row).standing);
    },

    /** The facts of these customers, read anew from orders, answers and recommendations. */
    async readFacts(ids: readonly number[], reviewStars: number): Promise<StandingFacts[]> {
      return readStandingFacts(sql, workspaceId, ids, reviewStars);
    },

    /** The pins of these customers in the order in which they were made. */
    async readPins(ids: readonly number[]): Promise<Map<number, Pin[]>> {
      const rows = await sql.rows<{
        customer_id: number;
        rung: Pin['rung'];
        from_day: number;
        until_day: number | null;
      }>(
        `SELECT customer_id, rung, from_day - ${epochDay} AS from_day, until_day - ${epochDay} AS until_day
         FROM pins WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) ORDER BY id`,
        [workspaceId, ids],
      );
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
    async saveOrders(standings: readonly Standing[]): Promise<void> {
      if (standings.length === 0) return;
      await sql.run(
        `UPDATE customer_standings s
         SET known_day = n.known_day, order_days = n.order_days::int[], order_count = n.order_count,
             revenue = n.revenue::jsonb, changes = n.changes::jsonb
         FROM unnest($2::int[], $3::int[], ${textColumn(4)}, $5::int[], ${textColumn(6)}, ${textColumn(7)})
           AS n(customer_id, known_day, order_days, order_count, revenue, changes)
         WHERE s.workspace_id = $1 AND s.customer_id = n.customer_id`,
        [workspaceId, ...orderColumns(standings)],
      );
    },

    /** Writes everything of standings. */
    async save(standings: readonly Standing[]): Promise<void> {
      if (standings.length === 0) return;
      await sql.run(
        `UPDATE customer_standings s
         SET known_day = n.known_day, order_days = n.order_days::int[], order_count = n.order_count,
             revenue = n.revenue::jsonb, changes = n.changes::jsonb, nps_days = n.nps_days::int[],
             nps_scores = n.nps_scores::int[], nps_sources = ${listOf('nps_sources')},
             csat_days = n.csat_days::int[], csat_scores = n.csat_scores::int[],
             csat_sources = ${listOf('csat_sources')}, cli_days = n.cli_days::int[],
             cli_sums = n.cli_sums::int[], cli_sources = ${listOf('cli_sources')}, country = n.country,
             source = n.source, tags = ${listOf('tags')},
             relationship_years = n.relationship_years, won_day = n.won_day, advocate_day = n.advocate_day
         FROM unnest($2::int[], $3::int[], ${textColumn(4)}, $5::int[], ${textColumn(6)}, ${textColumn(7)}, ${textColumn(8)},
           ${textColumn(9)}, ${textColumn(10)}, ${textColumn(11)}, ${textColumn(12)}, ${textColumn(13)}, ${textColumn(14)},
           ${textColumn(15)}, ${textColumn(16)}, ${textColumn(17, true)}, ${textColumn(18, true)}, ${textColumn(19)},
           ${textColumn(20, true)}::float8[], ${textColumn(21, true)}::int[], ${textColumn(22, true)}::int[])
           AS n(customer_id, known_day, order_days, order_count, revenue, changes, nps_days, nps_scores, nps_sources,
             csat_days, csat_scores, csat_sources, cli_days, cli_sums, cli_sources, country, source, tags,
             relationship_years, won_day, advocate_day)
         WHERE s.workspace_id = $1 AND s.customer_id = n.customer_id`,
        [
          workspaceId,
          ...orderColumns(standings),
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
        ],
      );
    },

    /** Replaces recorded changes of rung: those in `gone` are taken away, those in `come` are written. */
    async saveRungChanges(gone: readonly CustomerChange[], come: readonly CustomerChange[]): Promise<void> {
      const taken =
        gone.length > 0 &&
        sql.run(
          `DELETE FROM rung_changes r USING unnest($2::int[], $3::int[]) AS g(customer_id, day)
           WHERE r.workspace_id = $1 AND r.customer_id = g.customer_id AND r.day = ${epochDay} + g.day`,
          [workspaceId, numberArray(gone.map((c) => c.customerId)), numberArray(gone.map((c) => c.day))],
        );
      const written =
        come.length > 0 &&
        sql.run(
          `INSERT INTO rung_changes (workspace_id, customer_id, day, from_rung, to_rung, reason)
         SELECT $1, customer_id, ${epochDay} + day, from_rung, to_rung, reason
         FROM unnest($2::int[], $3::int[], ${textColumn(4, true)}::"Rung"[], ${textColumn(5)}::"Rung"[], ${textColumn(6)}) AS n(customer_id, day, from_rung, to_rung, reason)
         ON CONFLICT (workspace_id, customer_id, day) DO UPDATE
         SET from_rung = excluded.from_rung, to_rung = excluded.to_rung, reason = excluded.reason`,
          [
            workspaceId,
            numberArray(come.map((c) => c.customerId)),
            numberArray(come.map((c) => c.day)),
            textArray(come.map((c) => c.from ?? '')),
            textArray(come.map((c) => c.rung)),
            textArray(come.map((c) => c.reason)),
          ],
        );
      await Promise.all([taken, written]);
    },
  };
}

function orderColumns(standings: readonly Standing[]): string[] {
  return [
    numberArray(standings.map((s) => s.customerId)),
    numberArray(standings.map((s) => s.knownDay)),
    textArray(standings.map((s) => numberArray(s.orderDays))),
    numberArray(standings.map((s) => s.orderCount)),
    textArray(standings.map((s) => JSON.stringify(s.revenue))),
    textArray(standings.map((s) => JSON.stringify(s.changes.map(({ day, rung, reason }) => [day, rung, reason])))),
  ];
}

/** Takes apart what `listed` made. Of one row alone, an empty text comes in as null: that is no texts, too. */
function listOf(column: string): string {
  return `coalesce(string_to_array(n.${column}, E'\\x1e'), '{}')`;
}

/** Texts of one row, for `string_to_array` by U+001E. */
function listed(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\u001e', ' ')).join('\u001e');
}

export interface CustomerChange extends RungChange {
  readonly customerId: number;
}

function toHeld(row: StandingRow): HeldCustomer {
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
    standing: { ...toFacts(row), changes },
  };
}

function toFacts(row: Omit<StandingRow, 'changes'>): StandingFacts {
  return {
    customerId: row.id,
    knownDay: row.known_day,
    orderDays: row.order_days,
    orderCount: row.order_count,
    revenue: row.revenue,
    npsDays: row.nps_days,
    npsScores: row.nps_scores,
    npsSources: row.nps_sources,
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
