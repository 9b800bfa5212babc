import type { Part } from '../../loyalty/figures/figure.ts';
import type { FigureName } from '../../loyalty/figures/index.ts';
import type { Target, TargetState } from '../../loyalty/target.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay } from '../database/typed-values.ts';
import type { TargetModel } from '../generated/models.ts';
import { saveTarget } from './targets.sql.ts';

/** A target as a person sets it. */
export type NewTarget = Pick<
  Target,
  'figure' | 'part' | 'comparison' | 'value' | 'untilDay' | 'span' | 'state' | 'createdBy'
>;

export function targetsStore(sql: Sql, workspaceId: number) {
  const find = async (id: number): Promise<Target | null> => {
    const row = await sql.typed(({ target }) => target.findUnique({ where: { workspaceId_id: { workspaceId, id } } }));
    return row && toTarget(row);
  };

  return {
    find,

    /** The one target of a figure and part. */
    async of({ figure, part: of }: Pick<Target, 'figure' | 'part'>): Promise<Target | null> {
      const row = await sql.typed(({ target }) => target.findFirst({ where: { workspaceId, figure, ...partKey(of) } }));
      return row && toTarget(row);
    },

    /** All of them, the oldest first. */
    async list(): Promise<Target[]> {
      const rows = await sql.typed(({ target }) =>
        target.findMany({ where: { workspaceId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
      );
      return rows.map(toTarget);
    },

    /**
     * Makes or changes the one target of a figure and part. What was told of the one before is forgotten. One that is the
     * same already is left as it is, so that a request that comes twice does nothing more.
     */
    async save(made: NewTarget, now: Date): Promise<{ target: Target; isNew: boolean }> {
      const { figure, span } = made;
      const { dimension, part } = partKey(made.part);
      const [windowDays, calendar] = typeof span === 'number' ? [span, null] : [null, span];
      const key = [workspaceId, figure, dimension, part] as const;
      const value = [made.comparison, made.value, made.untilDay, windowDays, calendar] as const;
      const written = await sql.run(saveTarget, [...key, ...value, made.state, made.createdBy, now]);
      const row = await sql.typed(({ target }) =>
        target.findFirstOrThrow({ where: { workspaceId, figure, dimension, part } }),
      );
      return { target: toTarget(row), isNew: written === 1 };
    },

    /** @returns the target that was removed; null when it is gone */
    async remove(id: number): Promise<Target | null> {
      const found = await find(id);
      const { count } = await sql.typed(({ target }) => target.deleteMany({ where: { workspaceId, id } }));
      return count === 1 ? found : null;
    },

    /**
     * Moves a target on from the state that was read, and from nothing else: of two that decide the same, one wins.
     *
     * @returns the number of the alert, where one is raised and this won; 0 where none is; null when somebody else moved or
     *   changed it meanwhile
     */
    async moveOn(from: Target, state: TargetState, alertedDay: Day | null): Promise<number | null> {
      const { id, state: before, changedAt } = from;
      const alert = alertedDay === null ? {} : { alerts: { increment: 1 }, alertedDay: toDate(alertedDay) };
      const [moved] = await sql.typed(({ target }) =>
        target.updateManyAndReturn({
          where: { workspaceId, id, state: before, changedAt },
          data: { state, ...alert },
          select: { alerts: true },
        }),
      );
      if (!moved) return null;
      return alertedDay === null ? 0 : moved.alerts;
    },
  };
}

/** How a part stands in keys: all customers are two empty words. */
export function partKey(part: Part | null): { readonly dimension: string; readonly part: string } {
  return part ? { dimension: part.dimension, part: part.value } : { dimension: '', part: '' };
}

function toTarget(row: TargetModel): Target {
  return {
    id: row.id,
    figure: row.figure as FigureName,
    part: row.dimension === '' ? null : { dimension: row.dimension as Part['dimension'], value: row.part },
    comparison: row.comparison as Target['comparison'],
    value: row.value,
    untilDay: toDay(row.untilDay),
    span: (row.windowDays ?? row.calendar ?? 90) as Target['span'],
    state: row.state as TargetState,
    alertedDay: toDay(row.alertedDay),
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  };
}
