import type { Day } from './period.ts';

/** Which of two weeks a schedule comes in: weeks are counted from Monday, without regard to years. */
export type WeekTurn = 0 | 1;

/** A cron expression that comes in every second week, as it is kept: "0 9 * * 2 /2:1". */
export function everySecondWeek(cron: string, turn: WeekTurn): string {
  return `${cron} /2:${turn}`;
}

/** The cron expression of a kept schedule, and which of two weeks it comes in; null: in each. */
export function readTurn(kept: string): { readonly cron: string; readonly turn: WeekTurn | null } {
  const [, cron = kept, turn] = /^(.*) \/2:([01])$/.exec(kept) ?? [];
  return { cron, turn: turn === undefined ? null : (Number(turn) as WeekTurn) };
}

/** Which of two weeks a day lies in. */
export function turnOf(day: Day): WeekTurn {
  // 1970-01-01 was a Thursday.
  return (Math.floor((day + 3) / 7) & 1) as WeekTurn;
}
