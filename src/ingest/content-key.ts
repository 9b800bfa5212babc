/**
 * The key of a row without an id of its own: its content and how often that content has come in the file so far. The
 * same file gives the same keys for ever, so this function and what the readers put into it must not change.
 *
 * The parts are what was written, not what settings make of it: a local time rather than an instant, the amount without
 * its default currency. What may change later (status, public) is no part. Two files that each hold the same content
 * once are taken to speak of the same row; a refused row that comes back mended counts from one in its own file.
 */
export function contentKey(hash: ContentHash, count: number): string {
  const hex = hash.high.toString(16).padStart(8, '0') + hash.low.toString(16).padStart(8, '0');
  return `content:${hex}:${count}`;
}

/** 64 bits as two unsigned halves. */
export interface ContentHash {
  readonly high: number;
  readonly low: number;
}

/** Hashes the parts of a row. Null and '' differ, and so do ('a', 'b') and ('ab', ''). */
export function hashContent(parts: readonly (string | number | null)[]): ContentHash {
  return hashText(parts.map((part) => (part === null ? '\u0000' : part)).join('\u001f'));
}

/** cyrb53 by bryc (public domain) with all of its 64 bits: two lanes over UTF-16 units, mixed as in MurmurHash3. */
export function hashText(text: string): ContentHash {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { high: high >>> 0, low: low >>> 0 };
}
