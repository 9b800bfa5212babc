import { asksForNew } from '../commands/customer.ts';
import { findCommand, firstCommand, impliedIn } from '../commands/index.ts';
import { beginsWith } from '../commands/option-words.ts';
import { importKinds } from '../loyalty/facts/import-kind.ts';
import { figureNames } from '../loyalty/figures/index.ts';
import type { TypedOptions } from './options.ts';

/** Words of commands that a terminal alone knows, in each language. */
export const verifyWords = ['verify', 'efterprøv', 'etterprøv', 'kontroller'] as const;
export const correctWords = ['correct', 'ret', 'rett'] as const;
export const deleteWords = ['delete', 'slet', 'slett'] as const;
export const ownWords = [verifyWords, correctWords, deleteWords] as const;

/**
 * What a call does, as far as options are heeded or not: "figures", "import orders", "digest-now". After a space stands what
 * it is one of.
 *
 * @returns null for a word that is no command
 */
export function placeOf({ words, given }: Pick<TypedOptions, 'words' | 'given'>): string | null {
  const [word = firstCommand.words[0], ...rest] = words;
  const name =
    ownWords.find((said) => said.some((one) => one === word.toLowerCase()))?.[0] ??
    (findCommand(word) ?? impliedIn(words, 0)[0]?.command)?.words[0];
  if (name === undefined) return null;
  if (findCommand(word)?.explains && beginsWith(rest, 'why')) return `${name}-why`;
  const place = places[name];
  if (place) return place(rest, given);
  return isFigure(name) ? 'figures' : name;
}

const isFigure = (name: string): boolean => figureNames.some((figure) => figure === name);

const places: Readonly<Record<string, (rest: readonly string[], given: readonly string[]) => string>> = {
  import: (rest, given) =>
    given.includes('undo') || beginsWith(rest, 'undo') ? 'import-undo' : oneOf('import', importKinds, rest),
  correct: (rest, given) => {
    const place = oneOf('correct', ['order', 'answer', 'customer'], rest);
    return place === 'correct order' && given.includes('amount') ? 'correct order --amount' : place;
  },
  delete: (rest) => oneOf('delete', ['order', 'answer', 'customer'], rest),
  // Without a word its options note an answer, too.
  feedback: (rest, given) => (notesAnswer(rest, given) ? 'feedback' : 'feedback-list'),
  customer: (rest) => (asksForNew(rest) ? 'customer-new' : 'customer'),
  digest: (rest) =>
    beginsWith(rest, 'now') ? 'digest-now' : beginsWith(rest, 'settings') ? 'digest-settings' : 'digest',
  review: (rest) => (beginsWith(rest, 'settings') ? 'review-settings' : 'review'),
  targets: (rest) => {
    if (rest.length === 0) return 'targets';
    return beginsWith(rest, 'remove') || beginsWith(rest.slice(1), 'remove') ? 'target-remove' : 'target';
  },
  verify: (_, given) => (given.includes('repair') ? 'verify --repair' : 'verify'),
  settings: (_, given) => (given.includes('time-zone') ? 'settings --time-zone' : 'settings'),
};

/** Whether `feedback` notes what a customer said: by its word, or by options of an answer alone. */
export function notesAnswer(rest: readonly string[], given: readonly string[]): boolean {
  const ofAnswer = ['customer', 'kind', 'score', 'comment', 'source', 'public', 'negative', 'new-customer'];
  return beginsWith(rest, 'add') || (rest.length === 0 && given.some((option) => ofAnswer.includes(option)));
}

function oneOf(command: string, names: readonly string[], [said]: readonly string[]): string {
  return said !== undefined && names.includes(said) ? `${command} ${said}` : command;
}
