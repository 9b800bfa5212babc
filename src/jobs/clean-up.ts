import type { Deps } from '../context.ts';
import { forgetOld } from '../flows/upkeep/forget-old.ts';
import type { Job } from './schedule.ts';

/** Forgets what need not be kept. */
export function cleanUp(deps: Deps): Job {
  return { name: 'clean-up', run: () => forgetOld(deps) };
}
