import type { Deps } from '../context.ts';
import { checkFigures } from './check-targets.ts';
import { cleanUp } from './clean-up.ts';
import { postDigests } from './post-digests.ts';
import type { Job } from './schedule.ts';

/** What goes on beside the jobs: each begins a run, and nothing waits for it. */
export type Runners = Readonly<Record<'imports' | 'requests' | 'predictions', () => Promise<void>>>;

/** Everything that is looked at every minute, in this order. */
export function jobs(deps: Deps, runners: Runners): Job[] {
  return [
    postDigests(deps),
    ...Object.entries(runners).map(([name, run]) => ({ name, run: async () => void run() })),
    checkFigures(deps),
    cleanUp(deps),
  ];
}
