import type { DigestDeps } from '../flows/run-digests.ts';
import { postDigests } from './post-digests.ts';
import type { Job } from './schedule.ts';

/** Everything that is looked at every minute, in this order. */
export function jobs(deps: DigestDeps): Job[] {
  return [postDigests(deps)];
}
