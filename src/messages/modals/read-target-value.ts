import { minorDigits } from '../../loyalty/facts/money.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import { isPossible, ranges } from '../../loyalty/target.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { typedNumber } from '../../text/typed-number.ts';

export type TargetValue =
  | { readonly kind: 'read'; readonly value: number }
  /** Words for under the field; not escaped. */
  | { readonly kind: 'refused'; readonly words: string };

const words = defineText({
  en: {
    notANumber: (typed: string, example: string) =>
      `“${typed}” is not a number I can read. Write for example ${example}.`,
    outside: (least: string, most: string) => `It can be from ${least} to ${most}.`,
    negative: 'It cannot be negative.',
    asPercent: (typed: string, percent: string) => `Do you mean ${percent} %? Write “${percent} %”, not “${typed}”.`,
    example: { share: '44.5', index: '72.5', money: '2,500' },
  },
  da: {
    notANumber: (typed: string, example: string) =>
      `”${typed}” kan jeg ikke læse som et tal. Skriv for eksempel ${example}.`,
    outside: (least: string, most: string) => `Det kan være fra ${least} til ${most}.`,
    negative: 'Det kan ikke være negativt.',
    asPercent: (typed: string, percent: string) =>
      `Mener du ${percent} %? Skriv ”${percent} %” i stedet for ”${typed}”.`,
    example: { share: '44,5', index: '72,5', money: '2.500' },
  },
  nb: {
    notANumber: (typed: string, example: string) =>
      `«${typed}» kan jeg ikke lese som et tall. Skriv for eksempel ${example}.`,
    outside: (least: string, most: string) => `Det kan være fra ${least} til ${most}.`,
    negative: 'Det kan ikke være negativt.',
    asPercent: (typed: string, percent: string) =>
      `Mener du ${percent} %? Skriv «${percent} %» i stedet for «${typed}».`,
    example: { share: '44,5', index: '72,5', money: '2 500' },
  },
});

/**
 * The value of a target as a person types it, in the figure's own unit: rates in percent ("44,5" or "44,5 %" is .445),
 * amounts in whole units of the currency ("2.500" is 250000 øre). A bare number between 0 and 1 for a rate could be meant
 * both ways and is asked about.
 *
 * @param currency of amounts, ISO 4217
 */
export function readTargetValue(typed: string, figure: FigureName, currency: string, locale: Locale): TargetValue {
  const text = words(locale);
  const { unit } = figures[figure];
  const shown = shortened(oneLine(typed), 40);
  const refused = (words: string): TargetValue => ({ kind: 'refused', words });
  const number = typedNumber(locale, undressed(typed, unit === 'share', unit === 'money' ? currency : ''));
  if (number === null) return refused(text.notANumber(shown, unit === 'score' ? '45' : text.example[unit]));
  if (unit === 'share' && number > 0 && number < 1 && !typed.includes('%')) {
    return refused(text.asPercent(shown, formatNumber(locale, number * 100, 4)));
  }
  const value =
    unit === 'share' ? hundredth(number) : unit === 'money' ? Math.round(number * 10 ** minorDigits(currency)) : number;
  if (isPossible(figure, value)) return { kind: 'read', value };
  if (unit === 'money') return refused(text.negative);
  const [least, most] = ranges[unit];
  const shownEnd = (end: number) => formatNumber(locale, unit === 'share' ? end * 100 : end);
  return refused(text.outside(shownEnd(least), shownEnd(most)));
}

/** A target's value as `readTargetValue` reads it again. */
export function typedTargetValue(figure: FigureName, value: number, currency: string, locale: Locale): string {
  const { unit } = figures[figure];
  if (unit === 'share') return `${formatNumber(locale, value * 100, 6)} %`;
  return formatNumber(locale, unit === 'money' ? value / 10 ** minorDigits(currency) : value, 6);
}

/** Without what people write around a number: "45 points", "44,5 %", "2.500 kr.", "≥ 45". */
function undressed(typed: string, isShare: boolean, currency: string): string {
  const bare = typed
    .trim()
    .replace(/^(?:[<>]=?|[≥≤])\s*/, '')
    .replace(/\s*(?:points?|poeng|pct\.?|procent|prosent|percent)$/i, '');
  if (isShare) return bare.replace(/\s*%$/, '');
  if (currency === '') return bare;
  return bare.replace(new RegExp(`^(?:${currency}|[€$£])\\s*|\\s*(?:${currency}|kr\\.?|,-|[€$£])$`, 'gi'), '');
}

/** 0.9 is 0.009, not 0.009000000000000001. */
function hundredth(number: number): number {
  return Number((number / 100).toPrecision(15));
}
