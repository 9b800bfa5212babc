import type { RowReason } from '../facts/refusal.ts';
import type { AnswerKind, NewAnswer } from '../loyalty/facts/answer.ts';
import { cellsOf, type Fault, isReason, limits, readText } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment, type WrittenDate } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';
import { toBoolean, toFeedbackKind } from './words.ts';

type Cells = readonly string[];

/** Turns the cells of one record into an answer, or says what is wrong with it. Keeps count of answers alike. */
export function createFeedbackReader(rules: RowRules): (cells: Cells) => NewAnswer | Fault {
  const cell = cellsOf(rules.columns);
  const counter = createKeyCounter();

  return (cells) => {
    const texts = readTexts(cells, cell, rules.damaged);
    if ('reason' in texts) return texts;
    const date = readWhen('date', cell(cells, 'date'), rules);
    if ('reason' in date) return date;
    const kind = readKind(cell(cells, 'kind'), rules);
    if (!kind) {
      const code = cell(cells, 'kind').trim() === '' ? 'missing' : 'unknown-kind';
      return { column: 'kind', reason: { code } };
    }
    const scores = readScores(cells, cell, kind);
    if ('reason' in scores) return scores;
    if (kind === 'remark' && texts.comment === null) return { column: 'comment', reason: { code: 'missing' } };
    const isPublic = readYes(cell(cells, 'public'));
    if (isPublic === null) return { column: 'public', reason: { code: 'not-yes-or-no' } };
    const moment = toMoment(date, rules.zone);
    return {
      answerId: keyOf(date, kind, scores, texts),
      kind,
      ...texts,
      day: moment.day,
      at: moment.at,
      ...scores,
      public: isPublic,
      markedNegative: null,
    };
  };

  /** Everything that was said is part of it: of two anonymous answers on a day only the words may differ. */
  function keyOf(
    date: WrittenDate,
    kind: AnswerKind,
    scores: AnswerScores,
    { customer, comment, source }: Texts,
  ): string {
    const { score, recommend, again, other } = scores;
    const moment = [date.day, date.timeMs, date.offset];
    const hash = hashContent(['answer', kind, customer, ...moment, score, recommend, again, other, comment, source]);
    return contentKey(hash, counter.next(hash));
  }
}

interface Texts {
  readonly customer: string | null;
  readonly comment: string | null;
  readonly source: string | null;
}

function readTexts(cells: Cells, cell: (cells: Cells, column: string) => string, damaged: boolean): Texts | Fault {
  const customer = readText(cell(cells, 'customer'), { limit: limits.id, damaged });
  if (isReason(customer)) return { column: 'customer', reason: customer };
  const comment = readText(cell(cells, 'comment'), { limit: limits.comment, multiline: true, damaged });
  if (isReason(comment)) return { column: 'comment', reason: comment };
  const source = readText(cell(cells, 'source'), { limit: limits.source, damaged });
  if (isReason(source)) return { column: 'source', reason: source };
  return { customer, comment, source };
}

/** The row says it, else the header of the score, else the caller. */
function readKind(cell: string, rules: RowRules): AnswerKind | null {
  const text = cell.trim();
  return text === '' ? (rules.columns.feedbackKind ?? rules.defaultFeedbackKind) : toFeedbackKind(text);
}

interface AnswerScores {
  readonly score: number | null;
  readonly recommend: number | null;
  readonly again: number | null;
  readonly other: number | null;
}

const scales: Readonly<Record<AnswerKind, readonly [min: number, max: number] | null>> = {
  nps: [0, 10],
  csat: [1, 5],
  review: [1, 5],
  cli: null,
  remark: null,
};
const parts = ['recommend', 'again', 'other'] as const;

/** A score where the kind has one, all three parts for CLI; a value that the kind has no place for is a fault. */
function readScores(
  cells: Cells,
  cell: (cells: Cells, column: string) => string,
  kind: AnswerKind,
): AnswerScores | Fault {
  const scale = scales[kind];
  const found: Record<string, number> = {};
  for (const column of ['score', ...parts] as const) {
    const text = cell(cells, column).trim();
    const range = column === 'score' ? scale : kind === 'cli' ? ([1, 6] as const) : null;
    if (!range) {
      if (text !== '') return { column, reason: { code: 'not-for-kind', kind } };
      continue;
    }
    const value = readScore(text, range);
    if (isReason(value)) return { column, reason: value };
    found[column] = value;
  }
  const { score = null, recommend = null, again = null, other = null } = found;
  return { score, recommend, again, other };
}

/** A whole number on the scale: "9", "9.0" as spreadsheets leave it, "9/10". Anything else is refused, never read as 0. */
function readScore(text: string, [min, max]: readonly [number, number]): number | RowReason {
  if (text === '') return { code: 'missing' };
  const [, digits, base] = /^(\d{1,2})(?:[.,]0+)?(?: ?\/ ?(\d{1,2}))?$/.exec(text) ?? [];
  const value = Number(digits ?? Number.NaN);
  const fits = value >= min && value <= max && (base === undefined || Number(base) === max);
  return fits ? value : { code: 'not-a-score', min, max };
}

function readYes(cell: string): boolean | null {
  return cell.trim() === '' ? false : toBoolean(cell);
}
