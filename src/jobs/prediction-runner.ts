import { contextOf, type Deps } from '../context.ts';
import { askNightly } from '../flows/predictions/ask-prediction.ts';
import { runPrediction } from '../flows/predictions/predict-customers.ts';
import { type Runner, runner } from '../runner.ts';

/** Asks for what the night is due, and works off what is asked for, one prediction after the other. */
export function predictionRunner(deps: Deps): Runner {
  return runner('predictions', deps.log, async (isStopped) => {
    await askNightly(deps);
    for (const { id } of await deps.store.workspaces.list()) {
      const context = contextOf(deps, id);
      while (!isStopped() && (await runPrediction(context, isStopped)) === 'done');
    }
  });
}
