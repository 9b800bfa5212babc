import type { Locale } from '../text/define-text.ts';

/** Placeholder until the words land. */
export function rowRefusalWords(row: { readonly reason: { readonly code: string } }, _locale: Locale): string {
  return row.reason.code;
}

export function fileRefusalWords(refusal: { readonly code: string }, _locale: Locale): string {
  return JSON.stringify(refusal);
}
