import type { FileRefusal } from '../../facts/refusal.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentences } from '../../text/sentence.ts';
import { columnWords } from './column-words.ts';
import { type HandedOver, howToSay } from './how-to-say.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Line ${line}, ${column} ${value}: that is more than the ${digits} decimals of ${currency}.`,
    whole: (line: number, column: string, value: string, currency: string) =>
      `Line ${line}, ${column} ${value}: ${currency} has no decimals.`,
    round: (how: string) => `To round such amounts: ${how}.`,
    refuse: (how: string) => `To refuse their rows: ${how}.`,
    thousands: 'If the sign sets off thousands, write the numbers without it.',
  },
  da: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Linje ${line}, ${column} ${value}: Det er flere end de ${digits} decimaler, ${currency} har.`,
    whole: (line: number, column: string, value: string, currency: string) =>
      `Linje ${line}, ${column} ${value}: ${currency} har ingen decimaler.`,
    round: (how: string) => `Skal sådanne beløb afrundes, så ${how}.`,
    refuse: (how: string) => `Skal rækkerne afvises, så ${how}.`,
    thousands: 'Er det en tusindtalsseparator, så skriv tallene uden den.',
  },
  nb: {
    says: (line: number, column: string, value: string, currency: string, digits: number) =>
      `Linje ${line}, ${column} ${value}: Det er flere enn de ${digits} desimalene ${currency} har.`,
    whole: (line: number, column: string, value: string, currency: string) =>
      `Linje ${line}, ${column} ${value}: ${currency} har ingen desimaler.`,
    round: (how: string) => `Skal slike beløp rundes av, så ${how}.`,
    refuse: (how: string) => `Skal radene avvises, så ${how}.`,
    thousands: 'Er det et tusenskille, skriv tallene uten det.',
  },
});

/** Amounts with more decimals than their currency has: what they may be, and how to say it. Not escaped. */
export function decimalsRefusalWords(
  { place: { line, column, value }, currency, digits }: Extract<FileRefusal, { readonly code: 'too-many-decimals' }>,
  locale: Locale,
  handedOver: HandedOver,
): string {
  const text = words(locale);
  const fields = importWords(locale);
  const how = (choice: 'round' | 'refuse') =>
    howToSay(locale, handedOver, {
      option: `--decimals ${choice}`,
      choice: inQuotes(locale, fields.decimals[choice]),
      field: fields.decimalsField,
    });
  const [name, cell] = [columnWords(column, locale), briefInQuotes(locale, value)];
  return sentences(
    digits === 0 ? text.whole(line, name, cell, currency) : text.says(line, name, cell, currency, digits),
    text.round(how('round')),
    text.refuse(how('refuse')),
    text.thousands,
  );
}
