import { schedule as tick } from 'node-cron';
import { type Log, logFault } from '../errors.ts';

/** Something that looks in the database for what is due. It may run at any time, twice, or in several processes. */
export interface Job {
  readonly name: string;
  run(): Promise<unknown>;
}

export interface RunningJobs {
  /** Looks now. While a look is going on, that one is waited for instead. */
  look(): Promise<void>;
  /** No look begins any more; resolves when the current one has ended. */
  stop(): Promise<void>;
}

/**
 * Looks at once and then every minute. The timer decides nothing: node-cron passes over hours that clocks skip and
 * makes up for nothing, so it ticks in UTC, and the jobs ask the database.
 */
export function startJobs(jobs: readonly Job[], log: Log): RunningJobs {
  let current: Promise<void> | null = null;
  let stopped = false;

  const look = async (): Promise<void> => {
    if (stopped) return current ?? undefined;
    current ??= runAll(jobs, log, () => stopped).finally(() => {
      current = null;
    });
    return current;
  };
  const ticker = tick('* * * * *', () => void look(), {
    timezone: 'UTC',
    name: 'loyalty-jobs',
    // A minute that passed while the process was busy is no loss: the next look sees the same rows.
    suppressMissedWarning: true,
  });
  void look();

  return {
    look,
    async stop() {
      stopped = true;
      await ticker.destroy();
      await current;
    },
  };
}

async function runAll(jobs: readonly Job[], log: Log, isStopped: () => boolean): Promise<void> {
  for (const job of jobs) {
    if (isStopped()) return;
    try {
      await job.run();
    } catch (cause) {
      logFault(cause, log, { job: job.name });
    }
  }
}
