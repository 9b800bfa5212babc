import type { Scale } from '../loyalty/facts/scale.ts';

/** "NPS (1-10)", "Tilfredshed 1 til 7", "Rating out of 5"; null where a text names none. */
export function scaleInHeader(text: string): Scale | null {
  const [, min, max] = /(?<![\d.])([01])\s*(?:-|–|—|to|til|thru|\.\.+)\s*(\d{1,3})(?![\d.])/i.exec(text) ?? [];
  if (min !== undefined && max !== undefined && Number(max) >= 3) return { min: Number(min), max: Number(max) };
  const most = Number(/(?<!\p{L})(?:out of|ud af|ut av|von)\s*(\d{1,3})(?![\d.])/iu.exec(text)?.[1] ?? 0);
  // Of 10 nobody can tell whether they begin with 0 or 1.
  return most >= 3 && most !== 10 ? { min: 1, max: most } : null;
}
