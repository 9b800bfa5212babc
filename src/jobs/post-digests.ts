import { type DigestDeps, runDigests } from '../flows/run-digests.ts';
import type { Job } from './schedule.ts';

export function postDigests(deps: DigestDeps): Job {
  return { name: 'post-digests', run: () => runDigests(deps) };
}
