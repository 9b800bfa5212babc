import type { DigestSection } from '../../loyalty/digest.ts';
import { drawFiguresSection } from './figures.ts';
import { drawFollowUpsSection } from './follow-ups.ts';
import { drawLadderSection } from './ladder.ts';
import type { DrawSection } from './section.ts';
import { drawVoicesSection } from './voices.ts';

/** The sections of the digest, in the order in which they stand. */
export const digestDrawings: readonly { readonly name: DigestSection; readonly draw: DrawSection }[] = [
  { name: 'figures', draw: drawFiguresSection },
  { name: 'ladder', draw: drawLadderSection },
  { name: 'voices', draw: drawVoicesSection },
  { name: 'follow-ups', draw: drawFollowUpsSection },
];
