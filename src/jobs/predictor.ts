import { Worker } from 'node:worker_threads';
import type { PredictionInput } from '../loyalty/prediction/predict.ts';
import type { Predicted } from './predict.worker.ts';

/**
 * Predicts in a thread of its own. The columns of the input are handed over: they are empty afterwards.
 *
 * @throws Error when the thread ends without an answer
 */
export function predictInThread(input: PredictionInput): Promise<Predicted> {
  const worker = new Worker(new URL(workerFile(), import.meta.url), {
    workerData: input,
    transferList: buffersOf(input),
  });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The prediction's thread ended with ${code}`)));
  });
}

/** Threads run built JavaScript, also when the rest is run from its sources by a test. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? '../../dist/jobs/predict.worker.js' : './predict.worker.js';
}

function buffersOf({ histories, spending, heldOut }: PredictionInput): ArrayBuffer[] {
  const columns = [
    ...Object.values(histories),
    ...Object.values(spending),
    ...Object.values(heldOut.histories),
    heldOut.orders,
  ];
  return columns.map((column) => column.buffer as ArrayBuffer);
}
