import type { RateReading } from '../../facts/import.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { type HandedOver, howToSay } from './how-to-say.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    says: (line: string, value: string, currency: string, rate: string, base: string) =>
      `Line ${line}, rate ${value}: that would make 1 ${currency} ${rate} ${base}.`,
    known: (reference: string) => `The known rate is ${reference}.`,
    file: (reference: string) => `The row before it says ${reference}.`,
    rough: (reference: string) => `It is worth about ${reference}.`,
    inverse: (base: string, value: string, currency: string, how: string) =>
      `If the file says that 1 ${base} is ${value} ${currency}: ${how}.`,
    'per-100': (how: string) => `If its rates are given per 100 units: ${how}.`,
    'as-written': (how: string) => `If it is right as it stands: ${how}.`,
    slip: 'If this row is a slip, correct it.',
  },
  da: {
    says: (line: string, value: string, currency: string, rate: string, base: string) =>
      `Linje ${line}, kurs ${value}: Så ville 1 ${currency} være ${rate} ${base}.`,
    known: (reference: string) => `Den kendte kurs er ${reference}.`,
    file: (reference: string) => `Rækken før siger ${reference}.`,
    rough: (reference: string) => `Den er cirka ${reference} værd.`,
    inverse: (base: string, value: string, currency: string, how: string) =>
      `Siger filen, at 1 ${base} er ${value} ${currency}, så ${how}.`,
    'per-100': (how: string) => `Er kurserne angivet for 100 enheder, så ${how}.`,
    'as-written': (how: string) => `Er den rigtig, som den står, så ${how}.`,
    slip: 'Er rækken en fejl, så ret den.',
  },
  nb: {
    says: (line: string, value: string, currency: string, rate: string, base: string) =>
      `Linje ${line}, kurs ${value}: Da ville 1 ${currency} vært ${rate} ${base}.`,
    known: (reference: string) => `Den kjente kursen er ${reference}.`,
    file: (reference: string) => `Raden før sier ${reference}.`,
    rough: (reference: string) => `Den er verdt omtrent ${reference}.`,
    inverse: (base: string, value: string, currency: string, how: string) =>
      `Sier filen at 1 ${base} er ${value} ${currency}, så ${how}.`,
    'per-100': (how: string) => `Er kursene oppgitt for 100 enheter, så ${how}.`,
    'as-written': (how: string) => `Er den riktig som den står, så ${how}.`,
    slip: 'Er raden en feil, så rett den.',
  },
});

/** Which rate is in doubt, against what, and what to say of the file. */
export function ratesRefusalWords(
  {
    because,
    place,
    currency,
    base,
    rate,
    reference,
    source,
  }: Extract<FileRefusal, { readonly code: 'rates-doubtful' }>,
  locale: Locale,
  handedOver: HandedOver,
): string {
  const text = words(locale);
  const number = (value: number) => formatNumber(locale, value, value >= 100 ? 2 : 4);
  const value = shortened(oneLine(place.value), 30);
  const how = (reading: RateReading) => {
    const { rates, ratesField } = importWords(locale);
    const choice = inQuotes(locale, rates[reading]);
    return howToSay(locale, handedOver, { option: `--rates ${reading}`, choice, field: ratesField });
  };
  const isInverse = because === 'inverse' || because === 'direction';
  return sentences(
    text.says(formatNumber(locale, place.line), inQuotes(locale, value), currency, number(rate), base),
    because !== 'direction' && reference !== null ? text[source](number(reference)) : '',
    isInverse ? text.inverse(base, value, currency, how('inverse')) : '',
    because === 'hundredfold' ? text['per-100'](how('per-100')) : '',
    text['as-written'](how('as-written')),
    because === 'hundredfold' || because === 'tenfold' ? text.slip : '',
  );
}
