import type { Clock } from '../../context.ts';
import type { FileRow } from '../../facts/import.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { AnswerOfDay, GivenAlike } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { groupBy } from './group-by.ts';
import { knownRows, type MetRow } from './known-rows.ts';
import type { AheadChoices, AheadOfKind } from './looked-ahead.ts';
import { isResponse } from './own-numbers.ts';

type GivenAnswer = Omit<AnswerOfDay, 'answerId' | 'at' | 'source'>;

/** An answer of a file that is not known by its key. */
interface UnknownAnswer {
  readonly line: number;
  readonly row: NewAnswer;
  readonly customerId: number | null;
}

/**
 * Holds the answers of a file against known ones that say the same: those that are known with a number or a source and come
 * without it, or the other way round.
 */
export async function answersAhead(
  { store, now }: Clock & { readonly store: WorkspaceStore },
  choices: AheadChoices,
): Promise<AheadOfKind | null> {
  if (choices.knownRows === 'others' || !(await store.answers.exist())) return null;
  const finder = customerFinder({ now }, store, false);
  const meeting = knownRows(store, 'answers', choices.knownRows);

  return {
    async take(batch, customerOf) {
      const rows = batch as readonly FileRow<NewAnswer>[];
      meeting.count(rows);
      const named = rows.map(({ row }) => ({ ...row, customer: row.customer && customerOf(row.customer) }));
      const ids = await finder.find(named);
      const known = await store.answers.known(rows.flatMap(({ row }) => keysOf(row)));
      const unknown: UnknownAnswer[] = [];
      for (const { line, row } of rows) {
        if (keysOf(row).some((key) => known.has(key))) continue;
        const customerId = row.customer === null ? null : ids.get(customerOf(row.customer));
        if (customerId !== undefined) unknown.push({ line, row, customerId });
      }
      const others = await givenAlike(store, unknown, {
        most: meeting.met() + unknown.length,
        importId: choices.importId ?? 0,
      });
      for (const one of unknown) meeting.see(one, meetingWith(one, others.get(givenKey({ ...one.row, ...one })) ?? []));
    },
    found: meeting.found,
  };
}

/** By which a row is found. A response of nobody on a day alone is not taken for what was counted without a number. */
function keysOf({ answerId, formerIds, customer, at }: NewAnswer): readonly string[] {
  const isCertain = customer !== null || at !== null || !isResponse(answerId);
  return isCertain ? [answerId, ...(formerIds ?? [])] : [answerId];
}

async function givenAlike(
  { answers }: WorkspaceStore,
  unknown: readonly UnknownAnswer[],
  limits: Parameters<WorkspaceStore['answers']['givenAlike']>[1],
): Promise<Map<string, AnswerOfDay[]>> {
  const asked = new Map(unknown.map((one) => [givenKey({ ...one.row, ...one }), givenBy({ ...one.row, ...one })]));
  return groupBy(await answers.givenAlike([...asked.values()], limits), givenKey);
}

/** On whatever scale they are read. Of a remark the words tell. */
function givenBy({ customerId, kind, day, given, score, recommend, again, other, comment }: GivenAnswer): GivenAlike {
  const words = kind === 'remark' ? comment : null;
  return { customerId, kind, day, given: given ?? score, recommend, again, other, comment: words };
}

function givenKey(answer: GivenAnswer): string {
  return Object.values(givenBy(answer)).join('\u001f');
}

/** Known answers that say the same, of which one of the two lacks a number or a source. */
function meetingWith({ row }: UnknownAnswer, others: readonly AnswerOfDay[]): MetRow[] {
  return others.flatMap((known): MetRow[] => {
    const [isNumbered, knownIsNumbered] = [isResponse(row.answerId), isResponse(known.answerId)];
    if (!agree(row, known)) return [];
    const key = { key: known.answerId, shop: '' };
    if (isNumbered !== knownIsNumbered) {
      if (!mayBeOne(row, known, isSaid(row.comment, known.comment))) return [];
      return [{ known: key, lacks: isNumbered ? 'known-number' : 'number', saysMore: isNumbered }];
    }
    const timeIsMissing = (row.at === null) !== (known.at === null);
    if (!isNumbered && timeIsMissing && known.customerId !== null && row.kind !== 'remark')
      return [{ known: key, lacks: 'time', saysMore: row.at !== null }];
    const sourceIsMissing = (row.source === null) !== (known.source === null);
    if (isNumbered || !sourceIsMissing || !mayBeOne(row, known, row.comment === known.comment)) return [];
    return [{ known: key, lacks: 'source', saysMore: row.source !== null }];
  });
}

/** Whether neither time nor source speaks against it. */
function agree(row: NewAnswer, known: AnswerOfDay): boolean {
  const [a, b] = [row.source, known.source].map((source) => source?.toLowerCase());
  const isOfOneTime = row.at === null || known.at === null || row.at === known.at;
  return isOfOneTime && (a === undefined || b === undefined || a === b);
}

/**
 * A remark is its words, and of one customer a score on a day is one answer. Of nobody known the time tells, unless the words
 * are others; on a day alone the words do.
 */
function mayBeOne(row: NewAnswer, known: AnswerOfDay, sameWords: boolean): boolean {
  if (row.kind === 'remark' || known.customerId !== null) return true;
  const isTimed = row.at !== null && known.at !== null;
  return isTimed ? row.comment === null || known.comment === null || row.comment === known.comment : sameWords;
}

function isSaid(comment: string | null, other: string | null): boolean {
  return comment !== null && comment === other;
}
