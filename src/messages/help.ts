import type { KnownBlock, ModalView } from '@slack/types';
import { defineText, type Locale } from '../text/define-text.ts';
import { shortened } from '../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../text/typed.ts';
import { actions, context, header, section } from './kit/blocks.ts';
import { type Message, toMessage } from './kit/message.ts';
import { sayButton } from './kit/say-button.ts';
import { plainView } from './modals/waiting-view.ts';

/** What one looks at, what one does, and what is set up once. */
export type CommandGroup = 'see' | 'do' | 'set-up';

/** A command as help tells of it. */
export interface ToldCommand {
  readonly group: CommandGroup;
  /** What to type: "/loyalty nps 90 by rung". */
  readonly usage: string;
  readonly line: string;
}

/** What was typed that is no command, and what was probably meant, in the reader's words: "nps 90". */
interface Unknown {
  readonly typed: string;
  /** Null: nothing is near. An empty text is `/loyalty` alone. */
  readonly meant: string | null;
  readonly isSentence?: true;
}

const words = defineText({
  en: {
    title: 'What you can type',
    groups: { see: 'See', do: 'Do', 'set-up': 'Set up' },
    all: 'All commands',
    unknown: (typed: string) => `“${typed}” is not a word I know.`,
    sentence: 'I did not understand all of that.',
    nearest: (usage: string) => `Did you mean \`${usage}\`?`,
    hints:
      'After a figure you can add a period (“nps last month”), a part (“nps country:DK”), “by country”, “trend” or “why”. All words work in English, Danish and Norwegian: after /loyalty, under Messages, and where you mention Loyalty Ladder in a channel.',
  },
  da: {
    title: 'Det kan du skrive',
    groups: { see: 'Se', do: 'Gør', 'set-up': 'Sæt op' },
    all: 'Alle kommandoer',
    unknown: (typed: string) => `”${typed}” er ikke et ord, jeg kender.`,
    sentence: 'Jeg forstod ikke det hele.',
    nearest: (usage: string) => `Mente du \`${usage}\`?`,
    hints:
      'Efter et nøgletal kan du skrive en periode (”nps sidste måned”), en del (”nps land:DK”), ”pr. land”, ”udvikling” eller ”hvorfor”. Alle ord virker på dansk, norsk og engelsk: efter /loyalty, under Messages, og når du nævner Loyalty Ladder i en kanal.',
  },
  nb: {
    title: 'Dette kan du skrive',
    groups: { see: 'Se', do: 'Gjør', 'set-up': 'Sett opp' },
    all: 'Alle kommandoer',
    unknown: (typed: string) => `«${typed}» er ikke et ord jeg kjenner.`,
    sentence: 'Jeg forsto ikke alt.',
    nearest: (usage: string) => `Mente du \`${usage}\`?`,
    hints:
      'Etter et nøkkeltall kan du skrive en periode («nps forrige måned»), en del («nps land:NO»), «per land», «utvikling» eller «hvorfor». Alle ord fungerer på norsk, dansk og engelsk: etter /loyalty, under Messages, og når du nevner Loyalty Ladder i en kanal.',
  },
});

/** What help calls a group. */
export function groupTitle(locale: Locale, group: CommandGroup): string {
  return words(locale).groups[group];
}

/** The commands that people use most, and a button for all the others. */
export function drawHelp(commands: readonly ToldCommand[], locale: Locale): Message {
  const text = words(locale);
  return toMessage(summary(commands, locale), [
    header(text.title),
    ...grouped(commands).map(([group, of]) => section(`*${text.groups[group]}:* ${listed(of)}`)),
    actions(sayButton.element(text.all, { words: 'help all' })),
  ]);
}

/** Those that were asked about by name. */
export function drawNamed(commands: readonly ToldCommand[], locale: Locale): Message {
  return toMessage(summary(commands, locale), [section(listed(commands))]);
}

/** Every command, in a modal: it is longer than anybody wants to see in a channel. */
export function commandsView(commands: readonly ToldCommand[], locale: Locale): ModalView {
  return plainView.view({ title: words(locale).all, submit: null, blocks: allCommands(commands, locale) }, {}, locale);
}

/** The same where there are no modals. */
export function drawAll(commands: readonly ToldCommand[], locale: Locale): Message {
  return toMessage(summary(commands, locale), allCommands(commands, locale));
}

/** One line for a word that is no command, and a button that says what was probably meant. */
export function drawUnknown({ typed, meant, isSentence }: Unknown, locale: Locale): Message {
  const text = words(locale);
  const sorry = isSentence ? text.sentence : text.unknown(escapeMrkdwn(shortened(oneLine(typed), 100)));
  if (meant === null) return toMessage(sorry, [section(sorry, sayButton.element(text.title, { words: 'help' }))]);
  const usage = `/loyalty ${escapeMrkdwn(shortened(meant, 100))}`.trim();
  const line = `${sorry} ${text.nearest(usage)}`;
  return toMessage(line, [section(line, sayButton.element(meant || '/loyalty', { words: meant }))]);
}

function allCommands(commands: readonly ToldCommand[], locale: Locale): KnownBlock[] {
  const text = words(locale);
  return [
    ...grouped(commands).flatMap(([group, of]) => [header(text.groups[group]), section(listed(of))]),
    context(text.hints),
  ];
}

/** Commands by their groups, in the order in which they are told. */
export function grouped(commands: readonly ToldCommand[]): [CommandGroup, ToldCommand[]][] {
  return (['see', 'do', 'set-up'] as const)
    .map((group): [CommandGroup, ToldCommand[]] => [group, commands.filter((one) => one.group === group)])
    .filter(([, of]) => of.length > 0);
}

function listed(commands: readonly ToldCommand[]): string {
  return commands.map(({ usage, line }) => `\`${usage}\` – ${line}`).join('\n');
}

function summary(commands: readonly ToldCommand[], locale: Locale): string {
  return `${words(locale).title}: ${commands.map(({ usage }) => usage).join(', ')}`;
}
