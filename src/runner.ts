import { type Log, logFault } from './errors.ts';

/** Work that goes on beside everything else. Rows say what there is to do, so any process may do it, and go on with it. */
export interface Runner {
  /** Looks for what there is to do, and once more if it is asked meanwhile. Resolves when nothing is left. */
  run(): Promise<void>;
  /** Lets what is being worked on come to where it may stop; the next start goes on. */
  stop(): Promise<void>;
}

/** @param work does everything there is to do, or ends where it may once it is stopped */
export function runner(name: string, log: Log, work: (isStopped: () => boolean) => Promise<void>): Runner {
  let stopped = false;
  let askedAgain = false;
  let current: Promise<void> | null = null;

  async function runWhileAsked(): Promise<void> {
    while (askedAgain && !stopped) {
      askedAgain = false;
      await work(() => stopped);
    }
  }

  function run(): Promise<void> {
    askedAgain = true;
    if (stopped) return Promise.resolve();
    current ??= runWhileAsked()
      // What the database failed at, the look of the next minute goes on with.
      .catch((thrown: unknown) => void logFault(thrown, log, { during: name }))
      .finally(() => {
        current = null;
        // Asked between the last look and here.
        if (askedAgain) void run();
      });
    return current;
  }

  return {
    run,
    async stop() {
      stopped = true;
      await current;
    },
  };
}
