import type { Collection } from './journal.ts';

export interface Clock {
  /** Milliseconds since 1970, moved by whatever the clock was moved by. */
  now(): number;
  /** Moves the clock for good, also over a restart; what becomes due by it runs at once. */
  moveTo(ms: number): void;
  /** Runs the task when the clock has gone on by `ms`; the function that comes back calls it off. */
  after(ms: number, task: () => void): () => void;
  close(): void;
}

interface Task {
  readonly dueAt: number;
  readonly run: () => void;
}

const longestTimeoutMs = 2 ** 31 - 1;

/** The sandbox's time: the machine's, plus an offset that is kept in `settings`. */
export function createClock(settings: Collection<number>): Clock {
  let offsetMs = settings.get('clockOffsetMs') ?? 0;
  const tasks = new Set<Task>();
  let timer: NodeJS.Timeout | undefined;
  const now = () => Date.now() + offsetMs;

  function arm(): void {
    clearTimeout(timer);
    if (tasks.size === 0) return;
    const first = Math.min(...[...tasks].map((task) => task.dueAt));
    timer = setTimeout(runDue, Math.min(Math.max(first - now(), 0), longestTimeoutMs));
  }

  function runDue(): void {
    const due = [...tasks].filter((task) => task.dueAt <= now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const task of due) if (tasks.delete(task)) task.run();
    arm();
  }

  return {
    now,
    moveTo(ms) {
      offsetMs = ms - Date.now();
      settings.put('clockOffsetMs', offsetMs);
      runDue();
    },
    after(ms, run) {
      const task = { dueAt: now() + ms, run };
      tasks.add(task);
      arm();
      return () => {
        tasks.delete(task);
      };
    },
    close() {
      clearTimeout(timer);
      tasks.clear();
    },
  };
}
