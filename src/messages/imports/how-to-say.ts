import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';

const words = defineText({
  en: {
    add: (option: string) => `add ${option}`,
    choose: (choice: string, field: string) => `choose ${choice} under ${field}`,
  },
  da: {
    add: (option: string) => `tilføj ${option}`,
    choose: (choice: string, field: string) => `vælg ${choice} under ${field}`,
  },
  nb: {
    add: (option: string) => `legg til ${option}`,
    choose: (choice: string, field: string) => `velg ${choice} under ${field}`,
  },
});

/** Where a file is handed over: what settles how it is read is called otherwise there. */
export type HandedOver = 'shell' | 'form';

/**
 * How somebody says what a file leaves open: by an option in a terminal, by a choice of a field in Slack's form. Ends a
 * sentence that begins with what it means.
 */
export function howToSay(
  locale: Locale,
  handedOver: HandedOver,
  { option, choice, field }: { readonly option: string; readonly choice: string; readonly field: string },
): string {
  const text = words(locale);
  return handedOver === 'shell' ? text.add(option) : text.choose(choice, inQuotes(locale, field));
}
