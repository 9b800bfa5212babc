import type { Settings } from '../../loyalty/settings.ts';
import type { Sql } from '../database/sql.ts';
import type { ScheduleModel } from '../generated/models.ts';
import { dueSchedules, forgetJobRuns, holdDue, moveSchedules, saveSchedule } from './schedules.sql.ts';

export type ScheduleKind = 'digest' | 'quarterly-review';

/** When something is posted to a channel, and what. A channel has at most one of a kind. */
export interface Schedule {
  readonly id: number;
  readonly kind: ScheduleKind;
  readonly channelId: string;
  /** Five fields; see loyalty/schedule.ts. */
  readonly cron: string;
  readonly timeZone: string;
  readonly locale: Settings['locale'];
  readonly sections: readonly string[];
  readonly active: boolean;
  /** Every period up to this instant is dealt with. A clock that is earlier has gone back. */
  readonly doneUntil: Date;
  /** The next due instant after `doneUntil`: what the look for due ones goes by. */
  readonly dueAt: Date;
  readonly createdBy: string | null;
}

export type UnsavedSchedule = Omit<Schedule, 'id'>;

/** A period of a schedule that was posted. */
export interface JobRun {
  readonly dueAt: Date;
  readonly ranAt: Date;
  /** Earlier periods that passed while nothing ran, and were left out. */
  readonly skipped: number;
}

export function schedulesStore(sql: Sql, workspaceId: number) {
  const find = async (id: number): Promise<Schedule | null> => {
    const row = await sql.typed(({ schedule }) =>
      schedule.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
    );
    return row && toSchedule(row);
  };
  const findByChannel = async (channelId: string, kind: ScheduleKind = 'digest'): Promise<Schedule | null> => {
    const row = await sql.typed(({ schedule }) => schedule.findFirst({ where: { workspaceId, channelId, kind } }));
    return row && toSchedule(row);
  };

  return {
    find,
    findByChannel,

    async list(): Promise<Schedule[]> {
      const rows = await sql.typed(({ schedule }) =>
        schedule.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
      );
      return rows.map(toSchedule);
    },

    /** Holds a schedule until the transaction ends; null when it is gone, not due, or held by another process. */
    async holdDue(id: number, now: Date): Promise<Schedule | null> {
      const [held] = await sql.rows(holdDue, [workspaceId, id, now]);
      return held ? find(held.id) : null;
    },

    /**
     * The schedule of its channel and kind, made or changed. Its place in time stays as it was, unless it comes at other times
     * now or was switched on.
     */
    async save(made: UnsavedSchedule): Promise<Schedule> {
      const { kind, channelId, cron, timeZone, locale, sections, active, doneUntil, dueAt, createdBy } = made;
      const what = [cron, timeZone, locale, sections, active] as const;
      await sql.run(saveSchedule, [workspaceId, kind, channelId, ...what, doneUntil, dueAt, createdBy]);
      const saved = await findByChannel(channelId, kind);
      if (!saved) throw new Error('The schedule was not written');
      return saved;
    },

    /** What comes to a channel comes to another one; where that one has its own of the kind, it is switched off. */
    async moveTo(from: string, to: string): Promise<void> {
      await sql.run(moveSchedules, [workspaceId, from, to]);
    },

    /** Moves on from the place in time that was read. @returns false when somebody else moved it meanwhile */
    async moveOn({ id, doneUntil, dueAt }: Schedule, next: Pick<Schedule, 'doneUntil' | 'dueAt'>): Promise<boolean> {
      const data = { doneUntil: next.doneUntil, dueAt: next.dueAt };
      const { count } = await sql.typed(({ schedule }) =>
        schedule.updateMany({ where: { workspaceId, id, doneUntil, dueAt }, data }),
      );
      return count === 1;
    },

    /** Notes that a period is posted by this transaction. @returns false when it was posted before: then don't */
    async addRun(scheduleId: number, { dueAt, ranAt, skipped }: JobRun): Promise<boolean> {
      const data = { workspaceId, scheduleId, dueAt, ranAt, skipped };
      return (await sql.typed(({ jobRun }) => jobRun.createMany({ data, skipDuplicates: true }))).count === 1;
    },

    /** Forgets that periods due before an instant were posted: one that comes again is posted again. */
    async forgetRuns(before: Date, most: number): Promise<void> {
      await sql.run(forgetJobRuns, [workspaceId, before, most]);
    },
  };
}

/** What is due by `now` in all workspaces, the oldest first. */
export function findDueSchedules(sql: Sql, now: Date): Promise<{ workspaceId: number; id: number }[]> {
  return sql.prepared(dueSchedules, [now]);
}

function toSchedule({ workspaceId: _, ...row }: ScheduleModel): Schedule {
  return { ...row, kind: row.kind as ScheduleKind, locale: row.locale as Schedule['locale'] };
}
