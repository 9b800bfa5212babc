import { logFault } from '../errors.ts';
import { askNightly } from '../flows/predictions/ask-prediction.ts';
import { type PredictionDeps, runPrediction } from '../flows/predictions/predict-customers.ts';

export interface PredictionRunner {
  /** Asks for what the night is due, and works off what is asked for. Resolves when nothing is left. */
  run(): Promise<void>;
  /** Lets the current slice end; the next start begins anew. */
  stop(): Promise<void>;
}

/** Works off predictions, of the night and those that were asked for, one after the other. Rows decide, not a timer. */
export function predictionRunner(deps: PredictionDeps): PredictionRunner {
  let stopped = false;
  let askedAgain = false;
  let current: Promise<void> | null = null;

  async function runAll(): Promise<void> {
    while (askedAgain && !stopped) {
      askedAgain = false;
      await askNightly(deps);
      for (const { id } of await deps.store.workspaces.list()) {
        while (!stopped && (await runPrediction(deps, id, () => stopped)) === 'done');
      }
    }
  }

  return {
    run() {
      askedAgain = true;
      if (stopped) return Promise.resolve();
      current ??= runAll()
        .catch((cause: unknown) => void logFault(cause, deps.log, { job: 'predictions' }))
        .finally(() => {
          current = null;
        });
      return current;
    },
    async stop() {
      stopped = true;
      await current;
    },
  };
}
