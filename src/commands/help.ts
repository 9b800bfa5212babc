import { foldText } from '../loyalty/facts/customer.ts';
import { drawHelp } from '../messages/help.ts';
import type { Presenter } from '../messages/kit/presenter.ts';
import { defineText } from '../text/define-text.ts';
import { type Answer, type Command, reply } from './command.ts';
import { nearestWord } from './nearest-word.ts';

/** Tells of all commands. @param commands asked for when there is a call, as help is one of them */
export function helpOn(commands: () => readonly Command[]) {
  return {
    words: ['help', 'hjælp', 'hjelp', '?'],
    help: defineText({
      en: { usage: '/loyalty help', line: 'This list' },
      da: { usage: '/loyalty hjælp', line: 'Denne liste' },
      nb: { usage: '/loyalty hjelp', line: 'Denne listen' },
    }),
    replies: { help: helpReply(commands) },
    takes: { text: true },
    async run(_, { words }) {
      const asked = words.map((word) => commandSaid(commands(), word));
      const unknown = words.filter((_, i) => asked[i] === undefined);
      if (unknown.length > 0) return helpWith(commands(), unknown.join(' '));
      const shown = asked.flatMap((one) => one ?? []);
      const names = namesOf(shown.length === 0 ? commands() : [...new Set(shown)]);
      return reply({ kind: 'help', unknown: null, commands: names });
    },
  } satisfies Command;
}

/** Help for a word that is no command, with the nearest that is one. */
export function helpWith(commands: readonly Command[], typed: string): Answer {
  const nearest = nearestWord(commands, typed);
  return reply({ kind: 'help', unknown: { typed, nearest }, commands: namesOf(commands) }, false);
}

function helpReply(commands: () => readonly Command[]): Presenter<'help'> {
  return {
    draw({ unknown, commands: names }, locale) {
      const told = (name: string | null) =>
        commands()
          .find(({ words }) => words[0] === name)
          ?.help(locale);
      const nearest = unknown ? told(unknown.nearest) : undefined;
      return drawHelp(
        unknown && { typed: unknown.typed, nearest: nearest?.usage ?? null },
        names.flatMap((name) => told(name) ?? []),
        locale,
      );
    },
    json: ({ unknown, commands: names }) => ({ unknown, commands: names }),
    exitCode: ({ unknown }) => (unknown ? 2 : 0),
  };
}

function commandSaid(commands: readonly Command[], word: string): Command | undefined {
  return commands.find(({ words, alone = [] }) => [...words, ...alone].some((one) => foldText(one) === foldText(word)));
}

function namesOf(commands: readonly Command[]): string[] {
  return commands.map(({ words }) => words[0]);
}
