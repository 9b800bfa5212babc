import type { ReviewSection } from '../../loyalty/review.ts';
import { drawCauses } from './causes.ts';
import { drawReviewFigures } from './figures.ts';
import { drawMovement } from './movement.ts';
import type { DrawReviewSection } from './section.ts';
import { drawWorth } from './worth.ts';

/** The sections of the quarterly review, in the order in which they stand. */
export const reviewDrawings: readonly { readonly name: ReviewSection; readonly draw: DrawReviewSection }[] = [
  { name: 'figures', draw: drawReviewFigures },
  { name: 'movement', draw: drawMovement },
  { name: 'causes', draw: drawCauses },
  { name: 'worth', draw: drawWorth },
];
