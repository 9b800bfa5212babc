import { foldText } from './customer.ts';

/** The most letters of a segment's name, and the most segments of one customer. */
export const segmentLimits = { letters: 60, perCustomer: 20 } as const;

/** Words that say: no segment at all. An empty cell of a file says nothing. */
const noneWords = new Set(['-', '–', '—', 'none', 'ingen']);

export type SegmentsReading =
  | { readonly segments: readonly string[] }
  | { readonly code: 'segment-too-long' | 'too-many-segments'; readonly limit: number };

/**
 * The segments in a text such as "VIP; Office, Oslo": separated by semicolon, comma or bar, without blanks around them,
 * each once whatever its capitals and accents. "-", "none" or "ingen" alone are no segments.
 */
export function readSegments(text: string): SegmentsReading {
  const bare = text.trim();
  if (noneWords.has(bare.toLowerCase())) return { segments: [] };
  const segments = new Map<string, string>();
  for (const part of bare.split(/[;,|]/)) {
    const segment = part.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
    if (segment === '') continue;
    if (segment.length > segmentLimits.letters) return { code: 'segment-too-long', limit: segmentLimits.letters };
    const folded = foldSpelling(segment);
    if (!segments.has(folded)) segments.set(folded, segment);
  }
  if (segments.size > segmentLimits.perCustomer) return { code: 'too-many-segments', limit: segmentLimits.perCustomer };
  return { segments: [...segments.values()] };
}

/** What two ways of writing one segment, source or campaign have in common: "Café  Oslo" and "cafe oslo". */
export function foldSpelling(text: string): string {
  return foldText(text.trim().replaceAll(/\s+/g, ' '));
}
