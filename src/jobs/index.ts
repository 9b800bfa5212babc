import type { DigestDeps } from '../flows/run-digests.ts';
import { checkFigures } from './check-targets.ts';
import { cleanUp } from './clean-up.ts';
import { postDigests } from './post-digests.ts';
import type { Job } from './schedule.ts';

/**
 * Everything that is looked at every minute, in this order.
 *
 * @param runImports goes on with imports that were started in Slack; nothing else waits for them
 */
export function jobs(deps: DigestDeps, runImports: () => Promise<void>): Job[] {
  return [
    postDigests(deps),
    { name: 'imports', run: async () => void runImports() },
    checkFigures(deps),
    cleanUp(deps),
  ];
}
