import { figures } from './figures.ts';
import { followUps } from './follow-ups.ts';
import { ladder } from './ladder.ts';
import type { DigestSection } from './section.ts';
import { voices } from './voices.ts';

/** The sections of the digest, in the order in which they stand. */
export const digestSections: readonly DigestSection[] = [followUps, figures, ladder, voices];
