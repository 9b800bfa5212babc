import { UserError } from '../errors.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import { type FigureName, figureNames } from '../loyalty/figures/index.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { Presenters } from '../messages/kit/presenter.ts';
import { noteReply } from '../messages/note.ts';
import { verificationReply } from '../messages/verification.ts';
import { storable } from '../text/typed.ts';
import { ask } from './ask.ts';
import { atRisk } from './at-risk.ts';
import { campaign } from './campaign.ts';
import { clv } from './clv.ts';
import { cohorts } from './cohorts.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { customer } from './customer.ts';
import { customerList } from './customer-list.ts';
import { digest } from './digest.ts';
import { feedback } from './feedback.ts';
import { figureCommand, figureReplies } from './figure.ts';
import { followups } from './followups.ts';
import { guessOf } from './guess.ts';
import { helpOn, helpWith } from './help.ts';
import { type Implied, impliedBy } from './implied.ts';
import { importFile } from './import.ts';
import { ladder } from './ladder.ts';
import { type Guess, nearestWord } from './nearest-word.ts';
import { tooLong } from './not-understood.ts';
import { beginsWith } from './option-words.ts';
import { overview } from './overview.ts';
import { prediction } from './prediction.ts';
import { isComparing } from './question-words.ts';
import { rates } from './rates.ts';
import { review } from './review.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { sortWords } from './sort-words.ts';
import { spend } from './spend.ts';
import { targets } from './targets.ts';
import { isTaken, understand } from './understand.ts';

/** Of figures that tell more than any other does. */
const ownCommands: Readonly<Partial<Record<FigureName, Command>>> = { clv };
/** What is answered when nothing is typed. */
export const firstCommand: Command = overview;
const help = helpOn(() => commands);

/** Everything that one can type, for Slack and for the shell, as help lists it. */
export const commands: readonly Command[] = [
  overview,
  ladder,
  ...figureNames.filter((name) => !ownCommands[name]).map(figureCommand),
  cohorts,
  ...Object.values(ownCommands),
  prediction,
  atRisk,
  campaign,
  customer,
  customerList,
  ask,
  segments,
  followups,
  feedback,
  importFile,
  spend,
  rates,
  digest,
  review,
  targets,
  settings,
  help,
];

/** How each kind of reply is told: the compiler asks for every one. */
export const presenters: Presenters = {
  ...overview.replies,
  ...ladder.replies,
  ...figureReplies,
  ...cohorts.replies,
  ...clv.replies,
  ...prediction.replies,
  ...atRisk.replies,
  ...campaign.replies,
  ...customer.replies,
  ...customerList.replies,
  ...ask.replies,
  ...segments.replies,
  ...followups.replies,
  ...feedback.replies,
  ...importFile.replies,
  ...spend.replies,
  ...rates.replies,
  ...digest.replies,
  ...review.replies,
  ...targets.replies,
  ...settings.replies,
  ...help.replies,
  note: noteReply,
  verification: verificationReply,
};

/**
 * Answers what was typed. Nothing typed is the overview; an unknown word gets help with the nearest one.
 *
 * @param more commands that are understood where it was typed and nowhere else
 */
export async function answerWords(asking: Asking, typed: string, more: readonly Command[] = []): Promise<Answer> {
  const bare = storable(typed).trim().replace(/\s+/g, ' ');
  if (bare.length > mostTyped) throw tooLong(mostTyped);
  const all = bare === '' ? [] : bare.split(' ');
  const [word = '', second = ''] = all;
  const inOne = word === '' ? firstCommand : findCommand(word, more);
  // "at risk"
  const command = inOne ?? (second === '' ? null : findCommand(`${word}-${second}`, more));
  if (!command) return answerSentence(asking, all, more);
  const words = inOne === null ? all.slice(2) : all.slice(saysByItself(command, word) ? 0 : 1);
  try {
    return await answerCommand(asking, command, words);
  } catch (thrown) {
    if (!isNotUnderstood(thrown) || command.takes?.text) throw thrown;
    // "repeat customers" are customers, though "repeat" alone is a figure.
    const implied = command.takes?.conditions ? null : await answerImplied(asking, all, more).catch(() => null);
    const answer = implied ?? (await answerLonger(asking, command, all, more).catch(() => null));
    if (answer) return answer;
    throw thrown;
  }
}

