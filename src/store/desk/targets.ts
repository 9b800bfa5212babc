import type { Part } from '../../loyalty/figures/figure.ts';
import type { FigureName } from '../../loyalty/figures/index.ts';
import type { Target, TargetSpan, TargetState } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** A target as a person sets it. */
export type NewTarget = Pick<
  Target,
  'figure' | 'part' | 'comparison' | 'value' | 'untilDay' | 'span' | 'state' | 'createdBy'
>;

export function targetsStore(sql: Sql, workspaceId: number) {
  return {
    /** All of them, the oldest first. */
    async list(): Promise<Target[]> {
      const rows = await sql.rows<TargetRow>(
        `SELECT ${columns} FROM targets WHERE workspace_id = $1 ORDER BY created_at, id`,
        [workspaceId],
      );
      return rows.map(toTarget);
    },

    async find(id: number): Promise<Target | null> {
      const rows = await sql.rows<TargetRow>(`SELECT ${columns} FROM targets WHERE workspace_id = $1 AND id = $2`, [
        workspaceId,
        id,
      ]);
      return rows[0] ? toTarget(rows[0]) : null;
    },

    /**
     * Makes or changes the one target of a figure and part. What was told of the one before is forgotten. One that is the
     * same already is left as it is, so that a request that comes twice does nothing more.
     */
    async save(target: NewTarget, now: Date): Promise<{ target: Target; isNew: boolean }> {
      const rows = await sql.rows<TargetRow>(
        `INSERT INTO targets AS t (workspace_id, figure, dimension, part, comparison, value, until_day, window_days, calendar,
           state, created_by, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6::float8, ${epochDay} + $7::int, $8, $9, $10, $11, $12, $12)
         ON CONFLICT (workspace_id, figure, dimension, part) DO UPDATE
         SET comparison = excluded.comparison, value = excluded.value, until_day = excluded.until_day,
             window_days = excluded.window_days, calendar = excluded.calendar, state = excluded.state, alerted_day = NULL,
             changed_at = greatest(excluded.changed_at, t.changed_at + interval '1 millisecond')
         WHERE (t.comparison, t.value, t.until_day, t.window_days, t.calendar) IS DISTINCT FROM
           (excluded.comparison, excluded.value, excluded.until_day, excluded.window_days, excluded.calendar)
         RETURNING ${columns}`,
        [
          workspaceId,
          target.figure,
          ...partKey(target.part),
          target.comparison,
          target.value,
          target.untilDay,
          typeof target.span === 'number' ? target.span : null,
          typeof target.span === 'number' ? null : target.span,
          target.state,
          target.createdBy,
          now,
        ],
      );
      if (rows[0]) return { target: toTarget(rows[0]), isNew: true };
      const known = await sql.rows<TargetRow>(
        `SELECT ${columns} FROM targets WHERE workspace_id = $1 AND figure = $2 AND dimension = $3 AND part = $4`,
        [workspaceId, target.figure, ...partKey(target.part)],
      );
      if (!known[0]) throw new Error('The target was not written');
      return { target: toTarget(known[0]), isNew: false };
    },

    /** @returns the target that was removed; null when it is gone */
    async remove(id: number): Promise<Target | null> {
      const rows = await sql.rows<TargetRow>(
        `DELETE FROM targets WHERE workspace_id = $1 AND id = $2 RETURNING ${columns}`,
        [workspaceId, id],
      );
      return rows[0] ? toTarget(rows[0]) : null;
    },

    /**
     * Moves a target on from the state that was read, and from nothing else: of two that decide the same, one wins.
     *
     * @returns the number of the alert, where one is raised and this won; 0 where none is; null when somebody else moved or
     *   changed it meanwhile
     */
    async moveOn(from: Target, state: TargetState, alertedDay: Day | null): Promise<number | null> {
      const rows = await sql.rows<{ alerts: number }>(
        `UPDATE targets SET state = $5,
           alerts = alerts + CASE WHEN $6::int IS NULL THEN 0 ELSE 1 END,
           alerted_day = coalesce(${epochDay} + $6::int, alerted_day)
         WHERE workspace_id = $1 AND id = $2 AND state = $3 AND changed_at = $4 RETURNING alerts`,
        [workspaceId, from.id, from.state, from.changedAt, state, alertedDay],
      );
      if (!rows[0]) return null;
      return alertedDay === null ? 0 : rows[0].alerts;
    },
  };
}

/** How a part stands in keys: all customers are two empty words. */
export function partKey(part: Part | null): [dimension: string, value: string] {
  return part ? [part.dimension, part.value] : ['', ''];
}

const columns = `id, figure, dimension, part, comparison, value, until_day - ${epochDay} AS until_day, window_days, calendar, state,
  alerted_day - ${epochDay} AS alerted_day, created_by, created_at, changed_at`;

interface TargetRow {
  readonly id: number;
  readonly figure: FigureName;
  readonly dimension: Part['dimension'] | '';
  readonly part: string;
  readonly comparison: Target['comparison'];
  readonly value: number;
  readonly until_day: Day;
  readonly window_days: TargetSpan | null;
  readonly calendar: Extract<TargetSpan, string> | null;
  readonly state: TargetState;
  readonly alerted_day: Day | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}

function toTarget(row: TargetRow): Target {
  return {
    id: row.id,
    figure: row.figure,
    part: row.dimension === '' ? null : { dimension: row.dimension, value: row.part },
    comparison: row.comparison,
    value: row.value,
    untilDay: row.until_day,
    span: row.window_days ?? row.calendar ?? 90,
    state: row.state,
    alertedDay: row.alerted_day,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
