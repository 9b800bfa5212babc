import { type AnswerKind, leastGood, type NewAnswer } from '../../loyalty/facts/answer.ts';
import { readScaleText, type ScaleCount } from '../../loyalty/facts/scale.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay, toSqlZone } from '../database/typed-values.ts';
import type { Prisma } from '../generated/client.ts';
import type { AnswerModel } from '../generated/models.ts';
import {
  anonymousScores,
  answersGivenAlike,
  anyAnswer,
  holdAnswer,
  holdAnswers,
  insertNewAnswers,
  knownAnswers,
  moveAnswerDays,
  rewriteAnswers,
  scalesInWindows,
  wordsOfAnswers,
} from './answers.sql.ts';

/** An answer as kept. */
export interface StoredAnswer extends Omit<NewAnswer, 'customer' | 'respondent' | 'markedNegative'> {
  readonly id: number;
  readonly customerId: number | null;
  /** Who of the customer said it; null: the customer itself. */
  readonly respondentId: number | null;
  readonly negative: boolean;
  readonly followUpId: number | null;
}

/** A known answer as far as it is held against those of a file. */
export type AnswerOfDay = Pick<
  StoredAnswer,
  | ('answerId' | 'customerId' | 'kind' | 'day' | 'at' | 'score' | 'given')
  | ('recommend' | 'again' | 'other' | 'comment' | 'source')
>;

/** What answers have in common that may be one. */
export interface GivenAlike
  extends Pick<StoredAnswer, 'customerId' | 'kind' | 'day' | 'given' | 'recommend' | 'again' | 'other'> {
  /** Of a remark, which is known by its words. */
  readonly comment: string | null;
}

export type UnsavedAnswer = Omit<StoredAnswer, 'id' | 'followUpId'>;

