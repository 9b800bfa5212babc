import type { Deps } from '../context.ts';
import { runDigests } from '../flows/digests/run-digests.ts';
import type { Job } from './schedule.ts';

export function postDigests(deps: Deps): Job {
  return { name: 'post-digests', run: () => runDigests(deps) };
}
