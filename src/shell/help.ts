import type { Command } from '../commands/command.ts';
import { helpOn, mostUsed, toldOf } from '../commands/help.ts';
import { commands, findCommand } from '../commands/index.ts';
import type { Reply } from '../facts/reply.ts';
import { correctionHelp } from '../messages/correction-words.ts';
import { grouped, groupTitle, type ToldCommand } from '../messages/help.ts';
import { verifyHelp } from '../messages/verification.ts';
import type { Locale } from '../text/define-text.ts';
import { correctWords, deleteWords, ownWords, verifyWords } from './call-place.ts';
import { helpWords } from './help-words.ts';
import { bold, type TerminalLook } from './look.ts';
import { padded, widthOf, wrapped } from './text-width.ts';
import { usageWords } from './usage-words.ts';

type Help = Extract<Reply, { readonly kind: 'help' }>;

/** Commands that a terminal alone knows, as help tells of them. */
const own: readonly Command[] = [
  told(correctWords, (locale) => correctionHelp(locale).correct),
  told(deleteWords, (locale) => correctionHelp(locale).remove),
  told(verifyWords, verifyHelp),
];
const all = [...commands, ...own];

/** `help` in a terminal: it knows the terminal's own commands, too. */
export const shellHelp: Command = helpOn(() => all);

/** Help in a terminal's words: commands as they are typed there, and the options that go with them. */
export function toHelpText({ of, commands: names }: Help, look: TerminalLook, locale: Locale): string {
  const text = helpWords(locale);
  const told = toldOf(all, locale, of === 'all' ? undefined : of === 'named' ? names : mostUsed);
  const list = commandLines(told, look, locale);
  const lines = (paragraph: string) => wrapped(paragraph, look.columns);
  if (of === 'named') return joined([list, optionLines(locale, look, names)]);
  if (of === 'all')
    return joined([
      lines(text.call),
      list,
      [bold(text.heading, look), ...optionLines(locale, look)],
      lines(text.exitCodes),
    ]);
  return joined([lines(text.call), list, lines(text.all)]);
}

function told(words: readonly [string, ...string[]], line: (locale: Locale) => string): Command {
  const word = { en: words[0], da: words[1] ?? words[0], nb: words[2] ?? words[0] };
  return {
    words,
    group: 'do',
    help: (locale) => ({ usage: `/loyalty ${word[locale]}`, line: line(locale) }),
    run: () => Promise.reject(new Error('It is told of and not run.')),
  };
}

function joined(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function commandLines(commands: readonly ToldCommand[], look: TerminalLook, locale: Locale): string[] {
  const typed = ({ usage }: ToldCommand) => usage.replace(/^\/loyalty ?/, '') || usageWords(locale).overview;
  const width = Math.max(0, ...commands.map((one) => widthOf(typed(one)))) + 4;
  return grouped(commands).flatMap(([group, of]) => [
    bold(groupTitle(locale, group), look),
    ...of.flatMap((one) => wrapped(padded(`  ${typed(one)}`, width, 'left') + capital(one.line), look.columns, width)),
  ]);
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Of options that go with it what is typed stands here at the most. */
const optionsAt = 40;

/** @param names of the commands whose options are told; left out: all */
function optionLines(locale: Locale, look: TerminalLook, names?: readonly string[]): string[] {
  return entries(helpWords(locale).options)
    .filter(([first = '']) => names === undefined || names.includes(commandOf(first) ?? ''))
    .flatMap((rows) => rows.flatMap((row) => optionLine(row, look)));
}

/** What begins at the margin, with the rows that are its own. */
function entries(options: string): string[][] {
  const found: string[][] = [];
  for (const row of options.trim().split('\n')) {
    if (row.startsWith(' ')) found.at(-1)?.push(row);
    else found.push([row]);
  }
  return found;
}

function commandOf(row: string): string | undefined {
  const [word = ''] = row.split(' ');
  return ownWords.find((words) => words.some((one) => one === word))?.[0] ?? findCommand(word)?.words[0];
}

/** An option and its value stay together. */
function optionLine(row: string, { columns }: TerminalLook): string[] {
  const [, indent = '', typed = '', options = ''] =
    /^( *)(.*?)(?: {2,}(.*))?$/.exec(row.replace(/^ {20,}/, '  ')) ?? [];
  const left = indent.length === 2 ? '' : indent + typed;
  const right = (indent.length === 2 ? [typed, options].filter(Boolean).join('  ') : options)
    .split('  ')
    .map((option) => option.replaceAll(' ', '\u00a0'))
    .join('  ');
  if (right === '') return wrapped(left, columns, 2);
  return wrapped(padded(left, optionsAt, 'left') + right, columns, optionsAt).map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
}
