import type { Log } from './errors.ts';

/** Writes a line of JSON per event. Events hold ids and counts, never what people wrote, their names or tokens. */
export function logLines(stream: { write(text: string): unknown }, least: 'info' | 'error' = 'info'): Log {
  const line = (level: 'info' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => {
    const own = { at: new Date().toISOString(), level, event };
    stream.write(`${JSON.stringify({ ...own, ...facts, ...own })}\n`);
  };
  return {
    info: (event, facts) => {
      if (least === 'info') line('info', event, facts);
    },
    error: (event, facts) => line('error', event, facts),
  };
}
