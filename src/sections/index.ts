import type { ReportSections } from '../flows/digests/gather.ts';
import { digestSections } from './digest/index.ts';
import { reviewSections } from './review/index.ts';

/** The sections of what is posted by the clock. */
export const reportSections: ReportSections = { digest: digestSections, review: reviewSections };
