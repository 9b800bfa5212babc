import type { DigestFacts, DigestParts, PostedDigest } from '../../facts/report.ts';
import type { DrawContext } from '../../messages/kit/draw-context.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Section, SectionDrawing } from '../section.ts';

/** Where a digest is drawn; `posted` is left out where only one person sees it. */
export interface DigestContext extends Pick<DrawContext, 'docsUrl'> {
  readonly posted?: PostedDigest | null | undefined;
}

export interface DigestSection extends Section<DigestParts> {
  /** What it tells of, for the middle of a sentence: where one chooses what a digest holds. */
  title(locale: Locale): string;
  draw(facts: DigestFacts, locale: Locale, context: DigestContext): SectionDrawing;
}
