import { isoFromDay, type Window } from '../../loyalty/time/period.ts';

const dayNames = new Set(['day', 'asOf', 'endsOn', 'from', 'to']);

/** Days of the facts as dates: what is called a day, or the ends of a window. */
export function withIsoDays(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withIsoDays(one));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return dayNames.has(name) || name.endsWith('Day') ? isoFromDay(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withIsoDays(part, key)]));
}

export function windowJson({ from, to }: Window): { from: string; to: string } {
  return { from: isoFromDay(from), to: isoFromDay(to) };
}
