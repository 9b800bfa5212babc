import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Log } from '../../src/errors.ts';
import { type RunningJobs, startJobs } from '../../src/jobs/start-jobs.ts';

const faults: Readonly<Record<string, unknown>>[] = [];
const log: Log = { info: () => undefined, error: (event, facts) => faults.push({ event, ...facts }) };

let running: RunningJobs | null = null;

beforeEach(() => {
  faults.length = 0;
  vi.useFakeTimers({ now: new Date('2025-03-30T00:59:30Z') });
});
afterEach(async () => {
  await running?.stop();
  running = null;
  vi.useRealTimers();
});

/** A job that goes on until it is let go. */
function slowJob() {
  let release = (): void => undefined;
  const job = {
    name: 'slow',
    began: 0,
    ended: 0,
    finish: () => release(),
    async run() {
      job.began += 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      job.ended += 1;
    },
  };
  return job;
}

it('looks at once, and then every minute, through the hour that clocks skip', async () => {
  const looks: string[] = [];
  running = startJobs([{ name: 'note', run: async () => looks.push(new Date().toISOString().slice(11, 16)) }], log);
  expect(looks).toEqual(['00:59']);
  await vi.advanceTimersByTimeAsync(62 * 60_000);
  expect(looks).toHaveLength(63);
  expect(looks.slice(0, 3)).toEqual(['00:59', '01:00', '01:01']);
  expect(looks.at(-1)).toBe('02:01');
});

it('a look that goes on longer than a minute is not joined by a second', async () => {
  const job = slowJob();
  running = startJobs([job], log);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(job.began).toBe(1);
  job.finish();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([job.began, job.ended]).toEqual([2, 1]);
  job.finish();
});

it('stopping waits for the look that is going on, begins no other job of it, and no look comes after', async () => {
  const job = slowJob();
  let others = 0;
  running = startJobs([job, { name: 'other', run: async () => (others += 1) }], log);
  let stopped = false;
  const stopping = running.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stopped).toBe(false);
  job.finish();
  await stopping;
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  await running.look();
  expect([job.began, job.ended, others]).toEqual([1, 1, 0]);
});

it('a job that fails is logged by its name and keeps no other from running', async () => {
  let others = 0;
  const broken = { name: 'broken', run: () => Promise.reject(new Error('of a customer: secret')) };
  running = startJobs([broken, { name: 'other', run: async () => (others += 1) }], log);
  await running.look();
  expect(others).toBe(1);
  expect(faults).toEqual([expect.objectContaining({ event: 'fault', job: 'broken' })]);
  expect(JSON.stringify(faults)).not.toContain('secret');
});
