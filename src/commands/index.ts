import { type DefinedName, definedNames } from '../facts/defined.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import { type FigureName, figureNames } from '../loyalty/figures/index.ts';
import { definitionReply } from '../messages/figures/definition.ts';
import { type CommandName, commandWords, hasOption } from '../messages/words/command-words.ts';
import { storable } from '../text/typed.ts';
import { atRisk } from './at-risk.ts';
import { campaign } from './campaign.ts';
import { clv } from './clv.ts';
import { cohorts } from './cohorts.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { customer } from './customer.ts';
import { digest } from './digest.ts';
import { feedback } from './feedback.ts';
import { figureCommand } from './figure.ts';
import { followups } from './followups.ts';
import { help, helpWith } from './help.ts';
import { importFile } from './import.ts';
import { ladder } from './ladder.ts';
import { overview } from './overview.ts';
import { prediction } from './prediction.ts';
import { rates } from './rates.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { spend } from './spend.ts';
import { targets } from './targets.ts';

/** Of figures that tell more than any other does. */
const ownCommands: Readonly<Partial<Record<FigureName, Command>>> = { clv };

/** Everything that one can type, for Slack and for the shell. */
const commands: readonly Command[] = [
  overview,
  ladder,
  ...figureNames.map((name) => ownCommands[name] ?? figureCommand(name)),
  cohorts,
  prediction,
  atRisk,
  campaign,
  customer,
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

/** Answers what was typed. Nothing typed is the overview; an unknown word gets help with the nearest one. */
export async function answerWords(asking: Asking, typed: string): Promise<Answer> {
  const [word, ...rest] = storable(typed).trim().split(/\s+/);
  if (word === undefined || word === '') return overview.run(asking, []);
  const command = findCommand(word);
  if (!command) return helpWith(word);
  const term = termOf(command.name);
  if (term && rest.length === 1 && hasOption(rest, 'why')) return reply(definitionReply(term));
  // Names of customers and of segments keep their letters; options are lower case.
  const named = command === customer || command === clv || command === targets;
  return command.run(asking, named ? rest : rest.map((one) => one.toLowerCase()));
}

/** What "why" after a command explains; null: nothing. */
function termOf(name: CommandName): DefinedName | null {
  if (name === 'ladder') return 'rungs';
  return definedNames.find((defined) => defined === name) ?? null;
}

/** The command that a word in any of the languages says. */
export function findCommand(word: string): Command | null {
  return byWord.get(foldText(word)) ?? null;
}

const byWord: ReadonlyMap<string, Command> = new Map(
  commands.toReversed().flatMap((command) => commandWords(command.name).map((word) => [foldText(word), command])),
);
