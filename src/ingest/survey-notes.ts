import type { ImportNote } from '../facts/import-note.ts';
import type { ColumnMap } from './header.ts';

/** What a look through the file found that is to be told: what is not read, and how headers were understood. */
export function surveyNotes(
  columns: ColumnMap,
  above: { readonly lines: number; readonly titles: readonly string[] },
  place: string | null,
  remembered: readonly string[] | null,
): ImportNote[] {
  const { ignored, settled, known, kind } = columns;
  return [
    ...(remembered ? [{ code: 'remembered', columns: remembered } as const] : []),
    ...(known ? [{ code: 'known-export', system: known.system, kind } as const] : []),
    ...(above.titles.length > 0
      ? [{ code: 'above-header', lines: above.lines, titles: above.titles.slice(0, mostTitles) } as const]
      : []),
    ...settled.map((one) => ({ code: 'settled', ...one }) as const),
    ...headersThatSay(columns),
    ...(place === null ? [] : [{ code: 'place', header: place } as const]),
    ...(ignored.length > 0 ? [{ code: 'not-read', headers: ignored } as const] : []),
  ];
}

function headersThatSay({ says, at, header }: ColumnMap): ImportNote[] {
  return Object.entries(says).flatMap(([column, { unit = null, vat = null, zone = null }]) =>
    unit === null && vat === null && zone === null
      ? []
      : [{ code: 'header-says', column, header: header[at[column] ?? -1]?.trim() ?? '', unit, vat, zone } as const],
  );
}

const mostTitles = 3;
