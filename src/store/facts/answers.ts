import type { AnswerKind, NewAnswer } from '../../loyalty/facts/answer.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** An answer as kept. */
export interface StoredAnswer extends Omit<NewAnswer, 'customer' | 'markedNegative'> {
  readonly id: number;
  readonly customerId: number | null;
  readonly negative: boolean;
  readonly followUpId: number | null;
}

export type UnsavedAnswer = Omit<StoredAnswer, 'id' | 'followUpId'>;

export function answersStore(sql: Sql, workspaceId: number) {
  return {
    /** Writes answers that are not known; those that are stay as they are. @returns what was written */
    async insertNew(answers: readonly UnsavedAnswer[], recordedAt: Date): Promise<StoredAnswer[]> {
      const rows = await sql.rows<{ id: number; external_id: string }>(
        `INSERT INTO answers (workspace_id, external_id, customer_id, kind, day, at, recorded_at, score, recommend, again,
           other, comment, source, public, negative)
         SELECT $1, answer_id, customer_id, kind, ${epochDay} + day, to_timestamp(at / 1000.0), $3, score, recommend, again,
           other, comment, source, public, negative
         FROM jsonb_to_recordset($2::jsonb) AS n(answer_id text, customer_id int, kind text, day int, at float8, score smallint,
           recommend smallint, again smallint, other smallint, comment text, source text, public boolean, negative boolean)
         ON CONFLICT (workspace_id, external_id) DO NOTHING
         RETURNING id, external_id`,
        [workspaceId, JSON.stringify(answers.map(toRow)), recordedAt],
      );
      const ids = new Map(rows.map((row) => [row.external_id, row.id]));
      return answers.flatMap((answer) => {
        const id = ids.get(answer.answerId);
        return id === undefined ? [] : [{ ...answer, id, followUpId: null }];
      });
    },

    /** Scores that nobody is known to have given, those alike in one. */
    async anonymous(): Promise<
      { kind: string; day: Day; score: number | null; cliSum: number | null; source: string; times: number }[]
    > {
      return sql.rows(
        `SELECT kind, day - ${epochDay} AS day, score, 18 - recommend - again - other AS "cliSum",
           coalesce(source, '') AS source, count(*)::int AS times
         FROM answers WHERE workspace_id = $1 AND customer_id IS NULL AND kind IN ('nps', 'csat', 'cli')
         GROUP BY 1, 2, 3, 4, 5`,
        [workspaceId],
      );
    },

    /** Those of these ids from outside that are known. */
    async known(answerIds: readonly string[]): Promise<Set<string>> {
      const rows = await sql.rows<{ external_id: string }>(
        `SELECT external_id FROM answers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(answerIds)],
      );
      return new Set(rows.map((row) => row.external_id));
    },

    /** By its id from outside. */
    async find(answerId: string): Promise<StoredAnswer | null> {
      const [row] = await sql.rows<AnswerRow>(
        `SELECT ${answerColumns} FROM answers WHERE workspace_id = $1 AND external_id = $2`,
        [workspaceId, answerId],
      );
      return row ? toAnswer(row) : null;
    },

    async ofCustomer(customerId: number, before: Day, limit: number): Promise<StoredAnswer[]> {
      const rows = await sql.rows<AnswerRow>(
        `SELECT ${answerColumns} FROM answers
         WHERE workspace_id = $1 AND customer_id = $2 AND day < ${epochDay} + $3::int
         ORDER BY day DESC, at DESC NULLS LAST, recorded_at DESC, id DESC LIMIT $4`,
        [workspaceId, customerId, before, limit],
      );
      return rows.map(toAnswer);
    },

    /** What these follow-ups are about, newest first. */
    async ofFollowUps(followUpIds: readonly number[]): Promise<StoredAnswer[]> {
      const rows = await sql.rows<AnswerRow>(
        `SELECT ${answerColumns} FROM answers WHERE workspace_id = $1 AND follow_up_id = ANY($2::int[])
         ORDER BY day DESC, recorded_at DESC, id DESC`,
        [workspaceId, numberArray(followUpIds)],
      );
      return rows.map(toAnswer);
    },

    /** The newest answers with words in a window: the good (promoters, 4–5 stars, CSAT 4–5) or the negative ones. */
    async newestVoices(window: Window, tone: 'good' | 'bad', limit: number): Promise<StoredAnswer[]> {
      const rows = await sql.rows<AnswerRow>(
        `SELECT ${answerColumns} FROM answers
         WHERE workspace_id = $1 AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int AND comment IS NOT NULL
           AND ${tone === 'bad' ? 'negative' : `NOT negative AND (kind = 'nps' AND score >= 9 OR kind IN ('csat', 'review') AND score >= 4)`}
         ORDER BY day DESC, id DESC LIMIT $4`,
        [workspaceId, window.from, window.to, limit],
      );
      return rows.map(toAnswer);
    },
  };
}

const answerColumns = `id, external_id, customer_id, kind, day - ${epochDay} AS day, at, score, recommend, again, other, comment,
  source, public, negative, follow_up_id`;

interface AnswerRow {
  readonly id: number;
  readonly external_id: string;
  readonly customer_id: number | null;
  readonly kind: AnswerKind;
  readonly day: number;
  readonly at: Date | null;
  readonly score: number | null;
  readonly recommend: number | null;
  readonly again: number | null;
  readonly other: number | null;
  readonly comment: string | null;
  readonly source: string | null;
  readonly public: boolean;
  readonly negative: boolean;
  readonly follow_up_id: number | null;
}

function toRow(answer: UnsavedAnswer): Record<string, unknown> {
  const { answerId, customerId, ...rest } = answer;
  return { answer_id: answerId, customer_id: customerId, ...rest };
}

function toAnswer(row: AnswerRow): StoredAnswer {
  return {
    id: row.id,
    answerId: row.external_id,
    customerId: row.customer_id,
    kind: row.kind,
    day: row.day,
    at: row.at?.getTime() ?? null,
    score: row.score,
    recommend: row.recommend,
    again: row.again,
    other: row.other,
    comment: row.comment,
    source: row.source,
    public: row.public,
    negative: row.negative,
    followUpId: row.follow_up_id,
  };
}
