import { expect, it } from 'vitest';
import { foldText } from '../../src/loyalty/facts/customer.ts';
import {
  commandHelp,
  commandNames,
  commandWords,
  hasOption,
  withoutOption,
} from '../../src/messages/words/command-words.ts';
import { locales } from '../../src/text/define-text.ts';

it('no word says two commands', () => {
  const words = commandNames.flatMap((name) => [...new Set(commandWords(name).map(foldText))]);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

it.each(locales)('what help shows in %s begins with a word that says the command', (locale) => {
  const wrong = commandNames.filter((name) => {
    const [, word] = commandHelp(locale, name).usage.split(' ');
    return name === 'overview' ? word !== undefined : !commandWords(name).includes(word ?? '');
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
