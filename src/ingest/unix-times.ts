import { bareCell } from './bare-cell.ts';
import { isDate, unixTime } from './dates.ts';
import type { ColumnPlace } from './header.ts';

/** Finds the columns of dates that are times in seconds or milliseconds since 1970, as programs write them. */
export interface UnixTimeSurvey {
  see(cells: readonly string[]): void;
  found(): readonly string[];
}

/**
 * A number alone says too little: an id, a phone number and 1203261405 for the 12th of March at 14:05 look alike. A column
 * holds times where it holds no other dates, all of one length, and not all of them can be days and hours.
 */
export function surveyUnixTimes(places: readonly ColumnPlace[]): UnixTimeSurvey {
  const columns = places.map(({ column, at }) => ({ column, at, length: 0, isOther: false, isCertain: false }));
  return {
    see(cells) {
      for (const one of columns) {
        if (one.isOther) continue;
        const text = bareCell(cells[one.at] ?? '');
        if (!unixTime.test(text)) {
          one.isOther = isDate(text);
          continue;
        }
        const [length = 0] = text.split('.').map((part) => part.length);
        one.isOther = one.length !== 0 && one.length !== length;
        one.length = length;
        one.isCertain ||= !inDigitPairs.test(text);
      }
    },
    found: () => columns.flatMap(({ column, isOther, isCertain }) => (isCertain && !isOther ? [column] : [])),
  };
}

/** Day or year, month, year or day, hour and minute, of two digits each. */
const inDigitPairs = /^\d\d(?:0[1-9]|1[0-2])\d\d(?:[01]\d|2[0-3])[0-5]\d$/;
