import { instantOf, localDay } from '../loyalty/time/period.ts';
import type { TimeZone } from './dates.ts';

/** How a file's times become local days and instants. */
export function zoneOf(name: string): TimeZone {
  return {
    dayOf: (at) => localDay(new Date(at), name),
    instantOf: (day, timeMs) => instantOf(day * 1440 + Math.floor(timeMs / 60_000), name).getTime() + (timeMs % 60_000),
  };
}
