import type { Day } from '../loyalty/time/period.ts';
import type { Command } from './command.ts';
import { ofWhatIsSaid } from './implied.ts';
import { bareWord, type Guess } from './nearest-word.ts';
import type { OptionName } from './option-words.ts';
import { type Sorted, sortWords } from './sort-words.ts';
import { nearestName } from './spelling.ts';
import { isTaken } from './understand.ts';

/** A sentence that is longer asks for more than one thing. */
const mostWords = 20;

/**
 * What a sentence asks for: the command that holds most of what was understood of it, be it named in it or not. "Who are our
 * ambassadors in Norway" is "customers ambassadors in Norway". Null where nothing was understood.
 *
 * @param find the command that a word says
 */
export function guessOf(words: readonly string[], asOf: Day, find: (word: string) => Command | null): Guess | null {
  const spelled = words.slice(0, mostWords).map((word) => spelledRight(bareWord(word)));
  const named = spelled.flatMap((word) => find(word) ?? []).at(0);
  // What stands after it is a name, to be read as it stands.
  if (named?.takes?.text) return null;
  const said = oneOfEach(sortWords(spelled, asOf).filter(({ typed }) => !find(typed)));
  const implied = ofWhatIsSaid(said.filter(({ kind }) => narrows.has(kind))).flatMap((name) => find(name) ?? []);
  const guesses = [...(named ? [named] : []), ...implied].map((command) => ({
    name: command.words[0],
    after: held(said, command).map(({ typed }) => typed),
  }));
  const [best] = guesses.sort((a, b) => b.after.length - a.after.length);
  return best ? { name: best.name, after: best.after.join(' ') } : null;
}

/** What of it can stand after a command: customers have a period only where they are new. */
function held(said: readonly Sorted[], command: Command): Sorted[] {
  const taken = said.filter((one) => isTaken(one, command));
  const isNew = taken.some((one) => one.kind === 'condition' && one.condition.of === 'new');
  return command.takes?.conditions === 'customers' && !isNew ? taken.filter(({ kind }) => kind !== 'period') : taken;
}

const saidOptions: readonly OptionName[] = ['mine', 'open', 'overdue'];
const narrows: ReadonlySet<Sorted['kind']> = new Set(['part', 'country', 'rung', 'condition', 'period']);

/** Of two that do not go together the first: of two countries, of two periods. */
function oneOfEach(sorted: readonly Sorted[]): Sorted[] {
  const seen = new Set<string>();
  return sorted.filter((one) => {
    if (one.kind === 'condition') return true;
    if (one.kind === 'unknown' || one.kind === 'unknown-by') return false;
    // "how" and "show" say something after a command, and nothing in a sentence.
    if (one.kind === 'option' && !saidOptions.includes(one.option)) return false;
    const kind = one.kind === 'part' || one.kind === 'country' ? one.part.dimension : one.kind;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

/** Among the words of a sentence shorter ones are near to too much: "siger" to "Niger". */
const leastLetters = 7;

function spelledRight(word: string): string {
  return (word.length < leastLetters ? null : nearestName(word)) ?? word;
}
