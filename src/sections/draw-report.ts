import type { Lateness } from '../facts/report.ts';
import { context, divider, header, section } from '../messages/kit/blocks.ts';
import { type Message, toMessage } from '../messages/kit/message.ts';
import { formatInstant } from '../text/date.ts';
import type { Locale } from '../text/define-text.ts';
import { sentences } from '../text/sentence.ts';
import type { SectionDrawing } from './section.ts';

interface ReportFrame {
  readonly title: string;
  /** In the notification, after the title. */
  readonly summaries: readonly string[];
  /** Why it comes late; null: it doesn't. */
  readonly late: string | null;
  /** In place of the sections where none has anything to tell. */
  readonly quiet: string;
}

/** Sections below each other, under the title that they share. */
export function drawReport(drawn: readonly SectionDrawing[], { title, summaries, late, quiet }: ReportFrame): Message {
  return toMessage(sentences(title, ...summaries), [
    header(title),
    ...(late ? [context(late)] : []),
    ...(drawn.length === 0 ? [section(quiet)] : []),
    ...drawn.flatMap(({ blocks }, i) => [...(i > 0 ? [divider()] : []), ...blocks]),
  ]);
}

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
