import type { Log } from '../errors.ts';

/** What was started, to be stopped in reverse order. */
export interface Stops {
  add(name: string, stop: () => Promise<unknown>): void;
  /** Begins something that is to be stopped also where the signal comes before it is there. */
  begin<T>(name: string, start: () => Promise<T>, stop: (started: T) => Promise<unknown>): Promise<T>;
  stopAll(): Promise<void>;
  /** @throws Error once a signal came: nothing more is started */
  goOn(): void;
  isStopping(): boolean;
  /** Stops everything and ends the process with what went wrong for good. */
  fail(cause: Error): void;
}

/** Stops everything and ends the process at a signal. @param underNpm also when whoever started it is gone */
export function stopsAtSignal(log: Log, underNpm: boolean): Stops {
  const started: { readonly name: string; stop(): Promise<unknown> }[] = [];
  let stopping = false;

  async function stopAll(): Promise<void> {
    let atWork = '';
    // Rows say what is still to be done, so that an end that comes too early costs nothing but the time.
    setTimeout(() => {
      log.error('stop-too-late', { name: atWork });
      process.exit(1);
    }, stopsWithinMs).unref();
    for (let last = started.pop(); last; last = started.pop()) {
      const { name, stop } = last;
      atWork = name;
      await stop().catch(() => log.error('stop-failed', { name }));
    }
  }

  function begin<T>(name: string, start: () => Promise<T>, stop: (it: T) => Promise<unknown>): Promise<T> {
    if (stopping) return Promise.reject(stopped());
    const starting = start();
    const stopOnceThere = () => starting.then(stop, () => undefined);
    started.push({ name, stop: stopOnceThere });
    return starting;
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
  const add = (name: string, stop: () => Promise<unknown>) => void started.push({ name, stop });
  const goOn = () => {
    if (stopping) throw stopped();
  };
  return { add, begin, stopAll, goOn, isStopping: () => stopping, fail };
}

/** What is at work comes to an end in seconds, or waits for something that does not answer. */
const stopsWithinMs = 45_000;

const stopped = () => new Error('Stopped while it was starting.');

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
