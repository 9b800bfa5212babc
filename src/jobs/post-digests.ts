import type { Deps } from '../context.ts';
import { runDigests } from '../flows/digests/run-digests.ts';
import type { Job } from './start-jobs.ts';

export function postDigests(deps: Deps): Job {
  return { name: 'post-digests', run: () => runDigests(deps) };
}
