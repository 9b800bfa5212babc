import { commandNames } from '../messages/words/command-words.ts';
import { type Answer, type Command, reply } from './command.ts';
import { nearestWord } from './nearest-word.ts';

export const help: Command = {
  name: 'help',
  run: () => Promise.resolve(reply({ kind: 'help', unknown: null, commands: commandNames })),
};

/** Help for a word that is no command, with the nearest that is one. */
export function helpWith(typed: string): Answer {
  return reply({ kind: 'help', unknown: { typed, nearest: nearestWord(typed) }, commands: commandNames }, false);
}
