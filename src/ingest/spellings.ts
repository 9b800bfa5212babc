import { nearNumber } from '../loyalty/facts/near-number.ts';
import { bareCell } from './bare-cell.ts';

/** How the numbers of a file are spelt, so that only files are looked through again in which some may be alike. */
export interface HowSpelt {
  /** Each is spelt as all of its kind are held against each other. */
  readonly plain: boolean;
  /** Two of them may differ by their spelling alone. */
  readonly alike: boolean;
  /** Two numbers of orders may differ by their spelling alone. Plans of old do not say it. */
  readonly orders?: boolean;
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
    found: (): Omit<HowSpelt, 'orders'> => ({ plain, alike: others || (own && small) || shortest < padded }),
  };
}

const usual = /^[1-9][0-9]*$/;
const zeros = /^0[0-9]+$/;

/**
 * Takes in numbers of orders and keeps the manners alone in which they are written, by all that is no digit: R-2026-0001 and
 * R-2026-0002 are of one, of which no two are alike; #1042 and 1042 are of two that may be. Ids of programs have no manner.
 */
export function surveyManners() {
  const manners = new Map<string, string>();
  let last: string | null = null;
  let mayBeAlike = false;
  return {
    see(cell: string): void {
      if (mayBeAlike || manners.size > mostManners) return;
      const manner = usual.test(cell) ? '' : mannerOf(bareCell(cell));
      if (manner === last || manner === null) return;
      last = manner;
      const near = manner.replace(/[0 #.,'/-]+/g, '').toUpperCase();
      const other = manners.get(near);
      if (other === undefined) manners.set(near, manner);
      else mayBeAlike = other !== manner;
    },
    mayBeAlike: () => mayBeAlike,
  };
}

const mostManners = 1000;

/** Zeros in front are a manner, and so is to how many digits they fill up. Null: no number. */
function mannerOf(number: string): string | null {
  if (number === '') return null;
  const rest = number.replace(/[0-9]+/g, '');
  return number.startsWith('0') ? '0'.repeat(number.length) + rest : rest;
}
