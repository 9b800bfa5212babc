import { isTimeZone } from '../loyalty/time/period.ts';
import type { TimeZone } from './dates.ts';
import type { RowRules } from './row-rules.ts';
import { zoneOf } from './zone-of.ts';

/** What a row says of a date: in one cell, or with a time and a zone beside it, or with a zone in the header. */
export interface DateCells {
  /** The text that is to be read. */
  readonly text: string;
  /** Whose a time without a zone of its own is; null: the workspace's. */
  readonly zone: TimeZone | null;
}

/** Reads the cells of a row that make a date. */
export function dateCells({ columns: { at, says } }: Pick<RowRules, 'columns'>) {
  const zones = new Map(
    Object.entries(says).flatMap(([column, { zone }]) => (zone === undefined ? [] : [[column, toZone(zone)] as const])),
  );
  const hasTimes = at.time !== undefined || at.zone !== undefined;
  return (column: string, raw: (column: string) => string): DateCells => {
    const zone = zones.get(column) ?? null;
    const text = raw(column);
    if (!hasTimes || column !== 'date' || text.trim() === '') return { text, zone };
    const time = raw('time').trim();
    // A spreadsheet gives every date a midnight of its own.
    const moment = time === '' ? text : `${text.trim().replace(/[T ]00[:.]00(?:[:.]00)?$/, '')} ${time}`;
    const own = raw('zone').trim();
    if (own === '' || !/\d[:.]\d\d/.test(moment)) return { text: moment, zone };
    return own.includes('/') && isTimeZone(own)
      ? { text: moment, zone: toZone(own) }
      : { text: `${moment} ${own}`, zone };
  };
}

/** A zone by its name, or by its offset ("+01:00"). */
function toZone(name: string): TimeZone {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  if (sign === undefined) return zoneOf(name);
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return {
    dayOf: (at) => Math.floor((at + offsetMs) / dayMs),
    instantOf: (day, timeMs) => day * dayMs + timeMs - offsetMs,
  };
}

const dayMs = 86_400_000;
