import { foldText } from '../loyalty/facts/customer.ts';
import type { Command } from './command.ts';

/** What a sentence seems to ask for: a command by its name, and what follows it. */
export interface Guess {
  readonly name: string;
  readonly after: string;
  /** Whether nothing of the sentence was left over. */
  readonly isWhole: boolean;
}

/** What was probably meant by words that begin with no command. */
interface Nearest extends Pick<Guess, 'name' | 'after'> {
  /** How many of the first words are no command; 0: it is a sentence. */
  readonly wrong: number;
}

/**
 * The command one of whose words is at most a few slips away from what was typed, also where one was written as two ("follow
 * ups"); else what a sentence seems to ask for; else the first that is named in it ("what is customer 4711 worth"). Null when
 * there is none.
 */
export function nearestWord(
  commands: readonly Command[],
  typed: readonly string[],
  guess: Guess | null = null,
): Nearest | null {
  const from = (at: number) => typed.slice(at).join(' ');
  const [one, two] = [1, 2].map((count) =>
    count > typed.length ? null : fewestSlips(commands, typed.slice(0, count)),
  );
  // Among two words more than a slip is another word: "går det" is no "target".
  const joins = two && two.slips <= 1 && two.slips < (one?.slips ?? Number.POSITIVE_INFINITY);
  const best = joins ? two : one;
  const wrong = joins ? 2 : 1;
  if (best) return { name: best.name, wrong, after: from(wrong) };
  if (guess) return { name: guess.name, after: guess.after, wrong: 0 };
  for (const [i, word] of typed.slice(0, mostLookedAt).entries()) {
    const said = commands.find(({ words }) => words.some((known) => foldText(known) === foldText(bareWord(word))));
    if (said) return { name: said.words[0], wrong: 1, after: from(i + 1) };
  }
  return null;
}

/** Without what ends a sentence. */
export function bareWord(word: string): string {
  return word.replace(/^[(]+|[?!.,;:)]+$/g, '');
}

/** A sentence that is longer asks for more than one thing. */
const mostLookedAt = 10;

function fewestSlips(commands: readonly Command[], typed: readonly string[]): { name: string; slips: number } | null {
  const words = commands.flatMap((command) => command.words.map((word) => ({ word, name: command.words[0] })));
  return nearestOf(words, typed.join(''), (word) => Math.max(1, Math.floor(word.length / 3)));
}

/** The name that is least slips away from what was typed, and no more than may be. */
export function nearestOf<Known extends { readonly word: string }>(
  all: readonly Known[],
  typed: string,
  most: (word: string) => number,
): (Known & { readonly slips: number }) | null {
  const folded = foldText(typed).slice(0, 40);
  let best: (Known & { readonly slips: number }) | null = null;
  for (const known of all) {
    const slips = slipsBetween(folded, foldText(known.word));
    if (slips <= most(known.word) && slips < (best?.slips ?? Number.POSITIVE_INFINITY)) best = { ...known, slips };
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
