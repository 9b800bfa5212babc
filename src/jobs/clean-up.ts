import type { Deps } from '../deps.ts';
import { forgetRefusedRows } from '../flows/forget-refused-rows.ts';
import type { Job } from './schedule.ts';

/** Forgets what need not be kept. */
export function cleanUp(deps: Deps): Job {
  return { name: 'clean-up', run: () => forgetRefusedRows(deps) };
}
