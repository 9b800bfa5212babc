// Fitting a million customers takes seconds: in a thread of its own it holds up nothing. One prediction per thread.
import { parentPort, workerData } from 'node:worker_threads';
import { type Prediction, type PredictionInput, predict } from '../loyalty/prediction/predict.ts';

/** What the thread says: its prediction, and how long it took from the rows' arrival. */
export interface Predicted {
  readonly prediction: Prediction;
  readonly tookMs: number;
}

const port = parentPort;
if (!port) throw new Error('predict.worker runs as a worker thread');

const startedAt = performance.now();
const prediction = predict(workerData as PredictionInput);
const said: Predicted = { prediction, tookMs: performance.now() - startedAt };
port.postMessage(said, buffersOf(prediction));

/** They are handed over, not copied. */
function buffersOf({ customers }: Prediction): ArrayBuffer[] {
  return customers === null ? [] : Object.values(customers).map((column) => column.buffer as ArrayBuffer);
}
