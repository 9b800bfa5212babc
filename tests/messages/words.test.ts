import { expect, it } from 'vitest';
import '../../src/delivery/draw-announcement.ts';
import '../../src/messages/kit/problem.ts';
import '../../src/messages/imports/file-refusal.ts';
import '../../src/survey/page-words.ts';
import './facts.ts';
import { defined, type Locale, locales } from '../../src/text/define-text.ts';
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

/** Words that once stood for a thing which now has another name, or that say it as English does. */
const gone: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [/promotors/, /repeat buyers?\b/],
  da: [
    /promotor/i,
    /frafaldstruet/i,
    /kunden kostede at få/,
    /hvervet for/,
    /\binden (?:den )?\d+\. /,
    /mere end tilfældigt/,
  ],
  nb: [/frafallstruet/i, /kunden kostet å få/, /mer enn tilfeldig\b/, /Ventet fra/],
};

it.each(locales)('each thing has one name in %s', (locale) => {
  const said = textsIn(locale);
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => gone[locale].some((word) => word.test(text)))).toEqual([]);
});

it.each(locales)('counts stand before what is counted in %s', (locale) => {
  const after =
    /(?:open|claimed|overdue|closed|refused|not reached|new|åbne|forfaldne|lukket|afvist|ikke nået|nye|åpne|avvist|ikke nådd):? \$\{(?:count|open|claimed|overdue)\}/;
  expect(textsIn(locale).filter((text) => after.test(text))).toEqual([]);
});

function textsIn(locale: Locale): string[] {
  return defined.flatMap((words) => leaves(words[locale])).map(String);
}
