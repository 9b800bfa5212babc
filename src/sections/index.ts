import type { Deps } from '../context.ts';
import { digestSections } from './digest/index.ts';
import { reviewSections } from './review/index.ts';

/** The sections of what is posted by the clock. */
export const reportSections: Deps['sections'] = { digest: digestSections, review: reviewSections };