/** "NPS in Denmark compared with Norway": a command, and words between what it takes that say no more. */
async function answerLonger(
  asking: Asking,
  command: Command,
  words: readonly string[],
  more: readonly Command[],
): Promise<Answer | null> {
  const others = sortWords(words.slice(1), asking.asOf).filter((one) => !isTaken(one, command));
  const guess = guessOf(words, asking.asOf, finding(more));
  const isOfIt = guess?.name === command.words[0] && others.every(({ kind }) => kind === 'unknown');
  return isOfIt && (others.length > 1 || others.some(({ typed }) => isComparing(typed)))
    ? answerWhole(asking, guess, more)
    : null;
}

/** Words that begin with no command: what they can only mean, a question that is understood, a customer; else what they seem to ask for. */
async function answerSentence(asking: Asking, words: readonly string[], more: readonly Command[]): Promise<Answer> {
  const implied = await answerImplied(asking, words, more);
  if (implied) return implied;
  const guess = guessOf(words, asking.asOf, finding(more));
  const whole = await answerWhole(asking, guess, more);
  return whole ?? (await answerNamed(asking, words, guess)) ?? helpWith(commands, words, more, guess);
}

/** Null for a sentence of which something was left over, and for what is more than an answer. */
async function answerWhole(asking: Asking, guess: Guess | null, more: readonly Command[]): Promise<Answer | null> {
  const command = guess?.isWhole ? findCommand(guess.name, more) : null;
  if (!guess || !command) return null;
  try {
    const answer = await answerCommand(asking, command, guess.after === '' ? [] : guess.after.split(' '));
    return answer.kind === 'reply' ? answer : null;
  } catch (thrown) {
    if (!isNotUnderstood(thrown)) throw thrown;
    return null;
  }
}

/** "Hansen" alone, where a customer is called so and no command nearly. */
async function answerNamed(asking: Asking, words: readonly string[], guess: Guess | null): Promise<Answer | null> {
  const typed = words.join(' ');
  if (guess || words.length > mostInName || nearestWord(commands, words)) return null;
  const found = await asking.store.customers.search(typed, 1);
  return found.length > 0 ? answerCommand(asking, customer, words) : null;
}

const mostInName = 4;

async function answerCommand(asking: Asking, command: Command, words: readonly string[]): Promise<Answer> {
  const said = understand(asking, command, words);
  if (command.explains && (said.option === 'why' || isWhy(words)))
    return reply({ kind: 'definition', name: command.explains });
  return command.run(asking, said);
}

/** Null where words can mean nothing, or more than one thing. */
async function answerImplied(
  asking: Asking,
  words: readonly string[],
  more: readonly Command[],
): Promise<Answer | null> {
  for (const implied of impliedIn(words, asking.asOf, more)) {
    try {
      return await answerCommand(asking, implied.command, implied.words);
    } catch (thrown) {
      if (!isNotUnderstood(thrown)) throw thrown;
    }
  }
  return null;
}

function isNotUnderstood(thrown: unknown): boolean {
  return thrown instanceof UserError && (thrown.code === 'unknown-words' || thrown.code === 'only-one');
}

/** Commands that words may ask for which begin with none: see implied.ts. */
export function impliedIn(words: readonly string[], asOf: Day, more: readonly Command[] = []): Implied[] {
  return impliedBy(words, asOf, finding(more));
}

/** By a word of its own and no other. */
function finding(more: readonly Command[]): (word: string) => Command | null {
  return (word) => wordsOf(more).get(foldText(word)) ?? byWord.get(foldText(word)) ?? null;
}

/** Longer than anything that is asked, and read at once. */
const mostTyped = 1500;

/** The command that a word in any of the languages says. */
export function findCommand(word: string, more: readonly Command[] = []): Command | null {
  const said = foldText(word);
  return wordsOf(more).get(said) ?? byWord.get(said) ?? commands.find((one) => saysByItself(one, word)) ?? null;
}

/** "mine" is "followups mine". */
function saysByItself({ alone = [] }: Command, word: string): boolean {
  return alone.some((option) => beginsWith([word], option));
}

function isWhy(words: readonly string[]): boolean {
  return words.length === 1 && beginsWith(words, 'why');
}

const byWord = wordsOf(commands);

function wordsOf(all: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(all.flatMap((command) => command.words.map((word) => [foldText(word), command])));
}
