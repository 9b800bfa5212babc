import type { Part } from '../../loyalty/figures/figure.ts';
import type { FigureName } from '../../loyalty/figures/index.ts';
import type { FigureWatch } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay } from '../database/typed-values.ts';
import { noteLook } from './figure-checks.sql.ts';
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
      const row = await sql.typed(({ figureCheck }) => figureCheck.findUnique({ where: { workspaceId } }));
      if (!row) return { checkedDay: null, asked: 0, answered: 0 };
      return { checkedDay: toDay(row.checkedDay), asked: row.asked, answered: row.answered };
    },

    /** Asks for a look: facts came in. */
    async ask(): Promise<void> {
      const [create, update] = [{ workspaceId, asked: 1 }, { asked: { increment: 1 } }];
      await sql.typed(({ figureCheck }) => figureCheck.upsert({ where: { workspaceId }, create, update }));
    },

    /** Notes a look on a day, which answers what was asked for when it began. */
    async note(day: Day, asked: number): Promise<void> {
      await sql.run(noteLook, [workspaceId, day, asked]);
    },

    /** Null: the figure was never looked at. */
    async findWatch(figure: FigureName, part: Part | null): Promise<FigureWatch | null> {
      const row = await sql.typed(({ figureWatch }) =>
        figureWatch.findFirst({ where: { workspaceId, figure, ...partKey(part) } }),
      );
      return row && { state: row.state as FigureWatch['state'], toldDay: toDay(row.toldDay) };
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
      const key = { workspaceId, figure, ...partKey(part) };
      const next = { state: to.state, toldDay: toDate(to.toldDay) };
      const [moved] = await sql.typed(({ figureWatch }) =>
        from === null
          ? figureWatch.createManyAndReturn({ data: { ...key, ...next, moves: 1 }, skipDuplicates: true })
          : figureWatch.updateManyAndReturn({
              where: { ...key, state: from.state, toldDay: toDate(from.toldDay) },
              data: { ...next, moves: { increment: 1 } },
            }),
      );
      return moved?.moves ?? null;
    },
  };
}
