import type { Day } from '../../loyalty/time/period.ts';
import type { Prisma } from '../generated/client.ts';

/** Values of ours as Prisma's client has them. A DATE is the instant at which the day begins in UTC. */
const dayMs = 86_400_000;

export function toDay(date: Date): Day;
export function toDay(date: Date | null): Day | null;
export function toDay(date: Date | null): Day | null {
  return date && date.getTime() / dayMs;
}

export function toDate(day: Day): Date;
export function toDate(day: Day | null): Date | null;
export function toDate(day: Day | null): Date | null {
  return day === null ? null : new Date(day * dayMs);
}

/** Anything but null, which JSON and the database have each one of. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** A time zone as SQL takes it: of an offset alone ("+05:00") it counts what is west of Greenwich. */
export function toSqlZone(timeZone: string): string {
  if (timeZone.startsWith('+')) return `-${timeZone.slice(1)}`;
  return timeZone.startsWith('-') ? `+${timeZone.slice(1)}` : timeZone;
}
