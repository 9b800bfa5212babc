import { expect, it } from 'vitest';
import '../../src/delivery/draw-announcement.ts';
import '../../src/messages/kit/problem.ts';
import '../../src/messages/imports/refusals.ts';
import './facts.ts';
import { defined } from '../../src/text/define-text.ts';
import { sameWords } from './same-words.ts';

it.each(['da', 'nb'] as const)('every text has been translated to %s, or is known to be the same', (locale) => {
  const same = defined.flatMap((words) => untranslated(words.en, words[locale]));
  expect(same.filter((text) => !sameWords.includes(text))).toEqual([]);
});

it('the list of words that are the same holds no others', () => {
  const same = defined.flatMap(({ en, da, nb }) => [...untranslated(en, da), ...untranslated(en, nb)]);
  expect(sameWords.filter((text) => !same.includes(text))).toEqual([]);
});

it('no text raises its voice', () => {
  const said = defined.flatMap(({ en, da, nb }) => [en, da, nb].flatMap(leaves)).map(String);
  expect(said.filter((text) => /[^=!]!(?!=)/.test(text) || / - /.test(text))).toEqual([]);
});

/** Texts that stand in English as they are. Functions are compared by what they are made of. */
function untranslated(english: object, other: object): string[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const translated: unknown = (other as Record<string, unknown>)[key];
    if (typeof text === 'object' && text !== null) return untranslated(text, translated as object);
    return String(text) === String(translated) ? [String(text)] : [];
  });
}

function leaves(words: object): unknown[] {
  return Object.values(words).flatMap((text) => (typeof text === 'object' ? leaves(text) : [text]));
}
