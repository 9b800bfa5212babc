import type { ReviewParts } from '../../facts/report.ts';
import type { WrittenSection } from '../section.ts';
import { causes } from './causes.ts';
import { figures } from './figures.ts';
import { movement } from './movement.ts';
import { worth } from './worth.ts';

/** The sections of the quarterly review, in the order in which they stand. */
export const reviewSections: readonly WrittenSection<ReviewParts>[] = [figures, movement, causes, worth];
