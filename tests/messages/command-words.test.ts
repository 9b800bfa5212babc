import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands, findCommand, firstCommand } from '../../src/commands/index.ts';
import { optionAt, withoutOption } from '../../src/commands/option-words.ts';
import { foldText } from '../../src/loyalty/facts/customer.ts';
import { locales } from '../../src/text/define-text.ts';

it('no word says two commands', () => {
  const words = commands.flatMap((command) => [...new Set(command.words.map(foldText))]);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

it.each(locales)('what help shows in %s begins with a word that says the command', (locale) => {
  const wrong = commands.filter((command) => {
    const [, word] = command.help(locale).usage.split(' ');
    return command === firstCommand ? word !== undefined : !command.words.includes(word ?? '');
  });
  expect(wrong).toEqual([]);
});

it.each(['docs/using.md', 'README.md'])('the table of commands in %s says words that are known', (file) => {
  const known = (said: string) => {
    const [word = '', ...rest] = said.split(' ');
    return findCommand(word) !== null || (rest.length === 0 && optionAt([word], 0)?.name === 'open');
  };
  const said = commandTable(file).flatMap(({ words }) => words);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((words) => !known(words))).toEqual([]);
});

it('the table of commands in docs/using.md has a row for each, with words in three languages', () => {
  const rows = commandTable('docs/using.md');
  const without = commands.filter(
    ({ words }) =>
      !rows.some(({ cells }) => cells.every((cell) => cell.some((said) => words.includes(said.split(' ')[0] ?? '')))),
  );
  expect(without).toEqual([]);
});

/** What stands in backticks in the columns of the three languages. */
function commandTable(file: string) {
  const [, table = ''] = readFileSync(file, 'utf8').split(
    '| English | Danish | Norwegian | what it answers |\n|---|---|---|---|\n',
  );
  const lines = table.slice(0, table.indexOf('\n\n')).split('\n');
  return lines.map((line) => {
    const cells = line.split('|').slice(1, 4);
    const said = cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words));
    return { cells: said, words: said.flat() };
  });
}

it('options are understood in three languages, with several words too', () => {
  expect(optionAt(['90', 'by', 'rung'], 1)).toEqual({ name: 'by-rung', length: 2 });
  expect(optionAt(['Pr.', 'trin'], 0)?.name).toBe('by-rung');
  expect(optionAt(['by', '90', 'rung'], 0)).toBeNull();
  expect(optionAt(['forfaldne'], 0)?.name).toBe('overdue');
  expect(optionAt(['legg', 'til'], 0)).toEqual({ name: 'add', length: 2 });
  expect(withoutOption(['legg', 'til', 'nps'], 'add')).toEqual(['nps']);
  expect(withoutOption(['nps'], 'add')).toEqual(['nps']);
});

it('mine and overdue are words of their own, in three languages', () => {
  for (const word of ['mine', 'overdue', 'forfaldne', 'forfalte'])
    expect(findCommand(word)?.words[0]).toBe('followups');
});
