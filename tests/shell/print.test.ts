import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { actions, header, lines, section, context as smallPrint } from '../../src/messages/kit/blocks.ts';
import { sayButton } from '../../src/messages/kit/say-button.ts';
import { table } from '../../src/messages/kit/table.ts';
import { plainLook } from '../../src/shell/look.ts';
import { inTerminalWords, toText } from '../../src/shell/print.ts';
import { widthOf } from '../../src/shell/text-width.ts';
import { locales } from '../../src/text/define-text.ts';
import { context, plainTyped, replies } from '../messages/facts.ts';

const narrow = (columns: number) => ({ columns, colour: false });
const printed = (blocks: readonly KnownBlock[], look = plainLook) =>
  toText({ text: '', blocks: [...blocks] }, { look });
const linesOf = (text: string) => text.trimEnd().split('\n');

const people = table(
  [
    { head: 'Customer', kind: 'words' },
    { head: 'Orders', kind: 'number' },
  ],
  [
    ['Anna Holm', '7'],
    ['木村 さくら', '1,204'],
    ['Søren 🎉', '12'],
  ],
).block;

describe('a table in a terminal', () => {
  test('stands in columns, numbers to the right, whatever letters it has', () => {
    expect(printed([people])).toBe(
      [
        'Customer     Orders',
        '───────────  ──────',
        'Anna Holm         7',
        '木村 さくら   1,204',
        'Søren 🎉         12',
        '',
      ].join('\n'),
    );
  });

  test('that is wider than the terminal breaks its words between them and keeps its numbers whole', () => {
    const wide = table(
      [
        { head: 'Customer', kind: 'words' },
        { head: 'What was said', kind: 'words' },
        { head: 'Score', kind: 'number' },
      ],
      [['Anna Holm', 'The parcel came five days late and nobody told us about it', '3']],
    ).block;
    const shown = linesOf(printed([wide], narrow(40)));
    expect(shown.filter((line) => widthOf(line) > 40)).toEqual([]);
    expect(shown.slice(2)).toEqual([
      'Anna Holm  The parcel came five        3',
      '           days late and nobody',
      '           told us about it',
    ]);
  });

  test('that has no room at all is told row by row', () => {
    expect(linesOf(printed([people], narrow(14)))).toEqual([
      ...['Customer: Anna', '  Holm', 'Orders: 7', ''],
      ...['Customer: 木村', '  さくら', 'Orders: 1,204', ''],
      ...['Customer:', '  Søren 🎉', 'Orders: 12'],
    ]);
  });
});

test('words break at the width of the terminal, and lists hang below their mark', () => {
  const said = 'Orders, answers and recommendations make the ladder, day by day.';
  expect(linesOf(printed([section(said)], narrow(30)))).toEqual([
    'Orders, answers and',
    'recommendations make the',
    'ladder, day by day.',
  ]);
  expect(linesOf(printed([section(`• ${said}`)], narrow(30)))[1]).toBe('  recommendations make the');
  expect(printed([section(said)])).toBe(`${said}\n`);
});

test('colour is only where it is asked for: headlines and what is bold stand out, small print steps back', () => {
  const blocks = [
    header('Three climbed'),
    section('*NPS* +42'),
    lines([{ bold: 'Anna' }, ' Holm']),
    smallPrint('Base'),
  ];
  const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
  expect(printed(blocks, { columns: null, colour: true })).toBe(
    `${bold('Three climbed')}\n\n${bold('NPS')} +42\n\n${bold('Anna')} Holm\n\n\u001b[2mBase\u001b[22m\n`,
  );
  expect(printed(blocks)).toBe('Three climbed\n\nNPS +42\n\nAnna Holm\n\nBase\n');
});

test('what Slack has a button for is told by its words, unless they stand there already', () => {
  const more = sayButton.element('All commands', { words: 'help all' });
  expect(printed([section('Ten of them.'), actions(more)])).toBe('Ten of them.\n\nAll commands: help all\n');
  expect(printed([section('Not a word I know.', more)])).toBe('Not a word I know. All commands: help all\n');
  expect(printed([section('Did you mean `/loyalty help all`?', more)])).toBe('Did you mean "help all"?\n');
});

test('a link says where it leads', () => {
  expect(printed([section('See <https://example.com/a|the page> or <https://example.com>.')])).toBe(
    'See the page (https://example.com/a) or https://example.com.\n',
  );
});

test('commands are told as they are typed in a terminal', () => {
  expect(inTerminalWords('Begin with `/loyalty import`, or `/loyalty` alone.', 'en')).toBe(
    'Begin with "import", or "overview" alone.',
  );
  expect(inTerminalWords('Skriv `nps 90` eller `/loyalty`.', 'da')).toBe('Skriv nps 90 eller "overblik".');
});

describe.each(locales)('every answer in %s', (locale) => {
  test('fits 80 columns, word for word but for what is one word', () => {
    for (const [name, reply] of Object.entries(replies(plainTyped))) {
      const text = toText(drawReply(reply, locale, { ...context, inTerminal: true }), { look: narrow(80), locale });
      const tooWide = linesOf(text).filter((line) => widthOf(line) > 80);
      expect({ name, tooWide }).toEqual({ name, tooWide: [] });
      expect({ name, slack: /\/loyalty |<[@#!]|&amp;/.test(text) }).toEqual({ name, slack: false });
    }
  });
});
