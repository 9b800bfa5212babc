import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { knownExports } from './exports/index.ts';
import type { KnownExport } from './exports/known-export.ts';

/** The export that a header is known by; null: none. Of several the one that tells the most. */
export function exportOf(kind: ImportKind | null, header: readonly string[]): KnownExport | null {
  if (header.length < 3) return null;
  const names = new Set(header.map(plain));
  const all = knownExports.filter(
    (one) => (kind === null || one.kind === kind) && one.signature.every((name) => names.has(plain(name))),
  );
  return all.reduce<KnownExport | null>(
    (best, one) => (best && best.signature.length >= one.signature.length ? best : one),
    null,
  );
}

/** Where the header has our columns by the names of the export. */
export function placesInExport(known: KnownExport, header: readonly string[]): { column: string; index: number }[] {
  const names = header.map(plain);
  return Object.entries(known.columns).flatMap(([column, headers]) => {
    const places = [headers].flat().map((name) => {
      const own = plain(name);
      const whole = names.indexOf(own);
      // "Create Date (GMT+1)": the zone of whoever exported it.
      return whole >= 0 ? whole : names.findIndex((one) => one.startsWith(`${own} (`) && one.endsWith(')'));
    });
    const index = places.find((place) => place >= 0);
    return index === undefined ? [] : [{ column, index }];
  });
}

/** As it is written, whatever its letters are. */
function plain(text: string): string {
  return text.length > 200 ? '' : text.trim().toLowerCase();
}
