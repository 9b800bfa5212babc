import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { groupBy } from './group-by.ts';
import { isKeyedByContent } from './own-numbers.ts';

/** A row of several of nobody known that were given at one time with the same scores. */
interface AlikeRow {
  readonly position: number;
  readonly answer: NewAnswer;
}

interface KnownWords {
  readonly answerId: string;
  readonly comment: string | null;
  readonly importId: number | null;
}

/** What is known of an import that is at work. */
export interface AnswersMet {
  /** Left out: nobody notes it. */
  readonly importId?: number | undefined;
  /** The known answers that a row of the file was found to be, by their ids; more are added. */
  readonly met: Set<string>;
}

/**
 * Answers of nobody are known by their time and scores, and of several in one minute only the words tell which is which. Each
 * row is given the key of the known answer with its words; one with other words is that answer edited only where no other
 * could be meant. What the import itself brought or changed is another row of its file.
 */
export function alikeAnswers({ answers }: Pick<WorkspaceStore, 'answers'>, { importId, met }: AnswersMet) {
  return {
    /** @returns the rows, each with the key of the answer that it is, and where those stand that may be one of several */
    async settle(
      rows: readonly NewAnswer[],
    ): Promise<{ readonly settled: readonly NewAnswer[]; readonly unclear: ReadonlySet<number> }> {
      const groups = groupsOf(rows);
      if (groups.size === 0) return { settled: rows, unclear: new Set() };
      const known = await knownOf(answers, groups);
      const settled = [...rows];
      const unclear = new Set<number>();
      for (const [base, group] of groups) {
        const ids = assign(base, group, known.get(base) ?? []);
        for (const { position, answer } of group) {
          const answerId = ids.get(position);
          if (answerId === undefined) unclear.add(position);
          else settled[position] = { ...answer, answerId };
        }
      }
      return { settled, unclear };
    },

    /** Takes note of rows that the import dealt with before it was stopped: what they were found to be no other row is. */
    async passOver(rows: readonly NewAnswer[]): Promise<void> {
      const groups = groupsOf(rows);
      if (groups.size === 0) return;
      const known = await knownOf(answers, groups);
      for (const [base, group] of groups) giveAlike(group, known.get(base) ?? [], new Map());
    },
  };

  function isOpen({ answerId, importId: by }: KnownWords): boolean {
    return !met.has(answerId) && (importId === undefined || by !== importId);
  }

  /** Gives rows the keys of known answers with the same words; one without words says nothing else than any of them. */
  function giveAlike(group: readonly AlikeRow[], known: readonly KnownWords[], ids: Map<number, string>): void {
    const open = known.filter(isOpen);
    const byId = new Map(open.map((one) => [one.answerId, one]));
    const ofWords = new Map(
      [...groupBy(open, ({ comment }) => comment)].map(([words, ones]) => [words, ones.values()]),
    );
    const give = ({ position }: AlikeRow, one: KnownWords | undefined) => {
      if (!one) return;
      ids.set(position, one.answerId);
      met.add(one.answerId);
    };
    for (const row of group) {
      const { answerId, comment } = row.answer;
      const own = byId.get(answerId);
      give(row, own?.comment === comment && isOpen(own) ? own : nextOpen(ofWords.get(comment)));
    }
    const rest = open.values();
    for (const row of group) {
      if (row.answer.comment === null && !ids.has(row.position)) give(row, nextOpen(rest));
    }
  }

  function nextOpen(ones: Iterator<KnownWords> | undefined): KnownWords | undefined {
    for (let next = ones?.next(); next && !next.done; next = ones?.next()) if (isOpen(next.value)) return next.value;
    return undefined;
  }

  /** By their positions the keys of rows; those are left out of which it is not certain what they are. */
  function assign(base: string, group: readonly AlikeRow[], known: readonly KnownWords[]): Map<number, string> {
    const ids = new Map<number, string>();
    giveAlike(group, known, ids);
    const unmet = known.filter(isOpen);
    const left = group.filter(({ position }) => !ids.has(position));
    const [first, ...others] = left;
    const isEdited = others.length === 0 && unmet.length === 1 && isWhole(group, known, first);
    if (!isEdited && unmet.some(({ comment }) => comment !== null)) return ids;
    const used = new Set(known.map(({ answerId }) => answerId));
    let count = 1;
    for (const [i, { position }] of left.entries()) {
      while (used.has(`${base}${count}`)) count++;
      const answerId = unmet[i]?.answerId ?? `${base}${count++}`;
      ids.set(position, answerId);
      if (importId === undefined || unmet[i]) met.add(answerId);
    }
    return ids;
  }
}

/** Whether the file holds as many as are known; of one alone, a time to the second says that it is the same. */
function isWhole(group: readonly AlikeRow[], known: readonly KnownWords[], row: AlikeRow | undefined): boolean {
  if (Math.max(...group.map(({ answer }) => countIn(answer.answerId))) !== known.length) return false;
  return known.length > 1 || (row?.answer.at ?? 0) % 60_000 !== 0;
}

/** Rows that are known by their time and scores, by their key without its count. */
function groupsOf(rows: readonly NewAnswer[]): Map<string, AlikeRow[]> {
  const alike = rows.flatMap((answer, position) => {
    const { answerId, customer, at } = answer;
    return customer === null && at !== null && isKeyedByContent(answerId) ? [{ position, answer }] : [];
  });
  return groupBy(alike, ({ answer }) => baseOf(answer.answerId));
}

function baseOf(answerId: string): string {
  return answerId.slice(0, answerId.lastIndexOf(':') + 1);
}

/** The how manieth of its content a row is in its file. */
function countIn(answerId: string): number {
  return Number(answerId.slice(answerId.lastIndexOf(':') + 1));
}

/** The known ones of each group, in the order in which they came: its keys are looked for, ever more at once, until one is nobody's. */
async function knownOf(
  answers: WorkspaceStore['answers'],
  groups: ReadonlyMap<string, readonly AlikeRow[]>,
): Promise<Map<string, KnownWords[]>> {
  const known = new Map<string, KnownWords[]>();
  let open = [...groups].map(([base, group]) => ({ base, from: 1, to: group.length + 1 }));
  while (open.length > 0) {
    const keys = open.flatMap(({ base, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => `${base}${from + i}`),
    );
    const found = new Map((await answers.wordsOf(keys)).map((one) => [one.answerId, one]));
    for (const key of keys) {
      const one = found.get(key);
      if (!one) continue;
      const words = known.get(baseOf(key));
      if (words) words.push(one);
      else known.set(baseOf(key), [one]);
    }
    open = open
      .filter(({ base, to }) => found.has(`${base}${to}`))
      .map(({ base, from, to }) => ({ base, from: to + 1, to: to + 2 * (to - from + 1) }));
  }
  return known;
}
