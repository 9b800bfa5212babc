import { type Log, logFault } from './errors.ts';

/**
 * What nobody caught: told as every fault is, without words that may quote somebody, and then the process ends, as nobody
 * knows what still holds. Whoever started it starts it again; rows say what is still to be done.
 */
export function endAtLastResort(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (thrown) => {
      logFault(thrown, log, { during: event });
      process.exit(1);
    });
  }
  // Whoever read what is said has gone, as `head` does: that is the end of saying, and no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE') throw cause;
    });
  }
}
