import { minorDigits } from '../../loyalty/facts/money.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { amountWords } from './money-words.ts';

const words = defineText({
  en: { about: (value: string) => `about ${value}`, underOne: 'fewer than 1', nothing: 'next to nothing' },
  da: { about: (value: string) => `ca. ${value}`, underOne: 'færre end 1', nothing: 'næsten intet' },
  nb: { about: (value: string) => `ca. ${value}`, underOne: 'færre enn 1', nothing: 'nesten ingenting' },
});

/** What is estimated of an amount: "about 2,400 kr."; two figures and no small change, as nobody knows it closer. */
export function aboutMoney(locale: Locale, amountMinor: number, currency: string): string {
  const isNothing = twoFigures(amountMinor / 10 ** minorDigits(currency)) < 1;
  return isNothing ? words(locale).nothing : words(locale).about(roundedMoney(locale, amountMinor, currency));
}

/** The same where a headline says that it is an estimate: "2,400 kr.". */
export function roundedMoney(locale: Locale, amountMinor: number, currency: string): string {
  const perUnit = 10 ** minorDigits(currency);
  return amountWords(locale, { amountMinor: twoFigures(amountMinor / perUnit) * perUnit, currency });
}

/** What is estimated of a count: "about 2,100". */
export function aboutNumber(locale: Locale, value: number): string {
  const rounded = twoFigures(value);
  return rounded < 1 ? words(locale).underOne : words(locale).about(formatNumber(locale, rounded));
}

/** 2,929 is 2,900; whole below 10. */
function twoFigures(value: number): number {
  return Math.round(Number(value.toPrecision(2)));
}
