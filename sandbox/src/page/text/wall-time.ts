/**
 * The instant at which clocks in a time zone show a wall time such as "2026-03-01T09:30".
 * @returns whole seconds since 1970 UTC, or `null` where the text is no wall time
 */
export function wallTimeToSeconds(wall: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return Math.round((asUtc - offsetMs(guess, timeZone)) / 1000);
}

/** The wall time that clocks in a time zone show, as a datetime-local field takes it. */
export function secondsToWallTime(seconds: number, timeZone: string): string {
  const at = seconds * 1000;
  return new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 16);
}

function offsetMs(at: number, timeZone: string): number {
  const shape = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  const shown = new Intl.DateTimeFormat('sv-SE', shape).format(at).replace(' ', 'T');
  return Date.parse(`${shown}Z`) - Math.floor(at / 1000) * 1000;
}
