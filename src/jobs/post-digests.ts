import { type DigestDeps, runDigests } from '../flows/digests/run-digests.ts';
import type { Job } from './schedule.ts';

export function postDigests(deps: DigestDeps): Job {
  return { name: 'post-digests', run: () => runDigests(deps) };
}
