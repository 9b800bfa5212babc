import type { Clock } from '../../context.ts';
import type { FileRow } from '../../facts/import.ts';
import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { AnswerOfDay } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { knownRows, type MetRow } from './known-rows.ts';
import type { AheadChoices, AheadOfKind } from './looked-ahead.ts';

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
      const days = await ofDays(store, unknown);
      for (const one of unknown) meeting.see(one, meetingWith(one, days.get(dayKey({ ...one.row, ...one })) ?? []));
    },
    async found() {
      return { ...(await meeting.found()), notes: [], orders: new Map() };
    },
  };
}

/** By which a row is found. A response of nobody on a day alone is not taken for what was counted without a number. */
function keysOf({ answerId, formerIds, customer, at }: NewAnswer): readonly string[] {
  const isCertain = customer !== null || at !== null || !answerId.startsWith('response:');
  return isCertain ? [answerId, ...(formerIds ?? [])] : [answerId];
}

async function ofDays(
  { answers }: WorkspaceStore,
  unknown: readonly UnknownAnswer[],
): Promise<Map<string, AnswerOfDay[]>> {
  const days = new Map(unknown.map(({ row, customerId }) => [dayKey({ ...row, customerId }), { ...row, customerId }]));
  const named = [...days.values()].flatMap(({ customerId, day }) => (customerId === null ? [] : [{ customerId, day }]));
  const unnamed = [...days.values()].filter(({ customerId }) => customerId === null);
  const found = new Map<string, AnswerOfDay[]>();
  for (const known of await answers.ofDays(named, unnamed)) {
    const key = dayKey(known);
    found.set(key, [...(found.get(key) ?? []), known]);
  }
  return found;
}

function dayKey({ customerId, kind, day }: Pick<AnswerOfDay, 'customerId' | 'kind' | 'day'>): string {
  return customerId === null ? `${kind}:${day}` : `${customerId}:${day}`;
}

/** Known answers that say the same, of which one of the two lacks a number or a source. */
function meetingWith({ row }: UnknownAnswer, others: readonly AnswerOfDay[]): MetRow[] {
  return others.flatMap((known): MetRow[] => {
    const [isNumbered, knownIsNumbered] = [row, known].map(({ answerId }) => answerId.startsWith('response:'));
    if (!isKeyed(known) || !saysTheSame(row, known)) return [];
    if (isNumbered !== knownIsNumbered) {
      if (!mayBeOne(row, known, isSaid(row.comment, known.comment))) return [];
      return [{ key: known.answerId, lacks: isNumbered ? 'known-number' : 'number', saysMore: isNumbered === true }];
    }
    const sourceIsMissing = (row.source === null) !== (known.source === null);
    if (isNumbered || !sourceIsMissing || !mayBeOne(row, known, row.comment === known.comment)) return [];
    return [{ key: known.answerId, lacks: 'source', saysMore: row.source !== null }];
  });
}

/** By what a file said, and not by a person in Slack. */
function isKeyed({ answerId }: AnswerOfDay): boolean {
  return answerId.startsWith('response:') || answerId.startsWith('content:');
}

function saysTheSame(row: NewAnswer, known: AnswerOfDay): boolean {
  const given = ({ given: own, score, recommend, again, other }: Omit<AnswerOfDay, 'customerId'>) =>
    [own ?? score, recommend, again, other].join();
  const [a, b] = [row.source, known.source].map((source) => source?.toLowerCase());
  return (
    row.kind === known.kind &&
    given(row) === given(known) &&
    (row.at === null || known.at === null || row.at === known.at) &&
    (a === undefined || b === undefined || a === b)
  );
}

/**
 * Of one customer a score on a day is one answer, and a remark is its words. Of nobody known the time tells, unless the words
 * are others; on a day alone the words do.
 */
function mayBeOne(row: NewAnswer, known: AnswerOfDay, sameWords: boolean): boolean {
  if (row.kind === 'remark') return row.comment === known.comment;
  if (known.customerId !== null) return true;
  const isTimed = row.at !== null && known.at !== null;
  return isTimed ? row.comment === null || known.comment === null || row.comment === known.comment : sameWords;
}

function isSaid(comment: string | null, other: string | null): boolean {
  return comment !== null && comment === other;
}
