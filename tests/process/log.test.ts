import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logFault } from '../../src/errors.ts';
import { logLines } from '../../src/log.ts';

let lines: Record<string, unknown>[] = [];
const log = logLines({ write: (text) => lines.push(JSON.parse(text)) });

beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('the same fault is told at once, and then once a minute with how often it came again', () => {
  const away = new Error('Frida Holm is away');
  for (let second = 0; second < 150; second += 1) {
    logFault(away, log, { during: 'delivery' });
    logFault(away, log, { during: 'delivery' });
    vi.advanceTimersByTime(1000);
  }
  expect(lines.map(({ times = 1 }) => times)).toEqual([1, 119, 120]);
  expect(JSON.stringify(lines)).not.toContain('Frida');
  vi.advanceTimersByTime(120_000);
  expect(lines.map(({ times = 1 }) => times)).toEqual([1, 119, 120, 60]);
  logFault(away, log, { during: 'delivery' });
  expect(lines).toHaveLength(5);
});

test('another fault is another line, and so is each whose reference a person was told', () => {
  const away = new Error('away');
  logFault(away, log, { during: 'delivery' });
  logFault(away, log, { job: 'post-digests' });
  logFault(away, log, { reference: '1a2b3c4d' });
  logFault(away, log, { reference: '5e6f7a8b' });
  expect(lines.map(({ during, job, reference }) => during ?? job ?? reference)).toEqual([
    'delivery',
    'post-digests',
    '1a2b3c4d',
    '5e6f7a8b',
  ]);
});
