import { UserError } from '../../errors.ts';
import type { Converted, Rates } from '../../loyalty/facts/rates.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { formatDay } from '../../text/date.ts';

/** Amounts of a currency that has no rate on a day cannot be told in the reporting currency: says how to add one. */
export function missingRate(currency: string, base: string, day: Day): UserError {
  return new UserError('missing-rate', (locale) => words[locale](currency, base, formatDay(locale, day)));
}

/** @throws UserError where a rate is missing @returns minor units of the reporting currency */
export function mustConvert(converted: Converted, { base }: Pick<Rates, 'base'>): number {
  if (converted.kind === 'converted') return converted.amountMinor;
  throw missingRate(converted.currency, base, converted.day);
}

const words = {
  en: (currency: string, base: string, day: string) =>
    `There is no rate from ${currency} into ${base} for ${day}. Add one that holds from that day or earlier: \`/loyalty rates\`, or import a file of rates.`,
  da: (currency: string, base: string, day: string) =>
    `Der mangler en kurs fra ${currency} til ${base} for den ${day}. Tilføj en, der gælder fra den dag eller tidligere: \`/loyalty kurser\`, eller indlæs en fil med kurser.`,
  nb: (currency: string, base: string, day: string) =>
    `Det mangler en kurs fra ${currency} til ${base} for ${day}. Legg til en som gjelder fra den dagen eller tidligere: \`/loyalty kurser\`, eller importer en fil med kurser.`,
};