export function answersStore(sql: Sql, workspaceId: number) {
  const findById = async (id: number): Promise<StoredAnswer | null> => {
    const row = await sql.typed(({ answer }) => answer.findUnique({ where: { workspaceId_id: { workspaceId, id } } }));
    return row && toAnswer(row);
  };
  const findByExternalIds = async (answerIds: readonly string[]): Promise<StoredAnswer[]> => {
    const where = { workspaceId, externalId: { in: [...answerIds] } };
    return (await sql.typed(({ answer }) => answer.findMany({ where }))).map(toAnswer);
  };

  return {
    /** Writes answers that are not known; those that are stay as they are. @returns what was written */
    async insertNew(answers: readonly UnsavedAnswer[], recordedAt: Date): Promise<StoredAnswer[]> {
      const rows = await sql.rows(insertNewAnswers, [workspaceId, JSON.stringify(answers), recordedAt]);
      const ids = new Map(rows.map((row) => [row.external_id, row.id]));
      return answers.flatMap((answer) => {
        const id = ids.get(answer.answerId);
        return id === undefined ? [] : [{ ...answer, id, followUpId: null }];
      });
    },

    /** Those of these ids from outside that are known, as they stand. */
    findByExternalIds,

    /**
     * Those that were given alike on a day, by one customer or by nobody known; of those alike in all `most` each.
     *
     * @param importId an import whose own are left out; 0: none
     */
    async givenAlike(
      asked: readonly GivenAlike[],
      { most, importId }: { readonly most: number; readonly importId: number },
    ): Promise<AnswerOfDay[]> {
      if (asked.length === 0) return [];
      const rows = await sql.rows(answersGivenAlike, [workspaceId, JSON.stringify(asked), most, importId]);
      return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
    },

    /** The same, held until the transaction ends: of two who change one the second sees what the first did. */
    async holdByExternalIds(answerIds: readonly string[]): Promise<StoredAnswer[]> {
      if (answerIds.length === 0) return [];
      await sql.run(holdAnswers, [workspaceId, textArray(answerIds)]);
      return findByExternalIds(answerIds);
    },

    /** Writes answers, each over the one that is known by its id. */
    async rewrite(answers: readonly StoredAnswer[]): Promise<void> {
      if (answers.length > 0) await sql.run(rewriteAnswers, [workspaceId, JSON.stringify(answers)]);
    },

    /** Scores that nobody is known to have given, those alike in one. */
    anonymous: (): Promise<
      { kind: string; day: Day; score: number | null; cliSum: number | null; source: string; times: number }[]
    > => sql.rows(anonymousScores, [workspaceId]),

    /** Those of these ids from outside that are known. */
    async known(answerIds: readonly string[]): Promise<Set<string>> {
      const rows = await sql.rows(knownAnswers, [workspaceId, textArray(answerIds)]);
      return new Set(rows.map((row) => row.external_id));
    },

    /** The words of those of these ids from outside that are known, and the import that made or last changed each. */
    wordsOf: (
      answerIds: readonly string[],
    ): Promise<{ answerId: string; comment: string | null; importId: number | null }[]> =>
      sql.rows(wordsOfAnswers, [workspaceId, textArray(answerIds)]),

    /** For each window the scales that are not the kind's own, and how many answers were given on each, most first. */
    async scales(kind: AnswerKind, windows: readonly Window[]): Promise<ScaleCount[][]> {
      const [from, to] = [windows.map((one) => one.from), windows.map((one) => one.to)];
      const rows = await sql.rows(scalesInWindows, [workspaceId, kind, from, to]);
      return windows.map((_, i) =>
        rows.flatMap(({ place, scale: written, answers }) => {
          const scale = place === i + 1 ? readScaleText(written) : null;
          return scale ? [{ scale, answers }] : [];
        }),
      );
    },

    /** Brings those with a time of day to the day that it is in a time zone. @returns how many came to another */
    moveDays: (timeZone: string): Promise<number> => sql.run(moveAnswerDays, [workspaceId, toSqlZone(timeZone)]),

    /** Whether there is any. */
    exist: async (): Promise<boolean> => (await sql.rows(anyAnswer, [workspaceId])).length > 0,

    /** By its id from outside. */
    async find(answerId: string): Promise<StoredAnswer | null> {
      const where = { workspaceId_externalId: { workspaceId, externalId: answerId } };
      const row = await sql.typed(({ answer }) => answer.findUnique({ where }));
      return row && toAnswer(row);
    },

    findById,

    /** The same, held until the transaction ends: of two who change it the second sees what the first did. */
    async hold(id: number): Promise<StoredAnswer | null> {
      await sql.run(holdAnswer, [workspaceId, id]);
      return findById(id);
    },

    /** Writes what a person corrected. */
    async correct({ id, score, given = null, comment, negative }: StoredAnswer): Promise<void> {
      const where = { workspaceId_id: { workspaceId, id } };
      await sql.typed(({ answer }) => answer.update({ where, data: { score, given, comment, negative } }));
    },

    async remove(id: number): Promise<void> {
      await sql.typed(({ answer }) => answer.deleteMany({ where: { workspaceId, id } }));
    },

    async ofCustomer(customerId: number, before: Day, limit: number): Promise<StoredAnswer[]> {
      const rows = await sql.typed(({ answer }) =>
        answer.findMany({
          where: { workspaceId, customerId, day: { lt: toDate(before) } },
          orderBy: [{ day: 'desc' }, { at: { sort: 'desc', nulls: 'last' } }, { recordedAt: 'desc' }, { id: 'desc' }],
          take: limit,
        }),
      );
      return rows.map(toAnswer);
    },

    /** What these follow-ups are about, newest first. */
    async ofFollowUps(followUpIds: readonly number[]): Promise<StoredAnswer[]> {
      const rows = await sql.typed(({ answer }) =>
        answer.findMany({
          where: { workspaceId, followUpId: { in: [...followUpIds] } },
          orderBy: [{ day: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
        }),
      );
      return rows.map(toAnswer);
    },

    /**
     * The newest answers with words in a window: the good (promoters, 4–5 stars, CSAT 4–5) or the negative ones. Those whose
     * follow-up is closed are dealt with and left out.
     */
    async newestVoices({ from, to }: Window, tone: 'good' | 'bad', limit: number): Promise<StoredAnswer[]> {
      const day = { gte: toDate(from), lt: toDate(to) };
      const rows = await sql.typed(({ answer }) =>
        answer.findMany({
          where: {
            workspaceId,
            day,
            comment: { not: null },
            AND: [tone === 'good' ? good : { negative: true }, notClosed],
          },
          orderBy: [{ day: 'desc' }, { id: 'desc' }],
          take: limit,
        }),
      );
      return rows.map(toAnswer);
    },
  };
}

const notClosed: Prisma.AnswerWhereInput = {
  OR: [{ followUpId: null }, { followUp: { is: { status: { not: 'done' } } } }],
};

const good: Prisma.AnswerWhereInput = {
  negative: false,
  OR: Object.entries(leastGood).map(([kind, gte]) => ({ kind, score: { gte } })),
};

function toAnswer({ workspaceId: _, recordedAt: _at, importId: _by, externalId, ...row }: AnswerModel): StoredAnswer {
  return {
    ...row,
    answerId: externalId,
    kind: row.kind as AnswerKind,
    day: toDay(row.day),
    at: row.at?.getTime() ?? null,
  };
}
