import type { Settings } from '../../loyalty/settings.ts';
import type { Sql } from '../database/sql.ts';

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
  const findBy = async (condition: string, parameters: readonly unknown[]): Promise<Schedule | null> => {
    const rows = await sql.rows<ScheduleRow>(
      `SELECT ${columns} FROM schedules WHERE workspace_id = $1 AND ${condition}`,
      [workspaceId, ...parameters],
    );
    return rows[0] ? toSchedule(rows[0]) : null;
  };

  return {
    async list(): Promise<Schedule[]> {
      const rows = await sql.rows<ScheduleRow>(`SELECT ${columns} FROM schedules WHERE workspace_id = $1 ORDER BY id`, [
        workspaceId,
      ]);
      return rows.map(toSchedule);
    },

    find: (id: number) => findBy('id = $2', [id]),

    findByChannel: (channelId: string, kind: ScheduleKind = 'digest') =>
      findBy('channel_id = $2 AND kind = $3', [channelId, kind]),

    /** Holds a schedule until the transaction ends; null when it is gone, not due, or held by another process. */
    holdDue: (id: number, now: Date) => findBy(`id = $2 AND ${isDue('$3')} FOR UPDATE SKIP LOCKED`, [id, now]),

    /**
     * The schedule of its channel and kind, made or changed. Its place in time stays as it was, unless it comes at other times
     * now or was switched on.
     */
    async save(schedule: UnsavedSchedule): Promise<Schedule> {
      const rows = await sql.rows<ScheduleRow>(
        `INSERT INTO schedules AS s (workspace_id, kind, channel_id, cron, time_zone, locale, sections, active,
           done_until, due_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (workspace_id, kind, channel_id) DO UPDATE
         SET cron = excluded.cron, time_zone = excluded.time_zone, locale = excluded.locale,
             sections = excluded.sections, active = excluded.active,
             done_until = CASE WHEN ${sameTimes} THEN s.done_until ELSE excluded.done_until END,
             due_at = CASE WHEN ${sameTimes} THEN s.due_at ELSE excluded.due_at END
         RETURNING ${columns}`,
        [
          workspaceId,
          schedule.kind,
          schedule.channelId,
          schedule.cron,
          schedule.timeZone,
          schedule.locale,
          schedule.sections,
          schedule.active,
          schedule.doneUntil,
          schedule.dueAt,
          schedule.createdBy,
        ],
      );
      if (!rows[0]) throw new Error('The schedule was not written');
      return toSchedule(rows[0]);
    },

    /** @returns whether it was in the other state */
    async setActive(id: number, active: boolean, next: Pick<Schedule, 'doneUntil' | 'dueAt'>): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE schedules SET active = $3, done_until = $4, due_at = $5
           WHERE workspace_id = $1 AND id = $2 AND active <> $3`,
          [workspaceId, id, active, next.doneUntil, next.dueAt],
        )) === 1
      );
    },

    /** Moves on from the place in time that was read. @returns false when somebody else moved it meanwhile */
    async moveOn(from: Schedule, to: Pick<Schedule, 'doneUntil' | 'dueAt'>): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE schedules SET done_until = $5, due_at = $6
           WHERE workspace_id = $1 AND id = $2 AND done_until = $3 AND due_at = $4`,
          [workspaceId, from.id, from.doneUntil, from.dueAt, to.doneUntil, to.dueAt],
        )) === 1
      );
    },

    /** Notes that a period is posted by this transaction. @returns false when it was posted before: then don't */
    async addRun(scheduleId: number, run: JobRun): Promise<boolean> {
      return (
        (await sql.run(
          `INSERT INTO job_runs (workspace_id, schedule_id, due_at, ran_at, skipped) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (workspace_id, schedule_id, due_at) DO NOTHING`,
          [workspaceId, scheduleId, run.dueAt, run.ranAt, run.skipped],
        )) === 1
      );
    },

    /** The periods that were posted, the newest first. */
    async listRuns(scheduleId: number, limit: number): Promise<JobRun[]> {
      return sql.rows<{ dueAt: Date; ranAt: Date; skipped: number }>(
        `SELECT due_at AS "dueAt", ran_at AS "ranAt", skipped FROM job_runs
         WHERE workspace_id = $1 AND schedule_id = $2 ORDER BY due_at DESC LIMIT $3`,
        [workspaceId, scheduleId, limit],
      );
    },

    /** Forgets that periods due before an instant were posted: one that comes again is posted again. */
    async forgetRuns(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT r.schedule_id, r.due_at
           FROM schedules s JOIN job_runs r ON r.workspace_id = s.workspace_id AND r.schedule_id = s.id
           WHERE s.workspace_id = $1 AND r.due_at < $2 LIMIT $3 FOR UPDATE OF r SKIP LOCKED
         )
         DELETE FROM job_runs r USING old
         WHERE r.workspace_id = $1 AND r.schedule_id = old.schedule_id AND r.due_at = old.due_at`,
        [workspaceId, before, most],
      );
    },
  };
}

/** What is due by `now` in all workspaces, the oldest first. */
export async function findDueSchedules(sql: Sql, now: Date): Promise<{ workspaceId: number; id: number }[]> {
  return sql.rows<{ workspaceId: number; id: number }>(
    `SELECT workspace_id AS "workspaceId", id FROM schedules
     WHERE ${isDue('$1')} ORDER BY due_at, workspace_id, id`,
    [now],
  );
}

/** A clock that went back is dealt with like a period that is due: the place in time is worked out anew. */
const isDue = (now: string) => `active AND (due_at <= ${now} OR done_until > ${now})`;

const sameTimes = 's.cron = excluded.cron AND s.time_zone = excluded.time_zone AND s.active = excluded.active';

const columns = 'id, kind, channel_id, cron, time_zone, locale, sections, active, done_until, due_at, created_by';

interface ScheduleRow {
  readonly id: number;
  readonly kind: ScheduleKind;
  readonly channel_id: string;
  readonly cron: string;
  readonly time_zone: string;
  readonly locale: Settings['locale'];
  readonly sections: string[];
  readonly active: boolean;
  readonly done_until: Date;
  readonly due_at: Date;
  readonly created_by: string | null;
}

function toSchedule(row: ScheduleRow): Schedule {
  return {
    id: row.id,
    kind: row.kind,
    channelId: row.channel_id,
    cron: row.cron,
    timeZone: row.time_zone,
    locale: row.locale,
    sections: row.sections,
    active: row.active,
    doneUntil: row.done_until,
    dueAt: row.due_at,
    createdBy: row.created_by,
  };
}
