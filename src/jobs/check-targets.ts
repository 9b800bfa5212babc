import type { Deps } from '../context.ts';
import { checkTargets } from '../flows/targets/check-targets.ts';
import type { Job } from './start-jobs.ts';

export function checkFigures(deps: Deps): Job {
  return { name: 'check-targets', run: () => checkTargets(deps) };
}
