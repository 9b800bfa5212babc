/**
 * The key of a row without an id of its own: its content and how often that content has come in the file so far. The
 * same file gives the same keys for ever, so this function must not change, and what the readers put into it only where
 * they give the former key, too (row-keys.ts).
 *
 * The parts are what a file means, not what settings make of it: a local time rather than an instant, the amount without
 * its default currency. What may change later (status, public) is no part. Two files that each hold the same content
 * once are taken to speak of the same row; a refused row that comes back mended counts from one in its own file.
 */
export function contentKey({ high, low }: ContentHash, count: number): string {
  // Written digit by digit: a million keys by toString and padding cost several times as much, most of it in clearing up.
  for (let i = 0; i < 8; i++) {
    units[i] = hexDigits.charCodeAt((high >>> (28 - 4 * i)) & 15);
    units[i + 8] = hexDigits.charCodeAt((low >>> (28 - 4 * i)) & 15);
  }
  return `content:${String.fromCharCode(...units)}:${count}`;
}

const hexDigits = '0123456789abcdef';
const units: number[] = Array.from({ length: 16 }, () => 0);

/** 64 bits as two unsigned halves. */
export interface ContentHash {
  readonly high: number;
  readonly low: number;
}

/**
 * Hashes the parts of a row. Null and '' differ, and so do ('a', 'b') and ('ab', ''): the parts are hashed as one text with
 * a unit separator between them and NUL for null, neither of which a cell may hold. The hash is cyrb53 by bryc (public
 * domain) with all of its 64 bits: two lanes over UTF-16 units, mixed as in MurmurHash3.
 */
export function hashContent(parts: readonly (string | number | null)[]): ContentHash {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let part = 0; part < parts.length; part++) {
    const text = (part === 0 ? '' : '\u001f') + (parts[part] ?? '\u0000');
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 2654435761);
      high = Math.imul(high ^ unit, 1597334677);
    }
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return { high: high >>> 0, low: low >>> 0 };
}
