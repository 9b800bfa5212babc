import type { StoredFacts } from '../../loyalty/prediction/facts.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay, toJson } from '../database/typed-values.ts';
import type { Prisma } from '../generated/client.ts';
import type { PredictionRunModel } from '../generated/models.ts';
import { forgetRuns, freeRuns, newestFinished, takeRun } from './prediction-runs.sql.ts';

export type PredictionStatus = 'waiting' | 'running' | 'finished' | 'failed';

/** A run of the prediction, of a night or asked for. */
export interface PredictionRun {
  readonly id: number;
  /** Orders before this day count. */
  readonly asOf: Day;
  readonly status: PredictionStatus;
  /** Null: of the night. */
  readonly memberId: string | null;
  readonly locale: 'en' | 'da' | 'nb' | null;
  readonly currency: string;
  /** Customers whose orders are read so far. */
  readonly customers: number;
  /** Of a finished one. */
  readonly facts: StoredFacts | null;
  readonly error: string | null;
  readonly leaseUntil: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What is told of a finished one. */
export interface FinishedRun extends Pick<PredictionRun, 'id' | 'asOf' | 'currency'> {
  readonly facts: StoredFacts;
}

export function predictionRunsStore(sql: Sql, workspaceId: number) {
  const find = async (id: number): Promise<PredictionRun | null> => {
    const row = await sql.typed(({ predictionRun }) =>
      predictionRun.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
    );
    return row && toRun(row);
  };

  /** @returns how many there were of which all that holds */
  const change = async (
    held: Prisma.PredictionRunWhereInput,
    data: Prisma.PredictionRunUncheckedUpdateManyInput,
  ): Promise<number> => {
    const where = { workspaceId, ...held };
    return (await sql.typed(({ predictionRun }) => predictionRun.updateMany({ where, data }))).count;
  };

  return {
    find,

    /** The newest that is finished: what it says holds. */
    async newest(): Promise<FinishedRun | null> {
      const [row] = await sql.prepared(newestFinished, [workspaceId]);
      return row?.facts ? { ...row, facts: row.facts } : null;
    },

    /** The one that waits or runs. */
    async atWork(): Promise<PredictionRun | null> {
      const where = { workspaceId, status: { in: ['waiting', 'running'] } };
      const row = await sql.typed(({ predictionRun }) => predictionRun.findFirst({ where }));
      return row && toRun(row);
    },

    /** Asks for a run. @returns its id; null when there is one of this key already, or one is at work */
    async ask(
      asked: Pick<PredictionRun, 'asOf' | 'currency' | 'memberId' | 'locale'> & {
        readonly key: string;
        readonly at: Date;
      },
    ): Promise<number | null> {
      const { key, asOf, currency, memberId, locale, at } = asked;
      const data = { workspaceId, key, asOfDay: toDate(asOf), currency, memberId, locale, createdAt: at };
      const [made] = await sql.typed(({ predictionRun }) =>
        predictionRun.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } }),
      );
      return made?.id ?? null;
    },

    /** Whether there is, or was, a run of this key. */
    async isKnown(key: string): Promise<boolean> {
      const known = await sql.typed(({ predictionRun }) =>
        predictionRun.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: { id: true } }),
      );
      return known !== null;
    },

    /** Takes the run at work unless another process holds it; the lease keeps others away. */
    async take(now: Date, leaseUntil: Date): Promise<PredictionRun | null> {
      const [taken] = await sql.rows(takeRun, [workspaceId, now, leaseUntil]);
      return taken ? find(taken.id) : null;
    },

    /**
     * Keeps the lease and notes how far it is.
     *
     * @throws Error when the lease was lost to another process
     */
    async advance(id: number, lease: Date, leaseUntil: Date, customers: number): Promise<void> {
      const written = await change({ id, status: 'running', leaseUntil: lease }, { leaseUntil, customers });
      if (written !== 1) throw new Error('Another process goes on with this prediction');
    },

    /** @returns false when the lease was lost meanwhile */
    async finish(id: number, lease: Date, facts: StoredFacts, at: Date): Promise<boolean> {
      const ended = { status: 'finished', facts: toJson(facts), finishedAt: at, leaseUntil: null };
      return (await change({ id, status: 'running', leaseUntil: lease }, ended)) === 1;
    },

    async fail(id: number, error: string, at: Date): Promise<boolean> {
      const ended = { status: 'failed', error, finishedAt: at, leaseUntil: null };
      return (await change({ id, status: { in: ['waiting', 'running'] } }, ended)) === 1;
    },

    /** Lets another look, or process, begin it anew at once. */
    async giveBack(id: number): Promise<void> {
      await change({ id, status: 'running' }, { status: 'waiting', leaseUntil: null });
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(freeRuns, [workspaceId]);
    },

    /** Forgets runs that ended before an instant; the newest finished one stays. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(forgetRuns, [workspaceId, before, most]);
    },
  };
}

function toRun({ workspaceId: _, key: _key, startedAt: _started, asOfDay, ...row }: PredictionRunModel): PredictionRun {
  return {
    ...row,
    asOf: toDay(asOfDay),
    status: row.status as PredictionStatus,
    locale: row.locale as PredictionRun['locale'],
    facts: row.facts as StoredFacts | null,
  };
}
