import type { DigestParts } from '../../facts/report.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Section } from '../section.ts';

export interface DigestSection extends Section<DigestParts> {
  /** What it tells of, for the middle of a sentence: where one chooses what a digest holds. */
  title(locale: Locale): string;
}
