import type { Locale } from './define-text.ts';

/** A quotation as each language writes it. */
export function inQuotes(locale: Locale, text: string): string {
  const [open, close] = marks[locale];
  return `${open}${text}${close}`;
}

const marks = { en: ['“', '”'], da: ['”', '”'], nb: ['«', '»'] } as const satisfies Record<
  Locale,
  readonly [string, string]
>;
