import { nearNumber } from '../loyalty/facts/near-number.ts';
import { bareCell } from './bare-cell.ts';

/** How the numbers of a file are spelt, so that only files are looked through again in which some may be alike. */
export interface HowSpelt {
  /** Each is spelt as all of its kind are held against each other. */
  readonly plain: boolean;
  /** Two of them may differ by their spelling alone. */
  readonly alike: boolean;
}

/**
 * Takes in numbers and keeps their shapes alone: among digits without zeros in front, zeros up to one length, capitals, or
 * small letters no two are alike.
 */
export function surveySpellings() {
  let padded = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let [plain, own, small, others] = [true, false, false, false];
  return {
    see(cell: string): void {
      const text = bareCell(cell);
      if (text === '' || others) return;
      if (usual.test(text)) {
        shortest = Math.min(shortest, text.length);
        return;
      }
      const near = nearNumber(text);
      if (near === text) own = true;
      else if (zeros.test(text) && (padded === 0 || padded === text.length)) padded = text.length;
      else if (near === text.toUpperCase() && text === text.toLowerCase()) small = true;
      else others = true;
      if (near !== text) plain = false;
    },
    found: (): HowSpelt => ({ plain, alike: others || (own && small) || shortest < padded }),
  };
}

const usual = /^[1-9][0-9]*$/;
const zeros = /^0[0-9]+$/;
