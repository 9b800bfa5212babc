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

/** Draws in a worker thread, which is started with the first picture. */
export function startDrawing(): Drawing {
  const waiting = new Map<number, { resolve: (png: Uint8Array) => void; reject: (why: Error) => void }>();
  let worker: Worker | null = null;
  let lastId = 0;

  function end(why: string): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(`Pictures cannot be drawn: ${why}`));
    waiting.clear();
  }

  function begin(): Worker {
    const begun = new Worker(new URL(workerFile(), import.meta.url));
    begun.on('message', (response: DrawResponse) => {
      const call = waiting.get(response.id);
      waiting.delete(response.id);
      if ('png' in response) call?.resolve(response.png);
      else call?.reject(new Error(`A picture cannot be drawn: ${response.why}`));
      if (waiting.size === 0) begun.unref();
    });
    begun.on('error', (cause) => end(cause.message));
    begun.on('exit', () => end('the thread ended'));
    return begun;
  }

  return {
    draw(picture) {
      worker ??= begin();
      lastId += 1;
      const request: DrawRequest = { id: lastId, picture };
      const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
      worker.ref();
      worker.postMessage(request);
      return drawn;
    },
    async stop() {
      await worker?.terminate();
    },
  };
}

/** Threads run built JavaScript, also when the rest is run from its sources by a test. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? '../../dist/pictures/draw.worker.js' : './draw.worker.js';
}
