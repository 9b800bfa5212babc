import type { Part } from '../../loyalty/figures/figure.ts';
import type { FigureName } from '../../loyalty/figures/index.ts';
import type { FigureWatch } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { partKey } from './targets.ts';

/** What is known of a workspace's looks at its figures. */
export interface FigureCheck {
  /** The newest local day that was looked at; null: none. */
  readonly checkedDay: Day | null;
  /** How often a look was asked for, and how often up to the newest look. */
  readonly asked: number;
  readonly answered: number;
}

/** When figures were looked at last, and what was said of each. */
export function figureChecksStore(sql: Sql, workspaceId: number) {
  return {
    async read(): Promise<FigureCheck> {
      const rows = await sql.prepared<FigureCheck>(
        `SELECT checked_day - ${epochDay} AS "checkedDay", asked, answered FROM figure_checks WHERE workspace_id = $1`,
        [workspaceId],
      );
      return rows[0] ?? { checkedDay: null, asked: 0, answered: 0 };
    },

    /** Asks for a look: facts came in. */
    async ask(): Promise<void> {
      await sql.run(
        `INSERT INTO figure_checks AS c (workspace_id, asked) VALUES ($1, 1)
         ON CONFLICT (workspace_id) DO UPDATE SET asked = c.asked + 1`,
        [workspaceId],
      );
    },

    /** Notes a look on a day, which answers what was asked for when it began. */
    async note(day: Day, asked: number): Promise<void> {
      await sql.run(
        `INSERT INTO figure_checks AS c (workspace_id, checked_day, answered) VALUES ($1, ${epochDay} + $2::int, $3)
         ON CONFLICT (workspace_id) DO UPDATE
         SET checked_day = excluded.checked_day, answered = greatest(c.answered, excluded.answered)`,
        [workspaceId, day, asked],
      );
    },

    /** Null: the figure was never looked at. */
    async findWatch(figure: FigureName, part: Part | null): Promise<FigureWatch | null> {
      const rows = await sql.rows<FigureWatch>(
        `SELECT state, told_day - ${epochDay} AS "toldDay" FROM figure_watches
         WHERE workspace_id = $1 AND figure = $2 AND dimension = $3 AND part = $4`,
        [workspaceId, figure, ...partKey(part)],
      );
      return rows[0] ?? null;
    },

    /**
     * Moves a watch on from the state that was read, and from nothing else.
     *
     * @param from null: there was none
     * @returns how often it was moved by now; null when somebody else moved it meanwhile
     */
    async moveWatch(
      figure: FigureName,
      part: Part | null,
      from: FigureWatch | null,
      to: FigureWatch,
    ): Promise<number | null> {
      const key = [workspaceId, figure, ...partKey(part), to.state, to.toldDay];
      const rows = await (from === null
        ? sql.rows<{ moves: number }>(
            `INSERT INTO figure_watches (workspace_id, figure, dimension, part, state, told_day, moves)
             VALUES ($1, $2, $3, $4, $5, ${epochDay} + $6::int, 1)
             ON CONFLICT (workspace_id, figure, dimension, part) DO NOTHING RETURNING moves`,
            key,
          )
        : sql.rows<{ moves: number }>(
            `UPDATE figure_watches SET state = $5, told_day = ${epochDay} + $6::int, moves = moves + 1
             WHERE workspace_id = $1 AND figure = $2 AND dimension = $3 AND part = $4
               AND state = $7 AND told_day IS NOT DISTINCT FROM ${epochDay} + $8::int
             RETURNING moves`,
            [...key, from.state, from.toldDay],
          ));
      return rows[0]?.moves ?? null;
    },
  };
}
