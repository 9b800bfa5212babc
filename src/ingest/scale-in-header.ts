import type { Scale } from '../loyalty/facts/scale.ts';

/**
 * "NPS (1-10)", "Tilfredshed fra 1 til 7", "Rating out of 5", "Stars (/10)", "CSAT, 7-point"; null where a text names none.
 * An end alone that is the kind's own says nothing of where it begins.
 *
 * @param own the scale of the kind whose scores these are
 */
export function scaleInHeader(text: string, own: Scale | null = null): Scale | null {
  const [, min, max] = /(?<![\d.])(-?\d{1,3})\s*(?:-|–|—|to|til|thru|\.\.+)\s*(\d{1,3})(?![\d.])/i.exec(text) ?? [];
  if (min !== undefined && max !== undefined && isRange(Number(min), Number(max)))
    return { min: Number(min), max: Number(max) };
  const [, before, behind] = lastAlone.exec(text) ?? [];
  const most = Number(before ?? behind ?? 0);
  // Of 10 nobody can tell whether they begin with 0 or 1.
  if (most < 3) return null;
  if (own === null) return most === 10 ? null : { min: 1, max: most };
  return most === own.max ? null : { min: 1, max: most };
}

/** A scale begins with 0 or 1, or below. */
function isRange(min: number, max: number): boolean {
  return max >= 3 && (min === 0 || min === 1 || (min < 0 && min === -max));
}

const lastAlone =
  /(?:(?<!\p{L})(?:out of|ud af|ut av|von|max\.?|maks\.?|maksimum|maximum)\s*|(?<=[([\s])\/\s*)(\d{1,3})(?![\d./-])|(?<![\d.,/-])(\d{1,3})[\s-]*(?:-| )(?:point|points|punkts?|trins|trinns?|step)(?:[\s-]*(?:scale|skala|skale))?(?!\p{L})/iu;

/** A line above the header that speaks of the scale of all scores below it: "Scale: 1 to 10", "Skala 1-7". */
export function scaleInTitle(title: string, own: Scale): Scale | null {
  return /(?<!\p{L})(?:scale|skala|skalaen|scores?|ratings?|karakter(?:er)?|point|poeng)(?!\p{L})/iu.test(title)
    ? scaleInHeader(title, own)
    : null;
}
