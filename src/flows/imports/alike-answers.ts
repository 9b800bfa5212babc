import type { NewAnswer } from '../../loyalty/facts/answer.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** A row of several of nobody known that were given at one time with the same scores. */
interface AlikeRow {
  readonly position: number;
  readonly answer: NewAnswer;
}

interface KnownWords {
  readonly answerId: string;
  readonly comment: string | null;
}

/**
 * Answers of nobody are known by their time and scores, and of several in one minute only the words tell which is which. Each
 * row is given the key of the known answer with its words; one with other words is that answer edited only where no other
 * could be meant.
 */
export function alikeAnswers({ answers }: Pick<WorkspaceStore, 'answers'>) {
  const rowsOf = new Map<string, number>();
  const taken = new Set<string>();

  return {
    /** @returns the rows, each with the key of the answer that it is, and where those stand that may be one of several */
    async settle(
      rows: readonly NewAnswer[],
    ): Promise<{ readonly settled: readonly NewAnswer[]; readonly unclear: ReadonlySet<number> }> {
      const groups = groupsOf(rows);
      if (groups.size === 0) return { settled: rows, unclear: new Set() };
      for (const [base, group] of groups) rowsOf.set(base, (rowsOf.get(base) ?? 0) + group.length);
      const known = await knownOf(answers, groups);
      const settled = [...rows];
      const unclear = new Set<number>();
      for (const [base, group] of groups) {
        const words = known.get(base) ?? [];
        const ids = assign(base, group, words);
        for (const { position, answer } of group) {
          const answerId = ids.get(position);
          if (answerId === undefined) unclear.add(position);
          else settled[position] = { ...answer, answerId };
        }
      }
      return { settled, unclear };
    },
  };

  /** By their positions the keys of rows; those are left out of which it is not certain what they are. */
  function assign(base: string, group: readonly AlikeRow[], known: readonly KnownWords[]): Map<number, string> {
    const ids = new Map<number, string>();
    const give = ({ position }: AlikeRow, answerId: string) => {
      ids.set(position, answerId);
      taken.add(answerId);
    };
    const open = () => known.filter(({ answerId }) => !taken.has(answerId));
    const left = () => group.filter(({ position }) => !ids.has(position));
    for (const row of left()) {
      const same = open().filter(({ comment }) => comment === row.answer.comment);
      const one = same.find(({ answerId }) => answerId === row.answer.answerId) ?? same[0];
      if (one) give(row, one.answerId);
    }
    // A row without words says nothing else than any of them.
    for (const row of left()) {
      const one = row.answer.comment === null ? open()[0] : undefined;
      if (one) give(row, one.answerId);
    }
    const unmet = open();
    const [first, ...others] = left();
    const isEdited = others.length === 0 && unmet.length === 1 && isWhole(base, known, first);
    if (isEdited || unmet.every(({ comment }) => comment === null)) {
      for (const [i, row] of left().entries()) give(row, unmet[i]?.answerId ?? freeKey(base, known));
    }
    return ids;
  }

  /** Whether the file holds as many as are known; of one alone, a time to the second says that it is the same. */
  function isWhole(base: string, known: readonly KnownWords[], row: AlikeRow | undefined): boolean {
    if (rowsOf.get(base) !== known.length) return false;
    return known.length > 1 || (row?.answer.at ?? 0) % 60_000 !== 0;
  }

  function freeKey(base: string, known: readonly KnownWords[]): string {
    const used = new Set(known.map(({ answerId }) => answerId));
    let count = 1;
    while (used.has(`${base}${count}`) || taken.has(`${base}${count}`)) count++;
    return `${base}${count}`;
  }
}

/** Rows that are known by their time and scores, by their key without its count. */
function groupsOf(rows: readonly NewAnswer[]): Map<string, AlikeRow[]> {
  const groups = new Map<string, AlikeRow[]>();
  for (const [position, answer] of rows.entries()) {
    const { answerId, customer, at } = answer;
    if (customer !== null || at === null || !answerId.startsWith('content:')) continue;
    const base = baseOf(answerId);
    const group = groups.get(base);
    if (group) group.push({ position, answer });
    else groups.set(base, [{ position, answer }]);
  }
  return groups;
}

function baseOf(answerId: string): string {
  return answerId.slice(0, answerId.lastIndexOf(':') + 1);
}

/** The known ones of each group: its keys are looked for up to the first few that nobody has. */
async function knownOf(
  answers: WorkspaceStore['answers'],
  groups: ReadonlyMap<string, readonly AlikeRow[]>,
): Promise<Map<string, KnownWords[]>> {
  const known: string[] = [];
  let open = [...groups].map(([base, group]) => ({ base, from: 1, to: group.length + 1 }));
  while (open.length > 0) {
    const keys = open.flatMap(({ base, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => `${base}${from + i}`),
    );
    const found = await answers.known(keys);
    known.push(...found);
    open = open
      .filter(({ base, to }) => found.has(`${base}${to}`))
      .map(({ base, to }) => ({ base, from: to + 1, to: to + mostAtOnce }));
  }
  const words = new Map<string, KnownWords[]>();
  for (const { answerId, comment } of known.length > 0 ? await answers.findByExternalIds(known) : []) {
    words.set(baseOf(answerId), [...(words.get(baseOf(answerId)) ?? []), { answerId, comment }]);
  }
  return words;
}

const mostAtOnce = 8;
