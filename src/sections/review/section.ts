import type { ReviewFacts } from '../../facts/report.ts';
import type { Locale } from '../../text/define-text.ts';
import type { SectionDrawing } from '../digest/section.ts';

/** One part of the quarterly review, drawn as those of a digest are. */
export type DrawReviewSection = (review: ReviewFacts, locale: Locale) => SectionDrawing;
