import type { Lateness } from '../facts/report.ts';
import { formatInstant } from '../text/date.ts';
import type { Locale } from '../text/define-text.ts';

/** That it comes late, and how many earlier ones are left out. */
export function lateWords(
  late: Lateness | null,
  locale: Locale,
  text: { readonly late: (at: string) => string; readonly skipped: (count: number) => string },
): string | null {
  if (!late) return null;
  const at = formatInstant(locale, new Date(late.dueAt), late.timeZone);
  return text.late(at) + (late.skipped > 0 ? text.skipped(late.skipped) : '');
}
