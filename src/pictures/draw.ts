import { Worker } from 'node:worker_threads';
import type { DrawRequest, DrawResponse } from './draw.worker.ts';
import type { Picture } from './picture.ts';

export interface Drawing {
  /**
   * A picture as PNG.
   *
   * @throws Error when it cannot be drawn
   */
  draw(picture: Picture): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** Draws in a worker thread, which is started with the first picture and ends when nobody wants one for a while. */
export function startDrawing({ idleMs = 60_000 }: { readonly idleMs?: number } = {}): Drawing {
  const waiting = new Map<number, { resolve: (png: Uint8Array) => void; reject: (why: Error) => void }>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function begin(): Worker {
    const begun = new Worker(new URL(workerFile(), import.meta.url));
    const fail = (why: string) => {
      if (worker !== begun) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(new Error(`Pictures cannot be drawn: ${why}`));
      waiting.clear();
    };
    begun.on('message', (response: DrawResponse) => {
      const call = waiting.get(response.id);
      waiting.delete(response.id);
      if ('png' in response) call?.resolve(response.png);
      else call?.reject(new Error(`A picture cannot be drawn: ${response.why}`));
      if (waiting.size === 0) rest(begun);
    });
    begun.on('error', (cause) => fail(cause.message));
    begun.on('exit', () => fail('the thread ended'));
    return begun;
  }

  /** Nothing is to be drawn: the process may end, and after a while the thread gives back its memory. */
  function rest(begun: Worker): void {
    begun.unref();
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  return {
    draw(picture) {
      clearTimeout(idle);
      worker ??= begin();
      lastId += 1;
      const request: DrawRequest = { id: lastId, picture };
      const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
      worker.ref();
      worker.postMessage(request);
      return drawn;
    },
    async stop() {
      clearTimeout(idle);
      await end();
      for (const { reject } of waiting.values()) reject(new Error('Pictures are no longer drawn'));
      waiting.clear();
    },
  };
}

/** Threads run built JavaScript, also when the rest is run from its sources by a test. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? '../../dist/pictures/draw.worker.js' : './draw.worker.js';
}
