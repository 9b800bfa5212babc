import type { FileRefusal } from '../../facts/refusal.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentences } from '../../text/sentence.ts';
import { columnWords } from './column-words.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Line ${line}, ${column} ${value}: that is more than the ${digits} decimals of ${currency}.`,
    round: (how: string) => `To round such amounts: ${how}.`,
    refuse: (how: string) => `To refuse their rows: ${how}.`,
    thousands: 'If the sign sets off thousands, write the numbers without it.',
    add: (option: string) => `add ${option}`,
    choose: (choice: string, field: string) => `choose ${choice} under ${field}`,
  },
  da: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Linje ${line}, ${column} ${value}: Det er flere end de ${digits} decimaler, ${currency} har.`,
    round: (how: string) => `Skal sådanne beløb afrundes, så ${how}.`,
    refuse: (how: string) => `Skal rækkerne afvises, så ${how}.`,
    thousands: 'Er det en tusindtalsseparator, så skriv tallene uden den.',
    add: (option: string) => `tilføj ${option}`,
    choose: (choice: string, field: string) => `vælg ${choice} under ${field}`,
  },
  nb: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Linje ${line}, ${column} ${value}: Det er flere enn de ${digits} desimalene ${currency} har.`,
    round: (how: string) => `Skal slike beløp rundes av, så ${how}.`,
    refuse: (how: string) => `Skal radene avvises, så ${how}.`,
    thousands: 'Er det et tusenskille, skriv tallene uten det.',
    add: (option: string) => `legg til ${option}`,
    choose: (choice: string, field: string) => `velg ${choice} under ${field}`,
  },
});

/** Amounts with more decimals than their currency has: what they may be, and how to say it. Not escaped. */
export function decimalsRefusalWords(
  { place: { line, column, value }, currency, digits }: Extract<FileRefusal, { readonly code: 'too-many-decimals' }>,
  locale: Locale,
  handedOver: 'shell' | 'form',
): string {
  const text = words(locale);
  const fields = importWords(locale);
  const how = (choice: 'round' | 'refuse') =>
    handedOver === 'shell'
      ? text.add(`--decimals ${choice}`)
      : text.choose(inQuotes(locale, fields.decimals[choice]), inQuotes(locale, fields.decimalsField));
  const cell = briefInQuotes(locale, value);
  return sentences(
    text.says(line, columnWords(column, locale), cell, currency, digits),
    text.round(how('round')),
    text.refuse(how('refuse')),
    text.thousands,
  );
}
