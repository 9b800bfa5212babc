/** The languages the product speaks: English, Danish and Norwegian bokmål. */
export const locales = ['en', 'da', 'nb'] as const;
export type Locale = (typeof locales)[number];

type Words = { readonly [key: string]: string | ((...facts: never[]) => string) | Words };

/** The same keys, and for every function the same arguments. */
type Translated<T extends Words> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...facts: infer A) => string
      ? (...facts: A) => string
      : T[K] extends Words
        ? Translated<T[K]>
        : never;
};

/**
 * Words beside what says them, English first. A missing or unknown key, or a wrong argument, in a translation does not
 * compile.
 *
 * @returns the words of a language
 */
export function defineText<T extends Words>(words: {
  readonly en: T;
  readonly da: NoInfer<Translated<T>>;
  readonly nb: NoInfer<Translated<T>>;
}): (locale: Locale) => Translated<T> {
  defined.push(words);
  return (locale) => (locale === 'en' ? (words.en as unknown as Translated<T>) : words[locale]);
}

/** All words that were defined, for the test that looks for untranslated ones. */
export const defined: { readonly en: object; readonly da: object; readonly nb: object }[] = [];
