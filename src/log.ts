import type { Log } from './errors.ts';

type Facts = Readonly<Record<string, unknown>>;
type Line = (level: 'info' | 'error', event: string, facts?: Facts) => void;

/** Writes a line of JSON per event. Events hold ids and counts, never what people wrote, their names or tokens. */
export function logLines(stream: { write(text: string): unknown }, least: 'info' | 'error' = 'info'): Log {
  const line: Line = (level, event, facts) => {
    const own = { at: new Date().toISOString(), level, event };
    stream.write(`${JSON.stringify({ ...own, ...facts, ...own })}\n`);
  };
  const fault = faultLines(line);
  return {
    info: (event, facts) => {
      if (least === 'info') line('info', event, facts);
    },
    error: (event, facts = {}) => (event === 'fault' ? fault(facts) : line('error', event, facts)),
  };
}

const minuteMs = 60_000;

/**
 * The same fault is a line a minute: the first at once, and then how many `times` it came again. While a database is away
 * everything that looks into it fails, many times a second. One whose reference was told to a person is always a line.
 */
function faultLines(line: Line): (facts: Facts) => void {
  const again = new Map<string, number>();

  function tellMinute(key: string, facts: Facts): void {
    const times = again.get(key) ?? 0;
    if (times === 0) {
      again.delete(key);
      return;
    }
    line('error', 'fault', { ...facts, times });
    again.set(key, 0);
    inAMinute(key, facts);
  }

  function inAMinute(key: string, facts: Facts): void {
    setTimeout(() => tellMinute(key, facts), minuteMs).unref();
  }

  return (facts) => {
    if ('reference' in facts) return line('error', 'fault', facts);
    const { name, code, refusal, where, during, job } = facts;
    const key = JSON.stringify([name, code, refusal, where, during, job]);
    const times = again.get(key);
    if (times !== undefined) {
      again.set(key, times + 1);
      return;
    }
    line('error', 'fault', facts);
    again.set(key, 0);
    inAMinute(key, facts);
  };
}
