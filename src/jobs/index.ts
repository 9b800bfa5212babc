import type { Deps } from '../context.ts';
import { runDigests } from '../flows/digests/run-digests.ts';
import { keepSegments } from '../flows/segments/keep-segments.ts';
import { checkTargets } from '../flows/targets/check-targets.ts';
import { forgetOld } from '../flows/upkeep/forget-old.ts';
import type { Runner } from '../runner.ts';
import type { Job } from './start-jobs.ts';

/** What goes on beside the jobs: each begins a run, and nothing waits for it. */
export type Runners = Readonly<Record<'imports' | 'requests' | 'predictions' | 'obstacles', Runner['run']>> & {
  /** Left out: no mails are sent. */
  readonly mails?: Runner['run'];
};

/** Everything that is looked at every minute, in this order. */
export function jobs(deps: Deps, runners: Runners): Job[] {
  return [
    // First, so that figures are of those who are in a segment today.
    { name: 'keep-segments', run: () => keepSegments(deps) },
    { name: 'post-digests', run: () => runDigests(deps) },
    ...Object.entries(runners).map(([name, run]) => ({ name, run: async () => void run() })),
    { name: 'check-targets', run: () => checkTargets(deps) },
    { name: 'clean-up', run: () => forgetOld(deps) },
  ];
}
