import type { Deps } from '../context.ts';
import { checkTargets } from '../flows/targets/check-targets.ts';
import type { Job } from './schedule.ts';

export function checkFigures(deps: Deps): Job {
  return { name: 'check-targets', run: () => checkTargets(deps) };
}
