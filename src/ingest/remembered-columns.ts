import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { hashContent } from './content-key.ts';
import { foldHeader } from './fold-header.ts';

/** Columns that a person named once for a header. */
export interface RememberedColumns {
  readonly headerKey: string;
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly answers: string | null;
}

/** What a header is known again by: its cells, however their letters and blanks are. */
export function headerKeyOf(header: readonly string[]): string {
  const folded = header.map(foldHeader);
  // The file of refused rows is the same file.
  const own = folded.at(-1) === 'refused' ? folded.slice(0, -1) : folded;
  const { high, low } = hashContent(own);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** What was remembered for a header. */
export function rememberedFor(
  header: readonly string[],
  kind: ImportKind | null,
  all: readonly RememberedColumns[],
): RememberedColumns | null {
  if (all.length === 0) return null;
  const key = headerKeyOf(header);
  return all.find((one) => one.headerKey === key && (kind === null || one.kind === kind)) ?? null;
}
