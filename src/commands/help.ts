import { foldText } from '../loyalty/facts/customer.ts';
import { drawAll, drawHelp, drawNamed, drawUnknown, type ToldCommand } from '../messages/help.ts';
import type { Presenter } from '../messages/kit/presenter.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { type Answer, type Command, reply } from './command.ts';
import { type Guess, nearestWord } from './nearest-word.ts';
import { optionWord } from './option-words.ts';

/** Ten, in the order in which help tells of them; the others are a press away. */
export const mostUsed: readonly string[] = [
  'overview',
  'ladder',
  'nps',
  'customer',
  'at-risk',
  'followups',
  'feedback',
  'digest',
  'import',
  'settings',
];

const allWords = ['all', 'alle', 'alt'];

/** Tells of all commands. @param commands asked for when there is a call, as help is one of them */
export function helpOn(commands: () => readonly Command[]) {
  return {
    words: ['help', 'hjælp', 'hjelp', '?'],
    help: defineText({
      en: { usage: '/loyalty help all', line: 'This list' },
      da: { usage: '/loyalty hjælp alt', line: 'Denne liste' },
      nb: { usage: '/loyalty hjelp alt', line: 'Denne listen' },
    }),
    replies: { help: helpReply(commands) },
    takes: { text: true },
    async run(_, { words }) {
      if (words[0] !== undefined && words.every((word) => allWords.includes(foldText(word))))
        return { kind: 'form', form: 'commands' };
      const asked = words.map((word) => commandSaid(commands(), word));
      const unknown = words.filter((_, i) => asked[i] === undefined);
      if (unknown.length > 0) return helpWith(commands(), unknown);
      const shown = asked.flatMap((one) => one ?? []);
      if (shown.length === 0) return reply({ kind: 'help', unknown: null, commands: namesOf(commands()) });
      return reply({ kind: 'help', unknown: null, of: 'named', commands: namesOf([...new Set(shown)]) });
    },
  } satisfies Command;
}

/**
 * Help for words that begin with no command, with the nearest that is one.
 *
 * @param more commands that are understood where it was typed and nowhere else
 * @param guess what they seem to ask for
 */
export function helpWith(
  commands: readonly Command[],
  typed: readonly string[],
  more: readonly Command[] = [],
  guess: Guess | null = null,
): Answer {
  const found = nearestWord([...commands, ...more], typed, guess);
  const { name: nearest, wrong, after } = found ?? { name: null, wrong: 1, after: typed.slice(1).join(' ') };
  const isSentence = wrong === 0;
  const unknown = {
    typed: typed.slice(0, isSentence ? undefined : wrong).join(' '),
    nearest,
    after,
    ...(isSentence && { isSentence }),
  };
  return reply({ kind: 'help', unknown, commands: namesOf(commands) }, false);
}

/** Commands as help tells of them. @param names which, in this order; left out: all */
export function toldOf(
  commands: readonly Command[],
  locale: Locale,
  names: readonly string[] = namesOf(commands),
): readonly ToldCommand[] {
  return names.flatMap((name) => {
    const command = commands.find(({ words }) => words[0] === name);
    return command ? { group: command.group ?? 'see', ...command.help(locale) } : [];
  });
}

function helpReply(commands: () => readonly Command[]): Presenter<'help'> {
  return {
    draw({ unknown, of, commands: names }, locale) {
      if (unknown) return drawUnknown({ ...unknown, meant: meantBy(commands(), unknown, locale) }, locale);
      const told = toldOf(commands(), locale, of ? names : mostUsed);
      if (of === 'named') return drawNamed(told, locale);
      return of === 'all' ? drawAll(told, locale) : drawHelp(told, locale);
    },
    json: ({ unknown, commands: names }) => ({
      unknown: unknown && { typed: unknown.typed, nearest: unknown.nearest },
      commands: names,
    }),
    exitCode: ({ unknown }) => (unknown ? 2 : 0),
  };
}

/** What was probably meant, in the words of the reader's language: "nps 90". Null: nothing is near. */
function meantBy(
  commands: readonly Command[],
  { nearest, after = '' }: { readonly nearest: string | null; readonly after?: string },
  locale: Locale,
): string | null {
  if (nearest === null) return null;
  const usage = commands.find(({ words }) => words[0] === nearest)?.help(locale).usage;
  const word = usage === undefined ? nearest : (usage.split(' ')[1] ?? '');
  const whole = `${word} ${inReadersWords(after, locale)}`.trim();
  return whole.length <= mostSaid ? whole : word;
}

const conditions = defineText({
  en: { lapsed: 'lapsed', promoters: 'promoters' },
  da: { lapsed: 'frafaldne', promoters: 'fortalere' },
  nb: { lapsed: 'frafalne', promoters: 'fortalere' },
});
/** What questions are known to ask for after a command: see question-words.ts. */
const askedFor = ['causes', 'settings', 'list', 'why', 'by-source', 'by-country'] as const;

/** What follows a command, with what was not typed but meant in the reader's words. */
function inReadersWords(after: string, locale: Locale): string {
  const known = [
    ...askedFor.map((name) => [optionWord('en', name), optionWord(locale, name)] as const),
    ...Object.entries(conditions('en')).map(([name, said]) => [said, conditions(locale)[name as 'lapsed']] as const),
  ];
  const [said, instead] = known.find(([one]) => `${after} `.startsWith(`${one} `)) ?? ['', ''];
  return instead + after.slice(said.length);
}

/** What a button can say. */
const mostSaid = 300;

function commandSaid(commands: readonly Command[], word: string): Command | undefined {
  return commands.find(({ words, alone = [] }) => [...words, ...alone].some((one) => foldText(one) === foldText(word)));
}

function namesOf(commands: readonly Command[]): string[] {
  return commands.map(({ words }) => words[0]);
}
