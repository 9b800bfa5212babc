import type { Day } from '../loyalty/time/period.ts';
import type { Command } from './command.ts';
import { type Condition, conditionsOf } from './condition-words.ts';
import { type Sorted, sortWords } from './sort-words.ts';

/** A command that words may ask for, and the words that are its own. */
export interface Implied {
  readonly command: Command;
  readonly words: readonly string[];
}

/**
 * What words ask for that begin with no command, where they can mean only one thing, the likeliest first: "new customers" and
 * "last week nps" name it later, "ambassadors in Norway" are customers, "last week" is how things stood then.
 *
 * @param find the command that a word says
 */
export function impliedBy(words: readonly string[], asOf: Day, find: (word: string) => Command | null): Implied[] {
  const named = words.flatMap((word, i): Implied[] => {
    const command = i === 0 ? null : find(word);
    return command && !command.takes?.text ? [{ command, words: words.filter((_, at) => at !== i) }] : [];
  });
  const said = ofWhatIsSaid(sortWords(words, asOf));
  return [...named, ...said.flatMap((name) => find(name) ?? []).map((command) => ({ command, words }))];
}

const narrowing: readonly Sorted['kind'][] = ['part', 'country', 'rung', 'condition', 'period'];

/** The commands of which all that is said can hold, by their names: those of lists, or how things stand. */
export function ofWhatIsSaid(sorted: readonly Sorted[]): string[] {
  if (sorted.length === 0 || !sorted.every(({ kind }) => narrowing.includes(kind))) return [];
  if (sorted.every(({ kind }) => kind === 'period')) return ['overview'];
  const isOfVoices = sorted.some((one) => one.kind === 'condition' && ofVoices.includes(one.condition.of));
  return isOfVoices ? ['customers', 'feedback'] : ['customers'];
}

const ofVoices: readonly Condition['of'][] = conditionsOf.voices;
