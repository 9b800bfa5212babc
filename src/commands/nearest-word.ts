import { foldText } from '../loyalty/facts/customer.ts';
import type { Command } from './command.ts';

/** A command that was probably meant. */
interface Nearest {
  readonly name: string;
  /** How many of the first words are no command. */
  readonly wrong: number;
  /** How many words say it, with what stands before it: the others are its own. */
  readonly after: number;
}

/**
 * The command one of whose words is at most a few slips away from what was typed, also where one was written as two ("follow
 * ups"); else the first that is named among what was typed ("what is our nps"). Null when there is none.
 */
export function nearestWord(commands: readonly Command[], typed: readonly string[]): Nearest | null {
  const [one, two] = [1, 2].map((count) =>
    count > typed.length ? null : fewestSlips(commands, typed.slice(0, count)),
  );
  const joins = two && two.slips < (one?.slips ?? Number.POSITIVE_INFINITY);
  const best = joins ? two : one;
  if (best) return { name: best.name, wrong: joins ? 2 : 1, after: joins ? 2 : 1 };
  for (const [i, word] of typed.slice(0, mostLookedAt).entries()) {
    const said = commands.find(({ words }) => words.some((known) => foldText(known) === foldText(word)));
    if (said) return { name: said.words[0], wrong: 1, after: i + 1 };
  }
  return null;
}

/** A sentence that is longer asks for more than one thing. */
const mostLookedAt = 10;

function fewestSlips(commands: readonly Command[], typed: readonly string[]): { name: string; slips: number } | null {
  const folded = foldText(typed.join('')).slice(0, 40);
  let best: { name: string; slips: number } | null = null;
  for (const { words } of commands) {
    for (const word of words) {
      const slips = slipsBetween(folded, foldText(word));
      if (slips <= Math.max(1, Math.floor(word.length / 3)) && slips < (best?.slips ?? Number.POSITIVE_INFINITY))
        best = { name: words[0], slips };
    }
  }
  return best;
}

/** Damerau–Levenshtein distance (optimal string alignment): letters added, left out, changed or swapped. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
