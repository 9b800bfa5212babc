import type { Log } from '../errors.ts';

/** What was started, to be stopped in reverse order. */
export interface Stops {
  add(name: string, stop: () => Promise<unknown>): void;
  stopAll(): Promise<void>;
  isStopping(): boolean;
  /** Stops everything and ends the process with what went wrong for good. */
  fail(cause: Error): void;
}

/** Stops everything and ends the process at a signal. @param underNpm also when whoever started it is gone */
export function stopsAtSignal(log: Log, underNpm: boolean): Stops {
  const started: { readonly name: string; stop(): Promise<unknown> }[] = [];
  let stopping = false;

  async function stopAll(): Promise<void> {
    for (const { name, stop } of started.splice(0).reverse()) {
      await stop().catch(() => log.error('stop-failed', { name }));
    }
  }

  function onSignal(): void {
    if (stopping) return;
    stopping = true;
    void stopAll().then(() => process.exit(0));
  }

  function fail(cause: Error): void {
    if (stopping) return;
    stopping = true;
    void stopAll().then(() => {
      process.stderr.write(`${cause.message}\n`);
      process.exit(1);
    });
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (underNpm) onStarterGone(onSignal);
  return { add: (name, stop) => void started.push({ name, stop }), stopAll, isStopping: () => stopping, fail };
}

/**
 * npm hands a signal to the shell that it runs a script with, and many a shell ends of it without handing it on. So the app
 * looks whether whoever started it is still there.
 */
function onStarterGone(stop: () => void): void {
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) stop();
  }, 500).unref();
}
