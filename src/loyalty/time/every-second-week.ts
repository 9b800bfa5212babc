import type { Day } from './period.ts';

/** Which of two weeks a schedule comes in: weeks are counted from Monday, without regard to years. */
export type WeekTurn = 0 | 1;

/** A cron expression that comes in every second week, as it is kept: "0 9 * * 2 /2:1"; without a turn it is still to be said. */
export function everySecondWeek(cron: string, turn?: WeekTurn): string {
  return turn === undefined ? `${cron} /2` : `${cron} /2:${turn}`;
}

/** The cron expression of a schedule, whether it comes in every second week, and in which of two: the first where nothing is said. */
export function readTurn(kept: string): { readonly cron: string; readonly every: 1 | 2; readonly turn: WeekTurn } {
  const [, cron, turn = '0'] = /^(.*) \/2(?::([01]))?$/.exec(kept) ?? [];
  return cron === undefined ? { cron: kept, every: 1, turn: 0 } : { cron, every: 2, turn: Number(turn) as WeekTurn };
}

/** Which of two weeks a day lies in. */
export function turnOf(day: Day): WeekTurn {
  // 1970-01-01 was a Thursday.
  return (Math.floor((day + 3) / 7) & 1) as WeekTurn;
}
