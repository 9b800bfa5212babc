import { defineText, type Locale } from '../../../text/define-text.ts';
import { counted, type Noun } from '../../../text/plural.ts';

/** What a figure counts in its base; lower case. */
export interface BaseWords extends Noun {
  /** In place of 0. */
  readonly none: string;
}

const words = defineText({
  en: {
    answers: { one: 'answer', many: 'answers', none: 'no answers' },
    customers: { one: 'customer', many: 'customers', none: 'no customers' },
  },
  da: {
    answers: { one: 'svar', many: 'svar', none: 'ingen svar' },
    customers: { one: 'kunde', many: 'kunder', none: 'ingen kunder' },
  },
  nb: {
    answers: { one: 'svar', many: 'svar', none: 'ingen svar' },
    customers: { one: 'kunde', many: 'kunder', none: 'ingen kunder' },
  },
});

/** For figures that rest on answers. */
export function answersBase(locale: Locale): BaseWords {
  return words(locale).answers;
}

/** For figures that rest on customers, whatever they did. */
export function customersBase(locale: Locale): BaseWords {
  return words(locale).customers;
}

/** "100 answers", "no customers won". */
export function baseCount(locale: Locale, words: BaseWords, base: number): string {
  return base === 0 ? words.none : counted(locale, base, words);
}
