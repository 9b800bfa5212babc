import { expect, it } from 'vitest';
import { commands, firstCommand } from '../../src/commands/index.ts';
import { hasOption, withoutOption } from '../../src/commands/option-words.ts';
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

it('options are understood in three languages, with several words too', () => {
  expect(hasOption(['90', 'by', 'rung'], 'by-rung')).toBe(true);
  expect(hasOption(['Pr.', 'trin'], 'by-rung')).toBe(true);
  expect(hasOption(['by', '90', 'rung'], 'by-rung')).toBe(false);
  expect(hasOption(['forfaldne'], 'overdue')).toBe(true);
  expect(hasOption(['legg', 'til'], 'add')).toBe(true);
  expect(withoutOption(['90', 'per', 'trinn'], 'by-rung')).toEqual(['90']);
  expect(withoutOption(['by', 'rung', '365'], 'by-rung')).toEqual(['365']);
  expect(withoutOption(['30'], 'by-rung')).toEqual(['30']);
});
