import type { RowReason } from '../facts/refusal.ts';
import type { AnswerKind, NewAnswer, NewRespondent } from '../loyalty/facts/answer.ts';
import { countedScore, isSameScale, ownScales, type Scale, scaleText } from '../loyalty/facts/scale.ts';
import { foldSpelling } from '../loyalty/facts/segments.ts';
import { isMachineNothing, limits, saysNothing } from './cells.ts';
import { hashContent } from './content-key.ts';
import { toIsoDay, toMoment } from './dates.ts';
import { idWritten, readCustomerIfAny, readEmail } from './email.ts';
import { foldHeader } from './fold-header.ts';
import { isPlainNumber } from './header-ranks.ts';
import { isGuest } from './ids.ts';
import { createKeyCounter } from './key-counter.ts';
import { createRowKeys, isMidnight, momentMeant, momentWritten } from './row-keys.ts';
import { known, type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { readScoreCell } from './score-cell.ts';
import { fits, scaleOf } from './scores.ts';
import { isUnfinished, setsAside } from './set-aside.ts';
import { toBoolean, toFeedbackKind } from './words.ts';

/** Turns the cells of one record into an answer, or says what is wrong with it. Keeps count of answers alike. */
export function createFeedbackReader(rules: RowRules) {
  const keyOf = createRowKeys(rules);
  const isSaidOtherwise = repeatedIds();
  const { at, header, known: program } = rules.columns;
  // "ID" may be a number of the customer, or begin with 1 in each survey: on another day it is another answer.
  const isOfDay = program === null && isPlainNumber(foldHeader(header[at.response_id ?? -1] ?? ''));

  return rowReader<NewAnswer>(rules, (row) => {
    refuseAside(row, rules);
    const who = readCustomerIfAny(row);
    const customer = who?.customer ?? null;
    // Whom an address alone names is that person.
    const respondent = who?.isOwn ? readRespondent(row) : null;
    const comment = row.words('comment', limits.comment, true);
    const source = row.optional('source', () => row.text('source', limits.source), isMachineNothing);
    const date = row.date('date');
    const { day, at: instant } = toMoment(date, rules.zone);
    const kind = readKind(row.cell('kind'), rules);
    const scores = readScores(row, kind, rules.scale);
    if (kind === 'remark' && comment === null) refuse('comment', { code: 'missing' });
    const isPublic = row.optional('public', () => readYes(row.cell('public'))) ?? false;
    const { score, recommend, again, other, given } = scores;
    const scored = [given ?? score, recommend, again, other];
    const response = row.idIfAny('response_id');
    const survey = [...(isOfDay ? [toIsoDay(date.day)] : []), ...(rules.others === null ? [] : [rules.others])];
    // A score of somebody, or an answer at a time of day, is the same answer where its words were edited later. Of two
    // anonymous answers on a day only the words may differ.
    const meant = momentMeant(date);
    const isOne = meant[1] !== null || (customer !== null && kind !== 'remark');
    const words = isOne ? null : comment;
    const own = who?.isOwn ? idWritten(row, 'customer', who.customer) : null;
    const key = keyOf(
      ['answer', kind, customer, ...meant, ...scored, words, source, ...(respondent ? [respondent.key] : [])],
      ['answer', kind, own, ...momentWritten(date), ...scored, comment, source],
    );
    if (
      response !== null &&
      isSaidOtherwise([kind, ...survey, response].join(':'), [
        customer,
        respondent?.key ?? null,
        ...meant,
        ...scored,
        comment,
        source,
      ])
    ) {
      refuse('response_id', { code: 'same-response' });
    }
    return {
      answerId: response === null ? key.id : ['response', kind, ...survey, response].join(':'),
      formerIds: response === null || rules.others !== null ? key.formerIds : [key.id, ...(key.formerIds ?? [])],
      kind,
      customer,
      email: who?.email ?? null,
      respondent,
      comment,
      source,
      day,
      // Midnight is what a spreadsheet puts behind a day alone.
      at: isMidnight(date) ? null : instant,
      ...scores,
      public: isPublic,
      markedNegative: null,
    };
  });
}

/** A test, spam, what was taken back or broken off is no answer to count, until somebody says so. */
function refuseAside(row: RowCells, { columns }: RowRules): void {
  for (const place of columns.otherStatuses) {
    const [header, text] = [columns.header[place]?.trim() ?? '', row.at(place)];
    if (isUnfinished(header, text)) refuse('status', { code: 'not-completed', header });
    if (setsAside(header, text, columns.header)) refuse('status', { code: 'set-aside', header, text });
  }
}

/** A person by address, or by name: `Anna Holm`, `anna@cafe.dk`, `Anna Holm <anna@cafe.dk>`. */
function readRespondent(row: RowCells): NewRespondent | null {
  const text = row.optional('contact', () => row.text('contact', limits.name), namesNobody);
  if (text === null) return null;
  const email = readEmail(text);
  if (typeof email !== 'string') return { key: foldSpelling(text), name: text, email: null };
  const name = text.includes('<') ? text.slice(0, text.indexOf('<')).trim() : '';
  return { key: email.toLowerCase(), name: name === '' ? null : name, email: email.toLowerCase() };
}

/** Whoever answered so: it is the customer's own answer. */
function namesNobody(text: string): boolean {
  return saysNothing(text) || isGuest(text);
}

/** The row says it, else the header of the score, else the caller. */
function readKind(text: string, rules: RowRules): AnswerKind {
  if (text !== '') return toFeedbackKind(text) ?? refuse('kind', { code: 'unknown-kind' });
  return rules.columns.feedbackKind ?? rules.defaultFeedbackKind ?? refuse('kind', { code: 'missing' });
}

type AnswerScores = Pick<NewAnswer, 'score' | 'recommend' | 'again' | 'other' | 'given' | 'scale'>;

const parts = ['recommend', 'again', 'other'] as const;

/** A score where the kind has one, all three parts for CLI; a value that the kind has no place for is a fault. */
function readScores(row: RowCells, kind: AnswerKind, chosen: Scale | null): AnswerScores {
  const found: Record<string, number> = {};
  const scale = kind === 'remark' ? null : scaleOf(kind, chosen);
  for (const column of ['score', ...parts] as const) {
    const text = row.cell(column);
    const range = (column === 'score') === (kind === 'cli') ? null : scale;
    if (range) found[column] = known(column, readScore(text, range));
    else if (text !== '') refuse(column, { code: 'not-for-kind', kind });
  }
  const { score = null, recommend = null, again = null, other = null } = found;
  const scores = { score, recommend, again, other };
  if (score === null || scale === null || kind === 'remark' || isSameScale(scale, ownScales[kind])) return scores;
  return { ...scores, score: countedScore(score, scale), given: score, scale: scaleText(scale) };
}

/** A whole number on the scale. Anything else is refused, never read as 0. */
function readScore(text: string, scale: Scale): number | RowReason {
  if (text === '') return { code: 'missing' };
  const written = readScoreCell(text);
  return written && fits(written, scale) ? written.score : { code: 'not-a-score', min: scale.min, max: scale.max };
}

/** Tells of each row whether one before it had the same id and said something else. */
function repeatedIds() {
  const ids = createKeyCounter();
  const rows = createKeyCounter();
  return (id: string, said: readonly (string | number | null)[]): boolean => {
    const isFirst = ids.next(hashContent([id])) === 1;
    const isNew = rows.next(hashContent([id, ...said])) === 1;
    return isNew && !isFirst;
  };
}

function readYes(text: string): boolean {
  return toBoolean(text) ?? refuse('public', { code: 'not-yes-or-no' });
}
