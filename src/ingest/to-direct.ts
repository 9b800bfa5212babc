import type { RateReading } from '../facts/import.ts';

/** How a row's rate is meant: how many units of the base one unit of the currency is worth. */
export function toDirect(written: number, units: number, reading: RateReading | null): number {
  if (reading === 'inverse') return units / written;
  return written / units / (reading === 'per-100' ? 100 : 1);
}
