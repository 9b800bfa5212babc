import { foldedNames, foldHeader } from './fold-header.ts';
import type { ColumnMap } from './header.ts';
import { toStatus } from './statuses.ts';

/** Watches a column that is called State: of an order, or of a country. */
export interface StateWatch {
  see(cells: readonly string[]): void;
  /** Its header, where it is a place. */
  place(): string | null;
}

/** A State beside an address is a place, and so is one whose cells name no status. */
export function watchState({ at, header }: ColumnMap): StateWatch {
  const own = header[at.status ?? -1]?.trim() ?? '';
  const isDoubtful = foldHeader(own) === 'state';
  const besideAddress = isDoubtful && header.some((text) => addresses.has(foldHeader(text)));
  let filled = 0;
  let known = 0;
  return {
    see(cells) {
      if (!isDoubtful || filled > enough) return;
      const cell = cells[at.status ?? -1]?.trim() ?? '';
      if (cell === '') return;
      filled++;
      if (cell.length > 2 && isStatus(cell)) known++;
    },
    place: () => (isDoubtful && (besideAddress || (filled > 0 && known === 0)) ? own : null),
  };
}

/** Whether it is a status of an order, also one that is not done. */
function isStatus(cell: string): boolean {
  const status = toStatus(cell);
  return typeof status === 'string' || status.code !== 'unknown-status';
}

/** The columns without a status that is a place. */
export function withoutStatus(columns: ColumnMap, place: string | null): ColumnMap {
  if (place === null) return columns;
  const { status: _, ...at } = columns.at;
  return { ...columns, at };
}

const enough = 1000;
const addresses = foldedNames(
  'city, town, zip, zip code, zipcode, postal code, postcode, address, address 1, street, country, country code, province, by, postnr, postnummer, adresse, land',
);
