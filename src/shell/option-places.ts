import { findCommand, firstCommand } from '../commands/index.ts';
import type { TypedOptions } from './options.ts';
import { usage } from './options.ts';
import { usageWords } from './usage-words.ts';

const everywhere = ['json', 'workspace', 'language', 'help', 'window', 'as-of', 'currency', 'time-zone'];
const feedback = ['feedback'];
const corrections = ['correct', 'delete'];

/** What goes with which commands; an option that is not here goes with imports alone. */
const places: Readonly<Record<string, readonly string[]>> = {
  channel: ['digest'],
  csv: ['customers'],
  'alerts-per-hour': ['settings'],
  customer: feedback,
  score: ['feedback', 'correct'],
  comment: ['feedback', 'correct'],
  amount: ['correct'],
  date: ['correct'],
  status: ['correct'],
  shop: ['import', ...corrections],
  source: feedback,
  public: feedback,
  negative: feedback,
  'new-customer': feedback,
  kind: ['import', 'feedback'],
  locale: ['import', 'targets', 'correct'],
  repair: ['verify'],
  yes: ['verify', 'import', 'settings', 'delete'],
};

/**
 * @param own the words of each command that a terminal alone knows, its name first
 * @throws UserError for an option that says nothing with the command it stands beside: no option is ignored
 */
export function mustBelong(
  { words, given }: Pick<TypedOptions, 'words' | 'given'>,
  own: readonly (readonly string[])[],
): void {
  const [word = firstCommand.words[0]] = words;
  const command = own.find((words) => words.includes(word.toLowerCase()))?.[0] ?? findCommand(word)?.words[0];
  // A word that is no command is answered with help.
  if (command === undefined) return;
  for (const option of given) {
    if (everywhere.includes(option)) continue;
    const allowed = places[option] ?? ['import'];
    if (!allowed.includes(command))
      throw usage((locale) => usageWords(locale).notHere(`--${option}`, word, allowed.join(', ')));
  }
}
