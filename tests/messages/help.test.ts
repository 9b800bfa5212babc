import type { KnownBlock, SectionBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { helpWith, mostUsed, toldOf } from '../../src/commands/help.ts';
import { commands } from '../../src/commands/index.ts';
import { nearestWord } from '../../src/commands/nearest-word.ts';
import { drawReply } from '../../src/commands/tell-reply.ts';
import type { Reply } from '../../src/facts/reply.ts';
import { commandsView } from '../../src/messages/help.ts';
import { type Locale, locales } from '../../src/text/define-text.ts';
import { context } from './facts.ts';

const names = commands.map(({ words }) => words[0]);
const help: Reply = { kind: 'help', unknown: null, commands: names };

describe.each(locales)('help in %s', (locale) => {
  it('tells of the ten commands that are used most, in three groups, each on a line', () => {
    const { blocks } = drawReply(help, locale, context);
    const groups = sectionsOf(blocks).map((block) => textOf(block).split('\n'));
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'section', 'actions']);
    expect(groups.map((lines) => lines.length)).toEqual([5, 3, 2]);
    expect(groups.flat().map((line) => /`([^`]+)`/.exec(line)?.[1])).toEqual(
      toldOf(commands, locale, mostUsed).map(({ usage }) => usage),
    );
    // What is longer would run over a line of Slack.
    expect(groups.flat().filter((line) => line.replace(/[*`]/g, '').length > 80)).toEqual([]);
  });

  it('has every command behind a button, in the words of the language', () => {
    const { blocks } = drawReply(help, locale, context);
    expect(pressable(blocks)).toEqual([expect.objectContaining({ value: JSON.stringify({ words: 'help all' }) })]);
    const shown = sectionsOf(commandsView(toldOf(commands, locale), locale).blocks as KnownBlock[])
      .flatMap((block) => textOf(block).split('\n'))
      .map((line) => /`([^`]+)`/.exec(line)?.[1] ?? '');
    expect(shown.toSorted()).toEqual(commands.map((command) => command.help(locale).usage).toSorted());
  });
});

const typed: readonly [typed: string, wrong: string, meant: Record<Locale, string>][] = [
  ['laddr', 'laddr', { en: 'ladder', da: 'stige', nb: 'stige' }],
  ['npss 90 by rung', 'npss', { en: 'nps 90 by rung', da: 'nps 90 by rung', nb: 'nps 90 by rung' }],
  ['follow ups', 'follow ups', { en: 'followups', da: 'opfølgninger', nb: 'oppfølginger' }],
  ['what is our nps country:DK', 'what', { en: 'nps country:DK', da: 'nps country:DK', nb: 'nps country:DK' }],
];

it.each(typed)('“%s” is one line with a button that answers what was meant', (said, wrong, meant) => {
  for (const locale of locales) {
    const { blocks, text } = unknown(said, locale);
    expect(blocks.map(({ type }) => type)).toEqual(['section']);
    expect(text).toContain(wrong);
    expect(text).toContain(`\`/loyalty ${meant[locale]}\``);
    expect(pressable(blocks)).toEqual([
      expect.objectContaining({
        text: expect.objectContaining({ text: meant[locale] }),
        value: JSON.stringify({ words: meant[locale] }),
      }),
    ]);
  }
});

it('a word that is near to none is one line, too, with help a press away', () => {
  for (const locale of locales) {
    const { blocks } = unknown('xyzzyx', locale);
    expect(blocks.map(({ type }) => type)).toEqual(['section']);
    expect(pressable(blocks)).toEqual([expect.objectContaining({ value: JSON.stringify({ words: 'help' }) })]);
  }
});

it('what a button cannot carry is left out of it', () => {
  const { blocks } = unknown(`npss ${'x'.repeat(400)}`, 'en');
  expect(pressable(blocks)).toEqual([expect.objectContaining({ value: JSON.stringify({ words: 'nps' }) })]);
});

it('one slip in a short word is near, two are not', () => {
  expect(nearestWord(commands, ['nsp'])?.name).toBe('nps');
  expect(nearestWord(commands, ['nss'])?.name).toBe('nps');
  expect(nearestWord(commands, ['xxs'])).toBeNull();
});

function unknown(said: string, locale: Locale) {
  const answer = helpWith(commands, said.split(' '));
  if (answer.kind !== 'reply') throw new Error('Help answers in words.');
  return drawReply(answer.reply, locale, context);
}

function sectionsOf(blocks: readonly KnownBlock[]): SectionBlock[] {
  return blocks.filter((block) => block.type === 'section');
}

function textOf({ text }: SectionBlock): string {
  return text?.text ?? '';
}

/** The buttons of a message, below it or beside its lines. */
function pressable(blocks: readonly KnownBlock[]): unknown[] {
  return blocks.flatMap((block) => {
    const [elements, accessory] = [
      block.type === 'actions' ? block.elements : [],
      block.type === 'section' ? block.accessory : undefined,
    ];
    return [...elements, ...(accessory ? [accessory] : [])];
  });
}
